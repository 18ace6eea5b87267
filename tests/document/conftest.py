from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tui_home.document.markdown import Document, markdown
from tui_home.document.walk import spans_of
from tui_home.model.blocks import Blocks, Paragraph
from tui_home.model.inline import Span, plain_text
from tui_home.model.problem import Origin

Read = Callable[[str], Document]
Only = Callable[[str], tuple[Span, ...]]
PAGE = Path(__file__).parents[2] / "content" / "_pages" / "about.md"


@pytest.fixture
def read() -> Read:
    """Read a page whose text begins in line 10."""
    return lambda text: markdown(text, Origin("page.md", 10))


@pytest.fixture
def only(read: Read) -> Only:
    """Read the one paragraph that a text is."""

    def spans(text: str) -> tuple[Span, ...]:
        (block,) = read(text).blocks
        assert isinstance(block, Paragraph)
        return block.spans

    return spans


@pytest.fixture
def shown() -> Callable[[Blocks], str]:
    """All text of blocks, in order, on one line."""
    return lambda blocks: " ".join(" ".join(plain_text(spans).split()) for spans in spans_of(blocks))


@pytest.fixture(scope="session")
def page() -> Document:
    """The packaged about page, without its front matter."""
    source = PAGE.read_text(encoding="utf-8")
    before, _, body = source.partition("\n---\n")
    return markdown(body, Origin("_pages/about.md", before.count("\n") + 3))
