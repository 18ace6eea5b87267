"""Small homepages in folders of their own, for servers of several."""

from __future__ import annotations

from pathlib import Path

PEOPLE = {
    "ada": ("Ada Brook", "Rivers and how they remember their floods"),
    "bjorn": ("Bjørn Ångström", "Spectral lines, old and new"),
    "cleo": ("Cleo Vidal", ""),
    "dmitri": ("Dmitri Orlov", "Type systems for distributed programs"),
    "wanru": ("Wanru Zhao", "Federated learning across languages"),
}
"""By user name: whose homepage, and the line of work."""


def home(folder: Path, title: str, work: str = "", words: str = "") -> Path:
    """Write a homepage and return its folder."""
    first, _, last = title.partition(" ")
    about = folder / "_pages" / "about.md"
    about.parent.mkdir(parents=True, exist_ok=True)
    (folder / "_config.yml").write_text(f"title: {title}\nfirst_name: {first}\nlast_name: {last}\n", "utf-8")
    about.write_text(
        f"---\nlayout: about\npermalink: /\nsubtitle: {work}\n---\n\n{words or f'These are the words of {title}.'}\n",
        "utf-8",
    )
    return folder


def homes(place: Path) -> dict[str, Path]:
    """Write all PEOPLE's homepages below `place`."""
    return {name: home(place / name, title, work) for name, (title, work) in PEOPLE.items()}
