"""The parsed stylesheet, shared by all visitors who see the same colours.

Textual (8.2) parses the stylesheet of each app anew, and once more for each theme: 4 to 6 ms and 90 KiB a visitor. What
comes of it is only read; what is set for one widget alone is kept with the widget.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.css.errors import StylesheetError
from textual.css.parse import parse
from textual.css.stylesheet import CssSource, Stylesheet
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import TokenError

if TYPE_CHECKING:
    from textual.css.model import RuleSet
    from textual.css.types import CSSLocation
    from textual.dom import DOMNode

_MOST_COLOURS = 16
"""Sets of colours that are kept: about 300 KiB each."""


class SharedStylesheet(Stylesheet):
    """An app's stylesheet, made of rules that it shares with others.

    Args of the constructor:
        variables: The colours and what else the rules may name.
    """

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._colours: _Colours | None = None

    def set_variables(self, variables: dict[str, str]) -> None:
        """Use other colours, from the next parsing on."""
        super().set_variables(variables)
        self._colours = None

    def reparse(self) -> None:
        """Make the rules anew, in the colours there are now; if that cannot be, those of before stay."""
        self.parse()

    def _process_component_classes(self, node: DOMNode) -> None:
        """Make the styles of a widget's parts anew, and take those of before to pieces: circles of 40 objects."""
        before = tuple(node._component_styles.values())
        super()._process_component_classes(node)
        for styles in before:
            if styles.node is not None:
                vars(styles.node).clear()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,  # noqa: FBT001, FBT002 - Textual's signature
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        """Return the rules of one source."""
        if self._colours is None:
            self._colours = _colours_of(tuple(self._variables.items()))
        return self._colours.rules(read_from, CssSource(css, is_default_rules, tie_breaker, scope))


class _Colours:
    """The rules of all sources in one set of colours."""

    def __init__(self, variables: tuple[tuple[str, str], ...]) -> None:
        self._tokens = tokenize_values(dict(variables))
        self._parsed: dict[tuple[CSSLocation, CssSource], list[RuleSet]] = {}
        """By their sources, which are the program's own: as many as it has kinds of widgets."""

    def rules(self, read_from: CSSLocation, source: CssSource) -> list[RuleSet]:
        """Return the rules of one source.

        Raises:
            StylesheetError: It makes no sense.
        """
        found = self._parsed.get((read_from, source))
        if found is None:
            found = self._parsed[read_from, source] = self._parse(read_from, source)
        return found

    def _parse(self, read_from: CSSLocation, source: CssSource) -> list[RuleSet]:
        css, is_defaults, tie_breaker, scope = source
        try:
            return list(parse(scope, css, read_from, None, self._tokens, is_defaults, tie_breaker))
        except TokenError:
            raise
        except Exception as error:  # noqa: BLE001 - as Textual's own
            raise StylesheetError(f"failed to parse css; {error}") from None


@lru_cache(maxsize=_MOST_COLOURS)
def _colours_of(variables: tuple[tuple[str, str], ...]) -> _Colours:
    return _Colours(variables)
