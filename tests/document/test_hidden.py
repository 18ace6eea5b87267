"""Email addresses that pages hide from robots are shown to people, as links."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.markdown import Document
from tui_home.document.walk import links
from tui_home.model.blocks import Blocks
from tui_home.model.inline import LinkKind, Span, plain_text

Read = Callable[[str], Document]
Only = Callable[[str], tuple[Span, ...]]

KEY = 42
CODE = bytes([KEY, *(byte ^ KEY for byte in b"jane@uni.edu")]).hex()


@pytest.mark.parametrize(
    "source",
    [
        "jane@uni.edu",
        "jane [at] uni [dot] edu",
        "echo ude.inu@enaj|rev",
        "echo amFuZUB1bmkuZWR1 | base64 -d",
        '<span style="unicode-bidi: bidi-override; direction: rtl">ude.inu@enaj</span>',
        '<span style="direction:rtl;unicode-bidi:bidi-override">ude.inu<b>@</b>enaj</span>',
        '<bdo dir="rtl">ude.inu@enaj</bdo>',
        "jane&#64;uni&#46;edu",
        "jane<!-- no robots -->@<!-- -->uni.edu",
        'jane<span style="display:none">nospam</span>@uni.edu',
        'jane<img src="/img/at.png">uni.edu',
        'jane<img src="/img/x.png" alt="@">uni.edu',
        'jane<i class="fas fa-at"></i>uni.edu',
        "jane <at> uni <dot> edu",
        '<span class="mail" data-user="jane" data-domain="uni.edu"></span>',
        '<span data-user="enaj" data-website="ude.inu"></span>',
        f'<span class="__cf_email__" data-cfemail="{CODE}">[email&#160;protected]</span>',
        f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{CODE}">[email&#160;protected]</a>',
        f'<a href="/cdn-cgi/l/email-protection#{CODE}"><span data-cfemail="{CODE}">[email&#160;protected]</span></a>',
        "<script>document.write('jane' + '@' + 'uni.edu')</script>",
        "<script>var u = 'jane'; var h = 'uni.edu'; document.write(u + '@' + h)</script><noscript>no</noscript>",
        "<a href=\"javascript:location='mailto:\\u006aane\\x40uni.edu'\"></a>",
        "<a href=\"#\" onclick=\"location.href='mailto:' + 'jane' + '@' + 'uni.edu'\"></a>",
    ],
)
@pytest.mark.parametrize("frame", ["a {} b", "<p>a {} b</p>"])
def test_hidden_addresses_are_shown(only: Only, source: str, frame: str) -> None:
    spans = only(frame.format(source))
    assert plain_text(spans) == "a jane@uni.edu b"
    (link,) = {span.link for span in spans if span.link}
    assert (link.kind, link.copies) == (LinkKind.EMAIL, "jane@uni.edu")


@pytest.mark.parametrize(
    "source",
    [f'<a href="/cdn-cgi/l/email-protection#{CODE}">Mail</a>', "<a href='javascript:x(\"jane@uni.edu\")'>Mail</a>"],
)  # fmt: skip
def test_links_with_words_keep_them(read: Read, source: str) -> None:
    document = read(source)
    assert [(link.kind, link.url) for link in links(document.blocks)] == [(LinkKind.EMAIL, "mailto:jane@uni.edu")]
    assert not document.problems


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<script>let x = '@' + y</script>a", "a"),
        ('<span data-toggle="tooltip" data-name="x">a</span>', "a"),
        ('<span style="direction: rtl">a b</span>', "a b"),
        ('<i class="fas fa-at"></i> a', "a"),
        ("firstname.lastname@uni.edu", "firstname.lastname@uni.edu"),
    ],
)
def test_what_hides_no_address(read: Read, shown: Callable[[Blocks], str], source: str, text: str) -> None:
    document = read(source)
    assert shown(document.blocks) == text
    assert not list(links(document.blocks))
