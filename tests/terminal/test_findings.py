"""What is told of a terminal, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.terminal.capabilities import (
    capabilities,
    findings,
    in_words,
)
from tui_home.terminal.environment import Environment
from tui_home.text.safe import printable

VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "CLICOLOR_FORCE", "TMUX", "STY", "TERM_PROGRAM", "VTE_VERSION", "LANG")


VALUES = st.one_of(
    st.sampled_from(("", "1", "xterm-256color", "screen", "tmux", "C.UTF-8", "7600")), st.text(max_size=90)
)


@given(st.dictionaries(st.sampled_from(VARIABLES), VALUES), st.booleans())
def test_findings_are_what_the_program_goes_by_and_safe_to_print(variables: dict[str, str], tty: bool) -> None:
    environment = Environment(variables, stdout_tty=tty)
    able = capabilities(environment)
    found = findings(environment)
    assert [finding.value for finding in found] == [in_words(getattr(able, finding.name)) for finding in found]
    for finding in found:
        assert printable(finding.why) == finding.why
        assert 0 < len(finding.why) < 100


@pytest.mark.parametrize(
    ("variables", "name", "value", "why"),
    [
        ({"TERM": "linux"}, "depth", "8 colours", "TERM is linux"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "depth", "no colours", "NO_COLOR is set"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "depth", "all colours", "COLORTERM is truecolor"),
        ({"LC_ALL": "C", "LANG": "C.UTF-8"}, "unicode", "no", "LC_ALL is C"),
        ({"TERM": "dumb"}, "interactive", "no", "TERM is dumb"),
        ({"TERM": "screen"}, "multiplexer", "screen", "TERM is screen"),
        ({"TERM": "xterm"}, "multiplexer", "none", "neither TMUX nor STY is set"),
        ({"TERM": "xterm", "SSH_TTY": "/dev/pts/1"}, "remote", "yes", "SSH_TTY is set"),
    ],
)
def test_every_finding_has_its_reason(variables: dict[str, str], name: str, value: str, why: str) -> None:
    assert (name, value, why) in findings(Environment(variables))
