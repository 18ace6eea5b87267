"""How Liquid writes values: Ruby's ``to_s``, without the insides of what is no text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from tui_home.sources.jekyll.liquid.meter import MAX_TEXT, ExhaustedError


def written(value: object) -> str:
    """Return what an output of `value` shows: nothing for a mapping, the items of a list joined.

    Raises:
        ExhaustedError: The list is too long, or what its items say.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None or isinstance(value, Mapping):
        return ""
    if isinstance(value, list | tuple):
        return _joined(value)
    if isinstance(value, range):
        return f"{value.start}..{value.stop - 1}"
    return str(value)


def _joined(values: Sequence[object]) -> str:
    """Return the items of a list as one text; a list may hold the same long text, or list, very often."""
    texts: list[str] = []
    size = 0
    left: list[Iterator[object]] = [iter(values)]
    while left:
        for item in left[-1]:
            inner = item if isinstance(item, list | tuple) else None
            text = "" if inner is not None else written(item)
            size += len(text) + 1
            if size > MAX_TEXT:
                raise ExhaustedError("a value grows beyond all bounds")
            if inner is not None:
                left.append(iter(inner))
                break
            texts.append(text)
        else:
            left.pop()
    return "".join(texts)


_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "*_`[]~$\\|{}"}


def literal(text: str) -> str:
    """Return text as HTML and as Markdown in which none of its signs means anything."""
    return escape(text, quote=True).translate(_SIGNS).replace("\n", " ")


_NAMES = ("name", "title", "full_name", "fullname", "label")
_ADDRESSES = ("url", "website", "web", "homepage", "link", "page", "html")


def named(thing: Mapping[str, object]) -> str:
    """Return a paragraph with the name of what a mapping describes, a link where it can be; "" without a name."""
    name = next((text for key in _NAMES if (text := written(thing.get(key)).strip())), "")
    url = next((text for key in _ADDRESSES if "://" in (text := written(thing.get(key)).strip())), "")
    shown = literal(name)
    return f'<p><a href="{escape(url)}">{shown}</a></p>' if name and url else f"<p>{shown}</p>" if name else ""
