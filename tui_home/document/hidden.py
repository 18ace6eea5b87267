"""Email addresses that HTML hides from robots: what to show in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui_home.document.pieces import Piece
from tui_home.document.styles import declarations
from tui_home.text.patterns import pattern

BACKWARDS = "unicode-bidi:bidi-override;direction:rtl"
"""CSS that turns text round: what ``<bdo dir="rtl">`` does."""
_PROTECTED = pattern(r"(?:https?://[^/]{1,200})?/cdn-cgi/l/email-protection#([0-9A-Fa-f]{4,400})$")
_AT_SIGNS = frozenset(("@", "at", "[at]", "(at)", "at sign", "at-sign"))
_AT_FILE = pattern(r"(?:^|/)_?(?:at|at[-_]?sign|arroba)\.(?:png|gif|svg|jpe?g|webp)$")


def address_of(attributes: Mapping[str, str]) -> str:
    """Return the address that an element stands for; "" for nearly all elements."""
    if not any(name.startswith("data-") for name in attributes):
        return ""
    from tui_home.text.hidden_emails import attribute_address  # noqa: PLC0415 - needed by few pages

    return attribute_address(attributes)


def href_of(attributes: Mapping[str, str]) -> str:
    """Return where a link leads once its script has run, or Cloudflare's; what it says itself when neither is there."""
    href = attributes.get("href", "")
    if protected := _PROTECTED.match(href):
        from tui_home.text.hidden_emails import cloudflare_address  # noqa: PLC0415 - needed by few pages

        address = cloudflare_address(protected[1])
        return f"mailto:{address}" if address else href
    own = href[:11].lower() == "javascript:"
    if own or (href in {"", "#"} and "onclick" in attributes):
        found = (_scripted(href[11:]) if own else ()) or _scripted(attributes.get("onclick", ""))
        return f"mailto:{found[0]}" if found else href
    return href


def written_by(pieces: Sequence[Piece]) -> str:
    """Return the addresses that a script writes into the page."""
    return ", ".join(_scripted("".join(piece.text for piece in pieces)))


def _scripted(script: str) -> tuple[str, ...]:
    """Return the addresses that a script puts together."""
    from tui_home.text.scripted_emails import scripted_emails  # noqa: PLC0415 - needed by few pages

    return scripted_emails(script)


def is_at_sign(src: str, alt: str) -> bool:
    """Return whether a picture stands for the sign in an address."""
    return alt.strip().lower() in _AT_SIGNS or (not alt and _AT_FILE.search(src.lower()) is not None)


def runs_backwards(css: str) -> bool:
    """Return whether a ``style`` attribute turns text round."""
    if "bidi" not in css.lower():
        return False
    declared = declarations(css)
    return declared.get("unicode-bidi", "").endswith("bidi-override") and declared.get("direction") == "rtl"


def turned(pieces: Sequence[Piece]) -> list[Piece]:
    """Return text as the reader sees it who is shown it backwards."""
    back = [piece._replace(text=piece.text[::-1]) for piece in reversed(pieces)]
    whole = "".join(piece.text for piece in back)
    return [back[0]._replace(text=whole)] if "@" in whole and all(piece.picture is None for piece in back) else back
