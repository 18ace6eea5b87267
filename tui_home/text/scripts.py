"""Superscript and subscript, in Unicode where it has them."""

from __future__ import annotations

SUPERSCRIPT = str.maketrans(
    "0123456789+-−=()abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
SUBSCRIPT = str.maketrans("0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_RAISED = SUPERSCRIPT | str.maketrans("ABDEGHIJKLMNOPRTUW⊤βγδθφχ", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁᵂᵀᵝᵞᵟᶿᵠᵡ")
_LOWERED = SUBSCRIPT | str.maketrans("βγρφχ", "ᵦᵧᵨᵩᵪ")
_SIGNS = {"∘": "°", "∗": "*", "⋆": "*", "*": "*", "★": "*", "†": "†", "‡": "‡", "′": "′", "°": "°"}
"""What is raised, or small, of itself."""
_LONGEST = 6
"""More tiny letters nobody can read."""


def raised(text: str) -> str:
    """Return an exponent of a formula: ``²``, ``ᵀ``, ``^(…)`` where Unicode lacks a letter."""
    return _SIGNS.get(text) or _small(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return an index of a formula: ``ᵢ``, ``_θ``, ``_(…)`` where Unicode lacks a letter."""
    return _small(text, _LOWERED, "_")


def _small(text: str, table: dict[int, int], sign: str) -> str:
    """Return `text` in tiny letters, or else after a sign, in brackets when it is more than a word or a number."""
    if not text:
        return ""
    short = len(text) <= _LONGEST or not any(map(str.isalpha, text))
    if short and all(ord(character) in table for character in text):
        return text.translate(table)
    alone = len(text) == 1 or (text.isascii() and text.replace(".", "").isalnum())
    return f"{sign}{text}" if alone else f"{sign}({text})"
