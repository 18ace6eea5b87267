"""The real program under many values of TERM, down to its bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from tests.emulator import DARK, LIGHT, Emulator, Replies

_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
_STRINGS = re.compile(rb"\x1b[\]P_^X]")


class Term(NamedTuple):
    name: str
    colours: int
    strings: bool = True
    """Whether it may be sent an OSC, a DCS or an APC."""
    environment: Mapping[str, str] = MappingProxyType({})


TERMS = (
    Term("linux", 8, strings=False),
    Term("vt100", 0, strings=False),
    Term("vt220", 0, strings=False),
    Term("ansi", 8, strings=False),
    Term("cygwin", 8, strings=False),
    Term("xterm", 16),
    Term("xterm-256color", 256),
    Term("xterm-256color", 1 << 24, environment={"COLORTERM": "truecolor"}),
    Term("xterm-kitty", 1 << 24),
    Term("xterm-ghostty", 1 << 24),
    Term("alacritty", 1 << 24),
    Term("foot", 1 << 24),
    Term("screen", 8),
    Term("screen-256color", 256),
    Term("tmux-256color", 256),
    Term("rxvt-unicode-256color", 256),
    Term("eterm-color", 8, strings=False),
    Term("unheard-of", 16),
    Term("xterm-256color", 0, environment={"NO_COLOR": "1"}),
)

ON_LIGHT = {"xterm", "xterm-256color", "xterm-kitty"}
"""One of each depth at which the background decides."""


def named(term: Term) -> str:
    return "-".join((term.name, *term.environment))


@pytest.mark.parametrize(
    ("term", "replies"),
    [
        *(pytest.param(term, DARK, id=f"dark-{named(term)}") for term in TERMS),
        *(pytest.param(term, LIGHT, id=f"light-{named(term)}") for term in TERMS if named(term) in ON_LIGHT),
    ],
)
def test_it_is_whole_within_the_colours_and_leaves_nothing_behind(tmp_path: Path, term: Term, replies: Replies) -> None:
    environment = {"TERM": term.name, **term.environment}
    if replies is LIGHT:
        # The first screen kept from a dark one of that name would be shown until this one answers.
        environment["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    with Emulator(tmp_path, 80, 24, replies=replies, environment=environment) as terminal:
        terminal.run_homepage()
        terminal.wait_for("Wanru Zhao", "About", "News", "Papers", "Contact", "q leave")
        terminal.send("3")
        terminal.wait_for("Breaking Physical")
        terminal.send("/")
        terminal.send("federated")
        terminal.wait_for("federated")
        terminal.send("\r")
        terminal.send("?")
        terminal.wait_for("Moving")
        terminal.send("?")
        terminal.wait_for("Breaking Physical", "q leave")
        terminal.send("q")
        assert terminal.wait_for_exit() == 0
        assert terminal.echoes
        assert not terminal.on_alternate_screen
        receipt = terminal.screen.strip().splitlines()
        assert receipt, "the owner's name and address"
        assert receipt[0].lstrip().startswith("Wanru Zhao")
        assert len(receipt) == 1, "no answer to a question of ours is left over"
        written = terminal.written
    coloured, beyond = bool(colours_in(written)), too_many(written, term.colours)
    assert not beyond, f"{term.colours} colours, but {beyond}"
    # Few colours are shades of the terminal's own, of which none is legible on every light background; and without
    # an answer nobody knows what they stand on.
    wanted = term.colours > 16 or (term.colours > 0 and term.strings and replies is DARK)
    assert coloured == wanted, f"colours where they can be read: {colours_in(written)}"
    if not term.strings:
        assert not _STRINGS.search(written), "it would print this"


def colours_in(written: bytes) -> list[str]:
    """Return the colour parts of every SGR."""
    found: list[str] = []
    for sgr in _SGR.findall(written):
        parts = sgr.decode().replace(":", ";").split(";")
        while parts:
            part = parts.pop(0)
            if part in {"38", "48"}:
                taken = 2 if parts[0] == "5" else 4
                found.append(";".join([part, *parts[:taken]]))
                parts = parts[taken:]
            elif re.fullmatch("3[0-7]|4[0-7]|9[0-7]|10[0-7]", part):
                found.append(part)
    return found


def too_many(written: bytes, colours: int) -> set[str]:
    """Return the colours that a terminal with `colours` of them does not have."""
    allowed = {
        0: "",
        8: "[34][0-7]",
        16: "(3|4|9|10)[0-7]",
        256: "(3|4|9|10)[0-7]|[34]8;5;[0-9]+",
        1 << 24: "(3|4|9|10)[0-7]|[34]8;(5;[0-9]+|2;[0-9;]+)",
    }[colours]
    return {colour for colour in colours_in(written) if not re.fullmatch(allowed, colour)}
