from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.site import Site
from tui_home.sources.folder import Folder
from tui_home.sources.jekyll.config import DISPLAY_ONLY, Config, read_config

Made = Callable[[dict[str, str | bytes]], Folder]
Opened = Callable[..., Site]


@pytest.fixture
def config(folder: Made) -> Callable[[str], Config]:
    return lambda text: read_config(folder({"_config.yml": text}))[0]


def test_no_file_means_al_folios_own_places(folder: Made) -> None:
    assert read_config(folder({})) == (Config(), ())


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("url: https://a.example/\nbaseurl: /x/\n", "https://a.example/x"),
        ("url: https://a.example\nbaseurl:\n", "https://a.example"),
        ("url:\nbaseurl: /x\n", ""),
        ("url: javascript:alert(1)\n", ""),
        ("url: a.example\n", "https://a.example"),
        ("url: www.a.example/~ann\nbaseurl: x\n", "https://www.a.example/~ann/x"),
        ("url: TODO\n", ""),
    ],
)
def test_the_sites_address(config: Callable[[str], Config], text: str, url: str) -> None:
    assert config(text).url == url


def test_files_of_the_site_have_addresses_only_when_the_site_has_one(config: Callable[[str], Config]) -> None:
    known = config("url: https://a.example\n")
    assert known.asset("/cv.pdf") == "https://a.example/cv.pdf"
    assert known.asset("x.pdf", "/assets/pdf/") == "https://a.example/assets/pdf/x.pdf"
    assert known.asset("https://b.example/x") == "https://b.example/x"
    assert config("url:\n").asset("/cv.pdf") == ""
    assert config("url:\n").asset("https://b.example/x") == "https://b.example/x"


@pytest.mark.parametrize(
    ("scholar", "owner"),
    [
        ("scholar:\n  last_name: [Doe, Roe]\n  first_name: [Ann, A.]\n", (("Ann", "A."), ("Doe", "Roe"))),
        ("scholar:\n  last_name: Doe\n  first_name: Ann\n", (("Ann",), ("Doe",))),
        ("scholar:\n  last_name: Doe\n", (("Own",), ("Doe",))),
        ("scholar:\n  last_name: [Einstein]\n  first_name: [Albert, A.]\n", (("Own",), ("Name",))),
        ("scholar:\n", (("Own",), ("Name",))),
        ("", (("Own",), ("Name",))),
        ("scholar:\n  last_name: [Doe]\n  first_name: [Albert, A.]\n", (("Own",), ("Doe",))),
        ("scholar:\n  last_name: [Doe]\n  first_name: [Albert, Ann]\n", (("Albert", "Ann"), ("Doe",))),
    ],
)
def test_whose_papers_are_the_owners(config: Callable[[str], Config], scholar: str, owner: tuple[object, ...]) -> None:
    read = config("first_name: Own\nlast_name: Name\n" + scholar)
    assert (read.owner_firsts, read.owner_lasts) == owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("last_name: [da Costa]\nfirst_name: Jo\n", (("Jo",), ("da Costa",))),
        ("title: Ann B. Doe\nscholar: {last_name: Einstein}\n", (("Ann",), ("Doe",))),
        ("name: Ann Doe\n", (("Ann",), ("Doe",))),
        ("title: The Laboratory\n", (("The",), ("Laboratory",))),
        ("title: Lab\n", ((), ())),
    ],
)
def test_the_configs_own_names_decide(config: Callable[[str], Config], text: str, owner: tuple[object, ...]) -> None:
    read = config(text)
    assert (read.owner_firsts, read.owner_lasts) == owner


def test_a_title_is_plain_text(config: Callable[[str], Config]) -> None:
    assert config("title: <b>Ann</b> &amp; *Bo*\n").title == "Ann & Bo"


def test_the_themes_own_address_is_not_the_sites(folder: Made) -> None:
    own = "url: https://alshedivat.github.io\nbaseurl: /al-folio\nfirst_name: {}\nlast_name: {}\n"
    copied, problems = read_config(folder({"_config.yml": own.format("Ann", "Doe")}))
    assert (copied.url, [problem.line for problem in problems]) == ("", [1])
    demo, problems = read_config(folder({"_config.yml": own.format("Your", "Name")}))
    assert (demo.url, problems) == ("https://alshedivat.github.io/al-folio", ())


def test_a_cname_names_the_host_when_the_config_does_not(folder: Made) -> None:
    files: dict[str, str | bytes] = {"_config.yml": "url:\nbaseurl:\n", "CNAME": "ann.example\n"}
    assert read_config(folder(files))[0].url == "https://ann.example"
    assert read_config(folder({"_config.yml": "url: https://own.example\n"}))[0].url == "https://own.example"


def test_files_folders_and_patterns_are_left_out(config: Callable[[str], Config]) -> None:
    read = config("exclude: [bin/, _pages/old.md, 'drafts/*.md', vendor]\n")
    left_out = ("bin/a.md", "_pages/old.md", "drafts/x.md", "vendor/x/y.md", "vendor")
    assert all(read.excludes(path) for path in left_out)
    assert not any(read.excludes(path) for path in ("_pages/older.md", "binary.md", "_pages/bin.md"))


def test_limits_may_stand_in_the_config(config: Callable[[str], Config]) -> None:
    read = config("announcements: {enabled: true, limit: 7}\nlatest_posts: {limit: 2}\n")
    assert (read.news_limit, read.posts_limit) == (7, 2)


def test_einstein_himself_may_have_a_site(config: Callable[[str], Config]) -> None:
    assert config("scholar: {last_name: [Einstein], first_name: [Albert]}\n").owner_lasts == ("Einstein",)


def test_the_configs_own_list_of_hidden_fields_wins(config: Callable[[str], Config]) -> None:
    assert config("filtered_bibtex_keywords: [abbr, Doi]\n").display_only == {"abbr", "doi"}
    assert config("a: 1\n").display_only == DISPLAY_ONLY


def test_a_broken_config_costs_a_line(site: Opened) -> None:
    opened = site({"_config.yml": "first_name: Ann: or so\n]\nlast_name: Doe\n"})
    assert opened.name.full == "Ann: or so Doe"
    assert [(problem.file, problem.line) for problem in opened.problems] == [("_config.yml", 1), ("_config.yml", 2)]


def test_unreadable_config_leaves_the_rest(site: Opened) -> None:
    opened = site({"_config.yml": b"\0\1\2"})
    assert opened.about.blocks
    assert "binary" in opened.problems[0].message


def test_only_so_many_files_are_excluded(config: Callable[[str], Config]) -> None:
    found = config(f"exclude: [{', '.join(f'a{number}*' for number in range(9000))}]\n")
    assert found.excludes("a7x")
    assert 50 < len(found.exclude) < 250
