"""What the configuration says of the site as a whole: its description, its footer, a note about ways of contact."""

from __future__ import annotations

from typing import NamedTuple

from tui_home.document.inline import inline
from tui_home.document.links import Base
from tui_home.model.inline import Spans, plain_text
from tui_home.model.problem import Origin, Problem
from tui_home.sources.jekyll.reading import Reading
from tui_home.text.patterns import pattern

_SENTENCE_END = pattern(r"(?<=[.!?。])\s{1,20}")
_THEMES_OWN = pattern(
    r"(?:powered|built|made|created) (?:by|with) jekyll(?: (?:with|and|using|&) (?:the )?al-folio)?(?: theme)?"
    r"|(?:theme|template|design) (?:by|from|is) al-folio|based on (?:the )?(?:\*folio|al-folio)(?: design| theme)?"
    r"|hosted (?:by|on|at|with) github(?: pages)?|photos from unsplash"
)
"""What al-folio says of itself: a terminal is neither powered by Jekyll nor hosted there."""


class SiteWords(NamedTuple):
    """What stands on every page, or on none."""

    description: str = ""
    footer: Spans = ()
    contact_note: Spans = ()
    problems: tuple[Problem, ...] = ()


def read_site_words(reading: Reading) -> SiteWords:
    """Return what the configuration says of the site, without what is still the theme's."""
    demo = reading.demo
    description, problems = _line(reading, "description", "site_description")
    footer, more = _line(reading, "footer_text", "footer_text")
    note, others = _line(reading, "contact_note", "contact_note")
    said = " ".join(plain_text(description).split())
    return SiteWords(
        "" if demo.text(said) else said,
        footer,
        () if demo.text(plain_text(note)) else note,
        (*problems, *more, *others),
    )


def _line(reading: Reading, key: str, string: str) -> tuple[Spans, tuple[Problem, ...]]:
    """Return a value of the configuration as one line; the templates' word for it in the chosen language wins."""
    config = reading.config
    raw = config.raw
    languages = reading.languages
    written = languages.string(string) or languages.string(f"main.{key}") or languages.resolved(raw.text(key))
    written = _without_themes_own(written)
    origin = Origin(config.file, raw.text_lines.get(key) or raw.line(key) or 1)
    spans, problems = inline(written, origin, base=Base(config.host, config.baseurl, "/"))
    return spans, tuple(problems)


def _without_themes_own(text: str) -> str:
    """Return a text without the sentences that are al-folio's."""
    kept = [sentence for sentence in _SENTENCE_END.split(text) if not _THEMES_OWN.fullmatch(_plain(sentence))]
    return " ".join(kept).strip()


def _plain(sentence: str) -> str:
    spans, _ = inline(sentence, Origin(""))
    return " ".join(plain_text(spans).lower().rstrip(".").split())
