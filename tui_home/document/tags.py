"""What HTML's tags do (HTML Living Standard, as far as a terminal can follow)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_home.document import hidden
from tui_home.document.badges import badge
from tui_home.document.builder import Builder
from tui_home.document.formats import NOTE
from tui_home.document.links import Destination, destination, host, readable_name
from tui_home.document.media import EMBEDDED
from tui_home.document.pictures import picture
from tui_home.document.pieces import Anchor
from tui_home.document.styles import STYLED_TAGS, hides
from tui_home.model.blocks import Rule
from tui_home.model.inline import LinkKind, Style
from tui_home.model.problem import Severity
from tui_home.text.safe import printable

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "swiper-container", "swiper-slide", "img-comparison-slider",
))  # fmt: skip
_HIDDEN = frozenset((
    "script", "style", "template", "head", "svg", "noscript", "datalist", "select", "textarea", "py-script",
    "py-config",
))  # fmt: skip
OPAQUE = _HIDDEN | EMBEDDED
"""Elements in which nothing is read as Markdown."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_NOT_IN_P = BLOCKS - {"li", "td", "th", "tr", "caption"}
_IMPLIED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # tag: (what ends when it begins, how far up)
    **dict.fromkeys(_NOT_IN_P, (("p",), ("li", "td", "th", "div", "blockquote", "details"))),
    "li": (("li",), ("ul", "ol", "menu")),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), ("dl",))),
    "tr": (("tr",), ("table",)),
    **dict.fromkeys(("td", "th"), (("td", "th"), ("table", "tr"))),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (("thead", "tbody", "tfoot"), ("table",))),
}
_PARENTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    # tag: (what begins with it when it stands elsewhere, where it may stand)
    "li": ("ul", ("ul", "ol", "menu")),
    "tr": ("table", ("table", "thead", "tbody", "tfoot")),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("table", ("table",))),
    **dict.fromkeys(("td", "th"), ("tr", ("tr",))),
}


def start(builder: Builder, tag: str, attributes: Mapping[str, str], *, empty: bool = False) -> None:
    """Do what a start tag asks for.

    Args:
        builder: What has been read so far.
        tag: Its name in lower case.
        attributes: Its attributes.
        empty: Whether it closes itself.
    """
    if tag == "d-code":
        tag = "pre" if "block" in attributes else "code"
        attributes = {"class": f"language-{attributes.get('language', '')}"}
    if tag in _VOID:
        if not hides(attributes):
            _VOIDS.get(tag, _nothing)(builder, attributes)
        return
    _hint(builder, attributes)
    if attributes and (address := hidden.address_of(attributes)):
        if not builder.says(address):  # a button that copies what stands before it
            builder.text(address)
        builder.open(tag, attributes, hidden=True)
    elif tag in _HIDDEN or tag in EMBEDDED or hides(attributes) or (builder.top.hidden and builder.top.tag == tag):
        builder.open(tag, attributes, hidden=True)
    elif tag in BLOCKS:
        _start_block(builder, tag, attributes)
    else:
        _start_inline(builder, tag, attributes)
    if empty:
        end(builder, tag)


def end(builder: Builder, tag: str) -> None:
    """Do what an end tag asks for; one without a start tag does nothing."""
    if tag == "d-code":
        tag = "pre" if builder.in_pre else "code"
    if tag == "br":
        builder.line_break()
    elif tag in HEADINGS:
        builder.close_any(HEADINGS)
    elif tag in BLOCKS or tag in OPAQUE or (builder.top.hidden and builder.top.tag == tag):
        builder.close(tag)
    else:
        builder.pop(tag)


def _start_block(builder: Builder, tag: str, attributes: Mapping[str, str]) -> None:
    """Begin a block element."""
    if builder.in_pre:
        builder.text("\n")
        return
    if tag in _IMPLIED:
        builder.close_any(*_IMPLIED[tag])
    _imply(builder, tag)
    builder.open(tag, attributes)
    if tag == "pre":
        builder.top.language = language(attributes.get("class", ""))
    css = attributes.get("style", "")
    if css or tag in STYLED_TAGS:
        builder.push(tag, css)


def _imply(builder: Builder, tag: str) -> None:
    """Begin the list, table or row that `tag` cannot be without."""
    if tag in _PARENTS:
        parent, places = _PARENTS[tag]
        if builder.top.tag not in places:
            _imply(builder, parent)
            builder.open(parent)


def _start_inline(builder: Builder, tag: str, attributes: Mapping[str, str]) -> None:
    """Begin an inline element; an unknown one is its text."""
    css = attributes.get("style", "")
    if tag == "a":
        builder.pop("a")
        linked = "href" in attributes or "onclick" in attributes
        builder.push(tag, css, anchor(builder, attributes) if linked else None)
        return
    after = ""
    if tag == "q":
        builder.text("“")
        after = "”"
    elif tag == "abbr" and (title := _title(attributes)):
        after = f" ({title})"
    elif tag == "bdo" and attributes.get("dir", "").lower() == "rtl":
        css = hidden.BACKWARDS
    elif tag == "i" and "fa-at" in attributes.get("class", "").split() and builder.follows_word:
        builder.text("@")
    elif tag in {"at", "dot"}:
        builder.text(f" [{tag}] ")
    elif tag == "d-cite":
        builder.text(f"[{', '.join(attributes.get('key', '').replace(',', ' ').split())}]", literal=True)
    elif tag == "code" and builder.top.tag == "pre":
        builder.top.language = builder.top.language or language(attributes.get("class", ""))
    if tag in STYLED_TAGS or css or after or tag in {"sup", "sub", NOTE}:
        builder.push(tag, css, after=after)


def anchor(builder: Builder, attributes: Mapping[str, str]) -> Anchor:
    """Return the link that an ``<a>`` or Markdown's own is; a refused one leads nowhere and is a Problem."""
    href = hidden.href_of(attributes)
    to = destination(href, builder.base)
    if to.refused:
        shown = " ".join(printable(href).split())[:80]
        builder.problem(
            Severity.WARNING,
            f"A link is not opened; only its text is shown: {shown}",
            "Write an address that begins with http, https or mailto",
        )
    name = _title(attributes) or to.copy or host(to.url)
    return Anchor(to, name or ("" if to.refused or href.startswith("#") else readable_name(href)))


def image(builder: Builder, src: str, alt: str, title: str = "") -> None:
    """Add an image: a badge as the text that it is a picture of."""
    src = printable(src).strip()
    if found := badge(src, alt):
        builder.chip(found.text, Destination(LinkKind.WEB, found.url), Style(badge=True))
    elif hidden.is_at_sign(src, alt):
        builder.text("@")
    elif src or alt:
        linked = builder.anchor.name if builder.anchor else ""
        builder.picture(picture(src, alt or title or linked, builder.base))


def language(classes: str) -> str:
    """Return the language that a code element's class names (``language-python``)."""
    names = (name.partition("-") for name in classes.split())
    return next((printable(rest) for prefix, _, rest in names if prefix in {"language", "lang"}), "")


def _title(attributes: Mapping[str, str]) -> str:
    """Return what an element is called by its title or its ARIA label."""
    return " ".join(printable(attributes.get("title") or attributes.get("aria-label") or "").split())


def _hint(builder: Builder, attributes: Mapping[str, str]) -> None:
    """Let an icon give the link that it stands in its name."""
    linked = builder.anchor
    if linked and linked.empty and attributes and (title := _title(attributes)):
        linked.name = title


def _nothing(builder: Builder, attributes: Mapping[str, str]) -> None:
    """Pass over an element that shows nothing."""


def _break(builder: Builder, attributes: Mapping[str, str]) -> None:  # noqa: ARG001 - one signature for all
    """Break the line."""
    builder.line_break()


def _rule(builder: Builder, attributes: Mapping[str, str]) -> None:  # noqa: ARG001 - one signature for all
    """Draw a rule."""
    builder.close_any(*_IMPLIED["p"])
    builder.block(Rule())


def _image(builder: Builder, attributes: Mapping[str, str]) -> None:
    """Show an image; an icon of text as that text."""
    alt = attributes.get("alt", "")
    if alt and attributes.get("class", "") in {"emoji", "g-emoji"}:
        builder.text(alt)
        return
    src = attributes.get("src") or attributes.get("data-src") or ""
    image(builder, src, alt or attributes.get("aria-label", ""), attributes.get("title", ""))


def _input(builder: Builder, attributes: Mapping[str, str]) -> None:
    """Make an item a task."""
    if attributes.get("type") == "checkbox" and builder.top.tag in {"li", "p"}:
        item = next((frame for frame in reversed(builder.frames) if frame.tag == "li"), None)
        if item and item.checked is None:
            item.checked = "checked" in attributes


def _source(builder: Builder, attributes: Mapping[str, str]) -> None:
    """Remember what a video shows."""
    if builder.top.tag in EMBEDDED:
        builder.top.source = builder.top.source or attributes.get("src", "")


def _embed(builder: Builder, attributes: Mapping[str, str]) -> None:
    """Link to what would be shown."""
    builder.embed("embed", attributes, "")


_VOIDS: Mapping[str, Callable[[Builder, Mapping[str, str]], None]] = {
    "br": _break,
    "hr": _rule,
    "img": _image,
    "input": _input,
    "source": _source,
    "embed": _embed,
}
