r"""LaTeX, as it stands in BibTeX fields, as plain text.

One pass, one regular expression: what is an accent, a symbol, a formula or an address is replaced, every other command
loses its name and keeps its argument. pylatexenc, whose parser takes a millisecond for a title and drops arguments of
commands that it does not expect (``\texttt{x}``), gives only its table of symbols, through `maths`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui_home.text.patterns import pattern
from tui_home.text.scripts import SUBSCRIPT, SUPERSCRIPT

_LATEX = pattern(r"[\\{}$~]|--|``|''")
_TOKEN = pattern(
    r"(?P<formula>\$\$(?P<display>[^$]{1,1000})\$\$"
    r"|(?<![\\\w])\$(?P<spaced>[^$\\^_=]{0,1000}[\\^_=](?:[^$]{0,1000}[^$\\])?)\$(?!\d)"
    r"|\$(?P<dollars>[^\s$](?:[^$]{0,1000}[^\s$\\])?)\$(?!\d)"
    r"|\\\$(?P<escaped>[^\s$](?:[^$\n]{0,80}[^\s$\\])?)\\\$(?!\d)"
    r"|\\\((?P<round>(?:[^$\\]|\\[^()$]){1,1000})\\\)|\\\[(?P<square>(?:[^$\\]|\\[^][$]){1,1000})\\\]"
    r"|\\ensuremath\s{0,3}\{(?P<ensured>[^{}$]{1,1000})\})"
    r"|(?P<address>\\(?:url|path|nolinkurl)\s{0,3}\{(?P<url>[^{}]{0,2000})\})"
    r"|(?P<dropped>\\(?:href|label|(?:no|full|auto|text|paren)?cite[a-z]{0,10}|ref|index|textcolor|color|noopsort|vspace|hspace"
    r"|fontsize|begin|end|selectlanguage|foreignlanguage|phantom)\*?\s{0,3}(?:\[[^][{}]{0,200}\])?\s{0,3}\{[^{}]{0,2000}\})"
    r"|(?P<script>\\text(?P<kind>super|sub)script\s{0,3}\{(?P<small>[^{}\\$]{0,40})\})"
    r"|(?P<accented>\\(?:(?P<sign>[\"'`^~=.])|(?P<mark>[uvHtcdbrk])(?=[\s{\\]))\s{0,3}"
    r"(?:\{\s{0,3}\\?(?P<braced>[^\W\d_])(?:\{\})?(?P<more>[^\W\d_]{0,20})\s{0,3}\}|\\(?P<dotless>[ij])(?![A-Za-z])(?:\{\}|\s)?"
    r"|(?P<letter>[^\W\d_])))"
    r"|(?P<command>\\(?P<name>[A-Za-z]{1,40})\*?(?P<after>\{\}|[ \t]*))"
    r"|(?P<escape>\\(?P<character>.))"
    r"|(?P<ligature>---?|``|''|~|[{}])",
    re.DOTALL,
)
_ACCENTS = dict(
    zip(
        "\"'`^~=.uvHtcdbrk",
        "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0306\u030c\u030b\u0361\u0327\u0323\u0331\u030a\u0328",
        strict=True,
    )
)


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_LETTERS = _pairs(
    "ss ß SS ẞ o ø O Ø l ł L Ł aa å AA Å ae æ AE Æ oe œ OE Œ i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ"
)
_SYMBOLS = {
    **dict.fromkeys(("newline", "par", "item", "quad", "qquad", "enspace", "space"), " "),
    **dict.fromkeys(("dots", "ldots", "textellipsis"), "…"),
    **dict.fromkeys(("euro", "texteuro", "EUR"), "€"),
    **{logo: logo for logo in ("LaTeX", "TeX", "BibTeX", "XeTeX", "LuaTeX", "XeLaTeX", "LuaLaTeX")},
    **_pairs(
        "S § P ¶ pounds £ textbackslash \\ textasciitilde ~ textasciicircum ^ textquotesingle ' textbar | textless < "
        "textgreater > textunderscore _ copyright © textregistered ® textendash – textemdash — textquoteleft ‘ "
        "textquoteright ’ textquotedblleft “ textquotedblright ” texttrademark ™ textdegree ° textperiodcentered · "
        "slash / textbullet • textordfeminine ª textordmasculine º guillemotleft « guillemotright »"
    ),
}
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "{": "", "}": ""}
_ESCAPES = {**dict.fromkeys("\\,;: \n\t", " "), **dict.fromkeys("-/!@()[]", "")}
_SIGNS_ALONE = frozenset("\"'`^~=.")


def latex_to_text(text: str) -> str:
    r"""Return what LaTeX prints for `text`: accents, dashes, quotes, symbols; formulas as their symbols.

    Text without LaTeX comes back as it is. Never raises. A bare ``%``, ``&`` or ``#`` is text here, as web pages have
    it, not a comment; so is a lone ``$``.

    Args:
        text: The value of a BibTeX field.
    """
    if not _LATEX.search(text):
        return text
    return unicodedata.normalize("NFC", _TOKEN.sub(_printed, text)) if "\\" in text or "$" in text else _plain(text)


def _plain(text: str) -> str:
    """Return `text`, which holds no command, without braces and with TeX's dashes, quotes and ties as characters."""
    for written, printed in _LIGATURES.items():
        text = text.replace(written, printed)
    return text


def _printed(token: re.Match[str]) -> str:
    kind = token.lastgroup
    return _KINDS[kind](token) if kind else token[0]


def _formula(token: re.Match[str]) -> str:
    source = next(
        part for part in token.group("display", "spaced", "dollars", "escaped", "round", "square", "ensured") if part
    )
    if "_\\{" in source or "^\\{" in source:  # written by programs that escape every brace
        source = source.replace("\\{", "{").replace("\\}", "}")
    return _typeset(source)


@lru_cache(maxsize=512)
def _typeset(source: str) -> str:
    from tui_home.text.maths import formula  # noqa: PLC0415 - most titles have none

    return formula(source).replace("\n", " ")


def _address(token: re.Match[str]) -> str:
    return re.sub(r"\\([%#&_~{}$])", r"\1", token["url"])


def _nothing(_token: re.Match[str]) -> str:
    return ""


def _script(token: re.Match[str]) -> str:
    table = SUPERSCRIPT if token["kind"] == "super" else SUBSCRIPT
    small = token["small"]
    return small.translate(table) if all(ord(character) in table for character in small) else small


def _accented(token: re.Match[str]) -> str:
    letter = token["braced"] or token["dotless"] or token["letter"]
    return f"{letter}{_ACCENTS[token['sign'] or token['mark']]}{token['more'] or ''}"


def _command(token: re.Match[str]) -> str:
    name, after = token["name"], token["after"]
    if name in _LETTERS:
        return _LETTERS[name]
    printed = _SYMBOLS.get(name)
    if printed is None:
        from tui_home.text.math_signs import symbol  # noqa: PLC0415 - few fields have other symbols

        followed = token.string[token.end() : token.end() + 1] == "{"
        printed = (symbol(name) or "") if not followed else ""
    return printed + (after if printed and after != "{}" else "")


def _escape(token: re.Match[str]) -> str:
    character = token["character"]
    if character in _SIGNS_ALONE:
        return "" if character in "=." else character
    return _ESCAPES.get(character, character)


def _ligature(token: re.Match[str]) -> str:
    return _LIGATURES[token[0]]


_KINDS = {
    "formula": _formula,
    "address": _address,
    "dropped": _nothing,
    "script": _script,
    "accented": _accented,
    "command": _command,
    "escape": _escape,
    "ligature": _ligature,
}
