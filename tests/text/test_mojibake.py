"""Wrong encodings: what is certain is put right, what may be meant stays."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.model.problem import Origin
from tui_home.text.heal import heal

ROOT = Path(__file__).resolve().parents[2]

Heal = Callable[[str], str]

MAC_ROMAN = ["👋", "🧗", "🔐", "🛡", "🚀", "🛡️", "👩‍💻", "🇬🇧", "你好", "हिन्दी", "—", "“so”", "…", "Привет", "→", "한국어"]
WORDS = ["café", "García", "Müller", "École", "mañana", "Michał", "Noël", "Malmö"]
WINDOWS = [
    "It’s",
    "café",
    "été",
    "naïve",
    "Gödel",
    "dû",
    "Österreich",
    "👋",
    "Привет",
    "20°C",
    "©",
    "–",
    "Paweł",
    "你好",
    "✓",
]
CORRECT = [
    "été «été» l’été",
    "“À propos” «À la carte» –à",
    "Œuvre l’œuvre",
    "über “Über” straße Übermaß",
    "IRMÃ “IRMÃ” Ã NÃO SÃO PAULO AMANHÃ» MAÇÃ–",
    "ção ímã três",
    "NESCAFÉ® CAFÉ™ BEAUTÉ…",
    "—é ‘ö’ “é” ·é",
    "√2 √π 2√n x≈π ≈5 is≈£5 ∆x ¬p p∧¬q β≈Ω ‰",
    "*†‡§¶ ‡§¶",
    "25Å±3 Å 5° n°5 Ä° Îº Ø¬",
    "Þórður Æsa Åre Ørsted ﬁn",
    "日本語 中文，《书》 한국어",
    "שלום مرحبا",
    "👋 🛡 🇬🇧",
]


def _as_windows(text: str) -> str:
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(byte)
        for byte in text.encode()
    )


@pytest.mark.parametrize("meant", MAC_ROMAN)
def test_what_went_through_mac_roman_comes_back(meant: str, healed: Heal) -> None:
    assert healed(meant.encode().decode("mac_roman")) == meant


@pytest.mark.parametrize("meant", WORDS)
def test_single_letters_that_went_through_mac_roman_come_back_within_a_word(meant: str, healed: Heal) -> None:
    assert healed(f"{meant} x".encode().decode("mac_roman")) == f"{meant} x"


@pytest.mark.parametrize("meant", WINDOWS)
def test_what_went_through_windows_1252_comes_back(meant: str, healed: Heal) -> None:
    assert healed(f"a {_as_windows(meant)} b") == f"a {meant} b"


def test_two_letters_side_by_side_are_no_marks_of_another_encoding(healed: Heal) -> None:
    assert healed(_as_windows("une idée créée")) == "une idée créée"


def test_what_went_through_twice_comes_back(healed: Heal) -> None:
    assert healed(_as_windows(_as_windows("It’s"))) == "It’s"


@pytest.mark.parametrize("text", CORRECT)
def test_correct_text_stays(text: str, healed: Heal) -> None:
    assert healed(text) == text


@pytest.mark.parametrize("text", CORRECT)
def test_correct_text_stays_beside_damage_of_the_other_kind(text: str, healed: Heal) -> None:
    assert healed(f"\uf8ffüëã {text}") == f"👋 {text}"


def test_doubtful_pairs_are_repaired_where_the_text_is_surely_damaged(healed: Heal) -> None:
    assert healed("GÃ–DEL") == "GÃ–DEL"
    assert healed("GÃ–DEL cafÃ©") == "GÖDEL café"
    assert healed("5¬†km") == "5¬†km"
    assert healed("5¬†km ‚Äì") == "5\xa0km –"


@pytest.mark.parametrize("code", ["`\uf8ffüëã cafÃ©`", "```\n\uf8ffüëã cafÃ©\n```", "~~~\nItâ€™s\n~~~"])
def test_code_stays(code: str, healed: Heal) -> None:
    assert healed(code) == code


def test_indented_comments_are_healed(healed: Heal) -> None:
    assert healed("      # \uf8ffüßó") == "      # 🧗"


@given(st.sampled_from([letter for letter in map(chr, range(0x1F300, 0x1FA00)) if unicodedata.name(letter, "")]))
def test_every_emoji_survives_mac_roman(emoji: str) -> None:
    assert heal(f"a {emoji.encode().decode('mac_roman')} b", Origin("x")).text == f"a {emoji} b"


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x24F)))
def test_what_comes_out_is_never_longer(text: str) -> None:
    assert len(heal(text.replace("[", ""), Origin("x")).text) <= len(text)


def test_ftfy_is_imported_only_for_suspicious_text() -> None:
    code = (
        "import sys; from tui_home.model.problem import Origin; from tui_home.text.heal import heal;"
        "heal('été über “Über” 日本語 \uf8ffüëã', Origin('x')); assert 'ftfy' not in sys.modules;"
        "assert heal('caf\\xc3\\xa9', Origin('x')).text == 'café'; assert 'ftfy' in sys.modules"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=True, cwd=ROOT)
