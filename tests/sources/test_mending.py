from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.conftest import ABOUT, Files, write
from tui_home.model.problem import Edit, Problem, Severity
from tui_home.sources import mending
from tui_home.sources.checking import Checked, check_site
from tui_home.sources.mending import Plan, plan_mending
from tui_home.sources.writing import write as put

Planned = Callable[[Files], Plan]
HI = "\uf8ffüëã"


@pytest.fixture
def plan(tmp_path: Path) -> Planned:
    """Return what writes the files of a site and plans their mending."""

    def made(files: Files) -> Plan:
        write(tmp_path, {"_pages/about.md": ABOUT, **files})
        return plan_mending(check_site(tmp_path))

    return made


def test_a_sound_site_needs_nothing(plan: Planned) -> None:
    assert plan({}) == Plan((), ())


def test_what_is_certain_is_mended_in_every_file(plan: Planned) -> None:
    about = "---\nlayout: about\npermalink: /\nprofile:\n  adress: x\n---\nHi HERE, [a](https://a.example/b} c.\n"
    about = about.replace("HERE", HI)
    news = "---\ndate: some day\n---\nHello.\n"
    found = plan({"_pages/about.md": about, "_news/2024-05-31-a.md": news})
    assert [(file.path, file.places) for file in found.files] == [("_news/2024-05-31-a.md", 1), ("_pages/about.md", 3)]
    assert found.files[0].after == b"---\ndate: 2024-05-31\n---\nHello.\n"
    mended = about.replace(HI, "👋").replace("adress", "address").replace("b}", "b)")
    assert found.files[1].after == mended.encode()


def test_what_shows_only_after_a_repair_is_mended_as_well(plan: Planned) -> None:
    found = plan({"_pages/about.md": ABOUT + f"[caf√© Ã©cole {HI}](https://a.example/x}} and cafÃ©.\n"})
    assert found.files[0].after.decode() == ABOUT + "[café école 👋](https://a.example/x) and café.\n"


def test_planning_writes_nothing_and_mending_leaves_nothing_to_mend(plan: Planned, tmp_path: Path) -> None:
    page = ABOUT + f"Hi {HI}\r\n"
    found = plan({"_pages/about.md": page})
    place = tmp_path / "_pages/about.md"
    assert place.read_bytes() == page.encode()
    assert put(tmp_path.resolve(), found.files[0]) == ""
    assert place.read_bytes() == page.replace(HI, "👋").encode()
    assert plan_mending(check_site(tmp_path)) == Plan((), ())


def test_a_file_that_is_not_utf8_is_left_alone_where_that_matters(plan: Planned) -> None:
    found = plan({"_pages/about.md": ABOUT.encode() + b"na\xefve [a](https://a.example/x} \xe9\n"})
    assert found.files == ()
    assert [(left.path, left.reason) for left in found.left] == [
        ("_pages/about.md", "It is not UTF-8; save it as that first")
    ]


def test_what_liquid_made_is_not_looked_for_in_the_file(plan: Planned) -> None:
    page = ABOUT + "{% assign name = 'caf√©' %}{{ name | upcase }} {{ name }} caf√©s\n"
    assert plan({"_pages/about.md": page}).files == ()


def test_a_file_in_which_mending_shows_more_faults_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.md": "one x\n", "b.md": "one x\n"})
    edit = (Edit(1, "x", "y"),)
    first = tuple(Problem(Severity.WARNING, file, 1, "x", edits=edit) for file in ("a.md", "b.md"))

    def checked(root: Path, changed: dict[str, bytes]) -> Checked:
        bad = [Problem(Severity.ERROR, "a.md", 1, "worse")] if changed["a.md"] == b"one y\n" else []
        return Checked(root, tuple(bad))

    monkeypatch.setattr(mending, "check_site", checked)
    found = plan_mending(Checked(tmp_path, first))
    assert [file.path for file in found.files] == ["b.md"]
    assert [left.path for left in found.left] == ["a.md"]


def test_faults_that_come_to_be_listed_are_no_new_ones(plan: Planned) -> None:
    misspelt = "".join(f"@misc{{a{number},\n title={{A}},\n auhor={{Ann Doe}}\n}}\n" for number in range(90))
    twice = "".join(f"@misc{{b{number}, title={{A}}, title={{B}}}}\n" for number in range(60))
    (file,) = plan({"_bibliography/papers.bib": misspelt + twice}).files
    assert (file.places, b"auhor" in file.after) == (90, False)


def test_a_file_that_vanished_meanwhile_is_named(tmp_path: Path) -> None:
    gone = Problem(Severity.WARNING, "gone.md", 1, "x", edits=(Edit(1, "x", "y"),))
    assert [left.path for left in plan_mending(Checked(tmp_path, (gone,))).left] == ["gone.md"]


DAMAGE = st.lists(
    st.sampled_from(
        [HI, "caf√©", "cafÃ©", "Itâ€™s", "[a](https://a.example/x}", "{x}", "[b](/b)", "`}`", "word", " ", "\n", "\r\n"]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=30)
@given(DAMAGE, st.sampled_from(["", "subtitel: x\n", f"subtitle: 'x {HI}' # {HI}\n"]))
def test_only_lines_with_edits_change_and_once_is_enough(body: str, front: str) -> None:
    page = ABOUT.replace("title: about\n", front) + body
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write(root, {"_pages/about.md": page})
        problems = check_site(root).problems
        found = plan_mending(check_site(root))
        for file in found.files:
            assert put(root, file) == ""
        now = (root / "_pages/about.md").read_bytes().decode()
        assert [*map(line_end, now.split("\n"))] == [*map(line_end, page.split("\n"))]
        touched = {problem.line for problem in problems if problem.edits}
        for number, (old, new) in enumerate(zip(page.split("\n"), now.split("\n"), strict=True), 1):
            assert new == old or number in touched
        assert (now == page) == (not found.files)
        assert plan_mending(check_site(root)).files == ()


def line_end(line: str) -> bool:
    return line.endswith("\r")
