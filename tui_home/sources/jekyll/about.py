"""The home page: al-folio's ``_layouts/about.liquid``."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.document.html import html_lines
from tui_home.model.blocks import Align
from tui_home.model.inline import plain_text
from tui_home.model.problem import Problem, Severity
from tui_home.model.site import About, Profile
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.keys import ABOUT_KEYS, ANNOUNCEMENTS_KEYS, PROFILE_KEYS, understand
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.safe import printable

_NEWS_LIMIT, _POSTS_LIMIT = 5, 3
_LOOSE_KEYS = frozenset(("align", "image", "image_circular", "address", "more_info"))
_ENOUGH = 2
"""Keys of a profile that make one without being indented below it."""
_ALIGNS = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


class HomePage(NamedTuple):
    """The about page as read, before it is joined with the rest of the site."""

    about: About
    problems: tuple[Problem, ...] = ()


def read_about(page: Page, reading: Reading) -> HomePage:
    """Return what the about page says.

    Args:
        page: The page that `home.find_home` found; its front matter's misspelt keys are put right.
        reading: The site that it belongs to.
    """
    front = page.front
    problems = [*page.problems, *understand(front, ABOUT_KEYS, page.path)]
    profile, more = _profile(page, reading)
    problems += more
    announcements = front.mapping("announcements")
    posts = front.mapping("latest_posts")
    for mapping in (announcements, posts):
        problems += understand(mapping, ANNOUNCEMENTS_KEYS, page.path)
    document = reading.document(page)
    problems += document.problems
    blocks = reading.demo.without(document.blocks)
    if len(blocks) < len(document.blocks):
        problems.append(reading.demo.left_out(page))
    title, more = reading.line(page, front, "title")
    problems += more
    subtitle, more = reading.line(page, front, "subtitle" if front.text("subtitle") else "description")
    problems += more
    news = front.flag("news") or (announcements.flag("enabled") if announcements else front.flag("announcements"))
    limit = announcements.number("limit") or reading.config.news_limit or _NEWS_LIMIT
    posts_limit = posts.number("limit") or reading.config.posts_limit or _POSTS_LIMIT
    about = About(
        title=plain_text(title).strip(),
        subtitle=() if reading.demo.text(plain_text(subtitle)) else subtitle,
        profile=profile,
        blocks=blocks,
        news=news,
        news_limit=max(limit, 1),
        selected_papers=front.flag("selected_papers"),
        social=front.flag("social"),
        latest_posts=posts.flag("enabled") if posts else front.flag("latest_posts"),
        latest_posts_limit=max(posts_limit, 1),
    )
    return HomePage(about, tuple(problems))


def _profile(page: Page, reading: Reading) -> tuple[Profile | None, tuple[Problem, ...]]:
    value, problem = _profile_keys(page)
    if not isinstance(value, Mapping):
        if value is None or value is False:
            return None, ()
        message = "“profile” has no keys below it; it is left out"
        return None, (Problem(Severity.WARNING, page.path, page.front.line("profile"), message, "indent its keys"),)
    problems = [*problem, *understand(value, PROFILE_KEYS, page.path)]
    document = reading.text(page, value, "more_info", key="more_info")
    problems += document.problems
    address, more = reading.source(page, value, "address")
    problems += more
    profile = Profile(
        align=_ALIGNS.get(value.text("align").lower(), Align.RIGHT),
        image=printable(value.text("image")),
        image_circular=value.flag("image_circular"),
        address=tuple(line for line in html_lines(address) if not reading.demo.text(line)),
        more_info=reading.demo.without(document.blocks),
    )
    return profile, tuple(problems)


def _profile_keys(page: Page) -> tuple[object, tuple[Problem, ...]]:
    """Return the profile as written; its keys may stand below it without being indented."""
    front = page.front
    own = _LOOSE_KEYS.intersection(front)
    if front.get("profile") is not None or "profile" not in front or len(own) < _ENOUGH:
        return front.get("profile"), ()
    gathered = Mapping()
    for key in own:
        gathered[key] = front[key]
        gathered.lines[key] = front.lines.get(key, 1)
        gathered.text_lines[key] = front.text_lines.get(key, 1)
    message = "The keys of “profile” are not indented; taken for its own"
    return gathered, (Problem(Severity.WARNING, page.path, front.line("profile"), message, "indent its keys"),)
