"""Reading and laying out one large page, against markdown-it-py's own parse of it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial

from markdown_it import MarkdownIt

from tests.benchmarks.figures import Aim, Group, Row, in_milliseconds, interleaved
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


def bench_layout() -> Group:
    """Measure the layout of 200 KB beside the parser's own share, and how time grows with size."""
    text = page(200)
    parser = MarkdownIt("gfm-like", {"html": True})
    blocks = markdown(text, _ORIGIN).blocks
    large = _measured(
        {
            "parse": partial(_timed, partial(parser.parse, text)),
            "layout": partial(_timed, partial(_lay_out, blocks)),
            "whole": partial(_timed, partial(_whole, text)),
        }
    )
    rows = [
        Row("200 KB: layout", "ms", large["layout"], large["parse"], Aim(2.5)),
        Row("200 KB: healing, parse, blocks and layout together", "ms", large["whole"], large["parse"]),
    ]
    pages = {size: page(size) for size in (5, 50, 500)}
    grown = _measured({str(size): partial(_timed, partial(_whole, text)) for size, text in pages.items()})
    small = [each / 5 for each in grown["5"]]
    rows += [
        Row(f"each KB of {size}, beside each of 5", "ms", [each / size for each in grown[str(size)]], small)
        for size in (50, 500)
    ]
    return Group(f"A large page, {WIDTH} cells wide", "markdown-it-py's own parse, or what the line says", rows)


def _measured(measures: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    return {name: in_milliseconds(runs) for name, runs in interleaved(measures).items()}
