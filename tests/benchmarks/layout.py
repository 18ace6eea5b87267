"""Reading and laying out one large page, against markdown-it-py's own parse of it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt

from tests.benchmarks.figures import interleaved, line, milliseconds, ratio
from tests.benchmarks.pages import page
from tui_home.document.markdown import markdown
from tui_home.layout import layout_block
from tui_home.model.blocks import Blocks
from tui_home.model.look import PLAIN_LOOK
from tui_home.model.problem import Origin

WIDTH = 80
_ORIGIN = Origin("page.md")


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _lay_out(blocks: Blocks) -> None:
    for block in blocks:
        layout_block(block, WIDTH, PLAIN_LOOK)


def _whole(text: str) -> None:
    _lay_out(markdown(text, _ORIGIN).blocks)


def bench_layout() -> None:
    """Print the layout of 200 KB beside the parser's own share, and how time grows with size."""
    print(f"A large page, {WIDTH} cells wide")
    text = page(200)
    parser = MarkdownIt("gfm-like", {"html": True})
    blocks = markdown(text, _ORIGIN).blocks
    medians = interleaved(
        {
            "parse": partial(_timed, partial(parser.parse, text)),
            "layout": partial(_timed, partial(_lay_out, blocks)),
            "whole": partial(_timed, partial(_whole, text)),
        }
    )
    parse = medians["parse"]
    line("200 KB: markdown-it-py's parse", milliseconds(parse))
    line("200 KB: layout, against it", milliseconds(medians["layout"]), ratio(medians["layout"], parse), "aim ≤ 2.5×")
    line(
        "200 KB: healing, parse, blocks and layout together",
        milliseconds(medians["whole"]),
        ratio(medians["whole"], parse),
    )
    pages = {size: page(size) for size in (5, 50, 500)}
    sizes = interleaved({str(size): partial(_timed, partial(_whole, text)) for size, text in pages.items()})
    per_kilobyte = {size: sizes[str(size)] / size for size in pages}
    for size in pages:
        growth = ratio(per_kilobyte[size], per_kilobyte[5])
        line(f"{size} KB: all of it, and per KB against 5 KB", milliseconds(sizes[str(size)]), growth, "linear: ≈ 1×")
    print()
