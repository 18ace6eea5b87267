"""Formulas as Unicode."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.maths import formula

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"E = mc^2", "E = mc²"),
        (r"e^{i \theta} = \cos \theta + i \sin \theta", "eⁱᶿ = cos θ + i sin θ"),
        (r"\left( \sum_{k=1}^n a_k b_k \right)^2 \leq \sum_{k=1}^n a_k^2", "(∑ₖ₌₁ⁿ aₖ bₖ)² ≤ ∑ₖ₌₁ⁿ aₖ²"),
        (r"\sum_{k=1}^\infty |\langle x, e_k \rangle|^2 \leq \|x\|^2", "∑ₖ₌₁^∞ |⟨x, eₖ⟩|² ≤ ‖x‖²"),
        (r"O(n\log n)", "O(n log n)"),
        (r"O(n^{2.807})", "O(n^2.807)"),
        (r"\frac{1}{2}", "1/2"),
        (r"\dfrac12", "1/2"),
        (r"\frac{a+b}{c d}", "(a+b)/cd"),
        (r"\frac{\partial f}{\partial x_i}", "∂f/∂xᵢ"),
        (r"\sqrt{x^2+y^2} \sqrt[3]{2} \sqrt[n]x", "√(x²+y²) ∛2 ⁿ√x"),
        (r"x \in \mathbb{R}^{n \times d}", "x ∈ ℝ^(n×d)"),
        (r"x\in\mathbb R^d", "x ∈ ℝᵈ"),
        (r"\mathcal{L}(\theta) = -\sum_{i} \log p_\theta(x_i)", "ℒ(θ) = −∑ᵢ log p_θ(xᵢ)"),
        (r"\hat{y} = \operatorname*{argmax}_{y} P(y \mid x)", "ŷ = argmax_y P(y | x)"),
        (r"\nabla_\theta J(\theta)", "∇_θ J(θ)"),
        (r"\mathrm{KL}(p \| q)", "KL(p ‖ q)"),
        (r"x = 1 \text{ if } y > 0", "x = 1 if y > 0"),
        (r"\int_0^\infty e^{-x^2}\,dx", "∫₀^∞ e^(−x²) dx"),
        (r"\lim_{n\to\infty} a_n", "lim_(n→∞) aₙ"),
        (r"\mathbf{x}^\top \mathbf{y}", "xᵀy"),
        (r"10^{-3}\%", "10⁻³%"),
        (r"10\times", "10×"),
        (r"x_{\text{max}}, y_{data}", "xₘₐₓ, y_data"),
        (r"90^\circ, x^* x' x^\dagger", "90°, x* x′ x†"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"\bar{x} \tilde{O} \vec v \overline{abc}", "x̄ Õ v⃗ abc"),
        (r"a \not\in B \not= c", "a ∉ B ≠ c"),
        (r"\underset{x}{\min} \overset{d}{\to}", "minₓ →ᵈ"),
        (r"{\rm SO}(3) \mathfrak{g} \mathbb{1}", "SO(3) 𝔤 𝟙"),
        (r"p \Rightarrow q \iff r \mapsto s", "p ⇒ q ⇔ r ↦ s"),
        (r"a \equiv b \pmod{n}", "a ≡ b (mod n)"),
        (r"\lfloor x \rfloor, \lvert y\rvert", "⌊x⌋, |y|"),
        (r"\color{red}{x} \textcolor{blue}{y} \label{eq:1} \tag{2}", "x y"),
        (r"a &lt; b &amp; c", "a < b c"),
        (r"\R^2 \norm{x}", "R² norm x"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a b; c d)"),
        (r"f = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}", "f = { 1, x > 0; 0, else }"),
        (r"\begin{aligned} a &= b \\[2pt] &= c \end{aligned}", "a = b\n= c"),
        ("a % comment\n b", "a b"),
        (r"\newcommand{\R}{\mathbb{R}} \def\x{y} \newcommand{\n}[1]{#1} a", "a"),
        ("", ""),
    ],
)
def test_formulas(written: str, shown: str) -> None:
    assert formula(written) == shown


TEX = [
    *"\\{}^_&%$[]()'~ \n12xα",
    r"\frac",
    r"\sqrt",
    r"\begin{cases}",
    r"\end{cases}",
    r"\begin",
    r"\left",
    r"\hat",
    r"\\",
    r"\not",
    r"\text",
    r"\alpha",
    r"\foo",
    "{x}",
    "\x1b",
]


@given(st.lists(st.sampled_from(TEX), max_size=40).map("".join))
def test_no_formula_raises_or_shows_its_source(source: str) -> None:
    shown = formula(source)
    assert "\\" not in shown
    assert "{x}" not in shown
    assert all(line.isprintable() for line in shown.split("\n"))


@given(st.lists(st.sampled_from(["word", "+", r"\alpha", "^2", "_i", "{a}", r"\text{word}", r"\quad"])).map(" ".join))
def test_no_word_is_lost(source: str) -> None:
    assert formula(source).count("word") == source.count("word")


@pytest.mark.parametrize(
    "piece", ["{", r"\frac", r"\hat{", "x^{", r"\begin{cases}", r"\sqrt[", r"\left(", "_", r"\begin"]
)
@pytest.mark.parametrize("length", [3_000, 1_000_000])
def test_deep_and_long_formulas_end(piece: str, length: int) -> None:
    assert "\\" not in formula(piece * (length // len(piece)) + "x")


def test_the_table_of_commands_is_imported_only_for_commands() -> None:
    code = (
        "import sys; from tui_home.text.maths import formula; formula('x^2 + y_i');"
        "assert 'pylatexenc' not in sys.modules; formula(chr(92) + 'alpha'); assert 'pylatexenc' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
