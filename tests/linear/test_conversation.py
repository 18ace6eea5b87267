from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.linear.conftest import visitor_of
from tui_home.linear.commands import COMMANDS
from tui_home.linear.conversation import Conversation
from tui_home.linear.readings import Readings
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

    def test_links_tells_what_the_numbers_mean(self, talk: Say) -> None:
        assert talk("go about", "links").splitlines()[:4] == [
            "[1] the lab: https://lab.example.org/people/",
            "[2] a post, on this homepage",
            "[3] More about me, details",
            "[4] The engine: https://example.org/engine.png",
        ]


class TestCopying:
    def test_what_is_certain_is_called_copied(self, site: Site) -> None:
        conversation = Conversation(site, visitor_of(Capabilities(graphical=True), local=True))
        assert conversation.answer("copy email") == "Copied ada@example.org.\n"
        assert "You copied: ada@example.org\n" in conversation.answer("q")

    def test_a_terminal_is_asked_by_an_escape_code_that_is_no_part_of_what_is_said(self, site: Site) -> None:
        sent: list[str] = []
        conversation = Conversation(site, visitor_of(Capabilities(), sent=sent))
        said = conversation.answer("copy meeting")
        assert said.startswith("Asked your terminal to copy meeting link. Nothing to paste?")
        assert said.endswith("\nhttps://calendly.com/ada\n")
        assert sent[0].startswith("\x1b]52;c;")
        assert "\x1b" not in said

    def test_without_a_clipboard_the_text_is_said_alone(self, talk: Say) -> None:
        assert talk("copy address").splitlines()[1:] == ["1 Street", "London"]

    def test_what_has_nothing_to_copy_is_said(self, talk: Say) -> None:
        assert talk("copy").startswith("Copy what?")
        assert talk("copy fax") == "There is: email, meeting, address.\n"

    def test_email_and_meeting_are_told(self, talk: Say) -> None:
        assert talk("email").splitlines()[0] == "ada@example.org"
        assert talk("m").splitlines()[0] == "https://calendly.com/ada"

    def test_a_site_without_either_says_so(self, visitor: Visitor) -> None:
        conversation = Conversation(Site("r", Name("Bo"), "Bo", About()), visitor)
        assert conversation.answer("email") == "No email address is given here.\n"
        assert conversation.answer("meeting") == "No meeting link is given here.\n"
        assert conversation.answer("copy email") == "This homepage has no address to copy.\n"


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
        assert all(f"\n{command.name}" in told for command in COMMANDS)
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


class TestLaterReadings:
    def test_more_of_the_site_takes_the_place_of_less(self, site: Site, visitor: Visitor) -> None:
        first = replace(site, publications=(), posts=(), pending=("papers", "posts"))
        conversation = Conversation(first, visitor)
        conversation.begin("papers")
        assert "Papers: still being read." in conversation.answer("again")
        assert conversation.answer("find engines").endswith("still being\nread.\n")
        assert "still being read; try again" in conversation.answer("go about") + conversation.answer("2")
        conversation.answer("papers")
        conversation.replace(site)
        assert conversation.answer("again").startswith("Papers: 9 papers, part 1 of 2.")

    def test_of_what_has_grown_nothing_is_missed_or_heard_twice(self, site: Site, visitor: Visitor) -> None:
        conversation = Conversation(replace(site, news=(), pending=("news",)), visitor)
        heard = conversation.begin("about") + conversation.answer("where")
        assert "A homepage, of which some is still being read: About, News, " in heard
        more = tuple(Paragraph((Span(f"Paragraph {number}. " + "word " * 60),)) for number in range(9))
        about = replace(site.about, blocks=(*site.about.blocks, *more))
        conversation.replace(replace(site, about=about, pending=("papers",)))
        conversation.replace(replace(site, about=about))
        heard = conversation.answer("next")
        assert heard.startswith("There is more of About by now.\nAbout: part 1 of 4. From there on:\n")
        while "End of About." not in heard:
            heard += conversation.answer("next")
        assert [heard.count(f"Paragraph {number}.") for number in range(9)] == [1] * 9
        assert "Picture: The engine" not in heard
        assert conversation.answer("next").startswith("News: 2 items.")

    def test_what_was_still_being_read_is_read_from_its_beginning(self, site: Site, visitor: Visitor) -> None:
        conversation = Conversation(replace(site, publications=(), pending=("papers",)), visitor)
        assert "still being read" in conversation.begin("papers")
        conversation.replace(site)
        assert "\nPapers: 9 papers, part 1 of 2.\n\nHeading: 2022\n" in conversation.answer("next")

    def test_what_is_gone_is_no_error(self, site: Site, visitor: Visitor) -> None:
        conversation = Conversation(site, visitor)
        conversation.begin()
        for line in ("talks", "go posts/first", "papers", "n"):
            conversation.answer(line)
        conversation.replace(Site("other", Name("Bo"), "Bo", About()))
        for line in ("", "again", "1", "back", "back", "find x", "where", "links", "posts"):
            assert conversation.answer(line)

    def test_readings_are_shared_by_visitors(self, site: Site, visitor: Visitor) -> None:
        readings = Readings()
        heard = [Conversation(site, visitor, readings=readings).begin() for _ in range(2)]
        assert heard[0] == heard[1]
        assert readings.of(site) is readings.of(replace(site))
        assert readings.of(site) is not readings.of(replace(site, pending=("news",)))

    def test_of_many_sites_few_are_kept(self, site: Site) -> None:
        readings = Readings()
        kept = readings.of(site)
        for number in range(10):
            readings.of(replace(site, revision=str(number)))
        assert readings.of(site) is not kept


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
