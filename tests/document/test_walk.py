from __future__ import annotations

from tui_home.document.markdown import markdown
from tui_home.document.walk import links, spans_of, text_of
from tui_home.model.blocks import Align, Aside, Entry, Paragraph, Portrait
from tui_home.model.inline import Link, LinkKind, Span, plain_text
from tui_home.model.problem import Origin

SOURCE = """# A

b [c](https://c.d) [*e* f](https://e.f)

- g
  1. h
- [i](https://i.j)

> k

| l | [m](https://m.n) |
|---|---|
| o | p |

```
q
  r
```

<details><summary>s</summary>t <a href="https://u.v">u</a></details>

![w](https://w.x/y.png)
"""


def test_text_comes_in_reading_order() -> None:
    blocks = markdown(SOURCE, Origin("p.md")).blocks
    assert text_of(blocks) == ("A\n\nb c e f\n\n- g\n1. h\n- i\n\nk\n\nl  m\no  p\n\nq\n  r\n\ns\nt u\n\nw")


def test_links_come_once_and_in_reading_order() -> None:
    blocks = markdown(SOURCE, Origin("p.md")).blocks
    assert [link.label for link in links(blocks)] == ["c", "e f", "i", "m", "u", "w"]


def test_entries_and_asides_are_walked() -> None:
    def said(text: str) -> tuple[Paragraph]:
        return (Paragraph((Span(text),)),)

    link = Link(LinkKind.PUBLICATION, "paper")
    entry = Entry("k", (Span("ICLR"),), 6, said("title"), said("details"), link)
    blocks = (Aside(Align.RIGHT, (Portrait("WZ", circular=True, alt=""),), (entry,)),)
    assert [plain_text(spans) for spans in spans_of(blocks)] == ["ICLR", "title", "details"]
    assert list(links(blocks)) == [link]
    assert text_of(blocks) == "ICLR\ntitle\ndetails"
