"""Filters of dates, without a clock and in English, whatever the machine's locale."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from tui_home.sources.jekyll.liquid.strings import written
from tui_home.text.dates import MONTHS, WEEKDAYS, parse_date
from tui_home.text.patterns import pattern

_DIRECTIVE = pattern(r"%([-0^_#]{0,2})(\d{0,2})([A-Za-z%])")
_TIME = pattern(r"\d{4}-\d{1,2}-\d{1,2}[T ]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?")
_NOON = 12
_LONGEST = 300
"""Characters of a form."""
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def _moment(value: object) -> dt.datetime | None:
    """Return the time that a value names; what is written without one is midnight."""
    day = parse_date(value)
    if day is None:
        return None
    clock = _TIME.match(value[:80].strip()) if isinstance(value, str) else None
    hour, minute, second = (int(part or 0) for part in clock.groups()) if clock else (0, 0, 0)
    return dt.datetime(day.year, day.month, day.day, min(hour, 23), min(minute, 59), min(second, 59))  # noqa: DTZ001 - as written


def _date(value: object, form: object = "") -> object:
    moment = _moment(value)
    shape = written(form)
    return value if moment is None or not 0 < len(shape) <= _LONGEST else _formatted(moment, shape)


def _formatted(moment: dt.datetime, form: str) -> str:
    """Return a time in the form that Ruby's ``strftime`` would give it."""
    parts = _parts(moment)

    def directive(found: re.Match[str]) -> str:
        flags, width, letter = found.groups()
        if letter not in parts:
            return found[0]
        text, pad, size = parts[letter]
        if "^" in flags:
            text = text.upper()
        if "_" in flags:
            pad = " "
        return text if "-" in flags else text.rjust(int(width or size), "0" if "0" in flags else pad)

    return _DIRECTIVE.sub(directive, form)


def _parts(moment: dt.datetime) -> dict[str, tuple[str, str, int]]:
    """Return each directive's text, what pads it, and to which width."""
    year, week, weekday = moment.isocalendar()
    month, day = MONTHS[moment.month - 1], WEEKDAYS[weekday - 1]
    hour = moment.hour % _NOON or _NOON
    date, time = moment.date().isoformat(), moment.time().isoformat()
    plain = {
        "B": month, "b": month[:3], "h": month[:3], "A": day, "a": day[:3], "p": "AM" if moment.hour < _NOON else "PM",
        "P": "am" if moment.hour < _NOON else "pm", "F": date, "T": time, "X": time, "R": time[:5],
        "z": "+0000", "Z": "UTC",
        "%": "%", "n": "\n", "t": "\t", "D": f"{moment.month:02}/{moment.day:02}/{moment.year % 100:02}",
        "x": f"{moment.month:02}/{moment.day:02}/{moment.year % 100:02}",
        "v": f"{moment.day:>2}-{month[:3].upper()}-{moment.year:04}",
        "c": f"{day[:3]} {month[:3]} {moment.day:>2} {time} {moment.year}", "Y": str(moment.year), "G": str(year),
        "u": str(weekday), "w": str(weekday % 7), "s": str(int((moment - dt.datetime(1970, 1, 1)).total_seconds())),  # noqa: DTZ001
    }  # fmt: skip
    two = {
        "m": moment.month, "d": moment.day, "y": moment.year % 100, "H": moment.hour, "M": moment.minute,
        "S": moment.second, "I": hour, "V": week, "C": moment.year // 100,
    }  # fmt: skip
    return {
        **{letter: (text, " ", 0) for letter, text in plain.items()},
        **{letter: (str(number), "0", 2) for letter, number in two.items()},
        "e": (str(moment.day), " ", 2),
        "k": (str(moment.hour), " ", 2),
        "l": (str(hour), " ", 2),
        "j": (str(moment.timetuple().tm_yday), "0", 3),
        "L": ("000", "0", 3),
        "N": ("000000000", "0", 9),
    }


def _in_form(month: str) -> Callable[..., object]:
    """Return ``date_to_string`` or ``date_to_long_string``."""

    def filtered(value: object, kind: object = "", style: object = "") -> object:
        moment = _moment(value)
        if moment is None:
            return value
        if kind != "ordinal":
            return _formatted(moment, f"%d {month} %Y")
        day = f"{moment.day}{_ORDINALS.get(moment.day, 'th')}"
        return _formatted(moment, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")

    return filtered


def _fixed(form: str) -> Callable[..., object]:
    return lambda value, *_: _date(value, form)


DATE_FILTERS: Mapping[str, Callable[..., object]] = {
    "date": _date,
    "jdate": _date,
    "localize_date": _date,
    "date_to_string": _in_form("%b"),
    "date_to_long_string": _in_form("%B"),
    "date_to_xmlschema": _fixed("%Y-%m-%dT%H:%M:%S+00:00"),
    "date_to_rfc822": _fixed("%a, %d %b %Y %H:%M:%S +0000"),
}
