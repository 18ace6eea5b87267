from __future__ import annotations

from dataclasses import replace

from tui_home.document.markdown import markdown
from tui_home.document.relink import relinked
from tui_home.document.walk import links, text_of
from tui_home.model.blocks import Align, Aside, Entry, Figure, Paragraph
from tui_home.model.inline import Link, LinkKind, Span
from tui_home.model.problem import Origin

SOURCE = """# [a](https://a.b/1)

b [c *d*](https://a.b/2)

- e
  1. [f](https://a.b/3)

> [g](https://a.b/4)

| [h](https://a.b/5) | i |
|---|---|
| j | [k](https://a.b/6) |

<details><summary>[l](https://a.b/7) <a href="https://a.b/8">m</a></summary><a href="https://a.b/9">n</a></details>

![o](https://a.b/10)
"""
BLOCKS = markdown(SOURCE, Origin("p.md")).blocks
OWN = Link(LinkKind.PUBLICATION, "p", "https://a.b/11")
ENTRY = Entry("k", (Span("q", link=OWN),), 6, BLOCKS[:1], BLOCKS[1:2], OWN)
ALL = (*BLOCKS, Aside(Align.RIGHT, BLOCKS[:1], (ENTRY,)))


def test_every_link_is_rewritten_where_it_stands() -> None:
    changed = relinked(ALL, lambda link: replace(link, url=link.url + "/x"))
    assert [link.url for link in links(changed)] == [link.url + "/x" for link in links(ALL)]
    assert text_of(changed) == text_of(ALL)
    assert relinked(changed, lambda link: replace(link, url=link.url.removesuffix("/x"))) == ALL


def test_what_is_refused_is_text() -> None:
    bare = relinked(ALL, lambda _: None)
    assert list(links(bare)) == [Link(LinkKind.FIGURE, "o")]
    assert text_of(bare) == text_of(ALL)


def test_a_figure_stays_a_figure() -> None:
    link = Link(LinkKind.FIGURE, "a", path="/x/")
    assert relinked((Figure((), link), Paragraph(())), lambda _: None) == (
        Figure((), Link(LinkKind.FIGURE, "a")),
        Paragraph(()),
    )
