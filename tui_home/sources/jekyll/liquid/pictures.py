"""What shows something on the web: pictures, sounds and videos, as HTML that `document` understands."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from tui_home.sources.jekyll.liquid.addresses import relative
from tui_home.sources.jekyll.liquid.arguments import pairs, words
from tui_home.sources.jekyll.liquid.strings import literal, written

if TYPE_CHECKING:
    from tui_home.sources.jekyll.liquid.context import Context

_PATHS = ("path", "src", "url", "image_path", "image", "img", "file", "filename")
_NAMES = ("alt", "title", "caption")


def first(params: Mapping[str, object], names: tuple[str, ...]) -> str:
    """Return the first of some parameters that says something, on one line."""
    return next((text for name in names if (text := " ".join(written(params.get(name)).split()))), "")


def attribute(name: str, value: str) -> str:
    """Return an attribute; nothing when it is empty."""
    return f' {name}="{escape(value)}"' if value else ""


def link(url: str, text: str) -> str:
    """Return a link, as HTML: it stands in HTML and in Markdown alike."""
    return f"<a{attribute('href', url)}>{literal(text)}</a>"


def captioned(shown: str, params: Mapping[str, object]) -> str:
    """Return what is shown, with its caption where it has one."""
    caption = first(params, ("caption",))
    return f"<figure>{shown}<figcaption>{caption}</figcaption></figure>" if caption else shown


def figure(context: Context, params: Mapping[str, object]) -> str:
    """Return a picture: al-folio's ``figure.liquid``."""
    src = first(params, _PATHS)
    if not src:
        return ""
    names = attribute("alt", first(params, _NAMES[:2])) + attribute("title", first(params, ("title",)))
    return captioned(f"<img{attribute('src', relative(src, context.run.reading.config))}{names}>", params)


def _played(tag: str, context: Context, params: Mapping[str, object]) -> str:
    src = first(params, _PATHS)
    if not src:
        return ""
    tag = "iframe" if tag == "video" and "://" in src else tag
    title = attribute("title", first(params, _NAMES))
    return captioned(f"<{tag}{attribute('src', relative(src, context.run.reading.config))}{title}></{tag}>", params)


def video(context: Context, params: Mapping[str, object]) -> str:
    """Return a video: al-folio's ``video.liquid``."""
    return _played("video", context, params)


def audio(context: Context, params: Mapping[str, object]) -> str:
    """Return a sound: al-folio's ``audio.liquid``."""
    return _played("audio", context, params)


def calendar(context: Context, params: Mapping[str, object]) -> str:  # noqa: ARG001 - one signature for all
    """Return a link to a calendar: al-folio's ``calendar.liquid``."""
    address = first(params, ("calendar_id",))
    return link(f"https://calendar.google.com/calendar/embed?src={address}", "Calendar") if address else ""


def picture_tag(context: Context, args: str) -> str:
    """Return the picture of jekyll-responsive-image's tag and its like: ``path: a.png alt: "…"``, or words alone."""
    params = pairs(context, args)
    if not first(params, _PATHS):
        named = next((word for word in words(args) if "." in word or "/" in word), "")
        params = {**params, "path": named}
    return figure(context, params)


def _player(place: str, name: str) -> str:
    return place.format(name) if "/" not in name else name


def youtube(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    """Return a link to a video on YouTube."""
    named = next(iter(words(args)), "")
    return link(_player("https://www.youtube.com/watch?v={}", named), "Video on YouTube") if named else ""


def vimeo(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    """Return a link to a video on Vimeo."""
    named = next(iter(words(args)), "")
    return link(_player("https://vimeo.com/{}", named), "Video on Vimeo") if named else ""


def tweet(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    """Return a link to a post on X, which nobody fetches."""
    url = next((word for word in words(args) if "://" in word), "")
    parts = url.partition("://")[2].split("/")
    author = f" by @{parts[1]}" if len(parts) > 2 else ""  # noqa: PLR2004 - host, author, status
    return link(url, f"Post on X{author}") if url else ""


def gist(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    """Return a link to a gist."""
    named = words(args)
    return link(_player_of_gist(named[0]), f"Gist {' '.join(named)}") if named else ""


def _player_of_gist(name: str) -> str:
    return name if "://" in name else f"https://gist.github.com/{name}"
