"""Colours in the number that a terminal has (xterm's 256 and 16, in Rich's notation)."""

from __future__ import annotations

from tui_home.model.look import Depth
from tui_home.text.colour import READABLE, contrast, readable

_CUBE = (0, 95, 135, 175, 215, 255)
_CUBE_START = 16
_GREY_START = 232
_GREY_STEPS = 24
_STANDARD = (
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
)

_AIMS = (4.5, 5.0, 5.5, 6.0, 7.0, 9.0, 12.0)
_ENDS = ("#000000", "#ffffff")

RGB = tuple[int, int, int]


def rgb(colour: str) -> RGB:
    """Return the three channels of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def reduced(colour: str, depth: Depth) -> str:
    """Return `colour` (``#rrggbb`` or empty) as a terminal of `depth` can show it, in Rich's notation.

    With 16 colours or 8 it is the nearest of xterm's, though the shades are the terminal's own.
    """
    if not colour or depth is Depth.NONE:
        return ""
    if depth is Depth.TRUECOLOR:
        return colour
    number = _nearest_256(rgb(colour)) if depth is Depth.EIGHT_BIT else _nearest(colour, depth)
    return f"color({number})"


def shade(colour: str) -> str:
    """Return what a reduced colour looks like, as ``#rrggbb``."""
    return colour if colour.startswith("#") else hex_of(int(colour[6:-1]))


def legible(colour: str, behind: tuple[str, ...], depth: Depth) -> str:
    """Return `colour` reduced, changed as little as it takes to be read wherever it stands; "" stays "".

    Args:
        colour: The wanted text colour, ``#rrggbb`` or empty.
        behind: What it may stand on, likewise; empty ones are the terminal's own and do not count.
        depth: How many colours there are; with few, their shades are the terminal's own and nothing is changed.
    """
    text = reduced(colour, depth)
    if not text or depth <= Depth.ANSI:
        return text
    shown = [shade(reduced(ground, depth)) for ground in behind if ground]
    for aim in _AIMS:
        if _least(text, shown) >= READABLE:
            return text
        wanted = colour
        for ground in shown:
            wanted = readable(wanted, ground, aim)
        text = reduced(wanted, depth)
    return max((reduced(end, depth) for end in _ENDS), key=lambda end: _least(end, shown))


def _least(text: str, shown: list[str]) -> float:
    return min((contrast(shade(text), ground) for ground in shown), default=READABLE)


def hex_of(number: int) -> str:
    """Return xterm's shade of colour `number` (0 to 255) as ``#rrggbb``."""
    if number < _CUBE_START:
        red, green, blue = _STANDARD[number]
    elif number < _GREY_START:
        cell = number - _CUBE_START
        red, green, blue = _CUBE[cell // 36], _CUBE[cell // 6 % 6], _CUBE[cell % 6]
    else:
        red = green = blue = 8 + 10 * (number - _GREY_START)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _nearest(colour: str, depth: Depth) -> int:
    channels = rgb(colour)
    return min(range(depth), key=lambda number: _distance(_STANDARD[number], channels))


def hue_16(colour: str, *, bright: bool) -> int:
    """Return the number of the standard colour of the same hue, whatever the shade of ``#rrggbb``."""
    channels = rgb(colour)
    middle = (min(channels) + max(channels)) / 2
    bits = sum(1 << place for place, channel in enumerate(channels) if channel > middle)
    return bits + (8 if bright else 0)


def _nearest_256(channels: RGB) -> int:
    steps = [min(range(6), key=[abs(step - channel) for step in _CUBE].__getitem__) for channel in channels]
    cube = _CUBE_START + 36 * steps[0] + 6 * steps[1] + steps[2]
    mean = sum(channels) / 3
    grey = _GREY_START + min(_GREY_STEPS - 1, max(0, round((mean - 8) / 10)))
    return min(cube, grey, key=lambda number: _distance(rgb(hex_of(number)), channels))


def _distance(one: RGB, other: RGB) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
