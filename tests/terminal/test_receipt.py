from __future__ import annotations

from tui_home.terminal.clipboard import Copied, Rung
from tui_home.terminal.opener import Opened
from tui_home.terminal.receipt import Receipt


def test_everything_is_kept_once_in_the_order_of_its_first_time() -> None:
    receipt = Receipt()
    asked = Copied(Rung.ASKED, "a@b.c", "a@b.c")
    opened = Opened(done=True, url="https://example.org")
    copied = Copied(Rung.LOCAL, "a@b.c", "a@b.c")
    for thing in (asked, opened, copied):
        receipt.record(thing)
    assert receipt.things == (copied, opened)


def test_copying_a_url_and_opening_it_are_two_things() -> None:
    receipt = Receipt()
    receipt.record(Copied(Rung.LOCAL, "x", "https://example.org"))
    receipt.record(Opened(done=False, url="https://example.org"))
    assert len(receipt.things) == 2


def test_what_leads_nowhere_is_not_kept() -> None:
    receipt = Receipt()
    receipt.record(Opened(done=False, url=""))
    assert receipt.things == ()


def test_what_was_taken_out_does_not_change_later() -> None:
    receipt = Receipt()
    before = receipt.things
    receipt.record(Copied(Rung.LOCAL, "x", "y"))
    assert before == ()
