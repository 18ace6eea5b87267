"""Which files of the site the content names, and where: in front matter and data, Markdown, HTML, Liquid and BibTeX."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui_home.sources.jekyll.bibliography.library import without_comments
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.code import shielded
from tui_home.text.patterns import pattern

_PICTURES, _PDFS, _PREVIEWS = "assets/img/", "assets/pdf/", "assets/img/publication_preview/"
_KEYS = frozenset(
    (
        *("image", "icon", "logo", "thumbnail", "img", "preview", "og_image", "banner", "cover", "avatar", "photo"),
        *("cv_pdf", "pdf", "slides", "poster", "video"),
    )
)
"""Keys of front matter and data that name a file."""
_BIB_FOLDERS = {
    **dict.fromkeys(("pdf", "supp", "poster", "slides"), _PDFS),
    "preview": _PREVIEWS,
    "html": "assets/html/",
}
"""Fields that al-folio's ``_layouts/bib.liquid`` makes links of, and the folders it puts before them."""
_SUFFIX = pattern(
    r"\.(?:pdf|pptx?|key|odp|docx?|odt|xlsx?|ods|csv|tsv|txt|bib|tex|ps|zip|tar|t?gz|bz2|7z|json|ipynb|py|jpe?g|png|gif"
    r"|svg|webp|avif|bmp|tiff?|ico|mp[34]|webm|mov|avi|m4[av]|wav|ogg|flac)",
)
"""What Jekyll copies as it stands; it makes pages, styles and feeds itself."""
_LONGEST = 300
_SITE = pattern(r"\{\{-?[ \t]*site\.(?:base)?url[^{}\n]*\}\}")
_FILTERED = pattern(r"\{\{-?[ \t]*(?:\"([^\"{}\n]*)\"|'([^'{}\n]*)')[ \t]*\|[^{}\n]*\}\}")
_HTML_COMMENT = pattern(r"<!--|-->")
_LIQUID_COMMENT = pattern(r"\{%-?[ \t]*(?:end)?comment[ \t]*-?%\}")
_LINK = pattern(r"\]\([ \t]*<?([^()\s<>]+)")
_REFERENCE = pattern(r"(?:^|\n) {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?([^\s<>]+)")
_ATTRIBUTE = pattern(r"\b(?:src|href|path|poster|data|url)[ \t]*=[ \t]*(?:\"([^\"\n]*)\"|'([^'\n]*)')")
_DATA = pattern(r"\{%-?[ \t]*for[ \t]+\w+[ \t]+in[ \t]+site\.data\.(\w+)")
_FIELD = pattern(r"(?<!\w)(\w{1,40})[ \t]*=[ \t]*(?:\{+([^{}\n]*)\}+|\"([^\"\n]*)\")")


class Named(NamedTuple):
    """A file that something names."""

    written: str
    """As written, without the site's own address in Liquid."""
    line: int
    """Where, counted from 1."""
    folder: str = ""
    """Where al-folio looks for it when it names no folder itself."""


def in_text(text: str, line: int) -> Iterator[Named]:
    """Yield the files that a page's body names: pictures, links, includes; not those in comments and code.

    Args:
        text: Markdown, with HTML and Liquid.
        line: The file's line on which it begins.
    """
    text = _without(_without(text, _HTML_COMMENT, "<"), _LIQUID_COMMENT, "{")
    text = _blanked(text, shielded(text).code)
    text = _FILTERED.sub(lambda match: match[1] or match[2] or "", _SITE.sub("", text))
    breaks = _breaks(text)
    for form in (_LINK, _REFERENCE, _ATTRIBUTE):
        for match in form.finditer(text):
            written = next((group for group in match.groups() if group), "")
            if names_file(written):
                yield Named(written, line + bisect_right(breaks, match.end() - 1))


def data_in_text(text: str, line: int) -> Iterator[Named]:
    """Yield the data that a page goes through, by the names that they have in ``_data``."""
    text = _without(_without(text, _HTML_COMMENT, "<"), _LIQUID_COMMENT, "{")
    breaks = _breaks(text)
    for match in _DATA.finditer(text):
        yield Named(match[1], line + bisect_right(breaks, match.start()))


def in_mapping(mapping: Mapping, line: int = 1, within: str = "") -> Iterator[Named]:
    """Yield the files that front matter or data name, by keys that al-folio knows and in texts of several lines.

    A name without a folder counts where al-folio itself looks for it; elsewhere the owner's templates may do anything.

    Args:
        mapping: What was read.
        line: Where it begins.
        within: The key that it stands under.
    """
    for key, value in mapping.items():
        here = mapping.line(key) or line
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping):
                yield from in_mapping(item, here, key)
            elif isinstance(item, str) and key in _KEYS:
                written = _FILTERED.sub(lambda match: match[1] or match[2] or "", _SITE.sub("", item)).strip()
                folder = _folder(key, within)
                if names_file(written) and (folder or "/" in written):
                    yield Named(written, here, folder)
            elif isinstance(item, str) and ("](" in item or "=" in item):
                yield from in_text(item, mapping.text_lines.get(key, here))


def _folder(key: str, within: str) -> str:
    """Return where al-folio looks for a file that a key names without its folder; "" when it does not."""
    if key == "cv_pdf":
        return _PDFS
    return _PICTURES if key == "image" and within.startswith("profile") else ""


def in_bibtex(text: str, line: int) -> Iterator[Named]:
    """Yield the files that the entries of a bibliography name for al-folio's buttons."""
    for at, written in enumerate(without_comments(text).split("\n")):
        for field in _FIELD.finditer(written):
            name, value = field[1].lower(), (field[2] or field[3] or "").strip()
            folder = _BIB_FOLDERS.get(name, "")
            if (folder or value.startswith("/")) and name not in ("file", "biburl") and names_file(value):
                yield Named(value, line + at, folder)


def names_file(written: str) -> bool:
    """Return whether something is the name of a file of the site that Jekyll only copies."""
    bare = written.partition("#")[0].partition("?")[0]
    return bool(
        len(bare) <= _LONGEST
        and _SUFFIX.fullmatch(bare[bare.rfind(".") :].lower() if "." in bare else "")
        and not any(sign in written for sign in ("{{", "{%", "\\", "*"))
        and not bare.startswith(("//", "mailto:", "data:", "~"))
    )


def _without(text: str, mark: re.Pattern[str], hint: str) -> str:
    """Return `text` with what stands between an opening and the next closing mark blank."""
    if hint not in text:
        return text
    ranges: list[tuple[int, int]] = []
    opened = -1
    for match in mark.finditer(text):
        closing = match[0] == "-->" or "endcomment" in match[0]
        if not closing and opened < 0:
            opened = match.start()
        elif closing and opened >= 0:
            ranges.append((opened, match.end()))
            opened = -1
    return _blanked(text, ranges)


def _blanked(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """Return `text` with nothing but the line breaks of some parts, which are in order and apart."""
    parts: list[str] = []
    at = 0
    for start, end in ranges:
        parts += (text[at:start], "\n" * text.count("\n", start, end))
        at = end
    return "".join((*parts, text[at:]))


def _breaks(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]
