"""The day of a news item: what its front matter says, else what its file is called."""

from __future__ import annotations

import datetime as dt

from tui_home.model.problem import Edit, Problem, Severity
from tui_home.sources.jekyll.front_matter import Page
from tui_home.text.dates import parse_date
from tui_home.text.paths import stem
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_KEYS = ("date", "published_date", "date_published", "posted")
_IN_NAME = pattern(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_IN_WORDS = pattern(r"(?<!\d)((?:19|20)\d{2})[-_. ]?([A-Za-z]{3,9})[-_. ]{0,2}(\d{1,2})?(?!\d)")
_DAY = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})(.*)")
_TIME = pattern(
    r"(?:[T ] {0,3}\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)?(?: ?[AaPp][Mm])?"
    r"(?: ?(?:[A-Za-z]{1,4}|[-+]\d{1,2}:?(?:\d{2})?))?)?"
)
_CLOCK = pattern(r"[T ](\d{1,2}):(\d{2})")
_HINT = "write date: YYYY-MM-DD into the front matter"
_BELOW = "It stands below all that have one"


def news_date(page: Page, *, named: bool = True) -> tuple[dt.date | None, tuple[Problem, ...]]:
    """Return the day of an item, and what is wrong with it.

    Args:
        page: The item.
        named: Whether its file's name may tell the day.
    """
    key = next((key for key in _KEYS if page.front.get(key) is not None), "date")
    value = page.front.get(key)
    line = page.front.line(key)
    by_name = _day_in(stem(page.path)) if named else None
    if date := parse_date(value):
        return date, _slip(page, key, str(value).strip(), date)
    if value is None:
        problem = Problem(Severity.WARNING, page.path, line, "The item has no date", _HINT, _BELOW)
        return by_name, () if by_name else (problem,)
    message = f"“{printable(str(value))}” is no date" if isinstance(value, str | int) else "The date is none"
    if not by_name:
        return None, (Problem(Severity.WARNING, page.path, line, message, _HINT, _BELOW),)
    effect = f"It stands under its file name’s date, {by_name}"
    edits = (Edit(line, str(value), by_name.isoformat()),) if line and isinstance(value, str) and value.strip() else ()
    return by_name, (Problem(Severity.WARNING, page.path, line, message, _HINT, effect, edits),)


def time_of(written: str) -> str:
    """Return the time of day in a date, in a form that sorts; "" when it has none."""
    found = _CLOCK.search(written)
    return f"{int(found[1]):02}:{found[2]}" if found else ""


def _slip(page: Page, key: str, written: str, date: dt.date) -> tuple[Problem, ...]:
    """Return what is wrong with a date that can be read nevertheless; Jekyll may not build the site with it."""
    found = _DAY.fullmatch(written)
    line = page.front.line(key)
    if not found:
        return ()
    day = date.isoformat()
    if int(found[3]) > date.day:
        message = f"“{written[: found.start(4)]}” is a day that its month does not have"
        effect = f"It stands under {day}"
        return (Problem(Severity.WARNING, page.path, line, message, "write a day of that month", effect),)
    if not _TIME.fullmatch(found[4].rstrip()):
        message = f"“{printable(found[4].strip())}” is no time of day; only the day counts"
        edits = (Edit(line, written, day),) if line else ()
        return (Problem(Severity.NOTE, page.path, line, message, f"write {day}", edits=edits),)
    return ()


def _day_in(name: str) -> dt.date | None:
    """Return the day that a file is named after: 2024-05-06-x, 20240506, 2024_may_6."""
    if found := _IN_NAME.search(name):
        return parse_date(f"{found[1]}-{found[3]}-{found[4]}")
    if found := _IN_WORDS.search(name):
        return parse_date(" ".join(part for part in (found[1], found[2], found[3]) if part))
    return None
