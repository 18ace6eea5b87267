"""What YAML becomes: plain values, and mappings that remember their lines."""

from __future__ import annotations


class Mapping(dict[str, object]):
    """A YAML mapping in the order written; its keys are texts.

    Values are str, int, bool, None, lists and Mappings: dates and fractions stay texts, as they are written.
    """

    __slots__ = ("lines", "text_lines")

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}
        """The file's line, counted from 1, on which each key stands."""
        self.text_lines: dict[str, int] = {}
        """The file's line on which each key's value begins."""

    def mapping(self, key: str) -> Mapping:
        """Return the mapping under `key`; an empty one when there is none."""
        value = self.get(key)
        return value if isinstance(value, Mapping) else Mapping()

    def text(self, key: str) -> str:
        """Return the value under `key` as one text; lists are joined with blanks."""
        return " ".join(self.texts(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the value under `key` as texts: a list's items, or the one value there is."""
        value = self.get(key)
        return tuple(text for item in (value if isinstance(value, list) else [value]) if (text := as_text(item)))

    def flag(self, key: str) -> bool:
        """Return whether the value under `key` says yes; a text that says no does not."""
        value = self.get(key)
        if isinstance(value, str):
            return value.strip().lower() not in _NO
        return value is not None and value is not False

    def number(self, key: str) -> int | None:
        """Return the whole number under `key`, also when it is quoted."""
        value = self.get(key)
        if isinstance(value, str) and value.strip().isdecimal() and len(value) < _LONGEST_NUMBER:
            return int(value)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def line(self, key: str) -> int | None:
        """Return the file's line of `key`."""
        return self.lines.get(key)


_NO = frozenset(("", "false", "no", "off", "n", "null", "~"))
_LONGEST_NUMBER = 19


def as_text(value: object) -> str:
    """Return a scalar as text, stripped; "" for nothing, true, false and what holds other values."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()
