"""The members of the JSON object for what a site holds beyond its first four sections; `json` describes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui_home.model.blocks import Blocks
from tui_home.model.collections import Article, Cv, CvPart, Repository
from tui_home.model.inline import plain_text
from tui_home.model.site import Site

Text = Callable[[Blocks], str]
"""Blocks as plain text, wrapped."""


def collections_object(site: Site, text: Text) -> dict[str, Any]:
    """Return CV, projects, posts, courses and repositories of `site`, ready for `json.dumps`."""
    return {
        "cv": _cv(site.cv, text) if site.cv else None,
        "projects": [_article(article) for article in site.projects],
        "posts": [_article(article) for article in site.posts],
        "courses": [_article(article) for article in site.courses],
        "repositories": [_repository(repository) for repository in site.repositories],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "key": article.key,
        "title": plain_text(article.title),
        "date": article.date.isoformat() if article.date else None,
        "summary": plain_text(article.summary),
        "group": article.group,
        "tags": list(article.tags),
        "minutes": article.minutes,
        "facts": [{"name": fact.name, "text": fact.text} for fact in article.facts],
        "url": article.url,
    }


def _cv(cv: Cv, text: Text) -> dict[str, Any]:
    return {"url": cv.pdf.url if cv.pdf else "", "parts": [_part(part, text) for part in cv.parts]}


def _part(part: CvPart, text: Text) -> dict[str, Any]:
    entries = [
        {
            "when": entry.when,
            "title": plain_text(entry.title),
            "subtitle": plain_text(entry.subtitle),
            "place": entry.place,
            "text": text(entry.blocks),
        }
        for entry in part.entries
    ]
    return {"title": part.title, "entries": entries, "text": text(part.blocks)}


def _repository(repository: Repository) -> dict[str, Any]:
    return {"name": repository.name, "url": repository.url, "user": repository.user}
