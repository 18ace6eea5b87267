"""Questions that were put to a folder, as they are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui_home.sources.tree import Question

MOST_QUESTIONS = 10_000


def read_questions(plain: object) -> list[Question]:
    """Return the questions that JSON tells of.

    Raises:
        ValueError: These are none, or too many.
    """
    if type(plain) is not list or len(plain) > MOST_QUESTIONS:
        raise ValueError("questions")
    return [_question(item) for item in plain]


def _question(item: object) -> Question:
    match item:
        case [str(what), str(path), int(limit), [*suffixes]]:
            texts = tuple(suffix for suffix in suffixes if isinstance(suffix, str))
            return what, path, limit, texts
        case _:
            raise ValueError("question")
