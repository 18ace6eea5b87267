"""Text in the characters that a Look has."""

from __future__ import annotations

from tui_home.model.look import Look


def spelt(text: str, look: Look) -> str:
    """Return `text` as `look` can show it; no-break spaces stay, and are drawn as blanks."""
    if (look.unicode and not look.few_glyphs) or text.isascii():
        return text
    from tui_home.text.spelling import ascii_of, console_of  # noqa: PLC0415 - for few terminals

    return console_of(text) if look.unicode else ascii_of(text)


def spelt_signs(text: str, look: Look) -> str:
    """Return `text`, which stands outside the flow of a page, as `look` can show it, in ordinary blanks."""
    return spelt(text, look).replace("\N{NO-BREAK SPACE}", " ")
