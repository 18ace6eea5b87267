"""One line of the log from its fields, as text (logfmt) or JSON; nothing in it can pass for another field or line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum

Value = str | int | float

_BARE = re.compile(r"[A-Za-z0-9_.,:/+@%()<>\[\]-]+")
_CUT = "..."


class Form(StrEnum):
    """How lines are written."""

    TEXT = "text"
    JSON = "json"


def line(fields: Mapping[str, Value], form: Form) -> str:
    """Return one line of ASCII without its end; texts must have been `escaped`."""
    if form is Form.JSON:
        return json.dumps(dict(fields), separators=(",", ":"))
    return " ".join(f"{name}={_written(value)}" for name, value in fields.items())


def escaped(text: str | bytes, longest: int) -> str:
    r"""Return what somebody sent as printable ASCII, at most `longest` characters: ESC is ``\x1b``, ``\`` is ``\\``."""
    if isinstance(text, bytes):
        text = text[: longest + 1].decode("latin-1")  # byte by byte
    safe = text[: longest + 1].encode("unicode_escape").decode("ascii")
    return safe if len(safe) <= longest else safe[: max(longest - len(_CUT), 0)] + _CUT[:longest]


def _written(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    text = str(value)
    if _BARE.fullmatch(text):
        return text
    return '"{}"'.format(text.replace('"', '\\"'))
