"""What is safe to print and to paste: the one gate between content and the terminal."""

from __future__ import annotations

import re

# Not compiled before they are needed: most text needs neither, and each takes longer than a homepage's all.
_BODY = r"[^\x00-\x1f\x7f-\x9f]*+"
_SEQUENCES = (
    # ECMA-48: control strings (OSC, DCS, APC, PM, SOS), control sequences, escape sequences. A control string
    # that never ends loses only its introducer, so that no text can vanish after it.
    rf"(?:\x1b[\]P_^X]|[\x90\x98\x9d\x9e\x9f]){_BODY}(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]"
    r"|\x1b[\[\]P_^X]"
    r"|\x1b[ -/]*+[0-~]"
)
_UNPRINTABLE = (
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u2000-\u200b\u200e-\u200f\u2028-\u202f\u205f-\u206f"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U000dffff\U000e0000-\U000e00ff\U000e01f0-\U0010ffff]"
)
_KEPT_IN_COPIES = str.maketrans("", "", "\n\t\xa0")
_BLANKS = frozenset("\t\v\f\x1c\x1d\x1e\x1f\xa0\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B))))
_BREAKS = frozenset("\n\r\x85\u2028\u2029")


def printable(text: str, *, newlines: bool = False) -> str:
    r"""Return `text` without anything that could steer a terminal or reorder what stands beside it.

    Escape sequences (ECMA-48) vanish whole; so do C0, C1, bidi controls (UAX #9), other invisible format
    characters, noncharacters and private-use characters. Lone surrogates become U+FFFD. Tabs and unusual blanks
    become a space. The joiners ZWJ and ZWNJ and variation selectors stay: words and emoji need them.

    Args:
        text: Anything.
        newlines: Keep line breaks, each as ``\n``; otherwise each becomes a space.
    """
    if text.isprintable() or (newlines and text.replace("\n", "").isprintable()):
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    line_break = "\n" if newlines else " "

    def replacement(match: re.Match[str]) -> str:
        character = match[0]
        if character in _BREAKS:
            return line_break
        if character in _BLANKS:
            return " "
        return "\ufffd" if "\ud800" <= character <= "\udfff" else ""

    return re.sub(_UNPRINTABLE, replacement, re.sub(_SEQUENCES, "", text))


def copyable(text: str) -> str:
    """Return `text` without what could do harm where it is pasted; unlike `printable`, keep lines, tabs and blanks."""
    if text.translate(_KEPT_IN_COPIES).isprintable():
        return text
    return re.sub(r"[^\t\xa0]+", lambda match: printable(match[0], newlines=True), text)
