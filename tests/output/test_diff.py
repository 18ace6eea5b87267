from __future__ import annotations

import difflib

from hypothesis import given
from hypothesis import strategies as st

from tui_home.output.diff import diff

BEFORE = "\n".join("abcdefghijklmnop")


def test_a_change_stands_in_its_context() -> None:
    assert diff("p.md", BEFORE, BEFORE.replace("e", "E ")) == (
        "--- p.md\n+++ p.md\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E \n f\n g\n h\n"
    )


def test_changes_far_apart_are_hunks_of_their_own_and_neighbours_stand_together() -> None:
    drawn = diff("p.md", BEFORE, BEFORE.replace("b", "B").replace("c", "C").replace("p", "P"))
    assert drawn.count("@@ -") == 2
    assert "-b\n-c\n+B\n+C\n" in drawn


def test_a_terminal_sees_what_changed_within_a_line() -> None:
    drawn = diff("p.md", "see caf√©s", "see cafés", coloured=True, inks=True)
    assert "\x1b[31m-see caf\x1b[0m\x1b[1;4;31m√©\x1b[0m\x1b[31ms\x1b[0m" in drawn
    assert "\x1b[1;4;32mé\x1b[0m" in drawn
    assert "\x1b[1;4m√©\x1b[0m" in diff("p.md", "√©", "é", inks=True)


def test_nothing_steers_the_terminal() -> None:
    drawn = diff("p\x1b[1m.md", "\x1b]0;x\x07a\uf8ff\n\u202eb", "A\nb")
    assert not {"\x1b", "\x07", "\u202e", "\uf8ff"} & set(drawn)


@given(st.lists(st.sampled_from("abx "), max_size=40), st.sets(st.integers(0, 39)))
def test_it_is_what_difflib_says(lines: list[str], changed: set[int]) -> None:
    # Unique lines, so that there is only one shortest difference.
    before = [f"{number}{line}" for number, line in enumerate(lines)]
    after = [f"{line}!" if number in changed else line for number, line in enumerate(before)]
    ours = diff("p", "\n".join(before), "\n".join(after)).splitlines()[2:]
    theirs = list(difflib.unified_diff(before, after, lineterm=""))[2:]
    plain = [line.replace(",1 ", " ") if line.startswith("@@") else line for line in ours]
    assert plain == theirs or not changed
