"""`make screenshots`: the README's picture, drawn by the running program."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tui_home.model.look import Depth
from tui_home.sources import open_site
from tui_home.sources.packaged import packaged_content
from tui_home.terminal.capabilities import Capabilities
from tui_home.terminal.clipboard import Clipboard
from tui_home.terminal.opener import Opener
from tui_home.terminal.visitor import Visitor
from tui_home.tui.app import HomepageApp

SIZE = (100, 36)
PICTURE = Path(__file__).with_name("about.svg")


async def draw() -> str:
    """Return the first screen as SVG, as a visitor with every colour sees it."""
    terminal = Capabilities(depth=Depth.TRUECOLOR)
    app = HomepageApp(open_site(packaged_content()), Visitor(terminal, Clipboard(terminal), Opener(terminal)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return app.export_screenshot(title="tui-home")


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
    print(f"Wrote {PICTURE.relative_to(Path.cwd())}")
