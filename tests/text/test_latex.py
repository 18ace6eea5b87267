"""LaTeX as plain text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.latex import latex_to_text

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"{\'E}cole", "École"),
        (r"M{\"u}ller", "Müller"),
        (r"\'{\i}", "í"),
        (r"Gusm\~{a}o", "Gusmão"),
        (r"{\L}ukasz {\o} {\ss}", "Łukasz ø ß"),
        (r"\v{S}\c{c}", "Šç"),
        ("{{GPT}} and {B}eyond", "GPT and Beyond"),
        ("pp. 1--10 --- ``so''", "pp. 1–10 — “so”"),
        ("A~B", "A B"),
        (r"\emph{never} \textbf{mind}", "never mind"),
        (r"100\% \& more", "100% & more"),
        (r"100% \'a & #1", "100% á & #1"),
        (r"$\alpha$-Net in $O(n^2)$", "α-Net in O(n^2)"),
        (r"for \$5", "for $5"),
        (r"only $5 \'a", "only $5 á"),
        (r"\href{https://x.example}{here}", "here"),
        (r"\url{https://x.example/~a_b}", "https://x.example/~a_b"),
        (r"\LaTeX{} and {\TeX}", "LaTeX and TeX"),
        (r"\unknown{kept}", "kept"),
        ("plain, 100% — naïve", "plain, 100% — naïve"),
    ],
)
def test_what_is_shown(written: str, shown: str) -> None:
    assert latex_to_text(written) == shown


def test_too_deep_or_too_long_text_keeps_its_words() -> None:
    assert latex_to_text("{" * 5000 + r"deep \emph{down}" + "}" * 5000) == "deep down"
    assert latex_to_text(r"\emph{long} " * 5000) == "long " * 5000


@given(st.text())
def test_no_text_raises(text: str) -> None:
    latex_to_text(text)


LATEX = [*"\\{}$%&#~^_'\"`-aZ ü", r"\'", r"\href", r"\frac", r"\begin{x}", r"\verb", r"\item"]


@given(st.lists(st.sampled_from(LATEX)).map("".join))
def test_no_latex_raises(text: str) -> None:
    latex_to_text(text)


@given(st.text(st.characters(exclude_characters="\\{}$~-`'")))
def test_text_without_latex_stays(text: str) -> None:
    assert latex_to_text(text) == text


@given(st.lists(st.sampled_from(["word", "{word}", "{W}ord", r"\emph{word}", "100%", "a & b", "$x$", "--", r"\'e"])))
def test_no_word_is_lost(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert latex_to_text(text).count("ord") == text.count("ord")
    assert latex_to_text(text).count("%") == text.count("%")


def test_pylatexenc_is_imported_only_for_commands() -> None:
    code = (
        "import sys; from tui_home.text.latex import latex_to_text as shown; shown('{A} -- 100% b');"
        "assert 'pylatexenc' not in sys.modules; shown(chr(92) + 'ss'); assert 'pylatexenc' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
