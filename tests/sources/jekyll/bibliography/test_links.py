from __future__ import annotations

import pytest

from tui_home.model.problem import Origin
from tui_home.sources.jekyll.bibliography.links import links_of
from tui_home.sources.jekyll.bibliography.records import parse
from tui_home.sources.jekyll.bibliography.values import text_of
from tui_home.sources.jekyll.config import Config

KNOWN = Config(url="https://a.example")


def links(fields: str, config: Config = KNOWN) -> list[tuple[str, str]]:
    (record,) = parse(f"@article{{k, {fields}}}", Origin("papers.bib")).records
    said = {name.lower(): text_of(raw, {}) for name, raw in record.fields}
    return [(link.label, link.url) for link in links_of(said, config)]


@pytest.mark.parametrize(
    ("field", "label", "url"),
    [
        ("arxiv={2403.04529}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("arxiv={arXiv:2403.04529v2}", "arXiv", "https://arxiv.org/abs/2403.04529v2"),
        ("arxiv={https://arxiv.org/abs/2403.04529}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("arxiv={hep-th/9901001}", "arXiv", "https://arxiv.org/abs/hep-th/9901001"),
        ("archivePrefix={arXiv}, eprint={2403.04529}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("doi={10.1145/3556557.3557950}", "DOI", "https://doi.org/10.1145/3556557.3557950"),
        ("doi={https://doi.org/10.1/x}", "DOI", "https://doi.org/10.1/x"),
        (r"doi={10.1007/978-3\_5}", "DOI", "https://doi.org/10.1007/978-3_5"),
        ("arxiv={https://arxiv.org/pdf/2403.04529.pdf}", "arXiv", "https://arxiv.org/pdf/2403.04529.pdf"),
        ("arxiv={arxiv.org/abs/2403.04529}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("arxiv={http://arxiv.org/abs/2403.04529}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("eprint={2403.04529}, primaryClass={cs.LG}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("eprint={arXiv:2403.04529}, eprinttype={arxiv}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("journal={arXiv preprint arXiv:2403.04529}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("journal={CoRR}, volume={abs/2403.04529}", "arXiv", "https://arxiv.org/abs/2403.04529"),
        ("doi={doi:10.1234/x.}", "DOI", "https://doi.org/10.1234/x"),
        ("doi={http://dx.doi.org/10.1234/x}", "DOI", "https://doi.org/10.1234/x"),
        ("doi={doi.org/10.1234/x}", "DOI", "https://doi.org/10.1234/x"),
        ("doi={https://doi.org/https://doi.org/10.1234/x}", "DOI", "https://doi.org/10.1234/x"),
        (r"doi={10.1007/978{\_}5{\%}}", "DOI", "https://doi.org/10.1007/978_5%25"),
        ("doi={https://dl.example/doi/10.1234/x}", "DOI", "https://dl.example/doi/10.1234/x"),
        ("pdf={assets/pdf/p.pdf}", "PDF", "https://a.example/assets/pdf/p.pdf"),
        ("pdf={../assets/pdf/p.pdf}", "PDF", "https://a.example/assets/pdf/p.pdf"),
        ("pdf={/files/my paper.pdf}", "PDF", "https://a.example/files/my%20paper.pdf"),
        ("pdf={www.b.example.org/p.pdf}", "PDF", "https://www.b.example.org/p.pdf"),
        ("code={github.com/a/b}", "Code", "https://github.com/a/b"),
        ("website={//b.example/x}", "Website", "https://b.example/x"),
        (r'url={<a href="https://b.example/x">here</a>}', "Link", "https://b.example/x"),
        (r"howpublished={\url{https://b.example/x}}", "Link", "https://b.example/x"),
        ("url2={https://b.example/x}", "Link", "https://b.example/x"),
        ("bdsk-url-1={https://b.example/x}", "Link", "https://b.example/x"),
        ("openreview={ab_C-1}", "OpenReview", "https://openreview.net/forum?id=ab_C-1"),
        ("semantic_scholar_id={ab12}", "Semantic Scholar", "https://www.semanticscholar.org/paper/ab12"),
        ("pmcid={PMC123}", "PMC", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/"),
        ("awardurl={https://b.example/x}", "Award", "https://b.example/x"),
        ("pdf={paper.pdf}", "PDF", "https://a.example/assets/pdf/paper.pdf"),
        ("pdf={https://b.example/p.pdf}", "PDF", "https://b.example/p.pdf"),
        ("html={page.html}", "HTML", "https://a.example/assets/html/page.html"),
        (r"url={\url{https://b.example/a\_b}}", "Link", "https://b.example/a_b"),
        ("video={/assets/v.mp4}", "Video", "https://a.example/assets/v.mp4"),
        ("talk_slides={https://b.example}", "Talk slides", "https://b.example"),
        ("pmid={12345}", "PubMed", "https://pubmed.ncbi.nlm.nih.gov/12345/"),
    ],
)
def test_a_field_that_leads_somewhere_is_a_link(field: str, label: str, url: str) -> None:
    assert links(field) == [(label, url)]


@pytest.mark.parametrize(
    "field",
    [
        "title={https is no URL}",
        "note={See https://b.example for more}",
        "code={javascript:alert(1)}",
        "biburl={https://dblp.example/x.bib}",
        "preview={https://b.example/p.png}",
        "arxiv={soon}",
        "doi={none}",
        "pdf={}",
        "abstract={A file://x and more}",
        "website={file:///etc/passwd}",
        "file={:https://b.example/p.pdf:PDF}",
        "keywords={a.b/c}",
        "volume={abs/2403.04529}",
        "openreview={?x}",
    ],
)
def test_other_fields_are_none(field: str) -> None:
    assert links(field) == []


def test_a_file_name_leads_nowhere_while_the_sites_address_is_unknown() -> None:
    assert links("pdf={paper.pdf}, slides={s.pdf}", Config()) == []


def test_a_page_of_the_same_site_has_a_path() -> None:
    config = Config(url="https://a.example/me", baseurl="/me")
    found = links_of({"blog": "/blog/2024/Post/", "website": "/me/projects/x.html", "pdf": "/files/p.pdf"}, config)
    assert [(link.url, link.path) for link in found] == [
        ("https://a.example/me/files/p.pdf", ""),
        ("https://a.example/me/blog/2024/Post/", "/blog/2024/post/"),
        ("https://a.example/me/projects/x.html", "/projects/x/"),
    ]


def test_the_order_is_al_folios_and_then_the_entrys() -> None:
    names = (
        "zoo",
        "website",
        "slides",
        "poster",
        "code",
        "blog",
        "video",
        "supp",
        "pdf",
        "html",
        "doi",
        "arxiv",
        "app",
    )
    fields = ", ".join(f"{name}={{https://b.example/{name}}}" for name in names)
    assert [label for label, _ in links(fields)] == [
        *("arXiv", "DOI", "HTML", "PDF", "Supp", "Video", "Blog", "Code", "Poster", "Slides", "Website", "Zoo", "App"),
    ]


def test_one_address_is_one_link() -> None:
    assert links("url={http://dx.doi.org/10.1000/X}, doi={10.1000/x}, html={https://doi.org/10.1000/x/}") == [
        ("DOI", "https://doi.org/10.1000/x")
    ]
