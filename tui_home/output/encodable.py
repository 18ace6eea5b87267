"""Text for a stream that is not Unicode: what it cannot say is spelt in letters that it has."""

from __future__ import annotations

from codecs import lookup
from itertools import groupby


def encodable(text: str, encoding: str) -> str:
    """Return `text` so that `encoding` can say all of it; what has no likeness becomes a question mark.

    An encoding that Python does not know counts as ASCII.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return _spelt(text, encoding)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _spelt(text: str, encoding: str) -> str:
    from tui_home.text.spelling import ascii_of  # noqa: PLC0415 - most streams say everything

    if lookup(encoding).name == "ascii":
        # Then a sign is spelt according to what stands beside it.
        return _without_rest(ascii_of(text), encoding)
    runs = groupby(text, key=lambda character: _says(encoding, character))
    spelt = "".join("".join(run) if said else ascii_of("".join(run)) for said, run in runs)
    return _without_rest(spelt, encoding)


def _without_rest(spelt: str, encoding: str) -> str:
    """Return `spelt` with ordinary blanks where the stream has no others."""
    return spelt if _says(encoding, spelt) else spelt.replace("\N{NO-BREAK SPACE}", " ")


def _says(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
