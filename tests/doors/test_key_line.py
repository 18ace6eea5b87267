from __future__ import annotations

import pytest
from textual import constants, events

from tui_home.doors.key_line import KeyLine
from tui_home.terminal.dialogue import Dialogue
from tui_home.terminal.environment import Environment


@pytest.mark.parametrize("disabled", [False, True])
def test_escape_and_alt_are_keys_whatever_textual_is_told_of_kittys_protocol(
    disabled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "DISABLE_KITTY_KEY", disabled)
    line = KeyLine(Dialogue(Environment({"TERM": "xterm"})), lambda _: None)
    pressed = [event for event in line.feed(b"\x1b\x1b\x1bxj\x1b[1;3D") if isinstance(event, events.Key)]
    assert [event.key for event in pressed] == ["escape", "escape", "alt+x", "j", "alt+left"]
