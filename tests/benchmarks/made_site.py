"""A site of any size, the same every time; its words mean nothing."""

from __future__ import annotations

import random
from pathlib import Path

WORD = b"sesquipedalian"
"""Stands in About's first line and nowhere else."""
NEWS_SHARE = 5
"""For so many publications there is one news item."""
_WORDS = (
    *("analysis", "causal", "data", "deep", "efficient", "federated", "graph", "inference", "language", "learning"),
    *("method", "model", "network", "neural", "optimal", "robust", "scalable", "sparse", "system", "theory", "vision"),
)
_NAMES = ("Smith", "Lee", 'M{\\"u}ller', "Garc{\\'i}a", "Wang")
_HEAD = "---\nlayout: about\npermalink: /\nnews: true\nselected_papers: true\nsocial: true\n---\n"


def make_site(folder: Path, publications: int) -> None:
    """Write a site with so many publications, a tenth of them selected but at most ten, and a fifth as many news."""
    chance = random.Random(publications)  # noqa: S311 - words, not secrets
    for name in ("_pages", "_news", "_bibliography"):
        (folder / name).mkdir(parents=True)
    (folder / "_config.yml").write_text(
        "first_name: Ann\nlast_name: Doe\nurl: https://ann.example\nscholar:\n  last_name: [Doe]\n  first_name: [Ann]\n"
    )
    text = "\n\n".join(_said(chance, 60) for _ in range(8))
    (folder / "_pages" / "about.md").write_text(f"{_HEAD}A {WORD.decode()} page. {text}\n")
    entries = (_entry(chance, number, publications) for number in range(publications))
    (folder / "_bibliography" / "papers.bib").write_text("---\n---\n" + "\n".join(entries))
    for number in range(publications // NEWS_SHARE):
        date = f"{1990 + number % 35}-{1 + number % 12:02}-11"
        body = f"{_said(chance, 15)} [more](https://ann.example/{number})."
        (folder / "_news" / f"item-{number}.md").write_text(f"---\ndate: {date}\ninline: true\n---\n{body}\n")


def _said(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


def _entry(chance: random.Random, number: int, of: int) -> str:
    authors = " and ".join([f"{chance.choice(_NAMES)}, {letter}." for letter in "ABCD"] + ["Doe, Ann"])
    fields = {
        "title": f"{_said(chance, 9).title()} with {{GPUs}} and $\\alpha$",
        "author": authors,
        "journal": f"Journal of {chance.choice(_WORDS).title()}",
        "year": str(1990 + number % 35),
        "abbr": "JX",
        "doi": f"10.1000/xyz.{number}",
        "pdf": f"p{number}.pdf",
        "code": f"https://github.example/p{number}",
        "abstract": _said(chance, 100),
        "selected": "true" if number % max(1, of // 10) == 0 else "false",
    }
    inside = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{k{number},\n{inside}}}\n"
