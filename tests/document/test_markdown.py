from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.links import Base
from tui_home.document.markdown import Document, markdown
from tui_home.document.walk import links
from tui_home.model.blocks import (
    Block,
    Blocks,
    CodeBlock,
    Details,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from tui_home.model.inline import Link, LinkKind, Span, Style, plain_text
from tui_home.model.problem import Origin, Severity

Read = Callable[[str], Document]
Only = Callable[[str], tuple[Span, ...]]


def says(block: Block) -> str:
    assert isinstance(block, Paragraph | Heading)
    return plain_text(block.spans)


class TestBlocks:
    def test_keeps_heading_levels(self, read: Read) -> None:
        assert read("# A\n\n### *B*").blocks == (
            Heading(1, (Span("A"),)),
            Heading(3, (Span("B", Style(italic=True)),)),
        )

    def test_knows_tight_and_loose_lists(self, read: Read) -> None:
        tight, loose = (read(text).blocks[0] for text in ("- a\n- b", "- a\n\n- b"))
        assert isinstance(tight, ListBlock)
        assert isinstance(loose, ListBlock)
        assert (tight.tight, loose.tight) == (True, False)

    def test_numbers_and_nests_lists(self, read: Read) -> None:
        inner = ListBlock((ListItem((Paragraph((Span("b"),)),)),))
        item = ListItem((Paragraph((Span("a"),)), inner))
        assert read("3. a\n   - b").blocks == (ListBlock((item,), ordered=True, start=3),)

    def test_knows_tasks(self, read: Read) -> None:
        (block,) = read("- [ ] a\n- [x] b\n- [X] c\n- d").blocks
        assert isinstance(block, ListBlock)
        assert [item.checked for item in block.items] == [False, True, True, None]
        assert [says(item.blocks[0]) for item in block.items] == ["a", "b", "c", "d"]

    def test_quotes_and_rules(self, read: Read) -> None:
        assert read("> a\n\n---").blocks == (Quote((Paragraph((Span("a"),)),)), Rule())

    def test_keeps_code_as_written(self, read: Read) -> None:
        assert read("```python title\nif x:\n\ty -- {{ z }}\n```").blocks == (
            CodeBlock("if x:\n    y -- {{ z }}", "python"),
        )

    def test_puts_footnotes_last(self, read: Read) -> None:
        first, notes = read("A[^x] b[^y].\n\n[^x]: One.\n[^y]: Two.").blocks
        assert says(first) == "A[1] b[2]."
        assert isinstance(notes, ListBlock)
        assert notes.tight
        assert [(item.marker, says(item.blocks[0])) for item in notes.items] == [("[1]", "One."), ("[2]", "Two.")]

    def test_reads_tables_with_their_alignment(self, read: Read) -> None:
        (table,) = read("| a | b |\n|:-:|--:|\n| 1 | ~~2~~ |\n| 3 |").blocks
        assert isinstance(table, Table)
        assert table.header == ((Span("a"),), (Span("b"),))
        assert table.rows == (((Span("1"),), (Span("2", Style(strike=True)),)), ((Span("3"),), ()))
        assert [align.value for align in table.aligns] == ["center", "right"]

    def test_definitions_stand_below_their_terms(self, read: Read) -> None:
        assert read("*Term*\n: One.\n: Two.\n\nText").blocks == (
            Paragraph((Span("Term", Style(bold=True, italic=True)),)),
            Paragraph((Span("One."),)),
            Paragraph((Span("Two."),)),
            Paragraph((Span("Text"),)),
        )

    def test_numbers_folds_with_the_key_given(self) -> None:
        source = "<details><summary>A</summary>x</details>\n\n<details open><summary>B</summary>\n\n*y*\n\n</details>"
        blocks = markdown(source, Origin("p.md"), key="about-").blocks
        assert blocks == (
            Details("about-details-1", (Span("A"),), (Paragraph((Span("x"),)),)),
            Details("about-details-2", (Span("B"),), (Paragraph((Span("y", Style(italic=True)),)),), open=True),
        )

    @pytest.mark.parametrize("nest", ["> ", "- ", "1. ", "> - "])
    def test_shows_what_is_nested_too_deeply_for_the_parser(
        self, read: Read, shown: Callable[[Blocks], str], nest: str
    ) -> None:
        text = shown(read(nest * 60 + "deep\n\nafter").blocks)
        assert text.endswith("deep after")


class TestJekyll:
    def test_attribute_lists_vanish(self, only: Only) -> None:
        assert plain_text(only('a\n{: .cls}\n[b](https://c.d){:target="_blank"} c')) == "a b c"

    def test_a_table_of_contents_vanishes_with_its_item(self, read: Read) -> None:
        assert read("* Contents\n{:toc}\n\n# A {#id}").blocks == (Heading(1, (Span("A"),)),)

    def test_liquid_vanishes_and_is_told(self, read: Read) -> None:
        document = read("a {{ site.title }} b\n\n{% if x\n  %}\nshown\n{% endif %}")
        assert [says(block) for block in document.blocks] == ["a b", "shown"]
        assert [(problem.line, problem.severity) for problem in document.problems] == [
            (10, Severity.WARNING),
            (12, Severity.WARNING),
        ]

    def test_code_keeps_liquid_and_attribute_lists(self, read: Read) -> None:
        document = read("`{{ a }}` `{: .b}`\n\n    {% c %}")
        assert document.blocks[1] == CodeBlock("{% c %}")
        assert says(document.blocks[0]) == "{{ a }} {: .b}"
        assert not document.problems

    def test_highlight_is_code_and_comments_are_nothing(self, read: Read) -> None:
        source = "{% highlight ruby %}\nputs {{ x }}\n{% endhighlight %}\n\na{% comment %}b{% endcomment %}"
        document = read(source)
        assert document.blocks == (CodeBlock("puts {{ x }}", "ruby"), Paragraph((Span("a"),)))
        assert not document.problems

    def test_resolves_what_liquid_makes_of_addresses(self) -> None:
        source = (
            "[a]({{ '/x.pdf' | relative_url }}) [b]({{ site.baseurl }}/y) [c](/z) [d](/no such file.pdf) "
            "[e]({{ site.url }}{{ site.baseurl }}/f) [g]({{ 'https://i.j' | absolute_url }})"
        )
        document = markdown(source, Origin("p.md"), base=Base("https://h.io", "/base", "/blog/"))
        assert [(link.url, link.path) for link in links(document.blocks)] == [
            ("https://h.io/base/x.pdf", ""),
            ("https://h.io/base/y", "/y/"),
            ("https://h.io/z", "/z/"),
            ("https://h.io/no%20such%20file.pdf", ""),
            ("https://h.io/base/f", "/f/"),
            ("https://i.j", ""),
        ]
        assert not document.problems

    def test_resolves_addresses_of_a_site_without_one(self) -> None:
        document = markdown("[a]({{ site.url }}{{ site.baseurl }}/x/)", Origin("p.md"), base=Base(path="/blog/"))
        assert [(link.url, link.path) for link in links(document.blocks)] == [("", "/x/")]
        assert not document.problems


class TestText:
    def test_softbreaks_are_blanks_but_not_within_chinese(self, only: Only) -> None:
        assert plain_text(only("a\nb 你好\n世界 한국\n어")) == "a b 你好世界 한국 어"

    def test_hard_breaks_break(self, only: Only) -> None:
        assert plain_text(only("a  \nb<br>\nc\\\nd")) == "a\nb\nc\nd"

    def test_two_hard_breaks_end_a_paragraph(self, read: Read) -> None:
        assert [says(block) for block in read("a<br><br>b").blocks] == ["a", "b"]

    def test_a_line_with_a_sign_keeps_its_break_among_others(self, only: Only) -> None:
        assert plain_text(only("Aims:\n→ one\n• two\nand more")) == "Aims:\n→ one\n• two and more"

    def test_signs_in_front_of_bold_text_make_a_list(self, read: Read) -> None:
        (block,) = read("🔬 **a** b<br>🎓 c").blocks
        assert isinstance(block, ListBlock)
        assert [(item.marker, says(item.blocks[0])) for item in block.items] == [("🔬", "a b"), ("🎓", "c")]

    @pytest.mark.parametrize(
        ("source", "text"),
        [
            (":white_check_mark: *a :tada:* [b :bell:](https://c.d)", "✅ a 🎉 b 🔔"),
            ("<p>:tada: a</p>", "🎉 a"),
            ("`:tada:` <code>:tada:</code> a :b: c", ":tada: :tada: a 🅱️ c"),
            ("https://a.b/:tada:/ 10:30:00", "https://a.b/:tada:/ 10:30:00"),
        ],
    )
    def test_emoji_codes_are_emoji_but_not_in_code(self, only: Only, source: str, text: str) -> None:
        assert plain_text(only(source)) == text

    def test_lines_that_begin_with_codes_are_a_list(self, read: Read) -> None:
        (block,) = read(":tada: a\n:bell: b ![c](d.png)").blocks
        assert isinstance(block, ListBlock)
        assert [item.marker for item in block.items] == ["🎉", "🔔"]

    def test_dashes_are_dashes(self, only: Only) -> None:
        assert plain_text(only("a -- b --- c ---- d `--e`")) == "a – b — c ---- d --e"

    def test_prices_are_no_formulas(self, only: Only) -> None:
        assert plain_text(only("from $5 to $6, $\\alpha$")) == "from $5 to $6, α"

    def test_addresses_in_text_are_links(self, only: Only) -> None:
        spans = only("ann [AT] b.org, *c@d.org*, www.e.org. https://f.org/g")
        assert [(span.text, span.link.copies) for span in spans if span.link] == [
            ("ann@b.org", "ann@b.org"),
            ("c@d.org", "c@d.org"),
            ("www.e.org", "https://www.e.org"),
            ("https://f.org/g", "https://f.org/g"),
        ]

    def test_control_characters_never_pass(self, read: Read, shown: Callable[[Blocks], str]) -> None:
        source = "a\x1b[31mb\x9b0m\u202ec\x07 [d](https://e.f/\x1b]0;t\x07 'x') `g\x1b[0m`\n\n```\n\x1b]8;;h\x07i\n```"
        document = read(source)
        text = shown(document.blocks) + "".join(link.url + link.label for link in links(document.blocks))
        assert all(character.isprintable() for character in text)


class TestLinks:
    def test_refused_links_stay_as_text_and_are_told(self, read: Read, shown: Callable[[Blocks], str]) -> None:
        document = read("x\n[a](javascript:alert(1)) <ftp://b.c> [d](data:text/html,x)")
        assert shown(document.blocks) == "x a ftp://b.c d"
        assert not list(links(document.blocks))
        assert [problem.line for problem in document.problems] == [11, 11, 11]

    def test_relative_links_without_a_site_stay_as_text(self, only: Only) -> None:
        assert only("a [b](/c.pdf) [d](../e) [f](#g)") == (Span("a b d f"),)

    def test_mail_links_copy_the_address(self, only: Only) -> None:
        assert only("[write](mailto:a@b.org?subject=Hi)")[0].link == Link(
            LinkKind.EMAIL, "a@b.org", "mailto:a@b.org?subject=Hi", "a@b.org"
        )

    def test_links_to_other_pages_lead_there_without_an_address(self) -> None:
        source = "[**a** b](/x.html#c) [d](/e.pdf)\n\n[![p](q.png)](../y/)"
        blocks = markdown(source, Origin("p.md"), base=Base(path="/blog/")).blocks
        assert list(links(blocks)) == [
            Link(LinkKind.WEB, "a b", path="/x/"),
            Link(LinkKind.FIGURE, "p", path="/y/"),
        ]

    def test_a_link_has_one_label_over_several_styles(self, read: Read) -> None:
        document = read("[a **b** `c`](https://d.e)")
        assert list(links(document.blocks)) == [Link(LinkKind.WEB, "a b c", "https://d.e")]


class TestPictures:
    def test_one_on_its_own_line_is_a_figure(self, read: Read) -> None:
        before, figure, after = read("a\n![The *cat*](https://b.c/d.png)\ne").blocks
        assert figure == Figure((Span("The cat"),), Link(LinkKind.FIGURE, "The cat", "https://b.c/d.png"))
        assert (says(before), says(after)) == ("a", "e")

    def test_one_within_text_is_its_name(self, only: Only) -> None:
        assert [span.text for span in only("a ![b](https://c.d/e.png) f")] == ["a ", "b", " f"]

    @pytest.mark.parametrize(
        ("source", "name"),
        [("my_lab-2.jpg", "my lab 2"), ("123.png", "picture"), ("data:image/png;base64,AAAA", "picture")],
    )
    def test_one_without_words_is_called_by_its_file(self, read: Read, source: str, name: str) -> None:
        (figure,) = read(f"![]({source})").blocks
        assert isinstance(figure, Figure)
        assert plain_text(figure.caption) == name

    @pytest.mark.parametrize(
        "source",
        [
            "![A](https://x.y/a.png) ![B](b.png)\n![C](c.png)",
            "![A](https://x.y/a.png)\n\n![B](b.png)\n\n![C](c.png)",
            "<div><p><img src='https://x.y/a.png' alt=A><p><img src='b.png' alt=B></p><img src='c.png' alt=C></div>",
        ],
    )
    def test_three_in_a_row_are_one(self, read: Read, source: str) -> None:
        (figure,) = read(source).blocks
        assert isinstance(figure, Figure)
        assert plain_text(figure.caption) == "A · B · C"
        assert (figure.link.label, figure.link.url) == ("3 pictures", "https://x.y/a.png")

    def test_a_row_within_text_stands_apart(self, read: Read) -> None:
        before, figure, after = read("a ![](b.png) ![](c.png) ![](d.png) e").blocks
        assert isinstance(figure, Figure)
        assert (says(before), says(after)) == ("a", "e")

    def test_a_linked_one_leads_where_the_link_does(self, read: Read) -> None:
        (figure,) = read("[![](logo.png)](https://lab.org)").blocks
        assert figure == Figure((Span("lab.org"),), Link(LinkKind.FIGURE, "lab.org", "https://lab.org"))
