"""The context in which python-liquid evaluates: bounded at every door, with the run that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from io import StringIO
from typing import TYPE_CHECKING, Any, TextIO

from liquid import BoundTemplate, RenderContext
from liquid.output import LimitedStringIO
from liquid.undefined import UNDEFINED

from tui_home.sources.jekyll.liquid.meter import MAX_OUTPUT, ExhaustedError
from tui_home.sources.jekyll.liquid.strings import named, written

if TYPE_CHECKING:
    from liquid.builtin.tags.for_tag import ForLoop
    from liquid.builtin.tags.tablerow_tag import TableRow
    from liquid.token import Token

    from tui_home.sources.jekyll.liquid.environment import JekyllEnvironment
    from tui_home.sources.jekyll.liquid.run import Run

Filter = Callable[..., object]
_STRINGS = "liquid.builtin.filters.string"
_MOST_VALUES = 4 << 20
"""Characters of all captured and assigned texts."""


class Context(RenderContext):
    """One evaluation's variables.

    Args:
        env: Which tags and filters there are.
        run: The run that it belongs to.
        names: What it can ask for: site, page.
    """

    def __init__(self, env: JekyllEnvironment, run: Run, names: Mapping[str, object]) -> None:
        super().__init__(BoundTemplate(env, []), globals=names)
        self.run = run
        self.jekyll = env
        self._held = 0

    def assign(self, key: str, val: Any) -> None:  # noqa: ANN401 - python-liquid's signature
        """Keep a value, if it is not too large."""
        self.run.meter.weigh(val)
        if isinstance(val, str):
            self._held += len(val) - len(written(self.locals.get(key)))
            if self._held > _MOST_VALUES:
                raise ExhaustedError("the values grow beyond all bounds")
        self.locals[key] = val

    def get(self, path: list[object], *, token: Token | None, default: object = UNDEFINED) -> object:
        """Return what a path names, and count what it may cost to use that."""
        self.run.meter.spend(len(path))
        value: object = super().get(path, token=token, default=default)
        self.run.meter.touch(value)
        return value

    def filter(self, name: str, token: Token | None) -> Filter:
        """Return a filter that weighs what goes in and what comes out; an unknown one changes nothing."""
        if name not in self.env.filters:
            self.run.unknown(name)
            return _unchanged
        function = super().filter(name, token)
        meter = self.run.meter
        of_text = getattr(self.env.filters[name], "__module__", "") == _STRINGS

        @wraps(function)
        def weighed(left: object, *args: object, **kwargs: object) -> object:
            meter.spend()
            for value in (left, *args, *kwargs.values()):
                meter.weigh(value)
            if of_text and not isinstance(left, str):
                left = written(left)
            result = function(
                left, *(written(arg) if of_text and isinstance(arg, Mapping) else arg for arg in args), **kwargs
            )
            meter.weigh(result)
            return result

        return weighed

    @contextmanager
    def loop(self, namespace: Mapping[str, object], forloop: ForLoop | TableRow) -> Iterator[RenderContext]:
        """Count the turns of a loop before it begins."""
        self.run.meter.spend(forloop.length)
        with super().loop(namespace, forloop) as context:
            yield context

    def get_buffer(self, buf: TextIO | None = None) -> StringIO:
        """Return where a captured text goes."""
        carried = buf.size if isinstance(buf, LimitedStringIO) else 0
        return LimitedStringIO(limit=MAX_OUTPUT - carried)


def _unchanged(left: object, *_args: object, **_kwargs: object) -> object:
    """Return what an unknown filter is given; of a person or a thing with a name, the name."""
    return named(left) if isinstance(left, Mapping) else left
