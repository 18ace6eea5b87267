"""``_data/repositories.yml``: users and repositories on GitHub and its like."""

from __future__ import annotations

from collections.abc import Iterator

from tui_home.model.collections import Repository
from tui_home.model.problem import Origin, Problem
from tui_home.sources.jekyll import yaml
from tui_home.sources.jekyll.reading import Reading
from tui_home.sources.jekyll.yaml_values import Mapping, as_text
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable
from tui_home.text.urls import safe_url

_FILES = ("repositories.yml", "repositories.yaml")
_HOSTS = {
    "github": "https://github.com",
    "gitlab": "https://gitlab.com",
    "bitbucket": "https://bitbucket.org",
    "codeberg": "https://codeberg.org",
    "huggingface": "https://huggingface.co",
}
_NAMES = ("url", "link", "full_name", "repo", "repository", "name", "username", "user")
_PATH = pattern(r"[\w.-]+(?:/[\w.-]+)*")
_ADDRESS = pattern(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)/(\S+?)(?:\.git)?/?")


def read_repositories(reading: Reading) -> tuple[tuple[Repository, ...], tuple[Problem, ...]]:
    """Return the users, then the repositories, each in the order of the file, and what is wrong in it.

    The keys are al-folio's ``github_users`` and ``github_repos``; any other list counts as well, as users where its
    name says so, on the host that its name says.
    """
    source = next((source for name in _FILES if (source := reading.data(name))), None)
    if source is None:
        return (), ()
    parsed = yaml.parse(source.text, source.origin)
    problems = list(parsed.problems)
    told: Problem | None = None
    found: dict[tuple[bool, str], Repository] = {}
    for key, value in parsed.mapping.items():
        if not isinstance(value, list):
            continue
        names = list(filter(None, _names(value)))
        if example := reading.demo.repositories(names, Origin(source.path, parsed.mapping.line(key) or 1)):
            told = told or example
            continue
        host = next((address for word, address in _HOSTS.items() if word in key.lower()), _HOSTS["github"])
        for name in names:
            repository = _repository(name, host, user="user" in key.lower())
            found.setdefault((repository.user, repository.name.lower()), repository)
    problems += [told] if told else []
    return tuple(sorted(found.values(), key=lambda repository: not repository.user)), tuple(problems)


def _names(items: list[object]) -> Iterator[str]:
    """Yield what names each item, wherever it says so."""
    for item in items:
        if isinstance(item, Mapping):
            yield next((text for key in _NAMES if (text := item.text(key))), "")
        elif isinstance(item, list):
            yield from _names([inner for inner in item if not isinstance(inner, list)])
        else:
            yield as_text(item)


def _repository(written: str, host: str, *, user: bool) -> Repository:
    """Return what is meant by a name or an address."""
    text = written.strip().strip("/").removeprefix("@")
    if address := _ADDRESS.fullmatch(text):
        return Repository(printable(address[2]), safe_url(f"https://{address[1]}/{address[2]}"), user)
    if _PATH.fullmatch(text):
        return Repository(text, safe_url(f"{host}/{text}"), user)
    return Repository(printable(text), safe_url(text, schemes=("http", "https")), user)
