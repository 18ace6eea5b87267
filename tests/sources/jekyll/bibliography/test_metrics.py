from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.model.site import Site

USER = "abcdefghAAAJ"


@pytest.mark.parametrize(
    ("fields", "label", "url"),
    [
        (
            "google_scholar_id={xyzC}",
            "Google Scholar",
            f"https://scholar.google.com/citations?view_op=view_citation&citation_for_view={USER}:xyzC",
        ),
        ("inspirehep_id={123}", "INSPIRE", "https://inspirehep.net/literature/123"),
        ("altmetric={456}", "Altmetric", "https://www.altmetric.com/details/456"),
        ("altmetric={true}, doi={10.1234/x}", "Altmetric", "https://www.altmetric.com/details/doi/10.1234/x"),
        ("altmetric={true}, arxiv={2403.04529}", "Altmetric", "https://www.altmetric.com/details/arxiv/2403.04529"),
        ("dimensions={true}, doi={10.1234/x}", "Dimensions", "https://badge.dimensions.ai/details/doi/10.1234/x"),
        ("dimensions={pub.12}", "Dimensions", "https://badge.dimensions.ai/details/id/pub.12"),
    ],
)
@pytest.mark.parametrize("user", [USER, f"{USER}&hl=en", f"https://scholar.google.com/citations?hl=en&user={USER}"])
def test_badges_are_links(site: Callable[..., Site], fields: str, label: str, url: str, user: str) -> None:
    opened = site(
        {
            "_data/socials.yml": f"scholar_userid: {user}\n",
            "_bibliography/papers.bib": f"@article{{a, title={{A}}, {fields}}}",
        }
    )
    assert [(link.label, link.url) for link in opened.publications[0].more_links] == [(label, url)]


@pytest.mark.parametrize(
    "fields",
    ["google_scholar_id={xyzC}", "altmetric={true}", "dimensions={false}, doi={10.1234/x}", "inspirehep_id={x/../y}"],
)
def test_without_what_they_need_there_are_none(site: Callable[..., Site], fields: str) -> None:
    opened = site({"_bibliography/papers.bib": f"@article{{a, title={{A}}, {fields}}}"})
    assert opened.publications[0].more_links == ()


def test_the_configuration_switches_them_off(site: Callable[..., Site]) -> None:
    opened = site(
        {
            "_config.yml": f"scholar_userid: {USER}\n"
            "enable_publication_badges:\n  altmetric: false\n  google_scholar: true\n",
            "_bibliography/papers.bib": "@article{a, title={A}, altmetric={12}, google_scholar_id={xyzC}}",
        }
    )
    assert [link.label for link in opened.publications[0].more_links] == ["Google Scholar"]
