"""Dates as people write them in front matter, file names and BibTeX."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from tui_home.text.patterns import pattern

_NAMES = (
    "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? "
    "aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?"
)
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES.split(), 1)}
_MONTH = rf"(?P<month>{_NAMES.replace(' ', '|')})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    pattern(form, re.ASCII | re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?(?!\d)(?:[T\s,_-].*)?",
        rf"{_YEAR}",
        rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:T.*)?",
        rf"(?:[a-z]{{3,9}},?\s+)??{_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}(?!\d).*",
        rf"(?:[a-z]{{3,9}},?\s+)??{_DAY}[\s.-]\s*(?:of\s+)?{_MONTH}[\s,-]\s*{_YEAR}(?!\d).*",
        rf"{_MONTH}[\s,/-]\s*{_YEAR}",
        rf"{_YEAR}[\s,/-]\s*{_MONTH}(?:[\s,/-]\s*{_DAY})?",
        rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?!\d).*",
        rf"{_YEAR}\s?年\s?(?:(?P<month>\d{{1,2}})\s?月\s?)?(?:(?P<day>\d{{1,2}})\s?日)?.*",
    )
)
_SLASHED = pattern(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:\s.*)?", re.ASCII)
_LONGEST = 80


def parse_date(value: object) -> dt.date | None:
    """Return the day that `value` names, as written (no time zone is applied); None when it names none.

    A month without a day means its first, a year its first of January; a day that the month does not have (31 April)
    means its last. ``3/4/2024`` is None: nobody knows whether the day or the month comes first.

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
    text = str(value)[:_LONGEST].split("\n", 1)[0].strip(" \t\r\"'")
    for form in _FORMS:
        if matched := form.fullmatch(text):
            parts = matched.groupdict()
            return _day(parts["year"], parts.get("month") or "1", parts.get("day") or "1")
    return _slashed(text)


def _day(year: str, month: str, day: str) -> dt.date | None:
    """Return the day, within its month; None without such a month or year."""
    number = int(month) if month.isdigit() else _MONTHS[month.lower()[:3]]
    if not (1 <= number <= 12 and dt.MINYEAR <= int(year) <= dt.MAXYEAR):  # noqa: PLR2004 - months of a year
        return None
    last = calendar.monthrange(int(year), number)[1]
    return dt.date(int(year), number, min(max(int(day), 1), last))


def _slashed(text: str) -> dt.date | None:
    """Return the day of ``31/12/2023`` or ``12/31/2023``; None when both orders are possible."""
    matched = _SLASHED.fullmatch(text)
    if not matched:
        return None
    first, second, year = matched.groups()
    possible = {_day(year, month, day) for month, day in ((first, second), (second, first)) if int(month) <= 12}  # noqa: PLR2004
    return possible.pop() if len(possible) == 1 else None
