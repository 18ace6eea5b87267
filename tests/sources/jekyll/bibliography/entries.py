"""Entries of a bibliography, and how a site with one is opened."""

from __future__ import annotations

from collections.abc import Callable

from tui_home.model.site import Site

Opened = Callable[..., Site]


def entry(key: str, fields: str) -> str:
    return f"@article{{{key}, title={{{key}}}, {fields}}}\n"
