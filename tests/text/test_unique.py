from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.unique import unique

WORDS = st.sampled_from(("a", "a-2", "a-3", "b", "b-2"))


def test_equal_words_are_numbered_from_two() -> None:
    taken: dict[str, int] = {}
    assert [unique(word, taken) for word in ("a", "a", "b", "a", "a-2")] == ["a", "a-2", "b", "a-3", "a-2-2"]


def test_what_is_reserved_is_taken() -> None:
    assert unique("news", {"news": 1}) == "news-2"


@given(st.lists(WORDS, max_size=30))
def test_no_word_comes_twice_and_each_begins_as_it_was_given(words: list[str]) -> None:
    taken: dict[str, int] = {}
    found = [unique(word, taken) for word in words]
    assert len(set(found)) == len(found)
    assert all(made.startswith(word) for made, word in zip(found, words, strict=True))
