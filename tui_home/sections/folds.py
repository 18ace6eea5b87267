"""Folds that the content itself brings (``<details>``), in any section and however deep, as a View has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui_home.document.walk import within
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
    return tuple(within(_own(block, keys), lambda inner: _toggled(inner, keys)) for block in blocks)


def _own(block: Block, keys: frozenset[str]) -> Block:
    if isinstance(block, Details) and block.key in keys:
        return replace(block, open=not block.open)
    return block
