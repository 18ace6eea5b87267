"""``_posts/``: what the owner writes, newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tui_home.model.collections import Article
from tui_home.model.problem import Problem, Severity
from tui_home.sources.jekyll.articles import read_articles
from tui_home.sources.jekyll.permalinks import folder_of
from tui_home.sources.jekyll.reading import Reading


def read_posts(reading: Reading) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the posts, newest first, undated last, and what is wrong in them.

    Of one day, the file whose name comes later stands first, as Jekyll's ``site.posts`` has it.
    """
    found = read_articles(reading, folder_of("posts", reading.config), "post")
    problems = list(found.problems)
    for article, page in zip(found.articles, found.pages, strict=True):
        if not article.date:
            message = "The post has no date; Jekyll leaves it out"
            problems.append(
                Problem(Severity.WARNING, page.path, None, message, "begin the file's name with YYYY-MM-DD-")
            )
    posts = [post if post.date else replace(post, url="") for post in reversed(found.articles)]
    posts.sort(key=lambda post: post.date or dt.date.min, reverse=True)
    return tuple(posts), tuple(problems)
