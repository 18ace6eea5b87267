"""Tags and text come in, from Markdown or from HTML alike; Blocks come out, whatever is unclosed or misnested."""

from __future__ import annotations

from collections.abc import Container, Mapping

from tui_home.document.closing import CLOSING
from tui_home.document.frames import Format, Frame
from tui_home.document.links import Destination
from tui_home.document.media import EMBEDDED, embedded
from tui_home.document.paragraphs import paragraphs
from tui_home.document.pictures import galleries
from tui_home.document.pieces import HARD, Anchor, Picture, Piece
from tui_home.document.scripts import raised
from tui_home.document.styles import STYLED_TAGS, for_css, for_tag, hides
from tui_home.model.blocks import Block, Blocks
from tui_home.model.inline import PLAIN, Style
from tui_home.model.problem import Origin, Problem, Severity
from tui_home.text.safe import printable

CONTEXTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("ul", "ol", "menu"), ("li",)),
    "table": ("tr", "thead", "tbody", "tfoot", "caption"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("tr",)),
    "tr": ("td", "th"),
}
"""Elements in which no text can stand, and which can stand in them."""

_OPTIONAL_END = frozenset(("li", "p", "td", "th", "tr", "dt", "dd", "tbody", "thead", "tfoot"))
MAX_FRAMES = 64
MAX_FORMATS = 100


class Builder:
    """What has been read of a document so far.

    Args:
        origin: Where it was read.
        key: What keys of Details begin with.
        base_url: The site's own address, for relative links.
    """

    def __init__(self, origin: Origin, *, key: str = "", base_url: str = "") -> None:
        self.origin = origin
        self.base_url = base_url
        self.line = 0
        """The line being read, counted from 0 from the origin's."""
        self.frames = [Frame("")]
        self.formats = [Format("", PLAIN, None)]
        self._problems: list[Problem] = []
        self._key = key
        self._folds = 0

    @property
    def top(self) -> Frame:
        """The innermost block element."""
        return self.frames[-1]

    @property
    def style(self) -> Style:
        """How text looks here."""
        return self.formats[-1].style

    @property
    def anchor(self) -> Anchor | None:
        """The link that text belongs to here."""
        return self.formats[-1].anchor

    def problem(self, severity: Severity, message: str, hint: str = "") -> None:
        """Note what is wrong in the line being read."""
        self._problems.append(self.origin.problem(severity, message, hint, at=self.line))

    def fold_key(self) -> str:
        """Return the next fold's key."""
        self._folds += 1
        return f"{self._key}details-{self._folds}"

    def finish(self) -> tuple[Blocks, tuple[Problem, ...]]:
        """Close everything and return what was read, and what was wrong with it."""
        while len(self.frames) > 1:
            self._pop(explicit=False)
        self.flush()
        return tuple(galleries(self.top.blocks)), tuple(self._problems)

    def text(self, text: str, *, literal: bool = False) -> None:
        """Add text; its newlines are the source's, and mean a blank."""
        text = printable(text, newlines=True)
        if not text:
            return
        if self.frames[-1].tag in CONTEXTS:
            if text.isspace():
                return
            self.settle()
        now = self.formats[-1]
        if now.anchor and now.anchor.empty and not text.isspace():
            now.anchor.empty = False
        self.frames[-1].pieces.append(Piece(text, now.style, now.anchor, None, literal or now.style.code))

    def soft_break(self) -> None:
        """Add a line break of the source, which means a blank."""
        self.line += 1
        now = self.formats[-1]
        self.frames[-1].pieces.append(Piece("\n", now.style, now.anchor))

    def line_break(self) -> None:
        """Add a hard line break."""
        self.top.pieces.append(Piece("\n" if self.in_pre else HARD, self.style, self.anchor))

    def picture(self, picture: Picture) -> None:
        """Add a picture."""
        self.settle()
        if self.anchor:
            self.anchor.empty = False
        self.top.pieces.append(Piece(picture.name, self.style, self.anchor, picture, literal=True))

    def chip(self, text: str, to: Destination, style: Style) -> None:
        """Add text that leads somewhere of its own, unless it stands in a link."""
        self.settle()
        anchor = self.anchor or Anchor(to)
        anchor.empty = False
        self.top.pieces.append(Piece(printable(text), style, anchor, literal=True))

    def block(self, block: Block) -> None:
        """Add a block as it is."""
        self.flush()
        self.settle()
        self.top.blocks.append(block)

    def embed(self, tag: str, attributes: Mapping[str, str], source: str) -> None:
        """Add a link to a video, a page or the like that cannot be shown here."""
        if shown := embedded(tag, attributes, source, self.base_url):
            self.chip(*shown, self.style)

    @property
    def in_pre(self) -> bool:
        """Whether blanks and line breaks count here."""
        return any(frame.tag == "pre" for frame in self.frames)

    def flush(self) -> None:
        """End the running paragraph."""
        frame = self.frames[-1]
        if frame.pieces and frame.tag != "pre":
            pieces, frame.pieces = frame.pieces, []
            frame.blocks += paragraphs(pieces)
            if len(self.formats) > frame.formats:
                for opened in self.formats[frame.formats :]:
                    opened.mark = 0

    def open(
        self, tag: str, attributes: Mapping[str, str] | None = None, *, markdown: bool = False, hidden: bool = False
    ) -> None:
        """Begin a block element, or one that is not to be seen."""
        if not hidden:
            self.flush()
            if tag not in CONTEXTS.get(self.top.tag, (tag,)):
                self.settle()
        if len(self.frames) < MAX_FRAMES or markdown:
            self.frames.append(Frame(tag, attributes or {}, markdown, hidden, len(self.formats)))

    def settle(self) -> None:
        """Begin the cell or item without which nothing can stand here."""
        for tag in ("tr", "td", "li"):
            if self.top.tag in CONTEXTS and tag in CONTEXTS[self.top.tag] and len(self.frames) < MAX_FRAMES:
                self.frames.append(Frame(tag, formats=len(self.formats)))

    def close(self, tag: str) -> None:
        """End the innermost `tag` that HTML opened, and everything in it; nothing when there is none."""
        self.close_any((tag,))

    def close_any(self, tags: Container[str], within: Container[str] = ()) -> None:
        """End the innermost of `tags`, looking no further than `within`."""
        if (index := self.find(tags, within)) is not None:
            while len(self.frames) > index + 1:
                self._pop(explicit=self.top.tag in _OPTIONAL_END)
            self._pop(explicit=True)

    def close_markdown(self) -> None:
        """End the innermost element that Markdown opened."""
        if any(frame.markdown for frame in self.frames):
            while not self.top.markdown:
                self._pop(explicit=False)
            self._pop(explicit=True)

    def find(self, tags: Container[str], within: Container[str]) -> int | None:
        """Return the place of the innermost of `tags` that HTML may close, looking no further than `within`."""
        for index in range(len(self.frames) - 1, 0, -1):
            frame = self.frames[index]
            if frame.markdown or frame.tag in within:
                return None
            if frame.tag in tags:
                return index
        return None

    def push(self, tag: str, css: str = "", anchor: Anchor | None = None, *, after: str = "") -> None:
        """Begin an inline element.

        Args:
            tag: Its name.
            css: Its ``style`` attribute.
            anchor: The link that it is.
            after: What is shown when it ends.
        """
        if len(self.formats) >= MAX_FORMATS:
            return
        style = for_tag(self.style, tag) if tag in STYLED_TAGS else self.style
        if css:
            style = for_css(style, css)
        self.formats.append(Format(tag, style, anchor or self.anchor, css, anchor, after, len(self.top.pieces)))

    def pop(self, tag: str) -> None:
        """End an inline element; those begun in it and still open go on."""
        for index in range(len(self.formats) - 1, self.top.formats - 1, -1):
            if self.formats[index].tag == tag:
                break
        else:
            return
        later = self.formats[index + 1 :]
        self._end_format(self.formats[index], explicit=True)
        del self.formats[index:]
        for opened in later:
            self.push(opened.tag, opened.css, opened.own, after=opened.after)

    def _end_format(self, ended: Format, *, explicit: bool) -> None:
        """Do what the end of an inline element asks for; without its end tag, little text in it was meant so."""
        if ended.after and explicit:
            self.top.pieces.append(Piece(ended.after, ended.style, ended.anchor))
        if ended.tag in {"sup", "sub"} and explicit:
            pieces = self.top.pieces
            pieces[ended.mark :] = raised(ended.tag, pieces[ended.mark :])
        elif ended.own and ended.own.empty and ended.own.name:
            ended.own.empty = False
            self.top.pieces.append(Piece(ended.own.name, ended.style, ended.own, literal=True))

    def _pop(self, *, explicit: bool) -> None:
        """End the innermost block element and put what it was into the one around it."""
        frame = self.frames[-1]
        if len(self.formats) > frame.formats:
            for ended in reversed(self.formats[frame.formats :]):
                self._end_format(ended, explicit=False)
            del self.formats[frame.formats :]
        if frame.hidden:
            self.frames.pop()
            if not explicit:
                self._unhide(frame)
            if frame.tag in EMBEDDED and not hides(frame.attributes):
                self.embed(frame.tag, frame.attributes, frame.source)
            return
        self.flush()
        self.frames.pop()
        CLOSING.get(frame.tag, CLOSING[""])(self, frame)

    def _unhide(self, frame: Frame) -> None:
        """Show what an element would have hidden, had it an end."""
        self.problem(Severity.WARNING, f"<{frame.tag}> hides what follows, and never ends", "Add its end tag.")
        if frame.blocks:
            self.flush()
            self.top.blocks += frame.blocks
        self.top.pieces += frame.pieces
