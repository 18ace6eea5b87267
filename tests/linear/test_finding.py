from __future__ import annotations

from collections.abc import Callable

Say = Callable[..., str]


class TestFinding:
    def test_words_are_found_in_all_sections_and_opened_there(self, talk: Say) -> None:
        assert talk("find LONDON").splitlines()[:3] == [
            "LONDON: 3 places.",
            "[1] About: 1 Street: London",
            "[2] News: Feb: Moved to London.",
        ]
        assert talk("2").startswith("News: 2 items. From there on:\n\nFeb: Moved to London.\n")

    def test_numbers_from_there_on_are_those_of_the_whole_part(self, talk: Say) -> None:
        part = talk("papers")
        talk("find number 7", "1")
        assert "[7]" in talk("find number 7", "1")
        assert "Paper number 7 [7]" in part

    def test_articles_and_what_is_folded_away_are_searched(self, talk: Say) -> None:
        assert talk("f dear reader").splitlines()[1] == "[1] First post: Dear reader."
        assert talk("1").startswith("First post. From there on:")
        assert "More about me: in its details" in talk("f horses")

    def test_many_places_are_told_a_few_at_a_time(self, talk: Say) -> None:
        assert talk("find engines").endswith("\nNext: 1 more.\n")
        assert talk("n").splitlines()[0].startswith("[9] Papers: JoE: Paper number 1")
        assert talk("9").startswith("Papers: 9 papers, part 2 of 2, ")

    def test_back_returns_to_where_one_was_reading(self, talk: Say) -> None:
        part = talk("go news")
        talk("find engines")
        assert talk("back") == part

    def test_without_words_the_last_ones_are_meant(self, talk: Say) -> None:
        assert talk("find").startswith("Find what?")
        assert talk("find london", "news", "find").startswith("london: 3 places.")

    def test_nothing_is_said_to_be_nothing(self, talk: Say) -> None:
        assert talk("find zebra") == "zebra is not on this homepage.\n"
