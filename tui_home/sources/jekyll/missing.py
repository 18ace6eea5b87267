"""Files of the site that its content names and that are not there. Only a check looks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import dirname, normpath
from urllib.parse import unquote

from tui_home.model.problem import Problem, Severity
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.bibliography.files import bib_files
from tui_home.sources.jekyll.config import CONFIG_FILES, Config, read_config
from tui_home.sources.jekyll.demo import demo_of
from tui_home.sources.jekyll.front_matter import Page, read_page, split
from tui_home.sources.jekyll.named_files import Named, data_in_text, in_bibtex, in_mapping, in_text
from tui_home.sources.jekyll.permalinks import address_of
from tui_home.sources.jekyll.reading import PAGE_SUFFIXES, is_shown
from tui_home.text.safe import printable

_BIB_LIMIT = 8 << 20
_DATA_SUFFIXES = (".yml", ".yaml")
_ALL_DATA = (*_DATA_SUFFIXES, ".json", ".csv", ".tsv")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".ico")
_HINT = "Put the file there, or mend its name"
_NO_PICTURE = "There is no picture to open"
_NO_FILE = "The link leads nowhere"
_SPARSE = ".git/info/sparse-checkout"
_NOT_WHOLE = Problem(
    Severity.NOTE,
    "",
    None,
    "git has written only some of the files here; nobody looked for missing ones",
    "check a clone",
)


def missing_files(folder: Folder) -> tuple[Problem, ...]:
    """Return a Problem for each place in a published page, in data or in a bibliography that names a missing file."""
    if folder.has(_SPARSE):
        return (_NOT_WHOLE,)
    config, _ = read_config(folder)
    search = _Search(folder, config)
    found: list[Problem] = []
    for page in _pages(folder, config):
        front = page.front
        named = (*in_mapping(front), *in_text(page.body, page.origin.line))
        found += search.missing(page.path, named, dirname(page.path), dirname(address_of(page, config)))
        found += _data(folder, page)
    for path in (*CONFIG_FILES, *folder.list("_data", _DATA_SUFFIXES)):
        if source := folder.read(path):
            found += search.missing(source.path, in_mapping(yaml.parse(source.text, source.origin).mapping))
    for path in bib_files(folder, config):
        if source := folder.read(path, limit=_BIB_LIMIT):
            parts = split(source.text)
            found += search.missing(source.path, in_bibtex(parts.body, parts.body_line))
    return tuple(dict.fromkeys(found))


def _pages(folder: Folder, config: Config) -> Iterator[Page]:
    """Yield the pages that the site shows, in every language; the theme's examples are not the owner's to mend."""
    within = config.raw.text("collections_dir").strip("/")
    prefix = f"{within}/" if within else ""
    own = config.raw.get("collections")
    names = ("posts", "news", *(own if isinstance(own, dict | list) else ()))
    folders = dict.fromkeys(("_pages", *(f"{prefix}_{name}" for name in names if isinstance(name, str))))
    demo = demo_of(config)
    paths = [*folder.list("", PAGE_SUFFIXES, deep=False)]
    for name in folders:
        paths += folder.list(name, PAGE_SUFFIXES)
    for path in paths:
        source = None if config.excludes(path) else folder.read(path)
        if source is None or ("/" not in path and split(source.text).head is None):
            continue  # a file at the top without front matter is a README
        page = read_page(source)
        if is_shown(page) and not demo.page(page, ""):
            yield page


def _data(folder: Folder, page: Page) -> Iterator[Problem]:
    for named in data_in_text(page.body, page.origin.line):
        place = f"_data/{named.written}"
        if not folder.has(place) and not any(folder.has(place + suffix) for suffix in _ALL_DATA):
            message = f"There is no _data/{printable(named.written)}.yml"
            yield Problem(
                Severity.WARNING, page.path, named.line, message, _HINT, "What the page makes of it stays empty"
            )


class _Search:
    """Finds files by the names that content gives them.

    Args:
        folder: The site's.
        config: Its configuration.
    """

    def __init__(self, folder: Folder, config: Config) -> None:
        self._folder = folder
        self._config = config
        self._demo = demo_of(config)
        self._names: dict[str, frozenset[str]] = {}

    def missing(self, file: str, named: Iterable[Named], *within: str) -> Iterator[Problem]:
        """Yield a Problem for each of the files that are nowhere.

        Args:
            file: What names them.
            named: Their names.
            within: Folders from which a name may be meant, beside the site's own.
        """
        for name in named:
            path = None if self._demo.file(name.written) else self._local(name.written)
            places = [] if path is None else list(self._places(path, name.folder, within))
            if not places or any(self._there(place) for place in places):
                continue
            other = next(filter(None, map(self._in_other_letters, places)), "")
            yield _problem(file, name, places[0], other)

    def _local(self, written: str) -> str | None:
        """Return what is named as a path, absolute when it counts from the site's root; None when it lies elsewhere."""
        for own in (self._config.url, self._config.host):
            if own and written.startswith(f"{own}/"):
                written = written[len(own) :]
                break
        if "://" in written:
            return None
        base = self._config.baseurl
        if base and written.startswith(f"{base}/"):
            written = written[len(base) :]
        return unquote(written.partition("#")[0].partition("?")[0]).strip()

    @staticmethod
    def _places(path: str, folder: str, within: tuple[str, ...]) -> Iterator[str]:
        """Yield where a file may lie, the likeliest first."""
        if path.startswith("/"):
            prefixes: tuple[str, ...] = ("", folder)
        elif folder and "/" not in path:
            prefixes = (folder, "", *within)
        else:
            prefixes = ("", folder, *within)
        for prefix in dict.fromkeys(prefixes):
            place = normpath(f"{prefix.strip('/')}/{path.lstrip('/')}".lstrip("/"))
            if not place.startswith(".."):
                yield place

    def _there(self, place: str) -> bool:
        # A disk that does not tell Foo.PDF from foo.pdf says yes to both; the web server will not.
        name = place.rpartition("/")[2]
        return name in self._names_in(dirname(place)) or (not self._in_other_letters(place) and self._folder.has(place))

    def _in_other_letters(self, place: str) -> str:
        """Return the name of a file that differs from what is named by capitals alone; "" when there is none."""
        name = place.rpartition("/")[2].casefold()
        return next((other for other in sorted(self._names_in(dirname(place))) if other.casefold() == name), "")

    def _names_in(self, folder: str) -> frozenset[str]:
        if folder not in self._names:
            listed = self._folder.list(folder, ("",), deep=False)
            self._names[folder] = frozenset(path.rpartition("/")[2] for path in listed)
        return self._names[folder]


def _problem(file: str, named: Named, place: str, other: str) -> Problem:
    written = printable(named.written)
    where = f" in {named.folder}" if named.folder and "/" not in named.written else ""
    message = f"There is no “{written}”{where}"
    effect = _NO_PICTURE if place.lower().endswith(_PICTURES) else _NO_FILE
    if other:
        shown = printable(other)
        hint = f"Write “{shown}”"
        return Problem(Severity.WARNING, file, named.line, f"{message}; the file is called “{shown}”", hint, effect)
    return Problem(Severity.WARNING, file, named.line, message, _HINT, effect)
