"""``include``: al-folio's own parts with a meaning for terminals, the site's others as they are written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui_home.model.problem import Origin, Severity
from tui_home.sources.jekyll.follow_ups import NO_INCLUDE
from tui_home.sources.jekyll.liquid import pictures
from tui_home.sources.jekyll.liquid.addresses import relative
from tui_home.sources.jekyll.liquid.arguments import filled, pairs
from tui_home.sources.jekyll.liquid.parsing import parsed
from tui_home.sources.jekyll.liquid.pictures import first, link
from tui_home.sources.jekyll.liquid.run import shown
from tui_home.sources.jekyll.liquid.strings import literal, written
from tui_home.sources.jekyll.yaml_values import Mapping as Yaml
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from liquid import Node

    from tui_home.sources.jekyll.liquid.context import Context

Part = Callable[["Context", Mapping[str, object]], str]

_CALL = pattern(r"\s*(\"[^\"]*\"|'[^']*'|(?:\{\{[^{}]*\}\}|[^\s{}\"'])+)(.*)", re.DOTALL)
_DEEPEST = 6
_BLANK_LINE = pattern(r"\n(?:[ \t]*\n)+")
_INDENT = pattern(r"\n[ \t]+")


def _github(context: Context, params: Mapping[str, object], name: str, listed: tuple[str, ...]) -> str:
    """Return a link to what the card shows; nothing when the section of repositories shows it anyway."""
    named = first(params, (name,))
    source = context.run.memory.once(
        ("repositories", context.run.reading.languages.chosen), lambda: _repositories(context)
    )
    if not named or any(named in source.texts(key) for key in listed):
        return ""
    return link(f"https://github.com/{named}", named)


def _repositories(context: Context) -> Yaml:
    from tui_home.sources.jekyll import yaml  # noqa: PLC0415 - beside its only use

    source = context.run.reading.data("repositories.yml")
    return yaml.parse(source.text, source.origin).mapping if source else Yaml()


def _repository(context: Context, params: Mapping[str, object]) -> str:
    return _github(context, params, "repository", ("github_repos",))


def _user(context: Context, params: Mapping[str, object]) -> str:
    return _github(context, params, "username", ("github_users",))


def _card(context: Context, params: Mapping[str, object]) -> str:  # noqa: ARG001 - one signature for all
    """Return the title and description that the theme's card shows; nothing for what the section of projects lists."""
    item = context.get(["project"], token=None, default=None)
    if not isinstance(item, Mapping) or not item.get("title") or item.get("collection") == "projects":
        return ""
    url = relative(written(item.get("redirect")) or written(item.get("url")), context.run.reading.config)
    said = literal(" ".join(written(item.get("description")).split()))
    return f"<p>{link(url, written(item['title']))}{'<br>' if said else ''}{said}</p>"


def _nothing(context: Context, params: Mapping[str, object]) -> str:  # noqa: ARG001 - one signature for all
    return ""


_PARTS: Mapping[str, Part] = {
    **dict.fromkeys(("figure", "image", "img", "picture", "responsive_image", "responsive-image"), pictures.figure),
    "video": pictures.video,
    "audio": pictures.audio,
    "calendar": pictures.calendar,
    **dict.fromkeys(("projects", "projects_horizontal"), _card),
    "repository/repo": _repository,
    "repository/repo_user": _user,
    "repository/repo_trophies": _nothing,
    **dict.fromkeys(
        (
            *(
                "bib_search",
                "social",
                "news",
                "pagination",
                "latest_posts",
                "courses",
            ),
            *("selected_papers", "related_posts", "citation", "announcements", "disqus", "giscus", "newsletter"),
        ),
        _nothing,
    ),
}
"""al-folio's includes by their names without suffix; lists that a section shows anyway are nothing here."""
_FRAME = frozenset(
    (
        *(
            "head",
            "header",
            "footer",
            "metadata",
            "scripts",
            "schema",
            "distill_scripts",
            "cookie_consent",
            "analytics",
        ),
        *("mathjax", "search", "comments", "toc", "share", "social_links", "google_analytics", "favicon", "navigation"),
    )
)
"""What frames a page on the web; nothing here."""
_FRAME_FOLDERS = ("cv/", "resume/", "scripts/", "plugins/")


def include(context: Context, args: str) -> str:
    """Return what an include becomes."""
    return _included(context, args, "_includes")


def include_relative(context: Context, args: str) -> str:
    """Return what a file beside the page becomes."""
    return _included(context, args, posixpath.dirname(context.run.page.path))


def _included(context: Context, args: str, folder: str) -> str:
    call = _CALL.match(args)
    if not call:
        return ""
    name = filled(context, call[1]).strip("\"' ").lstrip("/")
    params = pairs(context, call[2])
    stem = posixpath.splitext(name)[0].lower()
    if folder == "_includes" and stem in _PARTS:
        return _PARTS[stem](context, params)
    path = posixpath.normpath(posixpath.join(folder, name))
    if (stem in _FRAME or stem.startswith(_FRAME_FOLDERS)) and not context.run.reading.folder.has(path):
        return ""
    return file(context, path, params, name)


def file(context: Context, path: str, params: Mapping[str, object], name: str) -> str:
    """Return what a file of the site becomes, evaluated.

    Args:
        context: Where it is included.
        path: Below the site's folder.
        params: What it is given.
        name: What the page calls it.
    """
    run = context.run
    if run.depth >= _DEEPEST:
        run.note(
            Severity.WARNING, 0, f"Includes stand more than {_DEEPEST} deep in one another; “{shown(name)}” is left out"
        )
        return ""
    source = run.memory.once(("include", path), lambda: None if _outside(path) else run.reading.folder.read(path))
    if source is None:
        message = f"{NO_INCLUDE} “{shown(name)}”; nothing stands for it"
        run.note(Severity.WARNING, run.line, message, f"write it as {shown(path)}")
        return ""

    def parse() -> list[Node]:
        run.meter.spend(len(source.text) >> 6)
        return parsed(source.text, context.jekyll, run)

    with run.within(Origin(source.path)):
        run.meter.spend(3)
        tree = run.memory.once(("tree", path), parse)
        buffer = context.get_buffer()
        with context.extend({"include": params}):
            for node in tree:
                node.render(context, buffer)
    return _laid_out(buffer.getvalue()) if not path.endswith((".md", ".markdown")) else buffer.getvalue()


def _outside(path: str) -> bool:
    """Return whether a path is none below the site's folder."""
    return path.startswith(("..", "/")) or path in ("", ".") or "\0" in path


def _laid_out(html: str) -> str:
    """Return HTML without blank lines and indentation, which would make code of it in Markdown."""
    if "<" not in html or "<pre" in html or "```" in html:
        return html.strip("\n")
    return _INDENT.sub("\n", _BLANK_LINE.sub("\n", html)).strip()
