from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.linear.whole import missing, whole
from tui_home.model.site import Site
from tui_home.sources import open_site
from tui_home.sources.packaged import packaged_content


def test_every_word_that_is_printed_is_heard(site: Site) -> None:
    for one in (site, open_site(packaged_content())):
        assert not missing(one, whole(one))


def test_what_is_folded_away_is_heard_when_it_is_opened(site: Site) -> None:
    heard = whole(site)
    for words in ("I ride horses.", "The body.", "What paper 1 is about: engines.", "year = 2020"):
        assert words in heard


@pytest.mark.parametrize("sign", ["·", "•", "▸", "▏", "─", "★", "“", "\x1b"])
def test_nothing_is_drawn(site: Site, sign: str) -> None:
    assert sign not in whole(site)


def test_no_line_box_or_block_is_drawn(site: Site) -> None:
    assert not [character for character in whole(site) if "\u2500" <= character <= "\u25ff"]


def test_keys_of_the_full_screen_are_not_spoken_of(talk: Callable[..., str]) -> None:
    assert "copies" not in talk("go contact")
    assert "\nada@example.org [" in talk("go about")
