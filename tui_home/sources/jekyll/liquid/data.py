"""Liquid's ``site.data``: files of ``_data``, each read when it is asked for."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui_home.sources.folder import Source
from tui_home.sources.jekyll import yaml
from tui_home.text.paths import stem
from tui_home.text.patterns import pattern

if TYPE_CHECKING:
    from tui_home.sources.jekyll.reading import Reading

_SUFFIXES = (".yml", ".yaml", ".json", ".csv", ".tsv")
_ROOT_LIST = pattern(r"(?:[ \t]*(?:#[^\n]*|---[ \t]*|%YAML[^\n]*)?\n)*-(?:[ \t]|\n)")
_DOCUMENT = pattern(r"^---[ \t]*$", 8)  # re.MULTILINE
_NAME = pattern(r"[\w][\w .-]{0,100}")


class DataNames(Mapping[str, object]):
    """A folder of data.

    Args:
        reading: The site.
        within: The folder below ``_data``, with a slash at its end; "" for that itself.
    """

    def __init__(self, reading: Reading, within: str) -> None:
        self._reading = reading
        self._within = within
        self._made: dict[str, object] = {}

    def __getitem__(self, key: str) -> object:
        """Return what a file, or a folder, holds."""
        if key not in self._made:
            self._made[key] = self._read(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        names = (stem(path) for path in self._files(deep=False))
        return iter(dict.fromkeys(names))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __str__(self) -> str:
        return ""

    def _files(self, within: str = "", *, deep: bool) -> tuple[str, ...]:
        folder = f"_data/{self._within}{within}".rstrip("/")
        return self._reading.folder.list(folder, _SUFFIXES, deep=deep)

    def _read(self, key: str) -> object:
        if not _NAME.fullmatch(str(key)):  # a template can ask by number
            raise KeyError(key)
        for suffix in _SUFFIXES:
            if source := self._reading.data(f"{self._within}{key}{suffix}"):
                return _parsed(source, suffix)
        if self._files(f"{key}/", deep=True):
            return DataNames(self._reading, f"{self._within}{key}/")
        raise KeyError(key)


def _parsed(source: Source, suffix: str) -> object:
    """Return what a file's text means."""
    if suffix in {".csv", ".tsv"}:
        rows = csv.DictReader(source.text.splitlines(), delimiter="," if suffix == ".csv" else "\t")
        try:
            return [{key: value for key, value in row.items() if isinstance(key, str)} for row in rows]
        except csv.Error:
            return []
    if suffix == ".json":
        try:
            return json.loads(source.text)
        except (ValueError, RecursionError):
            pass  # what is not JSON may be YAML, of which that is a part
    if _ROOT_LIST.match(source.text):
        return yaml.parse("list:\n" + _DOCUMENT.sub("", source.text), source.origin).mapping.get("list")
    return yaml.parse(source.text, source.origin).mapping
