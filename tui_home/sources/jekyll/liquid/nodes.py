"""python-liquid's nodes and tags, each step counted, and each fault a Problem that costs no more than its own tag."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TextIO, cast

from liquid import Node
from liquid.builtin.content import ContentNode, Literal
from liquid.builtin.expressions import LoopExpression, StringLiteral
from liquid.builtin.illegal import Illegal
from liquid.builtin.output import Output, OutputNode
from liquid.builtin.tags.assign_tag import AssignNode, AssignTag
from liquid.builtin.tags.capture_tag import CaptureNode, CaptureTag
from liquid.builtin.tags.case_tag import CaseNode, CaseTag
from liquid.builtin.tags.cycle_tag import CycleNode, CycleTag
from liquid.builtin.tags.decrement_tag import DecrementNode, DecrementTag
from liquid.builtin.tags.for_tag import BreakNode, BreakTag, ContinueNode, ContinueTag, ForNode, ForTag
from liquid.builtin.tags.if_tag import IfNode, IfTag
from liquid.builtin.tags.ifchanged_tag import IfChangedNode, IfChangedTag
from liquid.builtin.tags.increment_tag import IncrementNode, IncrementTag
from liquid.builtin.tags.tablerow_tag import TablerowNode, TablerowTag
from liquid.builtin.tags.unless_tag import UnlessNode, UnlessTag
from liquid.exceptions import LiquidError, LiquidInterrupt, ResourceLimitError
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

from tui_home.sources.jekyll.liquid.meter import MAX_ITEMS, ExhaustedError
from tui_home.sources.jekyll.liquid.scan import without_tags
from tui_home.sources.jekyll.liquid.strings import written
from tui_home.sources.jekyll.liquid.vanishing import guarded

if TYPE_CHECKING:
    from liquid.context import RenderContext
    from liquid.stream import TokenStream

    from tui_home.sources.jekyll.liquid.context import Context

FAULTS = (LiquidError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What python-liquid raises for content."""


class _Metered(Node):
    """A node whose faults are Problems; what limits are for goes on upwards."""

    __slots__ = ()

    def branches(self) -> int:
        """Return the steps that choosing between the node's branches takes."""
        return 0

    def render(self, context: RenderContext, buffer: TextIO) -> int:
        """Count, evaluate, and note what is wrong."""
        own = cast("Context", context)
        own.run.line = self.token.start_index
        own.run.meter.spend(1 + (len(self.token.source) >> 5) + self.branches())
        try:
            return self.render_to_output(context, buffer)
        except (ResourceLimitError, LiquidInterrupt):
            raise
        except FAULTS as error:
            own.run.failed(error, self.token)
            return 0


class _If(_Metered, IfNode):
    __slots__ = ()

    def branches(self) -> int:
        return 8 * len(self.alternatives)


class _Unless(_Metered, UnlessNode):
    __slots__ = ()

    def branches(self) -> int:
        return 8 * len(self.alternatives)


class _Case(_Metered, CaseNode):
    __slots__ = ()

    def branches(self) -> int:
        return sum(1 + (len(block.token.source) >> 3) for block in self.blocks)


class BoundedLoop(LoopExpression):
    """What a ``for`` goes through: bounded before anything is copied or skipped."""

    __slots__ = ()

    def _to_iter(self, obj: object, context: RenderContext) -> tuple[Iterator[Any], int]:
        if isinstance(obj, range) and obj.stop - obj.start > MAX_ITEMS:
            raise ExhaustedError(f"a loop has more than {MAX_ITEMS} turns")
        it, length = super()._to_iter(obj, context)
        cast("Context", context).run.meter.spend(length >> 3)
        return it, length


def _bounded(loop: LoopExpression) -> BoundedLoop:
    return BoundedLoop(
        loop.token,
        loop.identifier,
        loop.iterable,
        limit=loop.limit,
        offset=loop.offset,
        reversed_=loop.reversed,
        cols=loop.cols,
    )


class _Output(_Metered, OutputNode):
    __slots__ = ()

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        text = written(self.expression.evaluate(context))
        if "{{" in text or "{%" in text:  # a template that shows braces means them; in data they were to be evaluated
            said = isinstance(getattr(self.expression, "left", None), StringLiteral)
            text = guarded(text) if said else without_tags(text)
        return buffer.write(text)


class _For(_Metered, ForNode):
    __slots__ = ()


class _ForTag(ForTag):
    node_class = _For

    def parse(self, stream: TokenStream) -> Node:
        node = super().parse(stream)
        if isinstance(node, ForNode):
            node.expression = _bounded(node.expression)
        return node


class _Tablerow(_Metered, TablerowNode):
    __slots__ = ()


class _TablerowTag(TablerowTag):
    node_class = _Tablerow

    def parse(self, stream: TokenStream) -> TablerowNode:
        node = super().parse(stream)
        node.expression = _bounded(node.expression)
        return node


Meaning = Callable[["Context", str], str]
"""What a tag of Jekyll or a plug-in becomes: its arguments as written, to text."""


class CallNode(_Metered):
    """A tag that becomes text."""

    __slots__ = ("args", "meaning")

    def __init__(self, token: Token, meaning: Meaning, args: str) -> None:
        super().__init__(token)
        self.meaning = meaning
        self.args = args
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write what the tag becomes."""
        text = self.meaning(cast("Context", context), self.args)
        return buffer.write(guarded(text) if "{" in text else text)


def call_tag(name: str, meaning: Meaning) -> type[Tag]:
    """Return the tag `name` that becomes what `meaning` says."""

    def parse(self: Tag, stream: TokenStream) -> Node:  # noqa: ARG001 - a method
        token = stream.eat(TOKEN_TAG)
        if stream.current.kind == TOKEN_EXPRESSION:
            return CallNode(token, meaning, stream.current.value)
        stream.pos -= 1
        return CallNode(token, meaning, "")

    return type(f"Call{name.title()}", (Tag,), {"name": name, "block": False, "parse": parse})


def _metered(tag: type[Tag], node: type[Node]) -> type[Tag]:
    """Return a tag whose nodes are counted."""
    counted = type(f"Metered{node.__name__}", (_Metered, node), {"__slots__": ()})
    return type(f"Metered{tag.__name__}", (tag,), {"node_class": counted})


def _raising(tag: type[Tag], interrupt: type[Node], parse_as: type[Node]) -> type[Tag]:
    """Return ``break`` or ``continue``; python-liquid names the node's class in the method."""

    def parse(self: Tag, stream: TokenStream) -> Node:  # noqa: ARG001 - a method
        return interrupt(stream.expect(TOKEN_TAG))

    return type(f"Metered{parse_as.__name__}", (tag,), {"parse": parse})


class _Break(_Metered, BreakNode):
    __slots__ = ()


class _Continue(_Metered, ContinueNode):
    __slots__ = ()


def tags() -> tuple[type[Tag], ...]:
    """Return the tags of Liquid itself, as Jekyll has them."""
    return (
        _metered(Literal, ContentNode),
        Illegal,
        type("Outputs", (Output,), {"node_class": _Output}),
        _ForTag,
        _TablerowTag,
        _raising(BreakTag, _Break, BreakNode),
        _raising(ContinueTag, _Continue, ContinueNode),
        _metered(AssignTag, AssignNode),
        _metered(CaptureTag, CaptureNode),
        type("Case", (CaseTag,), {"node_class": _Case}),
        _metered(CycleTag, CycleNode),
        _metered(DecrementTag, DecrementNode),
        _metered(IncrementTag, IncrementNode),
        type("If", (IfTag,), {"node_class": _If}),
        _metered(IfChangedTag, IfChangedNode),
        type("Unless", (UnlessTag,), {"node_class": _Unless}),
    )
