"""Dates as people write them in front matter, file names and BibTeX."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from tui_home.text.patterns import pattern

_LANGUAGES = (
    # Each month in English, German, French, Spanish, Italian, Portuguese and Dutch, without accents.
    "january jan januar janner janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar fevrier fevr fev febrero febbraio fevereiro februari",
    "march mar marz maerz mars marzo marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug aout agosto ago augustus",
    "september sept sep septembre septiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dicembre dezembro",
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""As Jekyll writes them, whatever the language."""
_MONTHS = {name: number for number, names in enumerate(_LANGUAGES, 1) for name in names.split()}
_SEASONS = {"winter": 1, "spring": 3, "summer": 6, "fall": 9, "autumn": 9}
"""The month with which a season, or the term called after it, begins."""
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|o)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    pattern(form, re.ASCII | re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?(?!\d)(?:[T\s,_-].*)?",
        rf"{_YEAR}",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:T.*)?",
        rf"(?:[a-z]{{3,9}},?\s+)??{_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}(?!\d).*",
        rf"(?:[a-z]{{2,10}},?\s+)??{_DAY}[\s.-]\s*(?:of\s+|de\s+)?{_MONTH}(?:[\s,-]\s*|\s+de\s+){_YEAR}(?!\d).*",
        rf"{_MONTH}(?:[\s,/-]\s*|\s+de\s+){_YEAR}",
        rf"{_YEAR}[\s,/-]\s*{_MONTH}(?:[\s,/-]\s*{_DAY})?",
        rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?!\d).*",
        rf"(?P<month>\d{{1,2}})\s?[/.-]\s?{_YEAR}",
        rf"{_YEAR}\s?[年년]\s?(?:(?P<month>\d{{1,2}})\s?[月월]\s?)?(?:(?P<day>\d{{1,2}})\s?[日일])?.*",
        rf"[a-z]{{3}}\s+{_MONTH}\s+{_DAY}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+(?:[a-z]{{3,4}}\s+)?{_YEAR}",
        rf"(?P<season>{'|'.join(_SEASONS)})(?:\s+(?:term|semester|quarter))?,?\s+{_YEAR}",
        rf"{_YEAR}\s+(?P<season>{'|'.join(_SEASONS)})",
    )
)
_WEEK = pattern(r"(\d{4})-?W(\d{2})(?:-?([1-7]))?", re.ASCII | re.IGNORECASE)
_SLASHED = pattern(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:\s.*)?", re.ASCII)
_LONGEST = 80
_IN_EVERY_MONTH = 28
"""A day that each has."""


def parse_date(value: object) -> dt.date | None:
    """Return the day that `value` names, as written (no time zone is applied); None when it names none.

    A month without a day means its first, a season the first of its first month, a year its first of January; a day
    that the month does not have (31 April) means its last. ``3/4/2024`` is None: nobody knows whether the day or the
    month comes first.

    Args:
        value: What YAML gave: a date, a datetime, a year, or a string in any common form.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    if isinstance(value, int) and not 0 < value < 10**9:
        return None
    text = _folded(str(value)[:_LONGEST].split("\n", 1)[0].strip(" \t\r\"'"))
    for form in _FORMS:
        if matched := form.fullmatch(text):
            parts = matched.groupdict()
            return _day(parts["year"], parts.get("month") or parts.get("season") or "1", parts.get("day") or "1")
    return _slashed(text) or _in_week(text)


def _folded(text: str) -> str:
    """Return `text` without accents, with the digits and letters of East Asian width as others have them."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(sign for sign in decomposed if not "\u0300" <= sign <= "\u036f"))


def _day(year: str, month: str, day: str) -> dt.date | None:
    """Return the day, within its month; None without such a month or year."""
    name = month.lower()
    number = int(month) if month.isdigit() else _MONTHS.get(name) or _SEASONS[name]
    if not (1 <= number <= 12 and dt.MINYEAR <= int(year) <= dt.MAXYEAR):  # noqa: PLR2004 - months of a year
        return None
    asked = max(int(day), 1)
    if asked > _IN_EVERY_MONTH:
        import calendar  # noqa: PLC0415 - few dates are so late, and it needs locale

        asked = min(asked, calendar.monthrange(int(year), number)[1])
    return dt.date(int(year), number, asked)


def _in_week(text: str) -> dt.date | None:
    """Return a day of a week as ISO 8601 counts them: ``2021-W14-3``, or its Monday."""
    matched = _WEEK.fullmatch(text)
    if not matched:
        return None
    try:
        return dt.date.fromisocalendar(int(matched[1]), int(matched[2]), int(matched[3] or 1))
    except ValueError:
        return None


def _slashed(text: str) -> dt.date | None:
    """Return the day of ``31/12/2023`` or ``12/31/2023``; None when both orders are possible."""
    matched = _SLASHED.fullmatch(text)
    if not matched:
        return None
    first, second, year = matched.groups()
    possible = {_day(year, month, day) for month, day in ((first, second), (second, first)) if int(month) <= 12}  # noqa: PLR2004
    return possible.pop() if len(possible) == 1 else None
