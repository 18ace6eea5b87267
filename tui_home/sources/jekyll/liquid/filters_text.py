"""Filters of text."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from html import escape
from typing import TYPE_CHECKING

from liquid.filter import with_context
from liquid.undefined import is_undefined

from tui_home.sources.jekyll.liquid.meter import MAX_TEXT, ExhaustedError
from tui_home.sources.jekyll.liquid.strings import written
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from tui_home.sources.jekyll.liquid.context import Context

_TAG = pattern(r"<!--[^-]{0,4000}-->|<[^<>]{0,4000}>")
_HIDDEN = pattern(r"<(?:script|style)\b[^<>]{0,1000}>[^<]{0,20000}</(?:script|style)>")
_NOT_IN_SLUGS = {
    "default": pattern(r"[\W_]+"),
    "pretty": pattern(r"[^\w.~!$&'()+,;=@]+"),
    "ascii": pattern(r"[^A-Za-z0-9]+"),
    "latin": pattern(r"[^A-Za-z0-9]+"),
    "raw": pattern(r"\s+"),
}
_BLANKS = pattern(r"\s+")
_CJK = pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BIBTEX_FIELD = pattern(r"^\s*([\w-]+)\s*=\s*.*,?\s*$", 8)  # re.MULTILINE
_SIGNS = "*_[`<"
"""What Markdown's parser looks ahead for."""
_DEEPEST = 12


def _text(function: Callable[[str], object]) -> Callable[..., object]:
    """Return a filter of any value's text."""
    return lambda value, *_: function(written(value))


@with_context
def _markdownify(value: object, *, context: Context) -> str:
    """Return Markdown as HTML: it stands in HTML as often as not, where Markdown would not be read."""
    text = written(value)
    context.run.meter.spend(20 + (len(text) >> 3) + 2 * sum(map(text.count, _SIGNS)))
    return str(context.run.memory.once("markdown", _parser).render(text)).strip()


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only for templates that ask for it

    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _slugify(value: object, mode: object = "default") -> object:
    if value is None or is_undefined(value):
        return None
    chosen = written(mode) or "default"
    if chosen == "none":
        return value
    text = written(value)
    if chosen in {"ascii", "latin"}:
        text = _unaccented(text)
    return _NOT_IN_SLUGS.get(chosen, _NOT_IN_SLUGS["default"]).sub("-", text).strip("-").lower()


def _unaccented(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


class _Plain:
    """Values of Liquid's as plain lists, dictionaries and scalars, as far as one text may grow."""

    def __init__(self) -> None:
        self._left = MAX_TEXT

    def of(self, value: object, depth: int = 0) -> object:
        """Return a value as plain ones.

        Raises:
            ExhaustedError: There is too much in it.
        """
        self._spend(len(value) if isinstance(value, str) else 1)
        if isinstance(value, bool | int | float | str) or value is None:
            return value
        if depth > _DEEPEST or is_undefined(value):
            return None
        if isinstance(value, Mapping):
            return {self._key(key): self.of(value[key], depth + 1) for key in value}
        if isinstance(value, list | tuple | range):
            return [self.of(item, depth + 1) for item in value]
        return str(value)

    def _key(self, key: object) -> str:
        self._spend(len(name := str(key)))
        return name

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise ExhaustedError("a value grows beyond all bounds")


def _jsonify(value: object) -> str:
    return json.dumps(_Plain().of(value), ensure_ascii=False)


def _number_of_words(value: object, mode: object = "") -> int:
    text = written(value)
    if mode in {"cjk", "auto"}:
        return len(_CJK.findall(text)) + len(_CJK.sub(" ", text).split())
    return len(text.split())


def _replace(value: object, old: object, new: object = "") -> str:
    text, before, after = written(value), written(old), written(new)
    if not before:
        return text
    if text.count(before) * len(after) > MAX_TEXT:
        raise ExhaustedError("a value grows beyond all bounds")
    return text.replace(before, after)


def _normalize(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _smartify(text: str) -> str:
    return text  # the document's reader does so for all text


def _strip_html(text: str) -> str:
    return _TAG.sub("", _HIDDEN.sub("", text))


def _hide_bibtex(text: str, words: object = ()) -> str:
    """Return BibTeX without the fields that al-folio keeps for itself."""
    hidden = {written(word).lower() for word in words} if isinstance(words, list | tuple) else set[str]()
    kept = []
    for line in text.split("\n"):
        field = _BIBTEX_FIELD.match(line[:2000])
        if not field or field[1].lower() not in hidden:
            kept.append(line)
    return "\n".join(kept)


def _integer(value: object) -> int:
    if isinstance(value, bool | int | float):
        return int(value)
    digits = written(value).strip()[:18]
    return int(digits) if digits.lstrip("-").isdecimal() else 0


TEXT_FILTERS: Mapping[str, Callable[..., object]] = {
    "markdownify": _markdownify,
    "smartify": _text(_smartify),
    "emojify": _text(_smartify),
    "slugify": _slugify,
    "jsonify": _jsonify,
    "json": _jsonify,
    "inspect": _jsonify,
    "xml_escape": _text(lambda text: escape(text, quote=True)),
    "normalize_whitespace": _text(_normalize),
    "number_of_words": _number_of_words,
    "replace": _replace,
    "strip_html": _text(_strip_html),
    "remove_accents": _text(_unaccented),
    "to_integer": _integer,
    "titleize": _text(str.title),
    "titlecase": _text(str.title),
    "hideCustomBibtex": lambda value, words=(): _hide_bibtex(written(value), words),
}
