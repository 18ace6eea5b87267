"""The words of al-folio's front matter, and what a misspelt one was meant to be."""

from __future__ import annotations

from tui_home.model.problem import Problem
from tui_home.sources.jekyll.yaml import key_problem
from tui_home.sources.jekyll.yaml_values import Mapping
from tui_home.text.suggest import closest

_ANY_PAGE = frozenset(
    (
        *("layout", "title", "permalink", "description", "published", "date", "draft", "lang", "hidden", "sitemap"),
        *("nav", "nav_order", "nav_rank", "dropdown", "children", "redirect", "redirect_from", "redirect_to", "author"),
        *("authors", "tags", "tag", "category", "categories", "keywords", "img", "image", "thumbnail", "og_image"),
        *("og_type", "toc", "comments", "giscus_comments", "disqus_comments", "related_posts", "related_publications"),
        *("sidebar", "scripts", "style", "styles", "_styles", "css", "js", "math", "mathjax", "tikzjax", "mermaid"),
        *("chart", "code_diff", "map", "images", "typograms", "pseudocode", "citation", "bibliography", "featured"),
        *("importance", "github", "github_stars", "external_source", "inline", "pretty_table", "tabs", "horizontal"),
        *("display_categories", "pagination", "page_id", "lang-ref", "ref", "slug", "url", "excerpt", "last_updated"),
        *(
            "robots",
            "cv_pdf",
            "cv_format",
            "link",
            "website",
            "short_title",
            "heading",
            "id",
            "weight",
            "order",
            "video",
        ),
    )
)
ABOUT_KEYS = _ANY_PAGE | frozenset(
    (
        *("subtitle", "profile", "news", "selected_papers", "social", "announcements", "latest_posts", "profiles"),
        *("publications", "papers", "posts", "projects", "cv", "teaching", "services", "bio", "logo"),
        *("contact", "display", "intro", "interests", "education", "research", "team", "people", "newsletter"),
    )
)
"""What may stand at the top of an about page: al-folio's ``_layouts/about.liquid`` and Jekyll's own words."""
PROFILE_KEYS = frozenset(
    ("align", "image", "image_circular", "address", "more_info", "name", "email", "content", "alt")
)
ANNOUNCEMENTS_KEYS = frozenset(("enabled", "limit", "scrollable", "title"))
NEWS_KEYS = _ANY_PAGE
_MOST_SLIPS = 50
"""Keys of one mapping that are looked up among the known ones: each takes half a millisecond."""
_LONG = 10
"""Letters from which on no owner makes up a key that differs by a plural alone."""


def understand(mapping: Mapping, known: frozenset[str], file: str) -> tuple[Problem, ...]:
    """Put the values of plainly misspelt keys where they were meant to be, and return a Problem for each.

    A key that is merely unknown is left alone: owners add keys of their own. A key that is there spelt rightly wins.

    Args:
        mapping: What was written at one place; changed.
        known: The keys that mean something at that place.
        file: The page, for the Problems.
    """
    problems = []
    for key in [key for key in mapping if key not in known][:_MOST_SLIPS]:
        meant = closest(key, known)
        if meant is None:
            continue
        certain = meant not in mapping and not _may_be_a_word(key, meant)
        problems.append(key_problem(file, mapping.line(key), key, meant, certain=certain))
        if meant not in mapping:
            mapping[meant] = mapping[key]
            mapping.lines[meant] = mapping.lines.get(key, 1)
            mapping.text_lines[meant] = mapping.text_lines.get(key, mapping.lines[meant])
    return tuple(problems)


def _may_be_a_word(key: str, meant: str) -> bool:
    """Return whether a key may be the owner's own after all: short, and a number or a plural of what is known."""
    return len(key) < _LONG and key.rstrip("s0123456789") == meant.rstrip("s0123456789")
