"""python-liquid's Environment as Jekyll sets it up, made once for a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from liquid import Environment, Mode, Node
from liquid.parser import get_parser
from liquid.stream import TokenStream

from tui_home.sources.jekyll.liquid import nodes
from tui_home.sources.jekyll.liquid.filters import FILTERS
from tui_home.sources.jekyll.liquid.memory import Memory
from tui_home.sources.jekyll.liquid.meter import MAX_OUTPUT
from tui_home.sources.jekyll.liquid.tags import MEANINGS

if TYPE_CHECKING:
    from liquid.token import Token

_TURNS = 100_000


class JekyllEnvironment(Environment):
    """Liquid with Jekyll's tags and filters, and with limits."""

    block_nesting_limit: ClassVar[int] = 20
    context_depth_limit: ClassVar[int] = 120
    loop_iteration_limit: ClassVar[int | None] = _TURNS
    output_stream_limit: ClassVar[int | None] = MAX_OUTPUT
    logical_parentheses = True
    logical_not_operator = True

    def __init__(self) -> None:
        super().__init__(tolerance=Mode.STRICT)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:  # noqa: ARG002 - python-liquid's signature
        """Register what Jekyll has, and no more."""
        super().setup_tags_and_filters()
        self.tags.clear()
        for tag in nodes.tags():
            self.add_tag(tag)
        for name, meaning in MEANINGS.items():
            self.add_tag(nodes.call_tag(name, meaning))
        self.filters.update(FILTERS)

    def nodes(self, tokens: list[Token]) -> list[Node]:
        """Return the tree of a text's tokens.

        Raises:
            LiquidError: They are not what a parser takes.
        """
        return get_parser(self).parse(TokenStream(iter(tokens)))


def environment(memory: Memory) -> JekyllEnvironment:
    """Return the reading's environment."""
    return memory.once(JekyllEnvironment, JekyllEnvironment)
