"""A site of ours on which nothing is short: what there is to break on a small screen is on it."""

from __future__ import annotations

from dataclasses import replace

from tests.tui.conftest import contact, make_site, publication, text_blocks, web
from tests.tui.sites import blog
from tui_home.model.blocks import Paragraph
from tui_home.model.collections import SitePage
from tui_home.model.inline import Span
from tui_home.model.site import Name, Site

LONG_URL = "https://flood.example/" + "/".join(f"year-{year}/gauge-{year % 7}" for year in range(1700, 1715)) + "#end"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TEXT = f"""\
A gauge reads $h(t) = \\sum_{{k=1}}^{{n}} a_k \\cos(\\omega_k t + \\varphi_k)$, and the {LONG_WORD} believes it.
The archive is at {LONG_URL} and **nowhere** else.

# A heading that goes on for longer than most screens of a telephone are wide

水位は三百年前から毎日記録されており、その記録は今日でも古文書館で読むことができる。Family 👨‍👩‍👧‍👦 and flag 🇬🇧, décor.

| gauge at the old weir | first year of its records | floods | kept where | remark |
|:--|--:|:-:|--|--|
| Möllbrücke | 1702 | 41 | parish archive, third shelf | {LONG_WORD} |
| Isarwinkel | 1811 | 17 | mill | read twice |

```python
def level(gauge, year): return sum(reading.height for reading in archive[gauge].readings if reading.year == year)
```

> Quoted: rivers are patient.
>
> - and so
>   - are
>     - their
>       1. archives, deeply nested, with more words than there is room for

![A gauge in the snow of the last great winter](gauge.jpg)

<details><summary>What nobody asks about</summary>Everything in here is folded.</details>
"""
WORDS = (
    LONG_WORD, LONG_URL, "Möllbrücke", "1702", "parish", "Isarwinkel", "twice", "archive[gauge].readings",
    "reading.year==year)", "patient.", "archives,", "telephone", "古文書館", "winter", "nobody",
)  # fmt: skip
"""What must be found on the page, however narrow it is."""


def nasty() -> Site:
    """Return the site: all of the small one, long names, and articles."""
    site = make_site()
    meeting = contact("meeting", "Meeting", LONG_URL.removeprefix("https://"), web(LONG_URL, LONG_URL))
    long_paper = replace(
        publication(9, f"On {LONG_WORD}: A Study in Patience That Takes Its Time to Come to the Point", 2024),
        abbr="Extraordinarily Long Tag",
        venue="Proceedings of the Three Hundredth International Conference on the Memory of Running Waters",
        links=tuple(web(f"link number {number}", f"{LONG_URL}{number}") for number in range(9)),
    )
    pages = tuple(
        SitePage(f"page-{number}", title, (Paragraph((Span(f"This is {title}.", link=web("it", LONG_URL)),)),))
        for number, title in enumerate(("日本語のとても長いページ", LONG_WORD, "[b]Brackets[/b] [/]"))
    )
    return replace(
        site,
        revision="nasty",
        name=Name("Rosalinde Maria Theodora", "", "Marsh-Wetherington"),
        title="Rosalinde Maria Theodora Marsh-Wetherington",
        about=replace(site.about, blocks=text_blocks(TEXT)),
        publications=(long_paper, *site.publications),
        contacts=(site.contacts[0], meeting, *site.contacts[2:]),
        posts=blog().posts,
        routes=blog().routes,
        pages=pages,
    )
