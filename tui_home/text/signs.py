"""The sign that a line begins with: an emoji, or what people type for a bullet."""

from __future__ import annotations

from tui_home.text.patterns import pattern

_TAIL = "[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_PICTURE = (
    "[\u203b\u203c\u2049\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u27f0-\u27ff\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
)
_SIGN = pattern(
    rf"[0-9#*]\ufe0f?\u20e3"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}"
    rf"|{_PICTURE}{_TAIL}(?:\u200d{_PICTURE}{_TAIL})*"
    r"|[\u00b7\u2010-\u2015\u2020\u2021\u2022\u2023\u2043\u204c\u204d\u2212\u2219\u22c5\u2e30\u30fb\u203a\u00bb](?=\s)"
)


def leading_sign(line: str) -> str:
    """Return the emoji or bullet-like sign that `line` begins with, whole with its selectors and joiners; else "".

    Markdown's own markers (``-``, ``*``, ``+``, ``#``, digits) are none. Dashes and dots count only before a blank.

    Args:
        line: A line of source text; blanks before the sign are passed over.
    """
    matched = _SIGN.match(line.lstrip(" \t"))
    return matched[0] if matched else ""
