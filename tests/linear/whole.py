"""All of a homepage by way of the conversation, and its words."""

from __future__ import annotations

import re
from collections import Counter

from tui_home.linear.conversation import Conversation
from tui_home.model.site import Site
from tui_home.output.text import text
from tui_home.sections import sections_of
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.visitor import Visitor

_NUMBER = re.compile(r"\[[0-9]+\]")
_WORD = re.compile("[\u2e80-\u9fff]|[^\\W\u2e80-\u9fff]+")  # an ideograph may stand at the end of any line
_DETAILS = re.compile(r"^\[([0-9]+)\] (?:.*, details|BibTeX.*)$", re.MULTILINE)
_HERE = re.compile(r"^\[([0-9]+)\] .*, on this homepage$", re.MULTILINE)


def whole(site: Site) -> str:
    """Return everything that is heard: every part, where its links lead, what is folded away in it."""
    conversation = Conversation(site, Visitor(Capabilities(osc52=False, remote=True)), 1000)
    heard = [conversation.begin()]
    while not heard[-1].startswith("That was all."):
        details = []
        for number in _DETAILS.findall(conversation.answer("links")):
            details.append(conversation.answer(f"open {number}"))
            while details[-1].endswith("more of these details.\n"):
                details.append(conversation.answer(""))
        links = conversation.answer("links")
        copied = [conversation.answer(f"copy {number}") for number in _HERE.findall(links)]
        heard += [links, *details, *copied, conversation.answer("again")]
        heard.append(conversation.answer("next"))
    return "".join(heard)


def missing(site: Site, heard: str) -> Counter[str]:
    """Return the words that stand in the text of the homepage and are not `heard`, as often as they are missing."""
    return words(text(site, sections_of(site), 1000)) - words(heard)


def words(said: str) -> Counter[str]:
    return Counter(_WORD.findall(_NUMBER.sub("", said.replace("mailto:", ""))))
