"""Codes of languages: how they are compared, and which of those that are known one means."""

from __future__ import annotations

from collections.abc import Iterable


def normal(code: str) -> str:
    """Return a language's code as it is compared: ``pt_BR`` is "pt-br"."""
    return code.strip().lower().replace("_", "-")


def known_as(code: str, known: Iterable[str]) -> str:
    """Return which of the `known` languages `code` means, ``en`` meaning ``en-us`` and the other way; "" for none."""
    wanted = normal(code)
    if not wanted:
        return ""
    codes = tuple(known)
    exact = next((own for own in codes if normal(own) == wanted), "")
    return exact or next((own for own in codes if _is_wider(normal(own), wanted)), "")


def _is_wider(own: str, wanted: str) -> bool:
    """Return whether one of two codes is the other's language without its country."""
    return own.startswith(f"{wanted}-") or wanted.startswith(f"{own}-")
