from __future__ import annotations

from tui_home.doors.ssh.environment import Size
from tui_home.doors.ssh.screen.ready import Kind, ReadyScreen, ReadyScreens
from tui_home.model.look import Depth, Look


def _kind(columns: int) -> Kind:
    return Kind("revision", "", False, Size(columns, 24), Look(depth=Depth.ANSI), True)


def test_what_was_wanted_last_is_kept_up_to_a_number_of_bytes() -> None:
    screen = ReadyScreen("x" * 1000, "", ())
    screens = ReadyScreens(3 * screen.bytes)
    for columns in (1, 2, 3):
        screens.keep(_kind(columns), screen)
    assert screens.find(_kind(1))
    screens.keep(_kind(4), screen)
    assert [bool(screens.find(_kind(columns))) for columns in (1, 2, 3, 4)] == [True, False, True, True]
    smaller = screen._replace(frame="y")
    screens.keep(_kind(4), smaller)
    assert screens.bytes == 2 * screen.bytes + smaller.bytes
    screens.keep(_kind(5), screen._replace(frame="x" * 10_000))
    assert (len(screens), screens.bytes) == (0, 0), "one that is larger than all together is not kept"
