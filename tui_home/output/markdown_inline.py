"""Spans as Markdown that every CommonMark reader takes for the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from tui_home.model.inline import PLAIN, Link, Span, Spans, Style
from tui_home.text.safe import printable

# "_" only where it could begin or end emphasis; "&" only where it could be an entity.
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~|\Z)|(?:\A|(?<=~))~|&(?=[A-Za-z#])")
_AT_LINE_START = re.compile(r"(?m)^(?:(?P<number>[0-9]{1,9})(?=[.)](?:\s|$))|(?=[-+=:|](?:[-=|:\s]|$)|[#>]))")
_TICKS = re.compile(r"`+")


def inline_markdown(spans: Spans, *, breaks: bool = True) -> str:
    """Return `spans` as the inside of one paragraph, which may stand at the start of a line.

    Args:
        spans: What to write; what is only for a screen is left out.
        breaks: Whether line breaks may stay (not in headings and table cells).
    """
    kept = _merged(span for span in spans if not span.style.interactive)
    written = ""
    for link, group in groupby(kept, key=lambda span: span.link):
        linked = tuple(group)
        if not (link and link.url):
            written += _styled(linked, written[-1:])
            continue
        # "!" before a link would make a picture of it.
        written = f"{written[:-1]}\\!" if written.endswith("!") else written
        written += _link(link, linked)
    lines = [line.strip() for line in written.strip().split("\n")]
    if not breaks:
        text = " ".join(line for line in lines if line)
        return f"{text[:-1]}\\#" if text.endswith("#") else text
    text = "\\\n".join(lines)
    return _AT_LINE_START.sub(lambda found: f"{found['number'] or ''}\\", text)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join neighbours that Markdown cannot tell apart."""
    merged: list[Span] = []
    for span in spans:
        text = printable(span.text, newlines=True)
        style = Style(span.style.bold, span.style.italic, span.style.strike, code=span.style.code)
        link = span.link if span.link and span.link.url else None
        if merged and merged[-1].style == style and merged[-1].link == link:
            merged[-1] = replace(merged[-1], text=merged[-1].text + text)
        elif text:
            merged.append(Span(text, style, link))
    return tuple(merged)


def _link(link: Link, spans: Spans) -> str:
    shown = "".join(span.text for span in spans)
    if all(span.style == PLAIN for span in spans) and shown.strip() in {link.url, link.url.removeprefix("mailto:")}:
        return shown.replace(shown.strip(), f"<{shown.strip()}>")
    target = f"<{link.url}>" if "(" in link.url or ")" in link.url else link.url
    text = _styled(spans, "[").replace("\n", " ")
    inner = text.strip()
    if not inner:
        return text
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}[{inner}]({target}){tail}"


def _styled(spans: Spans, before: str) -> str:
    written = before
    for span, following in zip(spans, (*spans[1:], None), strict=False):
        after = following.text[:1] if following else ""
        written += _emphasised(span, written[-1:], after)
    return written[len(before) :]


def _emphasised(span: Span, before: str, after: str) -> str:
    style = span.style
    # Ticks that met would be one longer run of them.
    inner = _code(span.text) if style.code and before != "`" else _SPECIAL.sub(r"\\\g<0>", span.text)
    sign = "**" * style.bold + "*" * style.italic
    core = inner.strip()
    if not core:
        return inner
    lead, tail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    before, after = lead[-1:] or before, tail[:1] or after
    if style.strike and _holds("~~", before, core, after):
        core = f"~~{core}~~"
    if sign and _holds(sign, before, core, after):
        core = f"{sign}{core}{sign}"
    return f"{lead}{core}{tail}"


def _holds(sign: str, before: str, core: str, after: str) -> bool:
    """Return whether `sign` round `core` would be emphasis (CommonMark's flanking rules); else text goes before it."""
    if before == sign[0] or after == sign[0] or "\n\n" in core:
        return False
    opens = core[0].isalnum() or not before or before.isspace()
    closes = core[-1].isalnum() or not after or after.isspace()
    return opens and closes


def _code(text: str) -> str:
    text = text.replace("\n", " ")
    ticks = "`" * (max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
    pad = " " if text[:1] in {"`", " "} or text[-1:] in {"`", " "} else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"
