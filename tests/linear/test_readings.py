from __future__ import annotations

from dataclasses import replace

from tui_home.linear.conversation import Conversation
from tui_home.linear.readings import Readings
from tui_home.model.blocks import Paragraph
from tui_home.model.inline import Span
from tui_home.model.site import About, Name, Site
from tui_home.terminal.visitor import Visitor


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
