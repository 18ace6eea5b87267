"""Links and buttons that show only an icon on the web."""

from __future__ import annotations

from tui_home.document.links import Base
from tui_home.document.markdown import markdown
from tui_home.document.walk import links, text_of
from tui_home.model.problem import Origin


def shown(source: str) -> str:
    return text_of(markdown(source, Origin("p.md")).blocks)


def test_icons_side_by_side_stand_apart() -> None:
    icons = '<a href="https://a.example"><i class="fa"></i></a><a href="https://b.example"><i class="fa"></i></a>'
    assert shown(f"{icons} and") == "a.example b.example and"


def test_a_button_that_copies_an_address_does_not_repeat_it() -> None:
    button = '<button data-email="ann@uni.example">Copy</button>'
    assert shown(f'<p>Mail <a href="mailto:ann@uni.example">ann@uni.example</a>{button}</p>') == "Mail ann@uni.example"
    assert shown(f"<p>Mail {button}</p>") == "Mail ann@uni.example"


def test_addresses_may_hold_blanks_and_parentheses() -> None:
    source = "[a](/pdf/Examples (1).pdf), [b](/pdf/State space(9-11).pdf) (c d)"
    found = markdown(source, Origin("p.md"), base=Base("https://a.example"))
    assert text_of(found.blocks) == "a, b (c d)"
    assert [link.url for link in links(found.blocks)] == [
        "https://a.example/pdf/Examples%20(1).pdf",
        "https://a.example/pdf/State%20space(9-11).pdf",
    ]
