"""What was answered before is said again, as long as it would be answered so."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import platformdirs
import pytest

from tui_home import sources
from tui_home.cli import main
from tui_home.doors import command, places, recalled
from tui_home.doors.recalled import FLAGS, VALUES, Memory
from tui_home.sources.drawer import checksum
from tui_home.sources.tree import open_tree
from tui_home.terminal.capabilities import capabilities
from tui_home.terminal.environment import Environment
from tui_home.terminal.preferences import Preferences
from tui_home.terminal.questions import plan

HERE = Environment({"TERM": "xterm-256color"}, columns=80)
FRAME = "\x1b[1;1H\x1b[1mAda\x1b[0m \x1b]8;id=1;https://a.example\x1b\\a\x1b]8;;\x1b\\\n\x1b[2;1HLine 0"


class Shown(NamedTuple):
    """A site, and words that were answered."""

    site: Path
    words: tuple[str, ...]
    answers: Path


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    site = tmp_path / "site"
    (site / "_pages").mkdir(parents=True)
    (site / "_pages" / "about.md").write_text("---\nlayout: about\n---\nHello.\n", encoding="utf-8")
    return Shown(site, ("show", "--site", str(site)), tmp_path / "cache" / "tui-home" / "answers")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Return what counts how often a site was opened since it was last asked."""
    times: list[object] = []
    really = sources.open_sites

    def counted(*given: object, **named: object) -> object:
        times.append(given)
        return really(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "open_sites", counted)

    def since() -> int:
        count = len(times)
        times.clear()
        return count

    return since


Said = Callable[..., str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def say(*words: str) -> str:
        assert main(words) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return say


def test_the_same_words_are_answered_without_opening_the_site(
    shown: Shown, said: Said, opened: Callable[[], int]
) -> None:
    first = said(*shown.words)
    assert "Hello." in first
    assert opened() == 1
    assert said(*shown.words) == first
    assert opened() == 0
    (kept,) = shown.answers.iterdir()
    assert kept.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_change_of_the_site_or_of_where_it_leads_is_seen(shown: Shown, said: Said, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(shown.site, other)
    link = tmp_path / "link"
    link.symlink_to(shown.site)
    words = ("show", "--site", str(link))
    for _ in range(2):
        assert "Hello." in said(*words)
    about = "---\nlayout: about\n---\n"
    (shown.site / "_pages" / "about.md").write_text(f"{about}Goodbye.\n", encoding="utf-8")
    assert "Goodbye." in said(*words)
    (other / "_pages" / "about.md").write_text(f"{about}Welcome.\n", encoding="utf-8")
    link.unlink()
    link.symlink_to(other)
    assert "Welcome." in said(*words)


def test_a_relative_site_is_the_one_that_lies_here(
    shown: Shown, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(shown.site, elsewhere / "site")
    (elsewhere / "site" / "_pages" / "about.md").write_text("---\nlayout: about\n---\nElsewhere.\n", encoding="utf-8")
    for place, word in ((tmp_path, "Hello."), (elsewhere, "Elsewhere.")):
        monkeypatch.chdir(place)
        for words in (("--site", "site", "show"), ("--site=site", "show")):
            assert word in said(*words)


@pytest.mark.parametrize(
    "other",
    [
        {"NO_COLOR": "1"},
        {"LANG": "C"},
        {"COLUMNS": "60"},
        {"TERM": "linux"},
        {"UNICODE_VERSION": "9"},
        {"TEXTUAL_THEME": "nord"},
        {"SSH_TTY": "/dev/pts/1"},
    ],
    ids=str,
)
def test_another_terminal_is_answered_anew(
    shown: Shown, said: Said, opened: Callable[[], int], other: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said(*shown.words)
    opened()
    for name, value in other.items():
        monkeypatch.setenv(name, value)
    said(*shown.words)
    assert opened() == 1


def test_what_does_something_is_done_each_time(shown: Shown) -> None:
    (shown.site / "_data").mkdir()
    (shown.site / "_data" / "socials.yml").write_text("email: ada@a.example\n", encoding="utf-8")
    for words in (("copy", "email"), ("show", "nothing"), ("show", "--help")):
        for _ in range(2):
            main([*words[:1], "--site", str(shown.site), *words[1:]])
    assert not shown.answers.exists()


@pytest.mark.parametrize("words", [("--refresh", "show"), ("--refresh=1h", "show")], ids=str)
def test_who_wants_a_site_fetched_again_is_not_answered_from_before(
    shown: Shown, said: Said, words: tuple[str, ...]
) -> None:
    said("--site", str(shown.site), *words)
    assert not shown.answers.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_where_nothing_can_be_kept_all_is_as_ever(shown: Shown, said: Said, opened: Callable[[], int]) -> None:
    shown.answers.mkdir(parents=True)
    shown.answers.chmod(0o777)
    for _ in range(2):
        assert "Hello." in said(*shown.words)
        assert opened() == 1
    assert not list(shown.answers.iterdir())
    shown.answers.rmdir()
    shown.answers.write_text("a file", encoding="utf-8")
    assert "Hello." in said(*shown.words)


def test_a_cache_behind_a_link_is_the_users_own(
    shown: Shown, said: Said, opened: Callable[[], int], tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cache").symlink_to(tmp_path / "elsewhere")
    first = said(*shown.words)
    opened()
    assert said(*shown.words) == first
    assert opened() == 0


def resealed(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change what is kept as one would who knows how it is kept."""
    text = change(path.read_bytes().partition(b"\n")[2])
    path.write_bytes(checksum(text) + b"\n" + text)


CHANGES: dict[str, Callable[[bytes], bytes]] = {
    "clipboard": lambda text: text.replace(b"Hello", b"\x1b]52;c;ZXZpbA==\x07"),
    "a report": lambda text: text.replace(b"Hello", b"\x1b[5n"),
    "8 bits": lambda text: text.replace(b"Hello", "\x9b5n".encode()),
    "no text": lambda text: text.replace(b"Hello", b"\xff"),
    "reset": lambda text: text.replace(b"Hello", b"\x1bc"),
    "bell": lambda text: text.replace(b"Hello", b"\a"),
    "deep": lambda text: b"[" * 100_000 + text,
    "question": lambda text: text.replace(b'"has"', b'"is"'),
    "mark": lambda text: text.replace(b'["', b'["0', 1),
    "cut": lambda text: text.partition(b"\n")[0],
    "no answer": lambda _: b"[]\ntext\nHello",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_somebody_else_has_kept_is_not_said(
    shown: Shown, said: Said, opened: Callable[[], int], change: Callable[[bytes], bytes]
) -> None:
    first = said(*shown.words)
    (kept,) = shown.answers.iterdir()
    resealed(kept, change)
    opened()
    assert said(*shown.words) == first
    assert opened() == 1
    assert said(*shown.words) == first
    assert opened() == 0, "and it has been mended"


def test_damage_is_seen(shown: Shown, said: Said, opened: Callable[[], int]) -> None:
    first = said(*shown.words)
    (kept,) = shown.answers.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"Hello", b"Jello"))
    opened()
    assert said(*shown.words) == first
    assert opened() == 1


def test_a_first_screen_is_kept_when_both_it_and_the_site_are_known(shown: Shown) -> None:
    def memory(environment: Environment = HERE) -> Memory:
        return Memory.of((), environment)

    tree = open_tree(shown.site)
    tree.has("_config.yml")
    steps: tuple[Callable[[Memory], None], ...] = (lambda now: now.heard(tree), lambda now: now.keep_screen(FRAME))
    for order in itertools.permutations(steps):
        now = memory()
        now.opened(shown.site)
        for step in order:
            assert memory().recall().screen == ""
            step(now)
        assert memory().recall() == ("", FRAME)
        assert memory(HERE._replace(columns=81)).recall().screen == ""
        now.forget()
    now.keep_screen(f"{FRAME}\x1b[6n")
    assert memory().recall().screen == "", "no frame asks anything"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no FIFO")
def test_a_first_screen_is_of_one_theme(shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = tmp_path / "preferences.json"
    monkeypatch.setattr(recalled, "preferences_file", lambda: preferences)
    now = Memory.of((), HERE)
    now.opened(shown.site)
    now.heard(open_tree(shown.site))
    now.keep_screen(FRAME)
    Preferences(preferences).choose_theme("nord")
    assert Memory.of((), HERE).recall().screen == ""
    preferences.unlink()
    os.mkfifo(preferences)
    assert Memory.of((), HERE).recall().screen == FRAME, "whatever stands in its place blocks nobody"


class _Noted(dict[str, str]):
    """Variables, and which of them were asked for."""

    asked: set[str]

    def get(self, name: str, otherwise: str = "") -> str:  # type: ignore[override]
        self.asked.add(name)
        return super().get(name, otherwise)


def _environments() -> Iterator[dict[str, str]]:
    terms = (
        "",
        "dumb",
        "xterm-256color",
        "xterm-kitty",
        "vte-256color",
        "screen",
        "tmux-256color",
        "rxvt",
        "st",
        "linux",
    )
    values = dict.fromkeys((*VALUES, *FLAGS), "1")
    for term in terms:
        yield {"TERM": term}
        yield {**values, "TERM": term, "NO_COLOR": ""}
        for name in (*VALUES, *FLAGS):
            if name != "TERM":
                yield {"TERM": term, name: "1"}
                yield {"TERM": term, name: "0"}


def test_every_variable_that_decides_how_something_is_drawn_is_asked_for() -> None:
    _Noted.asked = set()
    for platform, variables in itertools.product(("linux", "darwin", "win32"), _environments()):
        environment = Environment(_Noted(variables), platform=platform)
        capabilities(environment)
        plan(environment)
    assert _Noted.asked <= {*VALUES, *FLAGS}


def test_of_flags_only_matters_whether_they_are_set() -> None:
    for term, name in itertools.product(("xterm", "vte-256color", "screen"), FLAGS):
        one, other = (Environment({"TERM": term, name: value}) for value in ("0", "192.0.2.1 5 192.0.2.2 22"))
        assert (capabilities(one), plan(one)) == (capabilities(other), plan(other)), name


@pytest.mark.skipif(os.name == "nt", reason="XDG is for others")
@pytest.mark.parametrize("cache", ["/somewhere/else", "", "relative"])
def test_places_are_those_that_platformdirs_names(cache: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    monkeypatch.setenv("XDG_CONFIG_HOME", cache)
    assert places.cache_folder() == platformdirs.user_cache_path("tui-home", appauthor=False)
    folder = platformdirs.user_config_path("tui-home", appauthor=False)
    assert places.preferences_file() == folder / "preferences.json"


def test_without_a_home_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalled, "cache_folder", lambda: None)
    memory = Memory.of(("show",), HERE)
    memory.keep_text("x")
    assert memory.recall() == ("", "")
