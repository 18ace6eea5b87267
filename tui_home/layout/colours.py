"""Colours in the number that a terminal has (xterm's 256 and 16, in Rich's notation)."""

from __future__ import annotations

from tui_home.model.look import Depth

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

RGB = tuple[int, int, int]


def rgb(colour: str) -> RGB:
    """Return the three channels of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def reduced(colour: str, depth: Depth) -> str:
    """Return `colour` (``#rrggbb`` or empty) as a terminal of `depth` can show it, in Rich's notation.

    With 16 colours, whose shades are the terminal's own, only the hue is kept.
    """
    if not colour or depth is Depth.NONE:
        return ""
    if depth is Depth.TRUECOLOR:
        return colour
    number = _nearest_256(rgb(colour)) if depth is Depth.EIGHT_BIT else nearest_16(colour)
    return f"color({number})"


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


def nearest_16(colour: str) -> int:
    """Return the number of the standard colour that comes nearest to ``#rrggbb``."""
    channels = rgb(colour)
    return min(range(len(_STANDARD)), key=lambda number: _distance(_STANDARD[number], channels))


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
