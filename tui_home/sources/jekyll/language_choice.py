"""The languages that a site has, which of them is read, and what its templates say in it."""

from __future__ import annotations

from collections.abc import Iterable

from tui_home.model.problem import Problem, Severity
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.config import Config
from tui_home.sources.jekyll.front_matter import Page
from tui_home.sources.jekyll.language import (
    LANGUAGE_KEYS,
    Languages,
    page_marks,
    stem_and_code,
)
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.languages import known_as, normal
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

COMMON = frozenset(
    (
        *("ar", "bg", "bn", "ca", "cn", "cs", "cz", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr"),
        *("ga", "gl", "gr", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "jp", "ka", "kk", "ko", "kr", "lt"),
        *("lv", "mk", "mn", "ms", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "ta"),
        *("te", "th", "tr", "tw", "ua", "uk", "ur", "uz", "vi", "zh"),
    )
)
"""Codes that name a language in a file's or folder's name; two letters can mean much else (``cv``)."""
_CODE = pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")
_NAME = pattern(r"[^\s/\\.\x00-\x1f]{1,40}")
"""What a site may call a language: ``中文`` as well as ``zh``; it is the name of a folder, too."""
_STRING_FILES = (
    *("_data/{}/strings.yml", "_i18n/{}.yml", "_data/strings/{}.yml", "_data/i18n/{}.yml", "_data/locales/{}.yml"),
    *("_data/{}.yml", "_data/{}/i18n.yml", "_data/{}/translations.yml"),
)
_MOST_LANGUAGES = 40


def languages_of(config: Config, pages: Iterable[Page]) -> tuple[str, ...]:
    """Return the languages of a site, the default one first; none when it has only one.

    jekyll-polyglot and jekyll-multiple-languages-plugin name them in the configuration. Otherwise they are those in
    which some page is written twice.

    Args:
        config: The site's.
        pages: Those that may be a home page, or its translations.
    """
    written = config.raw.get("languages")
    items = written if isinstance(written, list) else list(written) if isinstance(written, Mapping) else []
    texts = [item.text("code") or item.text("lang") if isinstance(item, Mapping) else as_text(item) for item in items]
    named = tuple(dict.fromkeys(text for text in texts if _NAME.fullmatch(text)))[:_MOST_LANGUAGES]
    if not named:
        named = _from_pages(tuple(pages), config)
    if len(named) < 2:  # noqa: PLR2004 - one language is no choice
        return ()
    default = known_as(default_of(config), named) or named[0]
    return (default, *(code for code in named if code != default))


def default_of(config: Config) -> str:
    """Return the language that the configuration gives the site; "" for none."""
    keys = ("default_lang", "default_locale", *LANGUAGE_KEYS)
    return next((printable(text) for key in keys if (text := config.raw.text(key))), "")


def _from_pages(pages: tuple[Page, ...], config: Config) -> tuple[str, ...]:
    """Return the languages in which some page stands twice."""
    codes = {page.path: _code(page) for page in pages}
    known = {code for code in codes.values() if code}
    if not known:
        return ()
    groups: dict[str, set[str]] = {}
    for page in pages:
        for mark in page_marks(page, known):
            groups.setdefault(mark, set()).add(codes[page.path])
    found = {code for group in groups.values() if len(group) > 1 for code in group}
    named = sorted(code for code in found if code)
    if "" not in found:
        return tuple(named)
    default = normal(default_of(config))
    return (default if default and not known_as(default, named) else "default", *named)


def _code(page: Page) -> str:
    """Return the code of the language that a page is in, as far as it says so without the configuration's help."""
    written = next((text for key in LANGUAGE_KEYS if (text := page.front.text(key))), "")
    if _CODE.fullmatch(written):
        return normal(written)
    *folders, file = page.path.split("/")
    address = page.front.text("permalink").strip("/").partition("/")[0]
    names = (*folders, stem_and_code(file.rpartition(".")[0])[1], address)
    return next((normal(name) for name in names if _is_code(name)), "")


def _is_code(name: str) -> bool:
    """Return whether a name is that of a language, with a country or without."""
    return name[:2].lower() in COMMON and (len(name) == 2 or name[2] in "-_") and bool(_CODE.fullmatch(name))  # noqa: PLR2004 - letters of a code


def chosen_language(
    known: tuple[str, ...], config: Config, asked: str, written: tuple[str, str, int | None]
) -> tuple[str, tuple[Problem, ...]]:
    """Return the language to read, and what is wrong with what was wanted.

    Args:
        known: The site's languages, the default first.
        config: The site's.
        asked: What the visitor asked for; may be empty.
        written: What ``terminal.yml`` asks for, that file, and the line.
    """
    wanted, file, line = written
    problems: list[Problem] = []
    for code, place, at in ((asked, "", None), (wanted, file, line)):
        if not code:
            continue
        if found := known_as(code, known or (default_of(config),)):
            return (found if known else ""), tuple(problems)
        has = f"it has {', '.join(known)}" if known else "it has only one"
        message = f"The site has no language “{printable(code)}”; {has}"
        problems.append(Problem(Severity.WARNING, place, at, message, "name one of its languages"))
    return (known[0] if known else ""), tuple(problems)


def in_language(
    folder: Folder, config: Config, known: tuple[str, ...], chosen: str
) -> tuple[Languages, tuple[Problem, ...]]:
    """Return the chosen language with the words that the site's templates have in it."""
    codes = tuple(dict.fromkeys(code for code in (chosen, *known[:1], default_of(config)) if _NAME.fullmatch(code)))
    found: list[Mapping] = []
    problems: list[Problem] = []
    if known or folder.has("_i18n"):
        for code in codes:
            for file in _STRING_FILES:
                if source := folder.read(file.format(code)):
                    parsed = yaml.parse(source.text, source.origin)
                    found.append(parsed.mapping)
                    problems += parsed.problems
    return Languages(known, chosen, tuple(found)), tuple(problems)
