"""How wide a terminal draws what is not one cell: written, and the cursor asked where it stands. No I/O, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_home.text.width import cell_width, drawable

_CURSOR = "\x1b[6n"
_CLEARED = "\r\x1b[K"
_ANSWER = re.compile(r"\x1b\[[0-9]{1,4};([0-9]{1,4})R")
_LONGEST_ANSWER = 80
"""Characters of an answer of which the end has not come."""


class Cluster(NamedTuple):
    """What a reader sees as one character, of a kind that terminals may disagree on."""

    name: str
    text: str


CLUSTERS = (
    Cluster("letter", "a"),
    Cluster("combining", "e\u0301"),
    Cluster("our own rule", "─"),
    Cluster("ambiguous sign", "①"),
    Cluster("Chinese", "漢"),
    Cluster("Korean", "한"),
    Cluster("Devanagari", "नि"),
    Cluster("emoji", "👋"),
    Cluster("emoji selector", "❤\ufe0f"),
    Cluster("keycap", "1\ufe0f\u20e3"),
    Cluster("skin tone", "👍🏽"),
    Cluster("joined emoji", "👩\u200d💻"),
    Cluster("flag", "🇬🇧"),
)
"""Of each kind one; the letter shows that measuring works at all."""


class Measured(NamedTuple):
    """The cells that one cluster takes: in our reckoning, and in the terminal's (None where it was not measured)."""

    name: str
    text: str
    """As it is written in content, and copied."""
    ours: int
    """Of the form in which we draw it."""
    terminal: int | None = None
    as_written: int | None = None
    """The terminal's, of `text` itself."""

    @property
    def drawn(self) -> str:
        """The form in which we draw it."""
        return drawable(self.text)

    @property
    def agrees(self) -> bool | None:
        """Whether what we draw stands where we think it does; None where that is not known."""
        return None if self.terminal is None else self.terminal == self.ours


class Measuring:
    """Measures clusters in one round trip. Write `question`, pass what arrives to `feed` until `done`.

    The cursor must stand on a line of its own, which is empty afterwards. Answers come in the order of the questions
    (CPR of ECMA-48); where one is missing nothing counts.
    """

    def __init__(self, clusters: Sequence[Cluster] = CLUSTERS) -> None:
        self._clusters = clusters
        self._texts = tuple(text for cluster in clusters for text in _forms(cluster.text))
        self._columns: list[int] = []
        self._held = ""

    @property
    def done(self) -> bool:
        """Whether everything has been answered."""
        return len(self._columns) == len(self._texts)

    def question(self) -> str:
        """Return what to write: each form at the beginning of the line, and the question after it."""
        asked = "".join(f"{_CLEARED}{text}{_CURSOR}" for text in self._texts)
        return f"{asked}{_CLEARED}"

    def feed(self, data: str) -> None:
        """Look for answers in what arrived; anything between them is passed over, and an answer may come in pieces."""
        self._held += data
        end = 0
        for answer in _ANSWER.finditer(self._held):
            end = answer.end()
            if not self.done:
                self._columns.append(int(answer[1]))
        self._held = self._held[end:][-_LONGEST_ANSWER:]

    def measured(self) -> tuple[Measured, ...]:
        """Return what is known of every cluster."""
        cells = iter([column - 1 for column in self._columns] if self.done else [])
        return tuple(self._of(cluster, cells) for cluster in self._clusters)

    @staticmethod
    def _of(cluster: Cluster, cells: Iterator[int]) -> Measured:
        forms = _forms(cluster.text)
        found = [next(cells, None) for _ in forms]
        return Measured(cluster.name, cluster.text, cell_width(forms[0]), found[0], found[-1])


def _forms(text: str) -> tuple[str, ...]:
    """Return the form that we draw, and after it the one that is written if that is another."""
    return tuple(dict.fromkeys((drawable(text), text)))
