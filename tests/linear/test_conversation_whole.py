"""A whole conversation, as it is heard; read it to know what the linear mode is like."""

from __future__ import annotations

import os
from pathlib import Path

from tui_home.linear.conversation import Conversation
from tui_home.model.site import Site
from tui_home.terminal.visitor import Visitor

APPROVED = Path(__file__).with_name("conversation.txt")
LINES = (
    "help", "where", "open 5", "", "links", "open 2", "back", "news", "o1", "next", "open 1", "copy 3", "n", "n",
    "find engines", "open 2", "back", "copy email", "copy meeting", "open meeting", "email", "fnid", "nonsense",
    "go pots", "go contact", "n", "n", "n", "n", "quit",
)  # fmt: skip


def test_it_reads_as_approved(site: Site, visitor: Visitor) -> None:
    """After a wanted change: APPROVE=1 pytest tests/linear/test_conversation_whole.py, and read the difference."""
    conversation = Conversation(site, visitor)
    heard = conversation.begin()
    for line in LINES:
        heard += f"{conversation.prompt}{line}\n{conversation.answer(line)}"
    if os.environ.get("APPROVE"):
        APPROVED.write_text(heard, encoding="utf-8")
    assert heard == APPROVED.read_text(encoding="utf-8")
    assert conversation.over
