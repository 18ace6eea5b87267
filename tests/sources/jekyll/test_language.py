from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sources.conftest import Files, write
from tui_home.document.walk import text_of
from tui_home.model.inline import plain_text
from tui_home.model.site import Site
from tui_home.sources import open_site
from tui_home.sources.jekyll.language import Languages

POLYGLOT = "languages: [en-us, fr-ca]\ndefault_lang: en-us\n"


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Site]:
    def made(files: Files, language: str = "") -> Site:
        write(tmp_path, files)
        return open_site(tmp_path, language)

    return made


Opened = Callable[..., Site]


def page(front: str, body: str) -> str:
    return f"---\n{front}\n---\n{body}\n"


def home(body: str, front: str = "") -> str:
    return page(f"layout: about\npermalink: /\n{front}", body)


def said(site: Site) -> str:
    return text_of(site.about.blocks).strip()


FOLDERS: Files = {
    "_config.yml": POLYGLOT,
    "_pages/en-us/about.md": home("Hello."),
    "_pages/fr-ca/about.md": home("Bonjour."),
    "_news/en-us/a.md": page("date: 2024-01-02\ninline: true", "one"),
    "_news/en-us/b.md": page("date: 2024-01-01\ninline: true", "only English"),
    "_news/fr-ca/a.md": page("date: 2024-01-02\ninline: true", "un"),
}


@pytest.mark.parametrize(
    ("asked", "chosen", "about", "news"),
    [
        ("", "en-us", "Hello.", ["one", "only English"]),
        ("fr-ca", "fr-ca", "Bonjour.", ["un", "only English"]),
        ("fr", "fr-ca", "Bonjour.", ["un", "only English"]),
        ("FR_CA", "fr-ca", "Bonjour.", ["un", "only English"]),
    ],
)
def test_folders_of_languages(opened: Opened, asked: str, chosen: str, about: str, news: list[str]) -> None:
    site = opened(FOLDERS, asked)
    assert (site.language, site.languages) == (chosen, ("en-us", "fr-ca"))
    assert said(site) == about
    assert [text_of(item.blocks).strip() for item in site.news] == news
    assert site.problems == ()


def test_a_language_may_be_called_anything(opened: Opened) -> None:
    files: Files = {
        "_config.yml": "languages: [en, 中文]\n",
        "_pages/about.md": home("Hello.", "title: titles.about"),
        "_pages/中文/about.md": home("你好。", "title: titles.about"),
        "_i18n/中文.yml": "titles: {about: 关于}\n",
    }
    assert said(opened(files)) == "Hello."
    assert (said(opened(files, "中文")), opened(files, "中文").about.title) == ("你好。", "关于")


def test_of_two_home_pages_the_one_that_says_its_language_is_taken(opened: Opened) -> None:
    files: Files = {
        "_config.yml": "languages: [en, fr]\n",
        "_pages/about.md": home("Old."),
        "_pages/en/about.md": home("Hello."),
    }
    assert said(opened(files)) == "Hello."


def test_an_unknown_language_is_a_problem_and_the_default_is_shown(opened: Opened) -> None:
    site = opened(FOLDERS, "de")
    assert said(site) == "Hello."
    assert ["“de”" in problem.message and "fr-ca" in problem.message for problem in site.problems] == [True]


def test_the_owner_chooses_in_terminal_yml_and_the_visitor_over_it(opened: Opened) -> None:
    files: Files = {**FOLDERS, "_data/terminal.yml": "language: fr-ca\n"}
    assert said(opened(files)) == "Bonjour."
    assert said(opened(files, "en-us")) == "Hello."


def test_a_single_language_is_not_named(opened: Opened) -> None:
    site = opened(
        {
            "_config.yml": "lang: en\n",
            "_pages/about.md": home("Hi.", "lang: en"),
            "_news/a.md": page("lang: zh\ndate: 2024-01-01", "x"),
        }
    )
    assert (site.language, site.languages, len(site.news)) == ("", (), 1)
    assert site.problems == ()


@pytest.mark.parametrize(
    ("config", "files", "languages"),
    [
        ("", {"_pages/about.md": "", "_pages/about_en.md": "permalink: /en/"}, ("default", "en")),
        ("lang: zh\n", {"_pages/about.md": "", "_pages/about.en.md": "permalink: /en/"}, ("zh", "en")),
        ("lang: de\n", {"_pages/about.md": "lang: de", "_pages/ueber.md": "lang: en\npermalink: /"}, ("de", "en")),
        ("", {"_pages/en/about.md": "", "_pages/zh/about.md": ""}, ("en", "zh")),
        (
            "",
            {"_pages/about.md": "ref: x\nlang: fr", "_pages/me.md": "ref: x\nlang: en\npermalink: /en/"},
            ("en", "fr"),
        ),
        ("", {"_pages/about.md": "", "_pages/about_einstein.md": "", "_pages/about_me.md": ""}, ()),
        ("", {"_pages/about.md": "", "_pages/cv_en.md": "layout: cv\npermalink: /cv/"}, ()),
        ("languages: [en]\n", {"_pages/about.md": ""}, ()),
    ],
)
def test_languages_that_the_configuration_does_not_name(
    opened: Opened, config: str, files: dict[str, str], languages: tuple[str, ...]
) -> None:
    made: Files = {
        name: home(name, front) if "layout" not in front else page(front, "x") for name, front in files.items()
    }
    assert opened({"_config.yml": config, **made}).languages == languages


def test_a_home_page_by_its_name_is_shown_when_its_language_is_asked_for(opened: Opened) -> None:
    files: Files = {
        "_pages/about.md": home("你好"),
        "_pages/about_en.md": page("layout: about\npermalink: /en/", "Hello."),
    }
    assert said(opened(files)) == "你好"
    assert said(opened(files, "en")) == "Hello."


def test_lists_whose_items_do_not_match_are_kept_apart(opened: Opened) -> None:
    files: Files = {
        "_config.yml": POLYGLOT,
        "_pages/about.md": home("Hello."),
        "_news/hello.md": page("lang: en-us\ndate: 2024-01-01", "hello"),
        "_news/salut.md": page("lang: fr-ca\ndate: 2024-01-01", "salut"),
    }
    assert [text_of(item.blocks).strip() for item in opened(files, "fr-ca").news] == ["salut"]
    assert [text_of(item.blocks).strip() for item in opened(files).news] == ["hello"]


@pytest.mark.parametrize("file", ["_i18n/en.yml", "_data/en/strings.yml"])
def test_keys_of_the_templates_are_never_shown_raw(opened: Opened, file: str) -> None:
    front = "title: titles.about\nsubtitle: titles.sub\nprofile:\n  address: titles.address\n  more_info: main.none"
    files: Files = {
        "_config.yml": "languages: [en, ru]\n",
        "_pages/about.md": home("Hi.", front),
        file: "titles:\n  about: About me\n  sub: I *study*\n  address: <p>Room 1</p><p>Cambridge</p>\n",
    }
    about = opened(files).about
    assert (about.title, plain_text(about.subtitle)) == ("About me", "I study")
    assert about.profile is not None
    assert (about.profile.address, about.profile.more_info) == (("Room 1", "Cambridge"), ())


def test_titles_of_news_may_be_keys_too(opened: Opened) -> None:
    files: Files = {
        "_config.yml": "languages: [en, fr]\n",
        "_news/1.md": page("date: 2024-01-02\ninline: false\ntitle: news.titles.prize", "We won."),
        "_news/2.md": page("date: 2024-01-01\ninline: false\ntitle: news.titles.new_paper", "Read it."),
        "_i18n/en.yml": "news:\n  titles:\n    prize: A prize!\n",
    }
    assert [plain_text(item.title) for item in opened(files).news] == ["A prize!", "New paper"]


def test_a_key_without_a_word_is_shown_by_its_last_part_or_not_at_all(opened: Opened) -> None:
    about = opened({"_pages/about.md": home("Hi.", "title: titles.about_me\nsubtitle: titles.about_subtitle")}).about
    assert (about.title, about.subtitle) == ("About me", ())


@pytest.mark.parametrize("text", ["example.org", "www.a.example", "v1.2", "Titles", "titles", "A. B.", "titles.a b"])
def test_what_is_no_key_is_left_alone(text: str) -> None:
    assert Languages().resolved(text) == text


@given(st.text(max_size=60))
def test_no_text_is_lost_to_the_search_for_keys(text: str) -> None:
    assert Languages().resolved(text, named=True) or not text


def test_templates_know_the_language(opened: Opened) -> None:
    body = (
        "{{ site.active_lang }} {{ site.lang }} {{ site.default_lang }} {{ site.data[site.active_lang].strings.hey }}"
    )
    files: Files = {
        "_config.yml": "languages: [en, fr]\nlang: en\n",
        "_pages/about.md": home(body),
        "_data/en/strings.yml": "hey: Hey\n",
        "_data/fr/strings.yml": "hey: Salut\n",
    }
    assert said(opened(files)) == "en en en Hey"
    assert said(opened(files, "fr")) == "fr fr en Salut"
