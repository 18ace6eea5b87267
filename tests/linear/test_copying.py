from __future__ import annotations

from collections.abc import Callable

from tests.linear.conftest import visitor_of
from tui_home.linear.conversation import Conversation
from tui_home.model.site import About, Name, Site
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.visitor import Visitor

Say = Callable[..., str]


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
