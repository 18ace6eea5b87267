"""The healer as a whole: the real page, Problems with their lines, and what every text may rely on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.problem import Origin, Severity
from tui_home.text.heal import heal

HERE = Origin("page.md")
SOURCE = st.text(
    st.one_of(
        st.sampled_from("[]()!}`~<>$ \n\t#*-:/.axZé中\uf8ffüëãßóõ°Ã©â€™√—"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
DAMAGE = ["\uf8ffüëã", "\uf8ffüõ°", "cafÃ©", "Itâ€™s", "caf√©", "[Wrong](https://a.example/x}"]
SOUND = ["word", "s", "[Link](https://a.example/x)", "![badge](b.svg)", "<a href='x'>", "{{ x }}", " ", "\n", "\n\n"]
BITS = ["`", "```\n", "(", ")", "[", "](", "}", "$", "    ", "- "]
LONG = 250_000
"""Characters: what took their square of steps would not end."""
PIECES = st.lists(st.sampled_from([*DAMAGE, *SOUND, *BITS]), max_size=25).map("".join)


def test_the_owners_page_is_repaired(owners_page: str) -> None:
    text = heal(owners_page, Origin("_pages/about.md")).text
    for meant in (
        "# subtitle: Do not go gentle into that good night 🧗\n",
        "thanks for stopping by! 👋\n",
        "\n🔐 privacy and security",
        "\n🛡 safety",
        "\n🚀 efficiency",
        "open-source frameworks [Flower](https://github.com/adap/flower).",
        "[GNNLens2](https://github.com/dmlc/GNNLens2) ![Github stars](https://img.shields.io/github/stars/dmlc/GNNLens2).",
    ):
        assert meant in text
    assert "\uf8ff" not in text


def test_nothing_else_on_the_owners_page_changes(owners_page: str) -> None:
    lines = zip(owners_page.split("\n"), heal(owners_page, HERE).text.split("\n"), strict=True)
    assert [number for number, (before, after) in enumerate(lines, 1) if before != after] == [5, 21, 23, 29, 30, 31, 36]


def test_each_repair_of_the_owners_page_is_a_problem_with_its_line(owners_page: str) -> None:
    problems = heal(owners_page, Origin("_pages/about.md")).problems
    end = "ithub.com/dmlc/GNNLens2"
    assert [(problem.line, problem.message) for problem in problems] == [
        (5, "Damaged characters: \ufffdüßó → 🧗"),
        (21, "Damaged characters: \ufffdüëã → 👋"),
        (23, "Missing blank before a link: frameworks[Flower](… → frameworks [Flower](…"),
        (29, "Damaged characters: \ufffdüîê → 🔐"),
        (30, "Damaged characters: \ufffdüõ° → 🛡"),
        (31, "Damaged characters: \ufffdüöÄ → 🚀"),
        (36, "Link closed with }: …github.com/dmlc/GNNLens2} → …github.com/dmlc/GNNLens2)"),
        (36, f"Missing blank before an image: …{end}}}![Github stars](… → …{end}}} ![Github stars](…"),
    ]
    assert all(problem.file == "_pages/about.md" and problem.hint for problem in problems)
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_lines_count_from_the_origin() -> None:
    problems = heal("fine\n\n\uf8ffüëã", Origin("page.md", 17)).problems
    assert [problem.line for problem in problems] == [19]


def test_the_caller_says_how_bad_a_repair_is() -> None:
    problems = heal("# \uf8ffüßó", HERE, severity=Severity.NOTE).problems
    assert [problem.severity for problem in problems] == [Severity.NOTE]


def test_a_page_damaged_all_over_is_healed_with_a_bounded_list_of_problems() -> None:
    healed = heal("\uf8ffüëã\n" * 1000, HERE)
    assert healed.text == "👋\n" * 1000
    assert len(healed.problems) == 201
    assert healed.problems[-1].message == "Damaged characters: 800 more places"


def test_messages_are_short_and_safe_to_print() -> None:
    before = "x" * 500 + "\uf8ffüëã" * 100 + "\x1b]0;evil\x07[Wrong](https://a.example/\u202e}"
    for problem in heal(before, HERE).problems:
        assert problem.message.isprintable()
        assert len(problem.message) < 200


@given(SOURCE)
def test_healing_twice_changes_nothing_more(text: str) -> None:
    healed = heal(text, HERE).text
    assert heal(healed, HERE).text == healed


@given(PIECES)
def test_healing_assembled_damage_twice_changes_nothing_more(text: str) -> None:
    healed = heal(text, HERE).text
    assert heal(healed, HERE).text == healed


@given(st.one_of(SOURCE, PIECES))
def test_lines_stay_where_they_are(text: str) -> None:
    assert heal(text, HERE).text.count("\n") == text.count("\n")


@given(st.one_of(SOURCE, PIECES))
def test_a_text_changes_if_and_only_if_a_problem_says_so(text: str) -> None:
    healed = heal(text, HERE)
    assert bool(healed.problems) == (healed.text != text)


@given(st.text(st.characters(max_codepoint=127, exclude_characters="[]")))
def test_ascii_without_brackets_stays(text: str) -> None:
    assert heal(text, HERE).text == text


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F, exclude_characters="µ"), max_size=12))
def test_letters_with_accents_alone_stay(text: str) -> None:
    assert heal(f"ein Wort {text.lower()} mehr", HERE).text == f"ein Wort {text.lower()} mehr"


HOSTILE = (
    "[", "](", "[](a(b)", "[a](http://b}", "}", "\uf8ffü", "\uf8ffüëã", "Ã©", "` `` ", "<!--", "{{", "$a", "~~~\n",
    "\n    ", " ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_a_long_hostile_text_ends(piece: str) -> None:
    hostile = "[a](https://x" * (piece == "}") + piece * (LONG // len(piece))
    assert heal(hostile, HERE).text.count("\n") == hostile.count("\n")
