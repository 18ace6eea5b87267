"""Email addresses in running text, plain and hidden from robots."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.addresses import find_emails


def addresses(text: str) -> list[str]:
    return [match.address for match in find_emails(text)]


def test_both_addresses_of_the_owners_page_are_found(owners_page: str) -> None:
    assert addresses(owners_page) == ["wz341@cam.ac.uk", "zhaowrenee@gmail.com"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("jane@uni.example", "jane@uni.example"),
        ("jane.doe+web@cs.uni.example", "jane.doe+web@cs.uni.example"),
        ("jane [AT] uni.example", "jane@uni.example"),
        ("jane[at]uni.example", "jane@uni.example"),
        ("jane (at) uni.example", "jane@uni.example"),
        ("jane (At) uni.example", "jane@uni.example"),
        ("jane {at} uni.example", "jane@uni.example"),
        ("jane <at> uni.example", "jane@uni.example"),
        ("jane [@] uni.example", "jane@uni.example"),
        ("jane.doe(a)uni.example", "jane.doe@uni.example"),
        ("jane AT uni DOT example", "jane@uni.example"),
        ("jane AT uni.example", "jane@uni.example"),
        ("jane at uni dot example", "jane@uni.example"),
        ("jane at cs dot uni dot example", "jane@cs.uni.example"),
        ("jane @ uni [dot] example", "jane@uni.example"),
        ("jane.doe [at] cs [dot] uni [dot] example", "jane.doe@cs.uni.example"),
        ("jane [dot] doe [at] uni [dot] example", "jane.doe@uni.example"),
        ("jane DOT doe AT uni DOT example", "jane.doe@uni.example"),
        ("jane_at_uni_dot_example", "jane@uni.example"),
        ("jane-at-uni-dot-example", "jane@uni.example"),
        ("Jane@Uni.Example", "Jane@uni.example"),
        ("jane＠uni.example", "jane@uni.example"),
        ("jane@uni[.]example", "jane@uni.example"),
        ("echo elpmaxe.inu@enaj|rev", "jane@uni.example"),
        ("echo 'elpmaxe.inu@enaj' | rev", "jane@uni.example"),
        ("elpmaxe.inu@enaj | rev", "jane@uni.example"),
        ("echo amFuZUB1bmkuZXhhbXBsZQ== | base64 -d", "jane@uni.example"),
        ("f.lastly@uni.example", "f.lastly@uni.example"),
    ],
)
def test_forms(written: str, address: str) -> None:
    before, after = "Write to (", "), or come by."
    (match,) = find_emails(before + written + after)
    assert match.address == address
    assert (match.start, match.end) == (len(before), len(before) + len(written))


@pytest.mark.parametrize(
    "text",
    [
        "I work at example.com",
        "I gave a talk at Booking.com",
        "meet me at noon dot",
        "I am at uni dot example",
        "a PhD student @ uni.example",
        "LOOK AT GITHUB.COM",
        "root@localhost",
        "Protea@MobiCom2022FedEdge, Pollen@MobiUK2023",
        "@user@social.example",
        "git@github.example:owner/repo.git",
        "https://user@host.example/path",
        "https://medium.example/@user.name",
        "portrait@2x.png",
        "look_at_me.py",
        "jörg@uni.example",
        "see (at) the end",
        "a..b@uni.example.",
        "firstname.lastname@uni.example",
        "first_last@uni.example",
        "<first>.<last>@uni.example",
        "[FirstLetterOfFirstName][LastName] (at) uni (dot) example",
        "your.name@uni.example",
        "yourname [at] uni.example",
        "f.lastname@uni.example",
        "name@uni.example",
        "Surname.Name@uni.example",
        "ls | rev",
        "a|b",
        "jane@uni..example",
        "x" * 80 + "@uni.example",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert addresses(text) == []


def test_several_in_one_line_keep_apart() -> None:
    text = "a.b@x.example, c (at) y.example; d AT z DOT example/e@w.example"
    assert addresses(text)[:3] == ["a.b@x.example", "c@y.example", "d@z.example"]
    text = "a@x.example, echo elpmaxe.y@b | rev and c@z.example|rev"
    assert addresses(text) == ["a@x.example", "b@y.example", "c@z.example"]


def test_the_full_stop_of_the_sentence_is_no_part() -> None:
    (match,) = find_emails("Write to jane@uni.example.")
    assert match.address == "jane@uni.example"


LABEL = st.from_regex(r"[a-z][a-z0-9]{2,8}", fullmatch=True)


@given(
    LABEL,
    LABEL,
    st.sampled_from(["@", " [AT] ", " (at) ", "[at]", "{at}"]),
    st.sampled_from([".", " [dot] ", " (dot) "]),
)
def test_every_spelling_gives_the_same_address(name: str, host: str, at: str, dot: str) -> None:
    assert addresses(f"mail: name{name}{at}{host}{dot}example") == [f"name{name}@{host}.example"]


@given(st.lists(st.sampled_from([*"ab.@[](){} \n-_/:", "AT", " at ", " dot ", "[at]"]), max_size=60).map("".join))
def test_matches_are_in_order_apart_and_look_like_addresses(text: str) -> None:
    end = 0
    for match in find_emails(text):
        assert end <= match.start < match.end <= len(text)
        name, _, host = match.address.partition("@")
        assert name
        assert "." in host
        assert not set(match.address) & set(" \n[](){}")
        end = match.end


@pytest.mark.parametrize("piece", ["@", "a@", " at ", "[at]", "a dot ", "x@y.", "a.a@", "a@a.a-", " [", "_at_a_dot_"])
def test_a_long_hostile_text_ends(piece: str) -> None:
    assert all("@" in address for address in addresses(piece * (250_000 // len(piece))))


@pytest.mark.parametrize(
    ("written", "name"),
    [("contact [at] lab [dot] example", "contact"), ("me (at) lab.example", "me"), ("mail(at)lab.example", "mail")],
)
def test_brackets_make_an_address_of_any_word(written: str, name: str) -> None:
    assert addresses(written) == [f"{name}@lab.example"]


def test_a_meeting_is_no_address() -> None:
    assert addresses("We met at uni (dot) example times") == []
