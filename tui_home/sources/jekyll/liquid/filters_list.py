"""Filters of lists, as Jekyll has them: what has no such property comes last, and texts equal numbers that look so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from liquid.builtin.expressions import BooleanExpression, tokenize
from liquid.exceptions import LiquidTypeError
from liquid.filter import with_context
from liquid.stream import TokenStream
from liquid.token import TOKEN_EXPRESSION, Token
from liquid.undefined import is_undefined

from tui_home.sources.jekyll.liquid.expressions import readable
from tui_home.sources.jekyll.liquid.meter import MAX_TEXT, ExhaustedError
from tui_home.sources.jekyll.liquid.strings import written

if TYPE_CHECKING:
    from tui_home.sources.jekyll.liquid.context import Context


def _items(value: object) -> list[object]:
    """Return what a list filter goes through: a mapping's values, a list's items."""
    if isinstance(value, list | tuple | range):
        return list(value)
    if isinstance(value, Mapping):
        return [value[key] for key in value]
    return [] if value is None or is_undefined(value) else [value]


def _property(item: object, name: str) -> object:
    """Return what a path of names leads to in an item: "author.name"."""
    for part in name.split("."):
        item = item.get(part) if isinstance(item, Mapping) else None
    return item


def _said(value: object) -> object:
    """Return a value as it is compared: numbers and truths by their text."""
    return written(value) if isinstance(value, bool | int | float | str) else value


def _equal(found: object, wanted: object) -> bool:
    if wanted is None or is_undefined(wanted):
        return found is None
    many = found if isinstance(found, list | tuple) else [found]
    return any(_said(item) == _said(wanted) for item in many if item is not None)


def _where(value: object, name: object, *wanted: object) -> list[object]:
    key = written(name)
    if not wanted:
        return [item for item in _items(value) if _property(item, key) not in (None, False)]
    return [item for item in _items(value) if _equal(_property(item, key), wanted[0])]


def _reject(value: object, name: object, *wanted: object) -> list[object]:
    kept = {id(item) for item in _where(value, name, *wanted)}
    return [item for item in _items(value) if id(item) not in kept]


def _find(value: object, name: object, *wanted: object) -> object:
    return next(iter(_where(value, name, *wanted)), None)


Test = Callable[[object], object]


def _tested(context: Context, variable: object, expression: object) -> Test:
    """Return what evaluates an expression for an item, which it knows by the variable's name."""
    source = written(expression)
    if not readable(context.env, "if", source):
        raise ValueError("the expression cannot be read")
    token = Token(TOKEN_EXPRESSION, source, 0, source)
    parsed = BooleanExpression.parse(context.env, TokenStream(tokenize(source, token)))

    def test(item: object) -> object:
        context.run.meter.spend(2 + (len(source) >> 5))
        with context.extend({written(variable): item}):
            try:
                return parsed.expression.evaluate(context)
            except LiquidTypeError:  # a text compared with a number: not this item
                return False

    return test


def _holds(value: object) -> bool:
    return value not in (None, False) and not is_undefined(value)


@with_context
def _where_exp(value: object, variable: object, expression: object, *, context: Context) -> list[object]:
    test = _tested(context, variable, expression)
    return [item for item in _items(value) if _holds(test(item))]


@with_context
def _find_exp(value: object, variable: object, expression: object, *, context: Context) -> object:
    test = _tested(context, variable, expression)
    return next((item for item in _items(value) if _holds(test(item))), None)


@with_context
def _reject_exp(value: object, variable: object, expression: object, *, context: Context) -> list[object]:
    test = _tested(context, variable, expression)
    return [item for item in _items(value) if not _holds(test(item))]


def _groups(items: Sequence[object], keys: Sequence[object]) -> list[object]:
    groups: dict[str, list[object]] = {}
    for item, key in zip(items, keys, strict=True):
        groups.setdefault(written(key), []).append(item)
    return [{"name": name, "items": group, "size": len(group)} for name, group in groups.items()]


def _group_by(value: object, name: object) -> list[object]:
    items = _items(value)
    return _groups(items, [_property(item, written(name)) for item in items])


@with_context
def _group_by_exp(value: object, variable: object, expression: object, *, context: Context) -> list[object]:
    from liquid.builtin.expressions import FilteredExpression  # noqa: PLC0415 - beside its only use

    items, source = _items(value), written(expression)
    if not readable(context.env, "output", source):
        raise ValueError("the expression cannot be read")
    token = Token(TOKEN_EXPRESSION, source, 0, source)
    parsed = FilteredExpression.parse(context.env, TokenStream(tokenize(source, token)))
    keys: list[object] = []
    for item in items:
        context.run.meter.spend(2 + (len(source) >> 5))
        with context.extend({written(variable): item}):
            keys.append(parsed.evaluate(context))
    return _groups(items, keys)


def _rank(value: object) -> tuple[int, float, str]:
    """Return what a value is sorted by: numbers, then texts."""
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, int | float):
        return 0, float(value), ""
    text = written(value)
    try:
        return (0, float(text), "") if text[:1].isdigit() and len(text) < 19 and "_" not in text else (1, 0.0, text)  # noqa: PLR2004
    except ValueError:
        return 1, 0.0, text


def _sort(value: object, name: object = "", nils: object = "first") -> list[object]:
    items, key = _items(value), written(name)
    pairs = [(_property(item, key) if key else item, item) for item in items]
    absent = [item for found, item in pairs if found is None or is_undefined(found)]
    present = [(_rank(found), item) for found, item in pairs if not (found is None or is_undefined(found))]
    ordered = [item for _, item in sorted(present, key=lambda pair: pair[0])]
    return [*ordered, *absent] if nils == "last" else [*absent, *ordered]


def _sort_natural(value: object, name: object = "") -> list[object]:
    key = written(name)
    return sorted(_items(value), key=lambda item: written(_property(item, key) if key else item).lower())


def _map(value: object, name: object) -> list[object]:
    return [_property(item, written(name)) for item in _items(value)]


def _uniq(value: object, name: object = "") -> list[object]:
    key = written(name)
    found: dict[object, object] = {}
    for item in _items(value):
        mark = _property(item, key) if key else item
        found.setdefault(mark if isinstance(mark, str | int | float) else id(mark), item)
    return list(found.values())


def _join(value: object, between: object = " ") -> str:
    texts, glue = [written(item) for item in _items(value)], written(between)
    if sum(map(len, texts)) + len(glue) * len(texts) > MAX_TEXT:
        raise ExhaustedError("a value grows beyond all bounds")
    return glue.join(texts)


def _sentence(value: object, last: object = "and") -> str:
    texts = [written(item) for item in _items(value)]
    if len(texts) < 3:  # noqa: PLR2004 - so few have no comma
        return _join(texts, f" {written(last)} ")
    return _join([*texts[:-1], f"{written(last)} {texts[-1]}"], ", ")


def _concat(value: object, other: object) -> list[object]:
    return [*_items(value), *_items(other)]


def _take(value: object, count: object = 1) -> object:
    """Return the first items: no chance decides what a page shows."""
    items = _items(value)
    number = count if isinstance(count, int) else 1
    return items[:number] if number != 1 else next(iter(items), None)


LIST_FILTERS: Mapping[str, Callable[..., object]] = {
    "where": _where,
    "where_exp": _where_exp,
    "reject": _reject,
    "reject_exp": _reject_exp,
    "find": _find,
    "find_exp": _find_exp,
    "group_by": _group_by,
    "group_by_exp": _group_by_exp,
    "sort": _sort,
    "sort_natural": _sort_natural,
    "map": _map,
    "uniq": _uniq,
    "join": _join,
    "concat": _concat,
    "array_to_sentence_string": _sentence,
    "push": lambda value, item: [*_items(value), item],
    "pop": lambda value, count=1: _items(value)[: -count if isinstance(count, int) and count > 0 else None],
    "shift": lambda value, count=1: _items(value)[count if isinstance(count, int) and count > 0 else 0 :],
    "unshift": lambda value, item: [item, *_items(value)],
    "sample": _take,
    "compact": lambda value, *_: [item for item in _items(value) if item is not None],
    "reverse": lambda value: _items(value)[::-1],
    "to_array": _items,
}
