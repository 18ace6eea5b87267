"""The output formats by name; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_home.model.look import Look
from tui_home.model.site import Site
from tui_home.sections import Section

Render = Callable[[Site, Sequence[Section], int, Look], str]


def _text(site: Site, sections: Sequence[Section], width: int, look: Look) -> str:
    from tui_home.output.text import text  # noqa: PLC0415 - one format is enough

    return text(site, sections, width, look)


def _ansi(site: Site, sections: Sequence[Section], width: int, look: Look) -> str:
    from tui_home.output.ansi import ansi  # noqa: PLC0415 - Rich is for this format only

    return ansi(site, sections, width, look)


def _markdown(site: Site, sections: Sequence[Section], _width: int, _look: Look) -> str:
    from tui_home.output.markdown import markdown  # noqa: PLC0415 - one format is enough

    return markdown(site, sections)


def _json(site: Site, sections: Sequence[Section], width: int, look: Look) -> str:
    from tui_home.output.json import json  # noqa: PLC0415 - one format is enough

    return json(site, sections, width, look)


FORMATS: dict[str, Render] = {"text": _text, "ansi": _ansi, "markdown": _markdown, "json": _json}
