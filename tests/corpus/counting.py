"""How much is in a site, counted without the program: by patterns over raw bytes, as a person with grep would."""

from __future__ import annotations

import re
from pathlib import Path

_ENTRY = re.compile(rb"^[ \t]*@[ \t]*(\w+)[ \t]*[{(]", re.MULTILINE)
_NO_ENTRIES = {b"string", b"preamble", b"comment"}
_COMMENT = re.compile(rb"@comment\s*\{", re.IGNORECASE)
_HEAD = re.compile(rb"\A\s*---[ \t]*\r?\n(.*?)^---", re.DOTALL | re.MULTILINE)
_UNPUBLISHED = re.compile(rb"^(?:published:\s*false|draft:\s*true)\b", re.MULTILINE | re.IGNORECASE)


def pages(folder: Path) -> int:
    """Return how many Markdown or HTML files in a folder and below it are not held back."""
    files = [path for path in folder.rglob("*") if path.suffix in {".md", ".markdown", ".html"} and path.is_file()]
    hidden = [
        path for path in files if any(part.startswith((".", "_drafts")) for part in path.relative_to(folder).parts)
    ]
    heads = [_HEAD.match(path.read_bytes()) for path in files if path not in hidden]
    return sum(not (head and _UNPUBLISHED.search(head[1])) for head in heads)


def entries(bib: bytes) -> int:
    """Return how many entries a ``.bib`` file has, those within ``@comment{…}`` left out."""
    kept = _without_comments(bib.lstrip(b"\xef\xbb\xbf"))
    return sum(entry[1].lower() not in _NO_ENTRIES for entry in _ENTRY.finditer(kept))


def _without_comments(bib: bytes) -> bytes:
    parts, done = [], 0
    for found in _COMMENT.finditer(bib):
        if found.start() < done:
            continue
        parts.append(bib[done : found.start()])
        depth, done = 1, found.end()
        while depth and done < len(bib):
            depth += {123: 1, 125: -1}.get(bib[done], 0)
            done += 1
    return b"".join([*parts, bib[done:]])
