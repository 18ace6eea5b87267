"""What is left of al-folio's example curriculum vitae in an owner's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tui_home.document.walk import text_of, within
from tui_home.model.blocks import Block, Blocks, ListBlock, Paragraph, Table
from tui_home.model.collections import CvEntry, CvPart
from tui_home.model.inline import plain_text
from tui_home.model.problem import Problem, Severity
from tui_home.sources.jekyll.cv.example_marks import MARKS, WHOLE
from tui_home.sources.jekyll.demo import fingerprint


def without_examples(parts: tuple[CvPart, ...], file: str) -> tuple[tuple[CvPart, ...], tuple[Problem, ...]]:
    """Return the parts without what the theme brought along, and the Problem that says so.

    Where nothing is left but who the owner is, nothing is shown: they have not begun to write a CV.

    Args:
        parts: Those of the file.
        file: Its path.
    """
    kept = [replace(part, entries=_entries(part), blocks=_blocks(part.blocks)) for part in parts]
    left = tuple(part for part in kept if part.entries or part.blocks)
    if left == parts:
        return parts, ()
    left = tuple(part for part in left if not _is_whole_example(part))
    message = "What is left of al-folio’s example in this curriculum vitae is not shown"
    problem = Problem(Severity.WARNING, file, None, message, "delete it, or write your own in its place")
    if all(isinstance(block, Table) for part in left for block in part.blocks) and not any(p.entries for p in left):
        return (), (problem,)
    return left, (problem,)


def marks_of(parts: tuple[CvPart, ...]) -> Iterator[str]:
    """Yield the fingerprints of everything in `parts` that can be left out for itself."""
    for part in parts:
        for entry in part.entries:
            yield _mark_of_entry(entry)
            yield from _marks_of_blocks(entry.blocks)
        yield from _marks_of_blocks(part.blocks)


def _marks_of_blocks(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table(rows=rows):
                yield from (fingerprint(" ".join(map(plain_text, row))) for row in rows)
            case ListBlock(items=items):
                for item in items:
                    yield from _marks_of_blocks(item.blocks)
            case _:
                yield fingerprint(text_of((block,)))


def _mark_of_entry(entry: CvEntry) -> str:
    return fingerprint(f"{entry.when} {plain_text(entry.title)} {plain_text(entry.subtitle)} {entry.place}")


def _is_whole_example(part: CvPart) -> bool:
    """Return whether a part is one that many people might have: as a whole, and beside other examples, it is none."""
    return not part.entries and fingerprint(text_of(part.blocks)) in WHOLE


def _entries(part: CvPart) -> tuple[CvEntry, ...]:
    own = [entry for entry in part.entries if not (entry.title and _mark_of_entry(entry) in MARKS)]
    filtered = [(entry, replace(entry, blocks=_blocks(entry.blocks))) for entry in own]
    return tuple(kept for entry, kept in filtered if kept.blocks == entry.blocks or kept.title or kept.blocks)


def _blocks(blocks: Blocks) -> Blocks:
    """Return the Blocks without the example's, and without lists of which nothing is left."""
    return tuple(kept for block in blocks if (kept := _kept(block)) is not None)


def _kept(block: Block) -> Block | None:
    match block:
        case Paragraph(spans=spans):
            return None if fingerprint(plain_text(spans)) in MARKS else block
        case Table(rows=rows):
            left = tuple(row for row in rows if fingerprint(" ".join(map(plain_text, row))) not in MARKS)
            return replace(block, rows=left) if left else None
        case ListBlock():
            items = tuple(item for item in block.items if _blocks(item.blocks))
            filtered = tuple(replace(item, blocks=_blocks(item.blocks)) for item in items)
            return replace(block, items=filtered) if filtered else None
        case _:
            return within(block, _blocks)
