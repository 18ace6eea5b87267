"""Where a page stands on the site: Jekyll's ``permalink`` rules.

https://jekyllrb.com/docs/permalinks/; as in its ``lib/jekyll/url.rb``, ``page.rb`` and ``drops/url_drop.rb``.
"""

from __future__ import annotations

import datetime as dt
from unicodedata import category

from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page
from tui_home.text.dates import MONTHS, WEEKDAYS, parse_date
from tui_home.text.paths import route_path
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_DATED_NAME = pattern(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.+)")
_PLACEHOLDER = pattern(r":([a-z]+(?:_[a-z]+)*)")
_SLASHES = pattern(r"/{2,}")
_SLUG_SIGNS = frozenset("._~!$&'()+,;=@")
_FOLDERS = ("_pages/",)
_EXTENSION = ".html"


def path_of(page: Page, config: Config) -> str:
    """Return the path of a page from the site's root, in the form of `route_path`."""
    return route_path(address_of(page, config)) or "/"


def address_of(page: Page, config: Config) -> str:
    """Return the path of a page from the site's root as its address on the web has it, without ``baseurl``."""
    written = page.front.text("permalink")
    if "://" in written:
        written = ""
    collection = collection_of(page.path, config)
    template = written or _template(page, collection, config)
    values = _values(page, collection)
    found = _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), template) if ":" in template else template
    found = _SLASHES.sub("/", f"/{found}")
    return printable(found.removesuffix("index.html") if found.endswith("/index.html") else found)


def collection_of(path: str, config: Config) -> str:
    """Return the name of the collection that a file belongs to: "posts", "projects"; "" for a page of the site."""
    within = config.raw.text("collections_dir").strip("/")
    rest = path.removeprefix(f"{within}/") if within else path
    first = rest.partition("/")[0] if "/" in rest else ""
    return first[1:] if first.startswith("_") and f"{first}/" not in _FOLDERS else ""


def folder_of(collection: str, config: Config) -> str:
    """Return the folder in which the pages of a collection lie."""
    within = config.raw.text("collections_dir").strip("/")
    return f"{within}/_{collection}" if within else f"_{collection}"


def dated_name(path: str) -> tuple[dt.date | None, str]:
    """Return the day and the rest of a file's name that begins with one; the name without suffix when it does not."""
    name = _stem(path.rpartition("/")[2])
    matched = _DATED_NAME.fullmatch(name)
    day = parse_date(matched[1]) if matched else None
    return (day, matched[2]) if matched and day else (None, name)


def _template(page: Page, collection: str, config: Config) -> str:
    """Return the pattern of the addresses of a collection, or of the pages outside any."""
    style = config.raw.text("permalink")
    ending = "/" if style == "pretty" or style.endswith("/") else ":output_ext"
    if not collection:
        folder, _, name = page.path.rpartition("/")
        return f"/{folder}/" if _stem(name) == "index" else f"/{folder}/{_stem(name)}{ending}"
    own = config.raw.mapping("collections").mapping(collection).text("permalink")
    if collection != "posts":
        return own or f"/:collection/:path{ending}"
    chosen = own or style or "date"
    return _STYLES.get(chosen, chosen)


def _values(page: Page, collection: str) -> dict[str, str]:
    """Return what the placeholders of a permalink stand for."""
    stem = _stem(page.path)
    day, name = dated_name(page.path)
    day = parse_date(page.front.get("date")) or day
    within = stem.partition(f"_{collection}/")[2] if collection else stem
    values = {
        "collection": collection,
        "output_ext": _EXTENSION,
        "path": within,
        "basename": stem.rpartition("/")[2],
        "name": _slug(stem.rpartition("/")[2]),
        "title": _slug(page.front.text("slug") or name),
        "slug": _slug(page.front.text("slug") or name).lower(),
        "categories": "/".join(_slug(word).lower() for word in words_of(page, "category", "categories")),
    }
    values["slugified_categories"] = values["categories"]
    return values | _days(day) if day else values


def _days(day: dt.date) -> dict[str, str]:
    """Return the placeholders that a day fills; its names are English, whatever the locale."""
    year, week, weekday = day.isocalendar()
    month, name = MONTHS[day.month - 1], WEEKDAYS[weekday - 1]
    return {
        "year": f"{day.year:04}",
        "short_year": f"{day.year % 100:02}",
        "month": f"{day.month:02}",
        "i_month": str(day.month),
        "short_month": month[:3],
        "long_month": month,
        "day": f"{day.day:02}",
        "i_day": str(day.day),
        "y_day": f"{day.timetuple().tm_yday:03}",
        "w_year": str(year),
        "week": f"{week:02}",
        "w_day": str(weekday),
        "short_day": name[:3],
        "long_day": name,
        **dict.fromkeys(("hour", "minute", "second"), "00"),
    }


def words_of(page: Page, one: str, many: str) -> tuple[str, ...]:
    """Return the tags or categories of a page, each once: one as written, several in a list or apart by blanks.

    Args:
        page: The page.
        one: The key whose text is one of them: "tag".
        many: The key whose text is several: "tags".
    """
    value = page.front.get(many)
    several = value.split() if isinstance(value, str) else page.front.texts(many)
    found = (*page.front.texts(one), *several)
    return tuple(dict.fromkeys(printable(word.strip(",")) for word in found if word.strip(",")))


def _stem(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    stem, dot, _ = name.rpartition(".")
    return f"{folder}{slash}{stem if dot and stem else name}"


def _slug(text: str) -> str:
    """Return `text` as Jekyll's "pretty" slugs are, in its own case."""
    return "-".join("".join(character if _in_slugs(character) else " " for character in text).split())


def _in_slugs(character: str) -> bool:
    return character in _SLUG_SIGNS or category(character)[0] in "LM" or category(character) == "Nd"
