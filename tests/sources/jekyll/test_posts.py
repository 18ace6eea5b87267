"""Posts: what is not said with the articles."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.model.site import Site


def test_a_post_without_a_date_has_no_address_on_the_web(site: Callable[..., Site]) -> None:
    files = {"_config.yml": "url: https://a.example\n", "_posts/2024-01-02-a.md": "A.", "_posts/b.md": "B."}
    opened = site(files)
    assert [post.url for post in opened.posts] == ["https://a.example/2024/01/02/a.html", ""]
    assert [problem.file for problem in opened.problems] == ["_posts/b.md"]
