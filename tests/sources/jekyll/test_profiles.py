from __future__ import annotations

from collections.abc import Callable

from tui_home.document.walk import text_of
from tui_home.model.blocks import Heading, Rule
from tui_home.model.problem import Severity
from tui_home.model.site import Site

Opened = Callable[..., Site]
HEAD = "---\nlayout: profiles\ntitle: People\npermalink: /people/\nnav: true\nprofiles:\n"


def people(site: Opened, entries: str, files: dict[str, str] | None = None) -> Site:
    made = {f"_pages/{name}": text for name, text in (files or {}).items()}
    return site({"_pages/people.md": f"{HEAD}{entries}---\n", **made})


def test_each_person_has_a_name_a_text_and_more(site: Opened) -> None:
    opened = people(
        site,
        "  - name: Ann Doe\n    image: a.jpg\n    content: ann.md\n    more_info: >\n      <p>Room 1</p>\n"
        "  - name: Bo\n    content: people/bo.md\n",
        {"ann.md": "---\ntitle: x\n---\nI study **bees**.\n", "people/bo.md": "I study birds.\n"},
    )
    (page,) = opened.pages
    assert [block.level for block in page.blocks if isinstance(block, Heading)] == [2, 2]
    assert " ".join(text_of(page.blocks).split()) == "Ann Doe I study bees. Room 1 Bo I study birds."
    assert opened.problems == ()


def test_people_without_a_name_are_parted_by_a_rule(site: Opened) -> None:
    opened = people(site, "  - content: a.md\n  - content: b.md\n", {"a.md": "One.", "b.md": "Two."})
    assert [type(block) is Rule for block in opened.pages[0].blocks] == [False, True, False]


def test_a_file_that_is_not_there_is_a_problem(site: Opened) -> None:
    opened = people(site, "  - name: Ann\n    content: none.md\n  - name: Bo\n    content: ../../etc/passwd\n")
    assert [(problem.severity, problem.line) for problem in opened.problems] == [
        (Severity.WARNING, 8),
        (Severity.WARNING, 10),
    ]
    assert text_of(opened.pages[0].blocks).split() == ["Ann", "Bo"]


def test_entries_that_are_none_cost_nothing(site: Opened) -> None:
    opened = people(site, "  - just text\n  - [1, 2]\n  - name: Ann\n  - {}\n")
    assert text_of(opened.pages[0].blocks).split() == ["Ann"]


def test_of_many_people_with_the_same_long_text_only_some_are_shown(site: Opened) -> None:
    text = {"long.md": f"---\ntitle: x\n---\n{'word ' * 50_000}"}
    opened = people(site, "  - content: long.md\n" * 20, text)
    assert [problem.severity for problem in opened.problems] == [Severity.ERROR]
    assert 2 < sum(isinstance(block, Rule) for block in opened.pages[0].blocks) < 19
