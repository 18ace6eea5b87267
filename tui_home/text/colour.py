"""Colours that content asks for, and whether text on them can be read."""

from __future__ import annotations

import colorsys

from tui_home.text.colour_names import CSS_COLOURS
from tui_home.text.patterns import pattern

_HEX = pattern(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = pattern(r"(rgb|hsl)a?\(([^()]{1,80})\)")
_LONGEST = 100
_STEPS = 12
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)

READABLE = 4.5
"""The contrast that text has (WCAG 2.2, level AA)."""

RGB = tuple[int, int, int]


def css_colour(text: str) -> str:
    """Return ``#rrggbb`` for what CSS Color 4 calls a colour; "" for anything else and for what is transparent.

    Names, the hexadecimal forms, ``rgb()`` and ``hsl()`` are known. Opacity counts only when it is zero.

    Args:
        text: The value of a CSS property, without ``!important``.
    """
    text = text[:_LONGEST].strip().lower()
    if text in CSS_COLOURS:
        return "#" + CSS_COLOURS[text]
    if matched := _HEX.fullmatch(text):
        digits = matched[1]
        if len(digits) <= 4:  # noqa: PLR2004 - the short form, a digit for each channel
            digits = "".join(digit * 2 for digit in digits)
        return "" if digits[6:] == "00" else "#" + digits[:6]
    matched = _FUNCTION.fullmatch(text)
    return _function(matched[1], matched[2]) if matched else ""


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    Args:
        a: A colour, ``#rrggbb``.
        b: Another.
    """
    lighter, darker = sorted((_luminance(_channels(a)), _luminance(_channels(b))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, background: str, ratio: float = READABLE) -> str:
    """Return `colour`, lightened or darkened just enough to reach `ratio` on `background`, as ``#rrggbb``.

    Args:
        colour: The wanted text colour, ``#rrggbb``.
        background: What it stands on, ``#rrggbb``.
        ratio: The contrast to reach; WCAG's AA level is 4.5. Where none can reach it, black or white comes out.
    """
    if contrast(colour, background) >= ratio:
        return colour.lower()
    towards_white = contrast("#ffffff", background) >= contrast("#000000", background)
    lighter = _luminance(_channels(colour)) >= _luminance(_channels(background))
    for goal in (_WHITE, _BLACK) if lighter else (_BLACK, _WHITE):
        if contrast(_hex(goal), background) >= ratio:
            return _nearest(_channels(colour), goal, background, ratio)
    return _hex(_WHITE if towards_white else _BLACK)


def faint(colour: str, background: str) -> str:
    """Return what most terminals make of `colour` on `background` when it is to be faint (SGR 2): half of it."""
    return _hex(_mixed(_channels(colour), _channels(background), 0.5))


def _nearest(colour: RGB, goal: RGB, background: str, ratio: float) -> str:
    """Return the mixture of `colour` and `goal` with the least of `goal` that reaches `ratio`."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if contrast(_hex(_mixed(colour, goal, middle)), background) >= ratio:
            high = middle
        else:
            low = middle
    return _hex(_mixed(colour, goal, high))


def _mixed(a: RGB, b: RGB, share: float) -> RGB:
    """Return `a` with `share` (0 to 1) of `b` in it."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def _luminance(colour: RGB) -> float:
    """Return the relative luminance (WCAG 2.2), 0 to 1."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own numbers
        for value in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> RGB:
    """Return the channels of ``#rrggbb``, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(colour: RGB) -> str:
    """Return ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def _function(name: str, arguments: str) -> str:
    """Return the colour of ``rgb(…)`` or ``hsl(…)``; "" when an argument is no number."""
    parts = arguments.replace(",", " ").replace("/", " ").split()
    if len(parts) not in {3, 4}:
        return ""
    try:
        if len(parts) == 4 and _number(parts[3], 1) <= 0:  # noqa: PLR2004 - the fourth is opacity
            return ""
        if name == "rgb":
            red, green, blue = (_number(part, 255) / 255 for part in parts[:3])
        else:
            turn = float(parts[0].removesuffix("deg")) % 360 / 360
            red, green, blue = colorsys.hls_to_rgb(turn, _number(parts[2], 1), _number(parts[1], 1))
        return _hex((round(red * 255), round(green * 255), round(blue * 255)))
    except (ValueError, OverflowError):
        return ""


def _number(text: str, whole: float) -> float:
    """Return a number or a percentage of `whole`, within 0 to `whole`; raise ValueError for anything else."""
    value = float(text[:-1]) / 100 * whole if text.endswith("%") else float(text)
    if value != value:  # noqa: PLR0124 - only NaN differs from itself
        raise ValueError(text)
    return min(max(value, 0.0), whole)
