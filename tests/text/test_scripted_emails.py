"""Email addresses that scripts put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.scripted_emails import scripted_emails


@pytest.mark.parametrize(
    "script",
    [
        "document.write('<a href=\"mailto:' + 'jane' + '@' + 'uni.example' + '\">mail</a>');",
        "var user = 'jane'; var host = \"uni.example\"; document.write(user + '@' + host);",
        "const u=`jane`, h='uni'\nlet t='example' // comment\nwindow.location.href = 'mailto:'+u+'@'+h+'.'+t",
        "document.getElementById('mail').innerHTML = ['jane', 'uni.example'].join('@');",
        "document.write('elpmaxe.inu@enaj'.split('').reverse().join(''));",
        "document.write(String.fromCharCode(106, 97, 110, 101, 64) + 'uni.example')",
        "a = atob('amFuZUB1bmkuZXhhbXBsZQ==')",
        "location='mailto:\\u006aane\\x40uni.example';void 0",
        "document.write('jane AT uni.example'.replace(' AT ', '@'))",
        "document.write(unescape('jane%40uni.example'))",
        "document.write('&#106;ane&#64;uni.example')",
        "document.write(('jane') + ('@' + ('uni.example')))",
    ],
)
def test_addresses(script: str) -> None:
    assert scripted_emails(script) == ("jane@uni.example",)


@pytest.mark.parametrize(
    "script",
    ["", "let x = 1;", "fetch('https://cdn.example/@scope/pkg.js')", "user + '@' + host", "'@'", "{'@type': 'Person'}"],
)
def test_scripts_without_addresses(script: str) -> None:
    assert scripted_emails(script) == ()


JS = [
    "'a@b.de'",
    '"',
    "'",
    "(",
    ")",
    "[",
    "]",
    "+",
    "=",
    ".",
    "x",
    "join",
    "String",
    "atob",
    "fromCharCode",
    "reverse",
    "9",
    "²",
    ";",
    ",",
]


@given(st.lists(st.sampled_from(JS), max_size=40).map("".join))
def test_no_script_raises(script: str) -> None:
    assert all("@" in address for address in scripted_emails(script + "'mailto'"))


@pytest.mark.parametrize(
    "piece", ["(", "[", "'a'+", "a=a+a+'@';", "a=a.replace('',a);a='@'+a;", "atob(", "'x'.split('')."]
)
def test_scripts_cannot_grow(piece: str) -> None:
    assert scripted_emails("a='@';" + piece * (7000 // len(piece))) == ()
    assert scripted_emails(piece * (10**6 // len(piece))) == ()
