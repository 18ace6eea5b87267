"""What can be asked for without a screen; one table for the command line and for whoever comes over the network."""

from __future__ import annotations

from tui_home.verbs.outcome import Outcome, Setting
from tui_home.verbs.ownership import OWNER_VERBS
from tui_home.verbs.table import VERBS, Verb, perform

__all__ = ["OWNER_VERBS", "VERBS", "Outcome", "Setting", "Verb", "perform"]
