"""What the doctor says of copying: how far it got, and how to see whether it worked."""

from __future__ import annotations

from collections.abc import Iterator

from tui_home.layout import Ink
from tui_home.output.doctor_facts import Facts
from tui_home.output.document import plain_line
from tui_home.output.encodable import encodable
from tui_home.output.wrapping import wrapped
from tui_home.terminal.capabilities import Multiplexer
from tui_home.terminal.clipboard import Copied, Rung

SENTENCE = "tui-home doctor: copying works."
"""What is copied: whoever pastes it reads what it proves."""
INVITATION = "Copying: press y to copy a short sentence (what your clipboard holds is lost), any other key to end."
HINT = "Copying: not tried; tui-home doctor --copy copies a short sentence (what your clipboard holds is lost)."
_READ_BACK = {
    True: "Read back: the same words.",
    False: "Read back: other words, so another program has the clipboard.",
    None: "It could not be read back.",
}


def copying_text(facts: Facts, copied: Copied, width: int, *, read_back: bool | None = None) -> str:
    """Return what became of copying `SENTENCE`, as lines that end in a newline.

    Args:
        facts: Of the terminal.
        copied: How far it got.
        width: Cells.
        read_back: On the local rung, whether the clipboard held the sentence afterwards; None where nobody knows.
    """
    return paragraph(
        " ".join(_sentences(facts, copied, read_back=read_back)), width, unicode=facts.capabilities.unicode
    )


def paragraph(text: str, width: int, *, unicode: bool) -> str:
    """Return `text` as lines of at most `width` cells that end in a newline."""
    lines = "".join(f"{plain_line(line)}\n" for line in wrapped([(text, Ink())], max(min(width, 80), 20), 0, 2))
    return lines if unicode else encodable(lines, "ascii")


def _sentences(facts: Facts, copied: Copied, *, read_back: bool | None) -> Iterator[str]:
    capabilities = facts.capabilities
    if copied.rung is Rung.LOCAL:
        yield f"Copying: copied “{SENTENCE}” to this machine's clipboard (the first rung). {_READ_BACK[read_back]}"
        return
    if copied.rung is Rung.SHOWN:
        why = facts.why("osc52")
        yield f"Copying: neither a clipboard here nor a terminal to ask{f' ({why})' if why else ''};"
        yield "tui-home shows the text itself (the third rung)."
        return
    yield f"Copying: asked {_whom(capabilities.multiplexer)} to copy “{SENTENCE}” by OSC 52 (the second rung)."
    yield "Paste somewhere: if these words come, it works. If not, s in the homepage selects text."


def _whom(multiplexer: Multiplexer) -> str:
    named = {Multiplexer.TMUX: "tmux", Multiplexer.SCREEN: "your terminal through GNU screen"}
    return named.get(multiplexer, "your terminal")
