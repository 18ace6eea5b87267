from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.site import Site

Opened = Callable[..., Site]
PAGE = "---\nlayout: about\ntitle: {}\npermalink: /\n---\n{}\n"


@pytest.mark.parametrize(
    ("config", "title", "body", "name", "shown"),
    [
        ("title: blank\nfirst_name: Ann\nmiddle_name: B.\nlast_name: Doe\n", "about", "", "Ann B. Doe", "Ann B. Doe"),
        ("first_name: Ann\nlast_name: [van Doe]\n", "about", "", "Ann van Doe", "Ann van Doe"),
        ("title: Our Lab\nfirst_name: Ann\nlast_name: Doe\n", "about", "", "Ann Doe", "Our Lab"),
        ("title: Doe, Ann, PhD\n", "about", "", "Doe, Ann, PhD", "Doe, Ann, PhD"),
        ("name: The Lab\n", "about", "", "The Lab", "The Lab"),
        ("title: blank\n", "<b>Ann</b> Doe", "", "Ann Doe", "Ann Doe"),
        ("", "Home", "# Ann Doe", "Ann Doe", "Ann Doe"),
        ("scholar: {first_name: [Ann], last_name: [Doe]}\n", "About", "Hi.", "Ann Doe", "Ann Doe"),
        ("", "about", "Hi.", "Homepage", "Homepage"),
    ],
)
def test_who_the_site_is_about(site: Opened, config: str, title: str, body: str, name: str, shown: str) -> None:
    opened = site({"_config.yml": config, "_pages/about.md": PAGE.format(title, body)})
    assert (opened.name.full, opened.title) == (name, shown)
