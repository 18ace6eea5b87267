"""What the commands of a formula stand for."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pylatexenc.macrospec import LatexContextDb


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTIONS = _words(
    "arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf injlim ker lg lim liminf "
    "limsup ln log max min mod Pr projlim sec sin sinh sup tan tanh"
)
LARGE = frozenset("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀⨆⋯…")
ORDINARY = frozenset("∂∇√∞∅¬∀∃∄⊤⊥|‖⌊⌋⌈⌉⟨⟩⋮⋱ℓ′°♯∠∎")
"""Signs that are neither relation nor operation, though Unicode counts most among the mathematical symbols."""
_PAIRS = (
    "cdot · cdots ⋯ dots … ldots … dotsc … dotsb ⋯ dotsm ⋯ colon : iff ⇔ implies ⇒ impliedby ⇐ to → gets ← mid | "
    "lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ | ‖ prime ′ degree ° lbrace { rbrace } lbrack [ rbrack ] coloneqq "
    "≔ triangleq ≜ ast ∗ epsilon ε varepsilon ε phi φ varphi φ hbar ℏ land ∧ lor ∨ lnot ¬ le ≤ ge ≥ leq ≤ geq ≥ ne ≠ "
    "neq ≠ emptyset ∅ varnothing ∅ bmod mod And & lt < gt > models ⊨ vDash ⊨ complement ∁ TeX TeX LaTeX LaTeX"
)
SIGNS = dict(zip(_PAIRS.split()[::2], _PAIRS.split()[1::2], strict=True)) | {"limsup": "lim sup", "liminf": "lim inf"}
DROPPED = _words(
    "big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm limits nolimits displaystyle textstyle "
    "scriptstyle scriptscriptstyle nonumber notag rm bf it sf tt cal em mathop mathrel mathbin mathord mathopen "
    "mathclose mathpunct ensuremath boldmath centering hline allowbreak strut protect smash mathstrut normalsize "
    "small large Large tiny mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb symbf underline uline "
    "fbox boxed underbrace overbrace"
)
"""What changes only how a formula is set; its argument, if any, is what follows."""
BLANK = frozenset(
    (",", ";", ":", " ", ">", "!", "quad", "qquad", "enspace", "thinspace", "enskip", "space", "hfill", "\n")
)
TEXTS = _words("text textrm textbf textit textsf texttt textsc textnormal textup emph mbox hbox intertext")
ACCENTS = {
    **dict.fromkeys(("hat", "widehat"), "\u0302"),
    **dict.fromkeys(("bar", "overline"), "\u0304"),
    **dict.fromkeys(("tilde", "widetilde"), "\u0303"),
    **dict.fromkeys(("vec", "overrightarrow"), "\u20d7"),
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "breve": "\u0306",
    "acute": "\u0301",
    "grave": "\u0300",
    "mathring": "\u030a",
}
ALPHABETS = {
    **dict.fromkeys(("mathbb", "mathbbm", "mathds", "Bbb"), "DOUBLE-STRUCK"),
    **dict.fromkeys(("mathcal", "mathscr", "mathpzc"), "SCRIPT"),
    "mathfrak": "FRAKTUR",
}
BRACKETS = {
    **dict.fromkeys(("matrix", "bmatrix", "array", "smallmatrix"), ("[", "]", " ")),
    "pmatrix": ("(", ")", " "),
    "vmatrix": ("|", "|", " "),
    "Vmatrix": ("‖", "‖", " "),
    "Bmatrix": ("{", "}", " "),
    **dict.fromkeys(("cases", "dcases", "rcases"), ("{ ", " }", ", ")),
}
"""What stands before, behind and within the rows of an environment that stays on one line."""
CELL = "\ufdd0"
"""Between two cells of a matrix, while it is read."""
_MOST_ACCENTED = 2


@cache
def symbol(command: str) -> str | None:
    r"""Return what a command without arguments prints: ``α`` for ``\alpha``; None when nobody knows it."""
    if command in SIGNS:
        return SIGNS[command]
    if command in {"argmax", "argmin"}:
        return f"arg {command[3:]}"
    if command in FUNCTIONS or not command.isalpha():
        return command
    printed = getattr(_table().get_macro_spec(command), "simplify_repl", None)
    return printed if isinstance(printed, str) and "%" not in printed and printed.strip() else None


@cache
def _table() -> LatexContextDb:
    """Return pylatexenc's table of commands."""
    from pylatexenc.latex2text import get_default_latex_context_db  # noqa: PLC0415 - 30 ms, only for formulas

    return get_default_latex_context_db()


def lettered(text: str, alphabet: str) -> str:
    """Return `text` in one of Unicode's mathematical alphabets: ``ℝ``; what it lacks stays."""
    return "".join(_letter(character, alphabet) for character in text)


def _letter(character: str, alphabet: str) -> str:
    if not (character.isascii() and character.isalnum()):
        return character
    name = unicodedata.name(character).removeprefix("LATIN ").replace("LETTER ", "")
    older = "BLACK-LETTER" if alphabet == "FRAKTUR" else alphabet
    for full in (f"{older} {name}", f"MATHEMATICAL {alphabet} {name}"):
        try:
            return unicodedata.lookup(full)
        except KeyError:
            continue
    return character


def accented(text: str, mark: str) -> str:
    """Return one or two letters under an accent; longer text as it is."""
    if not text or len(text) > _MOST_ACCENTED:
        return text
    return unicodedata.normalize("NFC", "".join(letter + mark if letter.isalnum() else letter for letter in text))


def is_relation(sign: str) -> bool:
    """Return whether `sign` has blanks on both sides: ``≤``, ``×``, ``→``."""
    if len(sign) != 1 or sign in ORDINARY or sign in LARGE:
        return False
    return sign == "·" or unicodedata.category(sign) == "Sm" or "ARROW" in unicodedata.name(sign, "")
