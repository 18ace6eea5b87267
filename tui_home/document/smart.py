"""What plain text means beyond its letters: addresses, dashes, simple formulas."""

from __future__ import annotations

from collections.abc import Iterator

from tui_home.document import formulas
from tui_home.document.links import destination, email
from tui_home.model.inline import Link
from tui_home.text.addresses import find_emails
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_WWW = pattern(r"(?<![\w@/.:-])www\.[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?:[/?#][^\s<>\"']{0,500})?")
"""GitHub's extended autolinks: an address without its scheme."""
_SIGNS = ("@", "＠", "--", "$", "www.", " AT ", "\\", "| base64")
_DASHES = pattern(r"(?<!-)(?:---|--)(?!-)")


def is_plain(text: str) -> bool:
    """Return whether `text` certainly means nothing but its letters; far quicker than to look for what it means."""
    if (
        "@" in text
        or "--" in text
        or "$" in text
        or "www." in text
        or " AT " in text
        or "\\" in text
        or "| base64" in text
    ):
        return False
    folded = text.lower()
    return "at" not in folded or not ("dot" in folded or "[" in text or "(" in text or "{" in text or "<" in text)


def understood(text: str, *, linked: bool) -> Iterator[tuple[str, Link | None]]:
    """Yield `text` in runs, each with the email Link that it is, if it is one.

    Args:
        text: Plain text, safe to print.
        linked: Whether the text stands in a link already, so that no other link may begin in it.
    """
    done = 0
    for start, end, shown, link in [] if linked else _links(text):
        if start > done:
            yield _typographic(text[done:start]), None
        yield shown, link
        done = end
    if done < len(text):
        yield _typographic(text[done:] if done else text), None


def _links(text: str) -> list[tuple[int, int, str, Link]]:
    """Return the addresses in `text`: where each stands, what is shown for it, and its Link."""
    found: list[tuple[int, int, str, Link]] = []
    for match in find_emails(text):
        to = email(printable(match.address))
        if to.url:
            found.append((match.start, match.end, to.copy, Link(to.kind, to.copy, to.url, to.copy)))
    if "www." in text:
        for web in _WWW.finditer(text):
            shown = web[0].rstrip("?!.,:;*_~)'\"")
            to = destination(shown)
            if to.url:
                found.append((web.start(), web.start() + len(shown), shown, Link(to.kind, shown, to.url)))
        found.sort(key=lambda link: link[0])
    return found


def _typographic(text: str) -> str:
    """Return `text` with formulas as Unicode, and ``--`` and ``---`` as dashes, as kramdown has them."""
    if "$" not in text and "\\" not in text and "[latex]" not in text:
        return _dashed(text)
    from tui_home.text.maths import one_line  # noqa: PLC0415 - pages without formulas need no LaTeX

    parts: list[str] = []
    done = 0
    while found := formulas.find(text, done):
        parts += [_dashed(text[done : found.start]), one_line(found.body)]
        done = found.end
    return "".join((*parts, _dashed(text[done:])))


def _dashed(text: str) -> str:
    """Return `text` with its dashes."""
    return _DASHES.sub(lambda dashes: "–" if len(dashes[0]) == 2 else "—", text) if "--" in text else text  # noqa: PLR2004
