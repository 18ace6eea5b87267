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
        (r"$\alpha$-Net in $O(n^2)$", "α-Net in O(n²)"),
        (r"\$f\$-{GAN}s up to \$4\$x", "f-GANs up to 4x"),
        (r"\(CO_2\) and \[x\] and \ensuremath{\beta}", "CO₂ and x and β"),
        (r"\(BaFe_\{1-x\}O\) c", "BaFe₁₋ₓO c"),
        (r"from \$5 to \$10, $5 and $10 or \$1,000", "from $5 to $10, $5 and $10 or $1,000"),
        (r"1\textsuperscript{st} H\textsubscript{2}O 4$^{th}$", "1ˢᵗ H₂O 4ᵗʰ"),
        (
            r"S\o ren Erd\H{o}s G{\"{o}}del {\v Z}i{\v{z}}ek \.{I} na\"{\i}ve \"{uber}",
            "Søren Erdős Gödel Žižek İ naïve über",
        ),
        (r"\textbf{A \emph{b}} {\em c} {\bf d} \texttt{e} \mbox{f}", "A b c d e f"),
        (r"\textcolor{red}{x}\noopsort{z} \cite{foo}y", "x y"),
        (r"10\,kHz hy\-phen a\\b \_ \# \{x\}", "10 kHz hyphen a b _ # {x}"),
        (r"\url{https://x.example/a\_b--c}", "https://x.example/a_b--c"),
        (r"\S 4 \pounds 5 \textregistered\ \dots", "§ 4 £ 5 ® …"),
        (r"\begin{itemize}\item a\end{itemize}", "  a"),
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


def test_pylatexenc_is_imported_only_for_symbols() -> None:
    code = (
        "import sys; from tui_home.text.latex import latex_to_text as shown; slash = chr(92);"
        "shown('{A} -- ' + slash + 'ss' + slash + chr(34) + 'o' + slash + 'emph{b}');"
        "assert 'pylatexenc' not in sys.modules; shown(slash + 'alpha'); assert 'pylatexenc' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@pytest.mark.parametrize(
    "part", ["$", "\\", "\\(", "$a", "\\$a", "\\url{", "\\href[", '\\"{', "\\v{a", "$x=", "\\begin{", "{"]
)
def test_a_long_hostile_text_is_read(part: str) -> None:
    latex_to_text(part * (100_000 // len(part)))
