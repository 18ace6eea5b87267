"""How long something lasted, in one way of writing: "2019 – 2023", "Sep 2021 – present"."""

from __future__ import annotations

import re

from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_FULL = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PRESENT = frozenset(("present", "now", "current", "currently", "today", "ongoing", "to date", "till now", "until now"))
_YEAR = pattern(r"\d{4}", re.ASCII)
_ISO = pattern(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d.*)?", re.ASCII)
_MONTH_FIRST = pattern(r"(\d{1,2})[/.](\d{4})", re.ASCII)
_NAMED = pattern(r"([a-z]{3,9})\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,\s+)?(\d{4})", re.ASCII | re.IGNORECASE)
_SINCE = pattern(r"(?:since|from)\s+(\S.*)", re.IGNORECASE)
_APART = pattern(r"\s+(?:-{1,3}|[–—~]|to|until|till)\s+|\s*(?:[–—]|--{1,2})\s*", re.IGNORECASE)
_CLOSE = pattern(r"(\d{4}|\d{1,2}/\d{4})\s*-\s*(\d{4}|\d{1,2}/\d{4}|[^\W\d_]{3,12})")
_OPEN = pattern(r"\s*[-–—]+\s*$")
_LONGEST = 60
_DASH = " – "
PRESENT = "present"


def period(written: str) -> str:
    """Return a stretch of time as people write it, in our way where it is understood, else as written.

    Args:
        written: "2011 - 2015", "SEPT 2022 - NOW", "06/2022 - 09/2022", "2019-09", "since 2021", "2015 -".
    """
    text = " ".join(printable(written).split())
    if len(text) > _LONGEST:
        return text
    if since := _SINCE.fullmatch(text):
        return _joined(since[1], PRESENT)
    if _moment(text):
        return _said(text)
    if close := _CLOSE.fullmatch(text):
        return _joined(close[1], close[2])
    if (open_end := _OPEN.search(text)) and _moment(text[: open_end.start()]):
        return _joined(text[: open_end.start()], PRESENT)
    ends = _APART.split(text)
    return _joined(*ends) if len(ends) == 2 and all(ends) else text  # noqa: PLR2004 - from, to


def between(start: str, end: str) -> str:
    """Return the stretch from `start` to `end`, both as `period` takes them; one without an end lasts.

    Days are left out. The first of January stands for a year of which no more is known when that is said of all there
    is, as JSON Resume has it.
    """
    start, end = (" ".join(printable(text).split()) for text in (start, end))
    given = [text for text in (start, end) if text and text.lower() not in _PRESENT]
    if given and all(text[4:10] == "-01-01" for text in given):
        start, end = (text[:4] if text in given else text for text in (start, end))
    if start:
        return _joined(start, end or PRESENT)
    return _said(end)


def _joined(start: str, end: str) -> str:
    first, last = _said(start), _said(end)
    if first == last:
        return first
    if first[:-4] and first[-5:] == last[-5:] and _moment(start) and _moment(end) and " " in last:
        first = first[:-5]
    return f"{first}{_DASH}{last}"


def _said(text: str) -> str:
    return _moment(text) or text


def _moment(text: str) -> str:
    """Return a year, a month or now in our way; "" when it is none of them."""
    text = text.strip()
    if text.lower().rstrip(".") in _PRESENT:
        return PRESENT
    if _YEAR.fullmatch(text):
        return text
    if iso := _ISO.fullmatch(text):
        return _month(iso[2], iso[1])
    if slashed := _MONTH_FIRST.fullmatch(text):
        return _month(slashed[1], slashed[2])
    if named := _NAMED.fullmatch(text):
        name = named[1].title()
        number = next((at for at, full in enumerate(_FULL, 1) if full.startswith(name)), 0)
        return _month(str(number), named[3])
    return ""


def _month(number: str, year: str) -> str:
    return f"{_FULL[int(number) - 1][:3]} {year}" if 1 <= int(number) <= len(_FULL) else ""
