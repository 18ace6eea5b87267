"""What the names mean that somebody types."""

from __future__ import annotations

from tui_home.linear.place import Place
from tui_home.linear.talk import Talk
from tui_home.verbs.outcome import UsageError
from tui_home.verbs.show import sections_named


def sections(talk: Talk) -> str:
    """Return the names of all sections."""
    return ", ".join(section.title for section in talk.here.sections)


def names(talk: Talk) -> tuple[str, ...]:
    """Return every word that means a section, in lower case."""
    both = (name.lower() for section in talk.here.sections for name in (section.id, section.title))
    return tuple(dict.fromkeys(both))


def place_named(talk: Talk, words: str) -> Place | None:
    """Return the section, or the article as ``posts/NAME``, that `words` mean; the beginning of a title is enough."""
    wanted = " ".join(words.split()).casefold()
    titles = [(section.title.casefold(), section.id) for section in talk.here.sections]
    whole = (name for title, name in titles if wanted in {title, name})
    begun = (name for title, name in titles if title.startswith(wanted) or name.startswith(wanted))
    if found := next(whole, None) or next(begun, None):
        return Place(found)
    try:
        (section,) = sections_named(talk.site, [wanted])
    except (UsageError, ValueError):
        return None
    name, _, article = section.id.partition("/")
    return Place(name, article)
