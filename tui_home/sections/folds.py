"""Folds that the content itself brings (``<details>``), in any section and however deep, as a View has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui_home.model.blocks import Block, Blocks, Details
from tui_home.model.site import Site
from tui_home.model.view import View

Compose = Callable[[Site, View], Blocks]


def folding(compose: Compose) -> Compose:
    """Return `compose`, with every fold as the View has it."""

    def composed(site: Site, view: View) -> Blocks:
        blocks = compose(site, view)
        return _toggled(blocks, view.expanded) if view.expanded else blocks

    return composed


def _toggled(blocks: Blocks, keys: frozenset[str]) -> Blocks:
    return tuple(_with_folds(block, keys) if _has_fold(block) else block for block in blocks)


def _with_folds(block: Block, keys: frozenset[str]) -> Block:
    from tui_home.document.walk import within  # noqa: PLC0415 - few pages have a fold, and fewer visitors open it

    return within(_own(block, keys), lambda inner: _toggled(inner, keys))


def _has_fold(block: Block) -> bool:
    """Say whether there is a fold in `block`: nearly none has one, and those stay the very same."""
    from tui_home.document.walk import inside  # noqa: PLC0415 - likewise

    return isinstance(block, Details) or any(_has_fold(inner) for blocks in inside(block) for inner in blocks)


def _own(block: Block, keys: frozenset[str]) -> Block:
    if isinstance(block, Details) and block.key in keys:
        return replace(block, open=not block.open)
    return block
