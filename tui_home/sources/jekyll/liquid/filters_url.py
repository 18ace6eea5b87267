"""Filters that build addresses, and those that ask what the site has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from liquid.filter import with_context
from liquid.undefined import is_undefined

from tui_home.sources.jekyll.liquid.addresses import absolute, relative
from tui_home.sources.jekyll.liquid.strings import written

if TYPE_CHECKING:
    from tui_home.sources.jekyll.liquid.context import Context

_URI = "!$&'()*+,;=:@/?#[]~%"


@with_context
def _relative(value: object, *, context: Context) -> object:
    return None if value is None or is_undefined(value) else relative(written(value), context.run.reading.config)


@with_context
def _absolute(value: object, *, context: Context) -> object:
    return None if value is None or is_undefined(value) else absolute(written(value), context.run.reading.config)


@with_context
def _exists(value: object, *, context: Context) -> bool:
    path = written(value).strip().lstrip("/")
    return bool(path) and ".." not in path.split("/") and context.run.reading.folder.has(path)


def _same(value: object, *_: object) -> object:
    return value


URL_FILTERS: Mapping[str, Callable[..., object]] = {
    "relative_url": _relative,
    "absolute_url": _absolute,
    "strip_index": lambda value: written(value).removesuffix("index.html"),
    "cgi_escape": lambda value: quote_plus(written(value), safe="*"),
    "uri_escape": lambda value: quote(written(value), safe=_URI),
    "file_exists": _exists,
    **dict.fromkeys(("bust_file_cache", "bust_css_cache", "bust_cache", "asset_url", "cdn", "thumbnail"), _same),
}
