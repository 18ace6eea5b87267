"""Text for a stream that is not Unicode: signs become what typists wrote before there were any."""

from __future__ import annotations

import unicodedata

_TYPED = str.maketrans(
    {
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "--", "―": "--", "−": "-",
        "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "′": "'", "″": '"', "«": '"', "»": '"',
        "…": "...", "•": "*", "·": "-", "×": "x", "→": "->", "←": "<-", "★": "*", "☆": "*",
        "─": "-", "━": "=", "│": "|", "▌": "|", "▐": "|", "▏": "[", "▕": "]", "▎": "|",
        "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
        "\u200d": "", "\u200c": "", "\ufe0e": "", "\ufe0f": "",
    }
)  # fmt: skip


def encodable(text: str, encoding: str) -> str:
    """Return `text` so that `encoding` can say all of it; what has no likeness becomes a question mark.

    An encoding that Python does not know counts as ASCII.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_likeness(character, encoding) for character in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _likeness(character: str, encoding: str) -> str:
    typed = character.translate(_TYPED)
    for candidate in (character, typed, _base_letters(typed)):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return "?"


def _base_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)) or "?"
