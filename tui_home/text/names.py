"""Names of people: BibTeX's three forms, and whether a name is the owner's."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tui_home.model.site import Name
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = str.maketrans("", "", "*†‡§¶&^{}")
_UNACCENTED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "þ": "th"}
)
_SPLIT = pattern(r"[\s~]+")
_APOSTROPHES = pattern("['’ʼ`]")
_NAME_CHARACTERS = pattern(r"[^\w\s'’-]+")
_LONGEST_INITIALS = 3
_INITIALS = pattern(r"[A-Z]{1,3}|(?:[A-Z]\.-?){1,4}")
_GENERATIONS = frozenset({"Jr", "Sr", "II", "III"})


def parse_name(text: str) -> Name:
    """Return the parts of a name written as BibTeX allows; LaTeX is to be decoded before.

    "First von Last", "von Last, First" and "von Last, Jr, First"; braces protect a name such as ``{Google Inc}``. The
    particle ("de") and the generation ("Jr.") become part of `Name.last`, further first names `Name.middle`.

    Args:
        text: One name, not a list of them.
    """
    parts = [_words(part) for part in _split_outside_braces(text.strip(), ",")]
    if len(parts) == 2 and len(parts[1]) == 1 and _is_generation(parts[1][0]):  # noqa: PLR2004 - First Last, Jr
        parts = [[*parts[0], *parts[1]]]
    if len(parts) == 1:
        first, last = _first_and_last(parts[0])
    elif len(parts) == 2:  # noqa: PLR2004 - von Last, First
        last, first = parts
    else:
        last, first = [*parts[0], *parts[1]], [word for part in parts[2:] for word in part]
    given = [_bare(word) for word in first]
    return Name(
        first=given[0] if given else "", middle=" ".join(given[1:]), last=" ".join(_bare(word) for word in last)
    )


def in_order(name: Name) -> str:
    """Return a name as it is said: in Chinese, Japanese and Korean signs the family's first, and without blanks."""
    if not name.middle and _ideographic(name.first) and _ideographic(name.last):
        return name.last + name.first
    return name.full


def is_owner(name: Name, owner_firsts: Iterable[str], owner_lasts: Iterable[str]) -> bool:
    """Tell whether `name` is the owner's: al-folio's rule (``_layouts/bib.liquid``), a little more forgiving.

    The last name must be one of the owner's; the first name must be one of the owner's, or its initial. Accents,
    case, dots, hyphens and the marks of equal contribution do not count, and middle names only when both have one.
    The last name may come first, as in Chinese, or before initials. Without any first name of the owner's, the last
    name alone decides, as it did in the theme's first years.

    Args:
        name: An author.
        owner_firsts: ``scholar.first_name`` of the config.
        owner_lasts: ``scholar.last_name`` of the config.
    """
    firsts, lasts = tuple(owner_firsts), tuple(owner_lasts)
    if _is_owner(name, firsts, lasts):
        return True
    if not name.first:
        return _ideographic(name.last) and any(name.last == last + first for last in lasts for first in firsts)
    if name.middle and not _INITIALS.fullmatch(name.last):
        return False
    turned = Name(name.last, "", f"{name.first} {name.middle}".strip())
    if _INITIALS.fullmatch(name.last):  # as PubMed writes: Zhao W
        return not _INITIALS.fullmatch(name.first) and bool(firsts) and _is_owner(turned, firsts, lasts)
    written_out = {_given(first) for first in firsts}
    return _given(name.last) in written_out and _is_owner(turned, firsts, lasts)


def _is_owner(name: Name, firsts: tuple[str, ...], lasts: tuple[str, ...]) -> bool:
    if not last_name_forms(name.last) & {form for last in lasts for form in last_name_forms(last)}:
        return False
    given = _given(f"{name.first} {name.middle}")
    return not firsts or (bool(given) and any(_same_given(given, _given(first)) for first in firsts))


def _ideographic(text: str) -> bool:
    """Tell whether a name is written in signs between which there are no blanks."""
    return bool(text) and all(character >= "\u3000" for character in text)


def _split_outside_braces(text: str, separator: str) -> list[str]:
    """Split at `separator`, but not within braces."""
    if "{" not in text:
        return text.split(separator)
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth = max(0, depth + (character == "{") - (character == "}"))
        if character == separator and not depth:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _words(text: str) -> list[str]:
    """Return the words of a part of a name; what stands in braces is one word."""
    spaced = _split_outside_braces(_SPLIT.sub(" ", text), " ")
    return [word for word in spaced if word]


def _first_and_last(words: list[str]) -> tuple[list[str], list[str]]:
    """Divide "First von Last" where BibTeX does: at the first word in lower case, else before the last word."""
    for index, word in enumerate(words[:-1]):
        if index and word[0].isalpha() and word[0].islower():
            return words[:index], words[index:]
    if len(words) > 2 and _is_generation(words[-1]):  # noqa: PLR2004 - First Last Jr
        return words[:-2], words[-2:]
    return words[:-1], words[-1:]


def _is_generation(word: str) -> bool:
    """Tell whether `word` is "Jr." or its like."""
    return word.rstrip(".") in _GENERATIONS


def _bare(word: str) -> str:
    """Return `word` without its braces."""
    return word.replace("{", "").replace("}", "").strip()


def unaccented(text: str) -> str:
    """Return `text` without accents, case and marks."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_MARKS).casefold().translate(_UNACCENTED))
    return _APOSTROPHES.sub("", "".join(letter for letter in decomposed if not unicodedata.combining(letter)))


@lru_cache(maxsize=2048)
def last_name_forms(text: str) -> frozenset[str]:
    """Return the forms in which a last name may be written: whole, and without particle, generation and initials."""
    words = [word for word in text.replace(",", " ").translate(_MARKS).split() if not _is_generation(word)]
    plain = [word for word in words if not word[0].islower()]
    bare = [word for word in words if not _INITIALS.fullmatch(word)]
    forms = {unaccented(" ".join(form)) for form in (words, plain, bare)}
    return frozenset(form.replace("-", " ") for form in forms if form)


@lru_cache(maxsize=2048)
def _given(text: str) -> tuple[str, ...]:
    """Return given names one by one, folded; initials end in a dot."""
    found = []
    for word in _NAME_CHARACTERS.sub(" ", text.translate(_MARKS).replace(".", ". ").replace(" -", " ")).split():
        if 1 < len(word) <= _LONGEST_INITIALS and word.isupper() and word.isascii() and not set(word) & set("AEIOUY"):
            found += [letter.lower() + "." for letter in word]
        elif len(word) == 1:
            found.append(unaccented(word) + ".")
        else:
            found.append(unaccented(word).replace("-", ""))
    return tuple(found)


def _same_given(given: tuple[str, ...], owner: tuple[str, ...]) -> bool:
    """Tell whether given names agree as far as both are written; one of them must be written out by the owner."""
    if not owner or (owner[0].endswith(".") and not given[0].endswith(".")):
        return False
    if "".join(given) == "".join(owner):
        return True
    return all(
        a == b or (a.endswith(".") and b.startswith(a[0])) or (b.endswith(".") and a.startswith(b[0]))
        for a, b in zip(given, owner, strict=False)
    )
