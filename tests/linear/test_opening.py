from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.linear.conftest import visitor_of
from tui_home.linear.conversation import Conversation
from tui_home.model.blocks import Paragraph
from tui_home.model.inline import Span
from tui_home.model.site import Site
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.visitor import Visitor

Say = Callable[..., str]


class TestOpening:
    def test_a_link_within_the_site_is_followed_and_back_returns(self, talk: Say) -> None:
        assert talk("go about", "open 2").startswith("First post.\n\n6 May 2024\n\nDear reader.\n")
        assert talk("b").startswith("About.")

    def test_details_are_read_and_their_links_go_on_with_the_numbers(self, talk: Say) -> None:
        part = talk("papers")
        details = talk("1")
        assert "What paper 9 is about: engines." in details
        assert "Author 1, Author 2, Author 3, Author 4, Author 5" in details
        assert "Author 1, Author 2, Author 3, Author 4, Author 5" not in part
        assert details.endswith("End of the details. back returns to Papers.\n")
        assert "[2]" in details
        assert talk("back") == part

    def test_long_details_have_parts_too(self, site: Site, visitor: Visitor) -> None:
        abstract = tuple(Paragraph((Span(f"Paragraph {number} " + "word " * 100),)) for number in range(5))
        conversation = Conversation(
            replace(site, publications=(replace(site.publications[0], abstract=abstract),)), visitor
        )
        conversation.begin("papers")
        heard = conversation.answer("1")
        assert heard.endswith("Next: more of these details.\n")
        while not heard.endswith("back returns to Papers.\n"):
            heard += conversation.answer("n")
        assert [heard.count(f"Paragraph {number} ") for number in range(5)] == [1] * 5
        assert conversation.answer("n").startswith("Contact.")

    def test_a_fold_is_opened(self, talk: Say) -> None:
        assert "I ride horses." not in talk("go about")
        assert talk("3").startswith("More about me\n\nI ride horses.\nEnd of the details. ")

    def test_bibtex_is_read_and_copied(self, talk: Say) -> None:
        talk("papers")
        assert "\n@article{p9,\n  year = 2020,\n}\nEnd of BibTeX.\n" in talk("open 3")
        assert talk("copy 3").endswith("\n@article{p9,\n  year = 2020,\n}\n")

    def test_far_away_an_address_stands_alone_on_its_line(self, talk: Say) -> None:
        assert talk("open 1").splitlines() == ["Open this on your machine:", "https://lab.example.org/people/"]

    def test_here_the_browser_opens_it(self, site: Site) -> None:
        visitor = visitor_of(Capabilities(), browser=True)
        conversation = Conversation(site, visitor)
        conversation.begin()
        assert conversation.answer("1") == "Opening https://lab.example.org/people/ in your browser\n"
        assert "You opened: https://lab.example.org/people/\n" in conversation.answer("q")

    @pytest.mark.parametrize("line", ["open 99", "99", "copy 0", f"open {'9' * 900}", "o999999999"])
    def test_a_number_that_means_nothing_is_said(self, talk: Say, line: str) -> None:
        assert talk("go about", line).endswith("here; the numbers go from 1 to 6.\n")

    def test_names_are_opened_too(self, talk: Say) -> None:
        assert "https://calendly.com/ada" in talk("open meeting")
        assert talk("open papers").startswith("Papers: ")
        assert talk("open sesame").startswith("There is no sesame to open.")

    def test_numbers_mean_what_was_heard_until_another_part_is(self, talk: Say) -> None:
        talk("go about", "nonsense", "email", "help", "where", "go nowhere")
        assert "lab.example.org" in talk("1")

    def test_a_number_means_the_same_in_every_part_of_a_section(self, talk: Say) -> None:
        first = talk("papers")
        second = talk("next")
        assert "Paper number 9 [1]" in first
        assert "Paper number 2 [22]" in second
        assert talk("links").splitlines()[0] == "[22] Paper number 2, details"
        assert "Open this on your machine:\nhttps://doi.org/10.1/9\n" in talk("2")

    def test_details_are_all_that_was_not_heard_with_the_title(self, talk: Say) -> None:
        talk("papers")
        assert talk("open 13").splitlines() == [
            "JoE: Paper number 5 [13]", "DOI [14], BibTeX [15]", "", "What paper 5 is about: engines.",
            "End of the details. back returns to Papers.",
        ]  # fmt: skip

    def test_of_a_paper_without_an_abstract_nothing_is_repeated(self, site: Site, visitor: Visitor) -> None:
        conversation = Conversation(replace(site, publications=(replace(site.publications[-1], abstract=()),)), visitor)
        conversation.begin("papers")
        assert conversation.answer("open 1") == "There is nothing more to it.\n"
        assert "@article" in conversation.answer("copy 3")

    def test_links_tells_what_the_numbers_mean(self, talk: Say) -> None:
        assert talk("go about", "links").splitlines()[:4] == [
            "[1] the lab: https://lab.example.org/people/",
            "[2] a post, on this homepage",
            "[3] More about me, details",
            "[4] The engine: https://example.org/engine.png",
        ]
