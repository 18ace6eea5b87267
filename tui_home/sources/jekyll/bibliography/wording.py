"""Field values as text: LaTeX and HTML become what they mean."""

from __future__ import annotations

import re
from dataclasses import replace

from tui_home.document.inline import inline
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Span, Spans, plain_text
from tui_home.model.problem import Origin
from tui_home.text.emoji_codes import has_code, with_emoji
from tui_home.text.latex import latex_to_text
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_MARKUP = pattern(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|nobr|ol|p|q|s|sc|scp"
    r"|script|small|span|strike|strong|style|sub|sup|tt|u|ul|var|wbr)(?:\s[^<>]*|/)?>"
    r"|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});",
    re.IGNORECASE,
)
"""Other names in angle brackets are text: ``List<T>``."""
_MOST_TAGS = 200
_LONGEST_REMARK = 20_000
_INVISIBLE = pattern(r"<!--[^<]{0,2000}?-->|</?\w{1,20}:[^<>]{0,200}>", re.DOTALL)
"""Comments, and what publishers write abstracts in: ``<jats:p>``, ``<mml:math>``."""
_MARKDOWN_SIGNS = pattern(r"([\\`*_\[\]~|!$^=:#+.{}()-])")
_BLANKS = pattern(r"\s+")
_GAP = pattern(r"\n[ \t\r]*\n")


def spans(text: str, origin: Origin) -> Spans:
    """Return a title or a note, LaTeX decoded and HTML understood; Markdown means nothing in BibTeX."""
    if "<" in text:
        text = _INVISIBLE.sub(" ", text)
    tags = list(_MARKUP.finditer(text)) if "<" in text or "&" in text else []
    if len(tags) > _MOST_TAGS:
        text, tags = _MARKUP.sub(" ", text), []
    if not tags:
        plain = printable(_BLANKS.sub(" ", _decoded(text))).strip()
        return (Span(plain),) if plain else ()
    parts: list[str] = []
    at = 0
    for tag in tags:
        parts += (_escaped(text[at : tag.start()]), tag[0])
        at = tag.end()
    found, _ = inline("".join((*parts, _escaped(text[at:]))), origin)
    return tuple(replace(span, text=span.text.replace("\n", " ")) for span in found)


def marked(text: str, origin: Origin) -> Spans:
    """Return a remark: al-folio reads Markdown in it, too."""
    if "*" in text or "_" in text or "](" in text:
        found, _ = inline(_BLANKS.sub(" ", _decoded(text[:_LONGEST_REMARK])).strip(" .,;:·"), origin)
        return tuple(replace(span, text=span.text.replace("\n", " ")) for span in found)
    return spans(text.strip().lstrip(" .,;:·"), origin)


def plain(text: str, origin: Origin) -> str:
    """Return a venue, an award or a name without LaTeX and HTML."""
    return _BLANKS.sub(" ", plain_text(spans(text, origin))).strip()


def blocks(text: str, origin: Origin) -> Blocks:
    """Return an abstract: a paragraph for each part between empty lines."""
    found = (spans(part, origin) for part in _GAP.split(text))
    return tuple(Paragraph(part) for part in found if part)


def _decoded(text: str) -> str:
    plain = latex_to_text(text)
    return with_emoji(plain) if has_code(plain) else plain


def _escaped(text: str) -> str:
    """Return LaTeX decoded, with Markdown's signs escaped."""
    return _MARKDOWN_SIGNS.sub(r"\\\1", _keeping_blanks(text))


def _keeping_blanks(text: str) -> str:
    """Return LaTeX decoded with the blanks at both ends kept: they stand beside a tag."""
    inner = _decoded(text.strip())
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{inner}{after}"
