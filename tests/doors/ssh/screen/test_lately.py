"""What was shown lately: the commonest is made again, and one visitor's many sizes are not many visitors'."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.first import Sort
from tui_home.doors.ssh.screen.lately import Lately
from tui_home.doors.ssh.screen.ready import Kind
from tui_home.model.look import PLAIN_LOOK

if TYPE_CHECKING:
    from tui_home.doors.ssh.screen.first import Recipe

_RECIPE = cast("Recipe", None)


def sort(columns: int) -> Sort:
    return Sort(Kind("", "", among=False, size=Size(columns, 24), look=PLAIN_LOOK, dim=True), "")


def lately(*widths: int, most: int = 9) -> Lately:
    """Return what it is like when screens of these widths have been shown, each to somebody else."""
    shown = Lately(most)
    for columns in widths:
        shown.heed(sort(columns), _RECIPE)
        shown.commonest()
    return shown


def test_the_commonest_is_wanted_and_as_many_of_another_change_nothing() -> None:
    assert lately().commonest() is None
    assert lately(80, 90, 90).commonest() == sort(90)
    assert lately(80, 90, 80, 90).commonest() == sort(80)


def test_only_the_last_count() -> None:
    shown = lately(80, 80, 80, 90, 90, most=3)
    assert shown.commonest() == sort(90)
    shown.heed(sort(90), _RECIPE)
    assert list(shown) == [sort(90)]


def test_who_changes_the_size_again_and_again_counts_once() -> None:
    shown = lately(80, 80, 90)
    for columns in range(91, 99):
        shown.heed(sort(columns), _RECIPE, sort(columns - 1).kind)
    assert set(shown) == {sort(80), sort(98)}
    assert shown.commonest() == sort(80)


def test_what_is_forgotten_is_not_wanted() -> None:
    shown = lately(80, 80, 90)
    shown.forget(sort(80))
    assert shown.commonest() == sort(90)
    shown.forget(sort(90))
    assert shown.commonest() is None
