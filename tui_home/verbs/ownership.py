"""What only the owner of a site asks for, and who that is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

OWNER_VERBS = ("check", "new")
"""The names of what only an owner asks for, on their own machine. The table of Verbs knows none of these, so that
nobody who comes over the network can ask for one."""


class Owner(NamedTuple):
    """The owner of a site, and how to speak with them."""

    chosen: str = ""
    """The site that they named beside the command; empty for none."""
    ask: Callable[[str], bool] | None = None
    """Shows a text that ends in a question, and returns whether the answer is yes; None where nobody answers."""
