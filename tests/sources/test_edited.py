from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.problem import Edit
from tui_home.sources.edited import mend

HERE = "\uf8ffüëã"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("last", [b"", b"last without an end"])
def test_line_ends_byte_order_mark_and_the_last_line_stay(end: bytes, mark: bytes, last: bytes) -> None:
    data = mark + b"adress: x  " + end + end + f"Hi {HERE}!\t".encode() + end + last
    made = mend(data, [Edit(1, "adress:", "address:"), Edit(3, HERE, "👋")])
    assert made.data == mark + b"address: x  " + end + end + "Hi 👋!\t".encode() + end + last
    assert (made.places, made.left) == (2, ())


@pytest.mark.parametrize("line", ["a} b}", "", "nothing", "a } b }"])
def test_what_does_not_stand_there_as_often_as_was_seen_is_left_alone(line: str) -> None:
    made = mend(line.encode(), [Edit(1, "}", ")")])
    assert made.data == line.encode()
    assert made.places == 0
    reason = "cannot be told from other places of line 1" if "}" in line else "is not in line 1 as it is written"
    assert [left.partition(";")[0] for left in made.left] == [f"“}}” {reason}"]


def test_an_edit_is_made_as_often_as_was_seen_however_often_it_is_told() -> None:
    assert mend(b"a} b}", [Edit(1, "}", ")", 2)]).data == b"a) b)"
    assert mend(b"a} b}", [Edit(1, "}", ")", 2)] * 2).data == b"a) b)"
    assert mend(b"a} b}", [Edit(1, "}", ")")] * 2).data == b"a} b}"


def test_what_is_part_of_something_longer_is_told_from_it() -> None:
    made = mend(b"ab abc", [Edit(1, "ab", "1"), Edit(1, "abc", "2")])
    assert made.data == b"1 2"


def test_edits_that_contradict_each_other_are_not_made() -> None:
    made = mend(b"a a x", [Edit(1, "a", "1"), Edit(1, "a", "2"), Edit(1, "x", "y")])
    assert (made.data, made.places) == (b"a a y", 1)


@pytest.mark.parametrize("edit", [Edit(1, "", "x"), Edit(1, "a", "b\nc"), Edit(9, "a", "b"), Edit(0, "a", "b")])
def test_an_edit_that_makes_no_sense_is_not_made(edit: Edit) -> None:
    assert mend(b"a", [edit]).data == b"a"


def test_in_a_file_that_is_not_utf8_only_lines_of_ascii_change() -> None:
    data = b"adress: x\nHi \xe9 adress:\n"
    made = mend(data, [Edit(1, "adress:", "address:"), Edit(2, "adress:", "address:")])
    assert made.data == b"address: x\nHi \xe9 adress:\n"
    assert made.left == ("It is not UTF-8; save it as that first",)
    assert mend(b"a\xe9\nx", [Edit(2, "x", "é")]).data == b"a\xe9\nx"


def test_sixteen_bits_a_letter_are_left_alone() -> None:
    data = "adress: x\n".encode("utf-16")
    assert mend(data, [Edit(1, "adress:", "address:")]).data == data


PIECES = st.lists(
    st.sampled_from([b"\n", b"\r\n", b"\r", b"X", b"XX", b" ", b"a}", b"\xc3\xa9", b"\xe9", b"\xef\xbb\xbf", b"\0"])
    | st.binary(max_size=2),
    max_size=30,
).map(b"".join)
EDITS = st.lists(st.builds(Edit, st.integers(0, 8), st.sampled_from(["X", "XX", "}", "é", "a}"]), st.just("Ω")))


@given(PIECES, EDITS)
def test_nothing_but_the_edits_changes(data: bytes, edits: list[Edit]) -> None:
    made = mend(data, edits)
    old, new = (re.split(rb"(\r\n|\r|\n)", text) for text in (data, made.data))
    assert len(old) == len(new)
    places = 0
    for at, (before, after) in enumerate(zip(old, new, strict=True)):
        here = [edit.before.encode() for edit in edits if 2 * (edit.line - 1) == at]
        kept = after.split("Ω".encode())
        places += len(kept) - 1
        form = b"|".join(map(re.escape, here)) if here else b"(?!)"
        assert re.fullmatch((b"(?:" + form + b")").join(map(re.escape, kept)), before, re.DOTALL)
    assert places == made.places
