from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.sources.jekyll.emails import addresses_in


@pytest.mark.parametrize(
    "written",
    [
        "ann@cs.uni.edu",
        "mailto:ann@cs.uni.edu",
        "ann [AT] cs.uni.edu",
        "ann at cs.uni.edu",
        "ann AT cs DOT uni DOT edu",
        "ann (at) cs (dot) uni (dot) edu",
        "ann [arroba] cs [punto] uni [punto] edu",
        "ann&#64;cs.uni.edu",
        "ann&commat;cs&period;uni&period;edu",
        "ann%40cs.uni.edu",
        "ann @ cs.uni.edu",
        "ann 'at' cs 'dot' uni 'dot' edu",
        'ann "at" cs.uni.edu',
        "ude.inu.sc@nna",
        "ude.inu.sc@nna|rev",
        "ude.inu.sc@nna | rev",
        "{% raw %}ann@cs.uni.edu{% endraw %}",
        '<a href="#">ann@cs.uni.edu</a>',
        "ann<span>@</span>cs.uni.edu",
        "ann\u200b@cs.uni.edu",
    ],
)
def test_an_address_is_found_however_it_is_hidden(written: str) -> None:
    assert addresses_in(written) == ("ann@cs.uni.edu",)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a@a.example, b@b.example; c@c.example", ("a@a.example", "b@b.example", "c@c.example")),
        ("a@a.example a@a.example", ("a@a.example",)),
        ("nc.ude.foo@liu", ("uil@oof.edu.cn",)),
        ("moc.liamg@eod.enaj", ("jane.doe@gmail.com",)),
        ("ed.smith@lab.org", ("ed.smith@lab.org",)),
        ("com.mittee@uni.de", ("com.mittee@uni.de",)),
        ("ann@lab.museum", ("ann@lab.museum",)),
        ("my first name at my university", ()),
        ("ask my secretary at the institute.", ()),
        ("@ann", ()),
        ("", ()),
    ],
)
def test_several_backwards_or_none(written: str, found: tuple[str, ...]) -> None:
    assert addresses_in(written) == found


@given(st.text(max_size=60), st.sampled_from(["@", " at ", "[at]", "|rev", "&#", "%", "<", "{%"]))
def test_no_text_raises_and_all_that_is_found_is_printable(text: str, sign: str) -> None:
    assert all(address.isprintable() and "@" in address for address in addresses_in(text + sign + text))
