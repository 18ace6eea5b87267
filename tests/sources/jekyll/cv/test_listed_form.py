"""al-folio's own form of cv.yml."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui_home.document.walk import links
from tui_home.model.blocks import ListBlock, Table
from tui_home.model.inline import plain_text
from tui_home.model.problem import Severity

Read = Callable[[dict[str, str]], Any]

CV = """
- title: General
  type: map
  contents:
    - name: Full Name
      value: Ada Byron
    - name: Languages
      value: English, French
- title: Work
  type: time_table
  contents:
    - title: Analyst
      institution: Analytical Society
      department: Engines
      location: London
      year: 1842 - now
      description:
        - Wrote <a href="https://notes.example/">Notes</a>.
        - title: Also
          contents:
            - Letters.
            - Tables.
    - title: Pupil
      year: 1840
      description: Of one sentence.
    - year: 1841
      items:
        - A medal
- title: Interests
  type: nested_list
  contents:
    - title: Poetry
      items: [Odes, Sonnets]
- title: Other
  type: list
  contents:
    - <u>Hobbies:</u> Horses.
- title: Talents
  type: list_groups
  contents:
    - category: Maths
      items:
        - name: Bernoulli
          level: high
          school: Home
          time: 1840
          link: https://school.example/
          linkname: DOC
"""


def test_every_type_is_read(said: Read) -> None:
    cv = said({"_data/cv.yml": CV})
    assert cv.titles == ["General", "Work", "Interests", "Other", "Talents"]
    assert cv.text("General") == "Full Name  Ada Byron\nLanguages  English, French"
    assert cv.entries("Work") == [
        (
            "1842 – present",
            "Analyst",
            "Analytical Society, Engines",
            "London",
            "- Wrote Notes.\n- Also\n- Letters.\n- Tables.",
        ),
        ("1840", "Pupil", "", "", "Of one sentence."),
        ("1841", "", "", "", "A medal"),
    ]
    assert cv.entries("Interests") == [("", "Poetry", "", "", "- Odes\n- Sonnets")]
    assert cv.text("Other") == "Hobbies: Horses."
    assert cv.entries("Talents") == [("", "Maths", "", "", "- Bernoulli · high · Home · 1840 · DOC")]
    assert cv.problems == ()


def test_parts_of_a_part_hang_below_it(said: Read) -> None:
    cv = said({"_data/cv.yml": CV}).cv
    highlights = cv.parts[1].entries[0].blocks[0]
    assert isinstance(highlights, ListBlock)
    assert [type(block).__name__ for block in highlights.items[1].blocks] == ["Paragraph", "ListBlock"]
    assert [link.url for link in links(cv.parts[1].entries[0].blocks)] == ["https://notes.example/"]


def test_the_type_may_be_wrong_or_missing(said: Read) -> None:
    cv = said({"_data/cv.yml": "- title: Work\n  type: list\n  contents:\n    - title: Analyst\n      year: 1842\n"})
    assert cv.entries("Work") == [("1842", "Analyst", "", "", "")]
    cv = said({"_data/cv.yml": "- title: Of me\n  contents: I *count*.\n"})
    assert cv.text("Of me") == "I count."


def test_a_colon_makes_no_item_vanish(said: Read) -> None:
    cv = said(
        {"_data/cv.yml": "- title: W\n  contents:\n    - title: PhD\n      description:\n        - Advisor: C. B.\n"}
    )
    assert cv.entries("W") == [("", "PhD", "", "", "- Advisor: C. B.")]


def test_a_key_of_the_owners_own_is_shown_with_its_name(said: Read) -> None:
    cv = said(
        {"_data/cv.yml": "- title: W\n  contents:\n    - title: PhD\n      year: 1\n      thesis_title: On Engines\n"}
    )
    assert cv.entries("W") == [("1", "PhD", "", "", "Thesis title: On Engines")]


def test_of_a_key_that_stands_twice_the_last_counts(said: Read) -> None:
    cv = said({"_data/cv.yml": "- title: A\n  contents: [one]\n  contents: [two]\n- title: B\n  contents: [three]\n"})
    assert [(cv.text(title)) for title in cv.titles] == ["two", "three"]
    assert [(problem.severity, problem.file, problem.line) for problem in cv.problems] == [
        (Severity.WARNING, "_data/cv.yml", 3)
    ]


def test_a_broken_part_leaves_the_others(said: Read) -> None:
    broken = "".join(f"- title: B{n}\n  contents: [x\n  y: ]]: {{\n" for n in range(20))
    cv = said({"_data/cv.yml": f"---\n- title: A\n  contents: [one]\n{broken}- title: C\n  contents: [two]\n"})
    assert cv.titles[0] == "A"
    assert cv.titles[-1] == "C"
    assert all(problem.line for problem in cv.problems)
    assert cv.problems


def test_long_names_are_no_table(said: Read) -> None:
    cv = said({"_data/cv.yml": f"- title: M\n  contents:\n    - name: {'long ' * 9}\n      value: short\n"})
    assert not any(isinstance(block, Table) for block in cv.cv.parts[0].blocks)
    assert cv.entries("M") == [("", ("long " * 9).strip(), "", "", "short")]


def test_quotation_marks_of_latex_are_no_code(said: Read) -> None:
    cv = said({"_data/cv.yml": "- title: L\n  contents:\n    - \"``One'' and ``two''\"\n"})
    assert cv.text("L") == "“One” and “two”"


def test_a_problem_in_an_item_names_its_line(said: Read) -> None:
    cv = said({"_data/cv.yml": '- title: L\n  contents:\n    - fine\n    - "a [link](https://x.example/}"\n'})
    assert [problem.line for problem in cv.problems] == [4]
    assert "a link" in plain_text(cv.cv.parts[0].blocks[0].items[1].blocks[0].spans)
