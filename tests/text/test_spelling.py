from __future__ import annotations

import string
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.spelling import ascii_of, console_of

ROOT = Path(__file__).resolve().parents[2]
NO_BREAK = "\u00a0"
PRINTABLE = frozenset(string.printable) - frozenset("\t\r\v\f") | {NO_BREAK}


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("Zoë Müller, Straße, Łódź, Đặng Văn", "Zoe Muller, Strasse, Lodz, Dang Van"),
        ("e\u0301te\u0301", "ete"),
        ("赵婉茹 (Wanru)", "Zhao Wan Ru (Wanru)"),
        ("研究，学习。CaMLSys的教授", "Yan Jiu, Xue Xi. CaMLSys De Jiao Shou"),
        ("讲座（专硕）、《书》好", "Jiang Zuo (Zhuan Shuo), <<Shu>> Hao"),
        ("است", "ast"),
        ("2024年5月", "2024 Nian 5 Yue"),
        ("Щукин", "Shchukin"),
        ("👋 hey 👍🏽 ❤️ 🇬🇧 1️⃣", ":wave: hey :thumbsup: :heart: GB 1"),
        ("“x” ‘y’ „z“ «q» it’s", '"x" \'y\' "z" "q" it\'s'),
        ("wait… 12–14 x—y", "wait... 12-14 x--y"),
        ("A → B ⇒ C ↔ D ↗", "A -> B => C <-> D ->"),
        ("α ∈ ℝⁿ, β-VAE, λ-calculus, Δ", "alpha in R^n, beta-VAE, lambda-calculus, Delta"),
        ("Ελλάδα η γάτα", "Ellada i gata"),
        ("5 μm, x² + 10⁻³, H₂O, 3 × 4 ≤ 12", "5 um, x^2 + 10^-3, H2O, 3 x 4 <= 12"),
        ("𝔼[𝑥]", "E[x]"),
        ("€500, 5 €, £3", "EUR 500, 5 EUR, GBP 3"),
        ("★★★☆ ✓ ✗ ☑ ☐ ▪ •", "***- [x] [-] [x] [ ] * *"),
        ("a\u200db\u202ec\ue000", "abc?"),
    ],
)
def test_text_is_spelt_as_people_type_it(text: str, spelt: str) -> None:
    assert ascii_of(text) == spelt


def test_a_separator_stays_with_what_it_follows() -> None:
    assert ascii_of("Paris · 2019 – 2023 — today") == f"Paris{NO_BREAK}| 2019{NO_BREAK}- 2023{NO_BREAK}-- today"
    assert console_of("Paris · 2019 – 2023") == f"Paris · 2019{NO_BREAK}- 2023"


def test_the_console_keeps_latin_letters_and_simple_signs() -> None:
    assert console_of("Zoe\u0308 é ß • ─ → 赵 ▸ “x”") == 'Zoë é ß • ─ → Zhao > "x"'
    assert console_of("Dvořák") == "Dvorák"


def test_plain_text_stays_as_it_is() -> None:
    assert ascii_of(string.printable) == string.printable
    assert console_of(string.printable) == string.printable


def test_every_character_has_a_spelling() -> None:
    for code in range(0x80, sys.maxunicode + 1, 7):
        character = chr(code)
        spelt = ascii_of(character)
        assert set(spelt) <= PRINTABLE, hex(code)
        if unicodedata.category(character) in {"Ll", "Lu", "Nd", "Sm", "Sc"}:
            assert spelt, hex(code)


@given(st.text())
def test_nothing_but_ascii_comes_out(text: str) -> None:
    spelt = ascii_of(text)
    assert all(character.isascii() or character == NO_BREAK for character in spelt)
    assert spelt.count("\n") >= text.count("\n")
    assert ascii_of(spelt) == spelt


def test_anyascii_is_not_read_before_a_letter_needs_it() -> None:
    program = "import sys; from tui_home.text.spelling import ascii_of; assert ascii_of('a – b…') == 'a\\xa0- b...'; "
    program += "assert 'anyascii' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
