"""Mistyped links: closed wrongly, or glued to what stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Heal = Callable[[str], str]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[a](https://x.example/y} b", "[a](https://x.example/y) b"),
        ("[a](https://x.example/y}![b](c.svg)", "[a](https://x.example/y) ![b](c.svg)"),
        ("[a](mailto:x@y.example}.", "[a](mailto:x@y.example)."),
        ("[a](/assets/cv.pdf}", "[a](/assets/cv.pdf)"),
    ],
)
def test_a_link_closed_with_a_brace(written: str, meant: str, healed: Heal) -> None:
    assert healed(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("frameworks[Flower](https://f.example)", "frameworks [Flower](https://f.example)"),
        ("the[paper](https://p.example)", "the [paper](https://p.example)"),
        ("years.[Answered](https://p.example)", "years. [Answered](https://p.example)"),
        ("[a](https://p.example)and", "[a](https://p.example) and"),
        ("[a](https://p.example)Tuesday", "[a](https://p.example) Tuesday"),
        ("[a](x/y)[b](x/z)", "[a](x/y) [b](x/z)"),
        ("été[Flower](https://f.example)", "été [Flower](https://f.example)"),
        ('word[Link](https://x.example "title")', 'word [Link](https://x.example "title")'),
        ("word[a [b] c](https://x.example)", "word [a [b] c](https://x.example)"),
        ("word[W](https://x.example/w_(x))", "word [W](https://x.example/w_(x))"),
        ("word[W]({{ site.url }}/x)", "word [W]({{ site.url }}/x)"),
    ],
)
def test_a_missing_blank_round_a_link(written: str, meant: str, healed: Heal) -> None:
    assert healed(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("word![badge](b.svg)", "word ![badge](b.svg)"),
        ("[a](x/y)![badge](b.svg)", "[a](x/y) ![badge](b.svg)"),
        ("![badge](b.svg)word", "![badge](b.svg) word"),
        ("word[![badge](b.svg)](https://x.example)", "word [![badge](b.svg)](https://x.example)"),
    ],
)
def test_a_badge_glued_to_a_word(written: str, meant: str, healed: Heal) -> None:
    assert healed(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "see [a](https://x.example), ([b](https://x.example)) and **[c](https://x.example)**.",
        "[GPU](https://x.example)s and [bake](https://x.example)ing, the [5](https://x.example)th",
        "un[able](https://x.example) and re[search](https://x.example)",
        "word[^1] and word[^1](https://x.example)",
        "as shown[1](https://x.example) or[12](https://x.example)",
        "word[text][ref] and word[ref]",
        "f[x](y) and a[0](b)",
        "![a](x.svg)![b](y.svg)",
        "中文[链接](https://x.example)中文",
        "日本語[リンク](https://x.example)です",
        "한국어[링크](https://x.example)를",
        "ภาษา[ลิงก์](https://x.example)ไทย",
        "سلام[پیوند](https://x.example)ی",
        "`word[Link](https://x.example)`",
        "``word[Link](https://x.example) ` ``",
        "```\nword[Link](https://x.example)\n```",
        "~~~ markdown\nword[Link](https://x.example)\n~~~",
        "text\n\n    word[Link](https://x.example)\n",
        "- item\n\n      word[Link](https://x.example)\n",
        "<a title='word[Link](https://x.example)'>x</a>",
        "<!-- word[Link](https://x.example) -->",
        "$f[x](y.z)$ and $$g[x](y.z)$$",
        "{% include x.liquid a='word[Link](https://x.example)' %}",
        r"word\[Link](https://x.example)",
        "[a](https://x.example/{id}) and [b](https://x.example/a}b)",
        "[a](https://x.example){:target='_blank'}",
        "[a]({{ '/x' | relative_url }})",
        "an [unfinished\n\nword](https://x.example)",
        "Email me at a@b.example or <https://x.example>.",
    ],
)
def test_what_is_meant_stays(text: str, healed: Heal) -> None:
    assert healed(text) == text


def test_repairs_go_on_after_code(healed: Heal) -> None:
    assert healed("`x` word[Link](https://x.example)") == "`x` word [Link](https://x.example)"
    assert healed("```\nx\n```\nword[Link](https://x.example)") == "```\nx\n```\nword [Link](https://x.example)"


def test_a_backtick_without_a_partner_hides_nothing(healed: Heal) -> None:
    assert healed("a ` word[Link](https://x.example)") == "a ` word [Link](https://x.example)"


def test_list_items_are_not_indented_code(healed: Heal) -> None:
    assert (
        healed("- a\n  - b\n    - word[Link](https://x.example)") == "- a\n  - b\n    - word [Link](https://x.example)"
    )
