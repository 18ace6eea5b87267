"""The packaged about page, rule by rule."""

from __future__ import annotations

from tui_home.document.markdown import Document
from tui_home.document.walk import links, spans_of
from tui_home.model.blocks import (
    Block,
    Heading,
    ListBlock,
    Paragraph,
)
from tui_home.model.inline import LinkKind, plain_text


def says(block: Block) -> str:
    assert isinstance(block, Paragraph | Heading)
    return plain_text(block.spans)


class TestThePage:
    def test_greets_with_a_healed_emoji(self, page: Document) -> None:
        assert says(page.blocks[0]) == "Hey, thanks for stopping by! 👋"

    def test_has_its_three_aims_on_three_lines_with_their_own_signs(self, page: Document) -> None:
        (aims,) = [block for block in page.blocks if isinstance(block, ListBlock)]
        assert [item.marker for item in aims.items] == ["🔐", "🛡", "🚀"]
        assert [says(item.blocks[0]) for item in aims.items] == [
            "privacy and security (MLSys2023SeT, ICLR2024workshop, UK Challenge)",
            "safety (FAccT2023)",
            "efficiency: (Protea@MobiCom2022FedEdge, Pollen@MobiUK2023)",
        ]

    def test_links_with_a_blank_before_the_glued_one(self, page: Document) -> None:
        text = says(page.blocks[1])
        assert "open-source frameworks Flower." in text
        assert ("Flower", "https://github.com/adap/flower") in [(link.label, link.url) for link in links(page.blocks)]

    def test_mends_the_link_closed_with_a_brace(self, page: Document) -> None:
        assert "toolkits GNNLens2 ★ dmlc/GNNLens2." in " ".join(map(says, page.blocks[6:7]))

    def test_shows_star_counts_as_chips_that_lead_to_the_repository(self, page: Document) -> None:
        chips = [span for spans in spans_of(page.blocks) for span in spans if span.style.badge]
        assert [(chip.text, chip.link.url if chip.link else "") for chip in chips] == [
            ("★ dmlc/dgl", "https://github.com/dmlc/dgl"),
            ("★ dmlc/GNNLens2", "https://github.com/dmlc/GNNLens2"),
        ]

    def test_keeps_the_highlight(self, page: Document) -> None:
        marked = [span for spans in spans_of(page.blocks) for span in spans if span.style.highlight]
        assert [span.style.highlight for span in marked] == ["#f9eafb"]
        assert marked[0].text.startswith("I'm open to collaborations")

    def test_gives_both_addresses_for_real(self, page: Document) -> None:
        emails = [link for link in links(page.blocks) if link.kind is LinkKind.EMAIL]
        assert [link.copies for link in emails] == ["wz341@cam.ac.uk", "zhaowrenee@gmail.com"]
        assert "by Email (wz341@cam.ac.uk or zhaowrenee@gmail.com), Wechat, or Calendly." in says(page.blocks[-1])

    def test_knows_the_meeting_link(self, page: Document) -> None:
        (meeting,) = [link for link in links(page.blocks) if link.kind is LinkKind.MEETING]
        assert (meeting.label, meeting.url) == ("Calendly", "https://calendly.com/wanru-zhao")

    def test_tells_every_repair_with_its_line(self, page: Document) -> None:
        assert [problem.line for problem in page.problems] == [21, 23, 29, 30, 31, 36, 36]
        assert all(problem.file == "_pages/about.md" and "→" in problem.message for problem in page.problems)

    def test_shows_no_markup_and_no_address_of_an_image(self, page: Document) -> None:
        text = " ".join(plain_text(spans) for spans in spans_of(page.blocks))
        assert not any(sign in text for sign in ("](", "img.shields.io", "<span", "[AT]", "{"))
