from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.html import flush_left, html_lines
from tui_home.document.links import Base
from tui_home.document.markdown import Document, markdown
from tui_home.document.walk import links
from tui_home.model.blocks import (
    Align,
    Blocks,
    CodeBlock,
    Details,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from tui_home.model.inline import LinkKind, Span, Style, plain_text
from tui_home.model.problem import Origin, Severity

Read = Callable[[str], Document]
Only = Callable[[str], tuple[Span, ...]]
Shown = Callable[[Blocks], str]


@pytest.mark.parametrize(
    ("source", "style"),
    [
        ("<b>x</b>", Style(bold=True)),
        ("<strong>x</strong>", Style(bold=True)),
        ("<i>x</i>", Style(italic=True)),
        ("<em>x</em>", Style(italic=True)),
        ("<u>x</u>", Style(underline=True)),
        ("<del>x</del>", Style(strike=True)),
        ("<code>x</code>", Style(code=True)),
        ("<kbd>x</kbd>", Style(code=True)),
        ("<mark>x</mark>", Style(highlight="#fff3a3")),
        ("<b><i>x</i></b>", Style(bold=True, italic=True)),
        ('<span style="background-color: #F9EAFB">x</span>', Style(highlight="#f9eafb")),
        ("<span style='color:red; BACKGROUND : yellow !important'>x</span>", Style(highlight="#ffff00")),
        ('<span style="font-weight: bold; font-style: italic">x</span>', Style(bold=True, italic=True)),
        ('<span style="text-decoration: underline line-through">x</span>', Style(underline=True, strike=True)),
    ],
)  # fmt: skip
def test_inline_tags_style_their_text(only: Only, source: str, style: Style) -> None:
    assert only(f"a {source} b") == (Span("a "), Span("x", style), Span(" b"))


def test_misnested_tags_style_what_they_enclose(only: Only) -> None:
    assert only("<b>a<i>b</b>c</i>d") == (
        Span("a", Style(bold=True)),
        Span("b", Style(bold=True, italic=True)),
        Span("c", Style(italic=True)),
        Span("d"),
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("10<sup>-2</sup> m<sup>2</sup>", "10⁻² m²"),
        ("H<sub>2</sub>O", "H₂O"),
        ("a<sup>Tübingen</sup>", "a^(Tübingen)"),
        ("a<sub>Bq</sub>", "a_(Bq)"),
        ("a<sup>*</sup>", "a*"),
        ('<abbr title="Federated Learning">FL</abbr>', "FL (Federated Learning)"),
        ("<q>a</q>", "“a”"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("a&nbsp;&amp;&lt;&copy;&#x41;", "a &<©A"),
        ("a<foo-bar>b</foo-bar>c", "abc"),
        ("a < b <3 <", "a < b <3 <"),
    ],
)
def test_inline_tags_mean_something(only: Only, source: str, text: str) -> None:
    assert plain_text(only(source)) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<template>x</template>",
        "<!-- x -->",
        "<span hidden>x <span>y</span></span>",
        '<div style="display: none">x</div>',
        "<b style='DISPLAY:none'>x</b>",
        "<svg><title>x</title></svg>",
        "<noscript>x</noscript>",
        "<img hidden src=x.png alt=x>",
    ],
)
@pytest.mark.parametrize("frame", ["a {} b", "<p>a</p>\n{}\n<p>b</p>", "a\n\n{}\n\nb"])
def test_what_is_hidden_vanishes_with_its_text(read: Read, shown: Shown, hidden: str, frame: str) -> None:
    document = read(frame.format(hidden))
    assert shown(document.blocks) == "a b"
    assert not document.problems


@pytest.mark.parametrize(
    ("source", "severity"),
    [
        ("a <span hidden>b", Severity.WARNING),
        ("<div hidden>\n\na\n\nb", Severity.WARNING),
        ("<!-- a\n\n*b*", Severity.ERROR),
        ("<script>a\n\n*b*", Severity.ERROR),
    ],
)
def test_what_hides_without_end_is_shown_and_told(read: Read, shown: Shown, source: str, severity: Severity) -> None:
    document = read(source)
    assert shown(document.blocks) == "a b"
    assert [(problem.severity, problem.file) for problem in document.problems] == [(severity, "page.md")]


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ('<a href="https://a.b"><i class="fa-brands fa-github"></i></a>', "a.b"),
        ('<a href="https://www.a.b" title="T"><i class="fa"></i></a>', "T"),
        ('<a href="https://a.b" aria-label="L"><svg><path/></svg></a>', "L"),
        ('<a href="https://a.b"><i class="fa" title="I"></i></a>', "I"),
        ('<a href="https://a.b"><img src="c.png" alt="A"></a>', "A"),
        ('<a href="https://a.b"><img src="c.png"></a>', "a.b"),
        ("[](https://a.b)", "a.b"),
        ('<a href="mailto:c@a.b"><i class="fa"></i></a>', "c@a.b"),
    ],
)
def test_a_link_of_only_an_icon_has_a_name(read: Read, link: str, text: str) -> None:
    document = read(f"x {link} y")
    (found,) = links(document.blocks)
    assert (found.label, found.url.startswith(("https://", "mailto:"))) == (text, True)
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert plain_text(block.spans) == f"x {text} y"


def test_a_link_ends_the_link_before_it(only: Only) -> None:
    spans = only("<a href=https://a.b/>c <a href='https://d.e'>f</a>")
    assert [(span.text, span.link and span.link.url) for span in spans] == [
        ("c ", "https://a.b/"),
        ("f", "https://d.e"),
    ]


def test_the_title_of_a_drawing_names_its_link(only: Only) -> None:
    (span,) = only('<a href="https://a.b"><svg><title>Code</title><path/></svg></a>')
    assert (span.text, span.link and span.link.label) == ("Code", "Code")


def test_distill_s_elements(read: Read, shown: Callable[[Blocks], str]) -> None:
    source = 'a<d-cite key="b2020,c"></d-cite> d<d-footnote>e *f*</d-footnote>, g<d-footnote>h</d-footnote>.\n\ni'
    document = read(source)
    assert shown(document.blocks) == "a[b2020, c] d[1], g[2]. i e f h"
    assert isinstance(document.blocks[-1], ListBlock)
    assert [item.marker for item in document.blocks[-1].items] == ["[1]", "[2]"]
    code = read('<d-code block language="js">\n  if x:\n    *y*\n</d-code>\n\nb <d-code language="js">y</d-code> c')
    assert code.blocks[0] == CodeBlock("  if x:\n    *y*", "js")
    assert shown(code.blocks[1:]) == "b y c"


def test_pictures_that_slide_are_a_row(read: Read) -> None:
    slides = "\n".join(f"<swiper-slide><img src='{name}.png' alt='{name}'></swiper-slide>" for name in "abc")
    (block,) = read(f"<swiper-container>\n{slides}\n</swiper-container>").blocks
    assert isinstance(block, Figure)
    assert plain_text(block.caption) == "a · b · c"


class TestBlocks:
    def test_paragraphs_headings_rules_and_quotes(self, read: Read) -> None:
        assert read("<h2>A</h2><p>b<p>c</p><hr><blockquote>d</blockquote>").blocks == (
            Heading(2, (Span("A"),)),
            Paragraph((Span("b"),)),
            Paragraph((Span("c"),)),
            Rule(),
            Quote((Paragraph((Span("d"),)),)),
        )

    def test_lists_without_end_tags(self, read: Read) -> None:
        (block,) = read("<ol start=4><li>a<li>b<ul><li>c</ul></ol>").blocks
        assert isinstance(block, ListBlock)
        assert (block.ordered, block.start, len(block.items)) == (True, 4, 2)
        assert isinstance(block.items[1].blocks[1], ListBlock)

    def test_tables(self, read: Read) -> None:
        (table,) = read("<table><tr><th>A<th>B<tr><td>c<td align=right>d<br><b>e</b></table>").blocks
        assert table == Table(
            ((Span("A"),), (Span("B"),)),
            (((Span("c"),), (Span("d\n"), Span("e", Style(bold=True)))),),
            (Align.LEFT, Align.RIGHT),
        )

    def test_every_row_has_as_many_cells(self, read: Read) -> None:
        (table,) = read("<table><tr><td colspan=3>a</td></tr><tr><td>b</td><td>c</td></tr></table>").blocks
        assert isinstance(table, Table)
        assert [len(row) for row in table.rows] == [3, 3]
        assert len(table.aligns) == 3

    def test_a_table_of_one_column_only_arranged_its_blocks(self, read: Read) -> None:
        assert read("<table><tr><td><p>a</p><p>b</p></td></tr></table>").blocks == (
            Paragraph((Span("a"),)),
            Paragraph((Span("b"),)),
        )

    def test_preformatted_text(self, read: Read) -> None:
        assert read('<pre><code class="language-py">a  b\n  &lt;c\n</code></pre>').blocks == (
            CodeBlock("a  b\n  <c", "py"),
        )

    def test_a_figure_has_its_caption(self, read: Read) -> None:
        (figure,) = read("<figure><img src='https://a.b/c.png'><figcaption>D <b>e</b></figcaption></figure>").blocks
        assert isinstance(figure, Figure)
        assert plain_text(figure.caption) == "D e"

    def test_a_fold_without_a_summary(self, read: Read) -> None:
        assert read("<details>a</details>").blocks == (
            Details("details-1", (Span("Details"),), (Paragraph((Span("a"),)),)),
        )


@pytest.mark.parametrize(
    ("source", "text", "url"),
    [
        ('<iframe src="https://www.youtube.com/embed/x"></iframe>', "Video on youtube.com", "https://www.youtube.com/embed/x"),
        ('<iframe title="My talk" src="//a.b/c"></iframe>', "My talk", "https://a.b/c"),
        ("<video controls><source src='https://a.b/c.mp4'>Too old</video>", "Video on a.b", "https://a.b/c.mp4"),
        ("<audio src='https://a.b/c.mp3'></audio>", "Audio on a.b", "https://a.b/c.mp3"),
        ("<embed src='https://a.b/c.pdf'>", "PDF on a.b", "https://a.b/c.pdf"),
        ("<object data='https://a.b/c'>Too old</object>", "Page on a.b", "https://a.b/c"),
    ],
)  # fmt: skip
def test_what_is_embedded_is_a_titled_link(only: Only, source: str, text: str, url: str) -> None:
    (span,) = only(source)
    assert (span.text, span.link and span.link.url) == (text, url)


def test_what_lies_on_the_site_itself_is_called_by_its_file() -> None:
    base = Base("https://h.io", "", "/x/")
    blocks = markdown('<iframe src="/assets/my_plot.html"></iframe>', Origin("p.md"), base=base).blocks
    assert [(link.label, link.url) for link in links(blocks)] == [("Page: my plot", "https://h.io/assets/my_plot.html")]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p>William Gates Building</p>\n<p>15 JJ Thomson Ave</p>", ("William Gates Building", "15 JJ Thomson Ave")),
        ("<p>a</p> <p>b</p>", ("a", "b")),
        ("a<br>b<br/> c\nd", ("a", "b", "c", "d")),
        ("<div><p><b>a</b> &amp; b</p>\n\n</div>", ("a & b",)),
        ("a\x1b[31mb <script>x</script>", ("ab",)),
        ("<ul><li>a</li><li>b</li></ul>", ("• a", "• b")),
        ("", ()),
    ],
)
def test_an_address_is_lines(source: str, lines: tuple[str, ...]) -> None:
    assert html_lines(source) == lines


def test_an_indented_page_is_no_code() -> None:
    source = "    <div>\n\n\t<p>a</p>\n\n    <pre>\n  b\n    c</pre>\n\n      d\n"
    text = flush_left(source)
    assert text.count("\n") == source.count("\n")
    assert markdown(text, Origin("p.html")).blocks == (
        Paragraph((Span("a"),)),
        CodeBlock("  b\n    c"),
        Paragraph((Span("d"),)),
    )


def test_email_in_a_link_is_an_email(only: Only) -> None:
    (span,) = only('<a href="mailto:ann [at] b.org">write</a>')
    assert span.link is not None
    assert (span.link.kind, span.link.copies) == (LinkKind.EMAIL, "ann@b.org")


def test_an_address_of_unthinkable_length_keeps_its_words() -> None:
    lines = html_lines("<p>a$ $b</p>\n\n" * 30_000)
    assert "".join("".join(lines).split()) == "a$$b" * 30_000
