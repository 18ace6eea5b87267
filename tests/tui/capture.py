"""What an app writes to a terminal, byte by byte, with no terminal there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.drivers.headless_driver import HeadlessDriver

from tests.tui.pilots import SIZE, press

if TYPE_CHECKING:
    from tui_home.tui.app import HomepageApp

_SGR = re.compile(r"\x1b\[([0-9;:]*)m")


class CapturingDriver(HeadlessDriver):
    """A terminal that keeps everything and shows nothing."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # Textual's own, handed on
        self.written: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written.append(data)


async def captured(app: HomepageApp, *screens: tuple[str, ...], size: tuple[int, int] = SIZE) -> str:
    """Return all that `app` writes while the keys of `screens` are pressed, each from the page (`esc` in between)."""
    app.driver_class = CapturingDriver
    async with app.run_test(headless=False, size=size) as pilot:
        for before, keys in enumerate(screens):
            await press(pilot, *(("escape",) if before else ()), *keys)
        driver = app._driver
    assert isinstance(driver, CapturingDriver)
    return "".join(driver.written)


def sgr_codes(written: str) -> set[str]:
    """Return every SGR code in `written`; colours with their parameters, "38;5;4"."""
    codes: set[str] = set()
    for parameters in _SGR.findall(written):
        numbers = parameters.split(";")
        while numbers:
            taken = 1
            if numbers[0] in {"38", "48"}:
                taken = 5 if numbers[1] == "2" else 3
            codes.add(";".join(numbers[:taken]))
            del numbers[:taken]
    return codes
