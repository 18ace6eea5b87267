"""The tree of elements while a document is read: what is open, what closes what."""

from __future__ import annotations

from collections.abc import Container, Mapping

from tui_home.document.formats import Formats
from tui_home.document.frames import Frame
from tui_home.document.paragraphs import paragraphs
from tui_home.document.pieces import Anchor
from tui_home.model.inline import Style

CONTEXTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("ul", "ol", "menu"), ("li",)),
    "table": ("tr", "thead", "tbody", "tfoot", "caption"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("tr",)),
    "tr": ("td", "th"),
}
"""Elements in which no text can stand, and which can stand in them."""

MAX_FRAMES = 64
_OPTIONAL_END = frozenset(("li", "p", "td", "th", "tr", "dt", "dd", "tbody", "thead", "tfoot"))


class Elements:
    """The open elements, and the rules of opening and closing them; what a closed one is, `ended` says."""

    def __init__(self) -> None:
        self.top = Frame("", formats=1)
        """The innermost block element."""
        self.frames = [self.top]
        self.formats = Formats()

    @property
    def style(self) -> Style:
        """How text looks here."""
        return self.formats.now.style

    @property
    def anchor(self) -> Anchor | None:
        """The link that text belongs to here."""
        return self.formats.now.anchor

    def ended(self, frame: Frame, *, explicit: bool) -> None:
        """Put what a closed element was into `top`; `explicit` says whether its end tag was there."""
        raise NotImplementedError

    @property
    def in_pre(self) -> bool:
        """Whether blanks and line breaks count here."""
        return any(frame.tag == "pre" for frame in self.frames)

    @property
    def follows_word(self) -> bool:
        """Whether the last character before this place is a letter or a digit."""
        return bool(self.top.pieces) and self.top.pieces[-1].text[-1:].isalnum()

    def says(self, text: str) -> bool:
        """Return whether the last words before this place are `text`."""
        return any(text in piece.text for piece in self.top.pieces[-3:])

    def flush(self) -> None:
        """End the running paragraph."""
        frame = self.top
        if frame.pieces and frame.tag != "pre":
            pieces, frame.pieces = frame.pieces, []
            frame.blocks += paragraphs(pieces)
            self.formats.restart(frame)

    def open(
        self, tag: str, attributes: Mapping[str, str] | None = None, *, markdown: bool = False, hidden: bool = False
    ) -> None:
        """Begin a block element, or one that is not to be seen."""
        if not hidden:
            self.flush()
            if tag not in CONTEXTS.get(self.top.tag, (tag,)):
                self.settle()
        if len(self.frames) < MAX_FRAMES or markdown:
            self._enter(Frame(tag, attributes, len(self.formats), markdown=markdown, hidden=hidden))

    def settle(self) -> None:
        """Begin the cell or item without which nothing can stand here."""
        for tag in ("tr", "td", "li"):
            if self.top.tag in CONTEXTS and tag in CONTEXTS[self.top.tag] and len(self.frames) < MAX_FRAMES:
                self._enter(Frame(tag, formats=len(self.formats)))

    def close(self, tag: str) -> None:
        """End the innermost `tag` that HTML opened, and everything in it; nothing when there is none."""
        self.close_any((tag,))

    def close_any(self, tags: Container[str], within: Container[str] = ()) -> None:
        """End the innermost of `tags`, looking no further than `within`."""
        if (index := self.find(tags, within)) is not None:
            while len(self.frames) > index + 1:
                self.leave(explicit=self.top.tag in _OPTIONAL_END)
            self.leave(explicit=True)

    def close_markdown(self) -> None:
        """End the innermost element that Markdown opened."""
        if any(frame.markdown for frame in self.frames):
            while not self.top.markdown:
                self.leave(explicit=False)
            self.leave(explicit=True)

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
        self.formats.begin(tag, css, anchor, after, len(self.top.pieces))

    def pop(self, tag: str) -> None:
        """End an inline element."""
        self.formats.end(tag, self.top)

    def leave(self, *, explicit: bool) -> None:
        """End the innermost block element."""
        frame = self.top
        self.formats.end_all(frame)
        if not frame.hidden:
            self.flush()
        self.frames.pop()
        self.top = self.frames[-1]
        self.ended(frame, explicit=explicit)

    def _enter(self, frame: Frame) -> None:
        """Make `frame` the innermost block element."""
        self.frames.append(frame)
        self.top = frame
