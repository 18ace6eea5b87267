from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import tui_home
from tui_home.text.patterns import pattern


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_now = re.compile

    def noted(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return compile_now(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    word = pattern("[a-z]+", re.IGNORECASE)
    assert compiled == []
    assert [word.findall("Ab 1 c"), word.sub("x", "Ab 1 c"), bool(word.fullmatch("ab1"))] == [
        ["Ab", "c"],
        "x 1 x",
        False,
    ]
    assert word.pattern == "[a-z]+"
    assert compiled.count("[a-z]+") <= 2


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that stands in a module of ours, or in a tuple or table there."""
    for module in pkgutil.walk_packages(tui_home.__path__, "tui_home."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for one in values:
                if type(one) is type(pattern("")):
                    yield f"{module.name}.{name}", one


def test_every_pattern_compiles() -> None:
    found = list(patterns())
    assert len(found) > 50
    for name, one in found:
        try:
            re.compile(one.pattern, one.flags)
        except re.error as error:
            pytest.fail(f"{name}: {error}")
