"""Text within a line: Spans that carry a Style and a Link."""

from __future__ import annotations

from enum import StrEnum

from tui_home.model.record import record


class LinkKind(StrEnum):
    """What acting on a Link means to a visitor."""

    WEB = "web"
    EMAIL = "email"
    MEETING = "meeting"
    COPYABLE = "copyable"
    """Something to copy that leads nowhere: a postal address, a WeChat name."""
    BIBTEX = "bibtex"
    PUBLICATION = "publication"
    NEWS = "news"
    DETAILS = "details"
    FIGURE = "figure"
    ARTICLE = "article"
    """The heading of something that opens as a page of its own: a post, a project."""
    HOMEPAGE = "homepage"
    """One homepage of several behind one server; its path is the name that leads to it."""


class MainAction(StrEnum):
    """What `enter` does to a Link."""

    OPEN = "open"
    COPY = "copy"
    TOGGLE = "toggle"
    FOLLOW = "follow"


@record
class Link:
    """Where something leads, and what copying it gives. Becomes a Target once it is laid out."""

    kind: LinkKind
    label: str
    """What it is called in a sentence: "Copied LABEL", one line, already safe to print."""
    url: str = ""
    """http, https or mailto, percent-encoded and safe to print; empty when it leads nowhere."""
    copy: str = ""
    """What copying gives; empty means the URL."""
    toggles: str = ""
    """The key of the Entry or Details that `enter` opens and closes; empty for none."""
    bibtex: str = ""
    """The BibTeX that `b` copies here; empty for none."""
    path: str = ""
    """The path of a Route of the same Site, so that `enter` shows that page here; empty for all that lies elsewhere."""

    @property
    def copies(self) -> str:
        """The text that copying this Link gives."""
        return self.copy or self.url

    @property
    def acts(self) -> bool:
        """Whether there is anything to open, copy or unfold; a picture whose address is unknown has nothing."""
        return bool(self.copies or self.toggles or self.bibtex or self.path)

    @property
    def main(self) -> MainAction:
        """What `enter` does: show what is folded, go there, open the URL, or copy what leads nowhere."""
        if self.toggles:
            return MainAction.TOGGLE
        if self.path:
            return MainAction.FOLLOW
        if self.url and self.kind is not LinkKind.EMAIL:
            return MainAction.OPEN
        return MainAction.COPY


@record
class Style:
    """What a Span means; the Look decides how that is drawn."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    underline: bool = False
    code: bool = False
    muted: bool = False
    accent: bool = False
    badge: bool = False
    """A chip: a venue tag, a star count."""
    highlight: str = ""
    """A background the content asked for, ``#rrggbb``; empty for none."""
    interactive: bool = False
    """Only of use to someone who can act on it (the name of a key); left out where Look.interactive is False."""


PLAIN = Style()


@record
class Span:
    r"""A run of text with one Style and at most one Link; ``\n`` in it is a hard line break."""

    text: str
    style: Style = PLAIN
    link: Link | None = None


Spans = tuple[Span, ...]


def plain_text(spans: Spans) -> str:
    r"""Return what the spans say, without style; hard line breaks stay ``\n``."""
    return "".join(span.text for span in spans)
