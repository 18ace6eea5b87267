from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.linear.conftest import visitor_of
from tui_home.linear.commands import COMMANDS
from tui_home.linear.conversation import Conversation
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import SitePage
from tui_home.model.inline import Span
from tui_home.model.site import About, Name, Site
from tui_home.sections import sections_of
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.visitor import Visitor

Say = Callable[..., str]


class TestMoving:
    def test_it_begins_with_who_it_is_and_the_first_section(self, site: Site, visitor: Visitor) -> None:
        first, second, _, empty, head, *_ = Conversation(site, visitor).begin().splitlines()
        assert (first, empty, head) == ("Ada Love", "", "About.")
        assert second == "A homepage in 6 sections: About, News, Papers, Contact, Posts, Talks."

    def test_it_begins_where_it_is_asked_to(self, site: Site, visitor: Visitor) -> None:
        assert "\nPapers: 9 papers, part 1 of 2.\n" in Conversation(site, visitor).begin("papers")
        assert "\nFirst post.\n" in Conversation(site, visitor).begin("posts/first")

    def test_next_goes_through_every_part_of_every_section(self, talk: Say) -> None:
        heads = [talk("again").splitlines()[0]]
        while not (answer := talk("")).startswith("That was all."):
            heads.append(answer.splitlines()[0])
        assert heads == [
            "About.", "News: 2 items.", "Papers: 9 papers, part 1 of 2.",
            "Papers: 9 papers, part 2 of 2, still under 2020.", "Contact.", "Posts: 2 posts.", "Talks.",
        ]  # fmt: skip

    def test_a_part_ends_with_what_comes_next(self, talk: Say) -> None:
        assert talk("go news").endswith("\n\nEnd of News. Next: Papers, 9 papers.\n")
        assert talk("n").endswith("\n\nNext: part 2 of 2.\n")
        assert talk("go talks").endswith("\n\nEnd of Talks, the last section.\n")

    def test_back_returns_step_by_step_to_where_one_began(self, talk: Say) -> None:
        talk("go papers", "n", "go posts")
        heads = [talk("b").splitlines()[0][:6] for _ in range(4)]
        assert heads == ["Papers", "Papers", "About.", "There "]

    def test_of_endless_moving_little_is_kept(self, site: Site, visitor: Visitor) -> None:
        conversation = Conversation(site, visitor)
        for _ in range(300):
            conversation.answer("go news")
            conversation.answer("go papers")
        steps = 0
        while not conversation.answer("back").startswith("There is nothing"):
            steps += 1
        assert steps == 100

    @pytest.mark.parametrize("words", ["go papers", "Papers", "g pap", "go PAPERS"])
    def test_a_section_is_named_as_one_likes(self, talk: Say, words: str) -> None:
        assert talk(words).startswith("Papers: 9 papers, ")

    def test_without_a_name_the_sections_are_told(self, talk: Say) -> None:
        told = "About, News, Papers, Contact, Posts, Talks."
        assert talk("go").endswith(told + "\n")
        assert told in talk("where")
        assert talk("go nowhere").startswith("There is no section nowhere.")
        assert talk("go papres") == "There is no section papres. Did you mean go papers?\n"

    def test_after_an_article_comes_the_next_one(self, talk: Say) -> None:
        assert talk("go posts/first").endswith("End of First post. Next: Second post.\n")
        assert talk("n").startswith("Second post.\n")
        assert talk("n").startswith("Talks.\n")


class TestLeaving:
    def test_quit_says_goodbye_with_the_receipt(self, site: Site, visitor: Visitor) -> None:
        conversation = Conversation(site, visitor)
        conversation.answer("copy email")
        told = conversation.answer("quit")
        assert conversation.over
        assert told.splitlines() == [
            "Goodbye.", "Ada Love, ada@example.org, https://calendly.com/ada", "Not copied: ada@example.org",
        ]  # fmt: skip

    def test_the_second_interrupt_in_a_row_leaves(self, site: Site, visitor: Visitor) -> None:
        conversation = Conversation(site, visitor)
        assert "quit leaves" in conversation.interrupt()
        conversation.answer("where")
        assert "quit leaves" in conversation.interrupt()
        assert conversation.interrupt().startswith("Goodbye.")
        assert conversation.over


class TestWords:
    def test_help_tells_every_command_in_few_lines(self, talk: Say) -> None:
        told = talk("help")
        assert all((f"\n{command.name}" in told) is not command.among for command in COMMANDS)
        assert len(told.splitlines()) <= 18

    def test_slips_are_understood_but_not_acted_upon(self, talk: Say) -> None:
        assert talk("nxet") == "nxet is no command. Did you mean next?\n"
        assert talk("papres") == "papres is no command. Did you mean go papers?\n"
        assert talk("hello there").startswith("hello is no command. There is: next, back, ")

    @pytest.mark.parametrize("width", [0, 20, 40, 72])
    def test_lines_are_as_wide_as_asked_except_addresses(self, site: Site, visitor: Visitor, width: int) -> None:
        conversation = Conversation(site, visitor, width)
        heard = conversation.begin() + "".join(conversation.answer(line) for line in ("help", "", "", "1", "f engines"))
        assert max(len(line) for line in heard.splitlines() if "://" not in line) <= max(width, 20)

    def test_without_unicode_it_is_spelt(self, site: Site) -> None:
        erdos = replace(site.publications[0], bibtex="@misc{x, author = {Erdős}}", title=(Span("Erdős — π"),))
        site = replace(site, publications=(erdos,), name=Name("Ádá"), title="Ádá")
        conversation = Conversation(site, visitor_of(Capabilities(unicode=False)))
        assert conversation.begin().isascii()
        assert all(conversation.answer(line).isascii() for line in ("papers", "copy 3", "open 1", "q"))
        assert conversation.answer("find Łódź").isascii()


HOSTILE = st.one_of(
    st.text(),
    st.sampled_from(["", "n", "b", "1", "o 1", "c 1", "f e", "find", "links", "again", "/", "go", "\x03", "q"]),
    st.builds("{} {}".format, st.sampled_from([command.name for command in COMMANDS]), st.text()),
    st.builds("{}{}".format, st.sampled_from("oncgf"), st.integers()),
)


@given(lines=st.lists(HOSTILE, max_size=20), width=st.integers(-5, 2000))
def test_whatever_is_typed_is_answered_in_lines_that_steer_nothing(lines: list[str], width: int) -> None:
    conversation = Conversation(made(), visitor_of(Capabilities(osc52=False, remote=True)), width)
    for heard in (conversation.begin(), *map(conversation.answer, lines)):
        assert heard.endswith("\n")
        assert not any(character < " " or "\x7f" <= character < "\xa0" for character in heard.replace("\n", ""))
        assert all(line == line.rstrip() for line in heard.split("\n"))


def made() -> Site:
    page = SitePage("talks", "Talks", (Paragraph((Span("One\x1b[2J two\x9b."),)),))
    return Site("r", Name("Bo"), "Bo\x07", About(blocks=(Paragraph((Span("Hello \u202eworld"),)),)), pages=(page,))


def test_every_section_has_its_own_head(site: Site, talk: Say) -> None:
    for section in sections_of(site):
        assert talk(f"go {section.id}").startswith(section.title)
