"""Which homepage a user name leads to, and what the Directory says."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from tui_home.doors.ssh.homepages.homepage import Homepage
from tui_home.doors.ssh.homepages.household import entry_of
from tui_home.doors.ssh.homepages.houses import ANY, Houses
from tui_home.model.directory import Directory, Entry
from tui_home.model.inline import Span
from tui_home.model.site import Site
from tui_home.sources.opening import open_site
from tui_home.sources.packaged import packaged_content


@pytest.fixture(scope="module")
def site() -> Site:
    return open_site(packaged_content())


def test_any_name_leads_to_the_only_homepage(site: Site) -> None:
    only = Homepage(site)
    houses = Houses.of({ANY: only})
    assert asyncio.run(houses.find("nobody")) is only
    assert not houses.several
    assert houses.directory == Directory()


def test_a_name_leads_to_its_homepage_and_others_to_the_directory(site: Site) -> None:
    ada, grace = Homepage(site), Homepage(site)
    houses = Houses.of({"grace": grace, "ada": ada})
    assert asyncio.run(houses.find("Grace")) is grace
    assert asyncio.run(houses.find("root")) is None
    assert [entry.name for entry in houses.directory.entries] == ["ada", "grace"]


def test_an_entry_says_whose_homepage_it_is_and_what_they_do(site: Site) -> None:
    about = replace(site.about, subtitle=(Span("Professor of\nComputing"),))
    assert entry_of("x", replace(site, about=about)) == Entry("x", site.name.full, "Professor of Computing")
    about = replace(site.about, subtitle=(Span("so much " * 100),))
    assert len(entry_of("x", replace(site, about=about)).work) == 120
