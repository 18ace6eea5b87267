"""Email addresses hidden in attributes, backwards, encoded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.hidden_emails import address_in, attribute_address, cloudflare_address, shell_addresses


def encoded(address: str, key: int) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


@given(st.integers(0, 255))
def test_cloudflare_codes_are_decoded(key: int) -> None:
    assert cloudflare_address(encoded("jane@uni.example", key)) == "jane@uni.example"


@pytest.mark.parametrize("code", ["", "zz", "54", "5", encoded("no address", 7), "00" * 10_000])
def test_other_codes_are_not(code: str) -> None:
    assert cloudflare_address(code) == ""


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        ({"data-user": "jane", "data-domain": "uni.example"}, "jane@uni.example"),
        ({"data-name": "jane", "data-domain": "uni", "data-tld": "edu"}, "jane@uni.edu"),
        ({"data-user": "enaj", "data-website": "ude.inu"}, "jane@uni.edu"),
        ({"data-user": "enaj", "data-website": "ku.ca.inu"}, "jane@uni.ac.uk"),
        ({"data-email": "jane@uni.edu"}, "jane@uni.edu"),
        ({"data-email": "ude.inu@enaj"}, "jane@uni.edu"),
        ({"data-email": "amFuZUB1bmkuZWR1"}, "jane@uni.edu"),
        ({"data-cfemail": encoded("jane@uni.edu", 9)}, "jane@uni.edu"),
        ({"data-name": "chart", "data-domain": "x"}, ""),
        ({"data-user": "jane"}, ""),
        ({"data-email": "true"}, ""),
        ({}, ""),
    ],
)
def test_attributes(attributes: dict[str, str], address: str) -> None:
    assert attribute_address(attributes) == address


@pytest.mark.parametrize("text", ["jane@uni.example", "elpmaxe.inu@enaj", "amFuZUB1bmkuZXhhbXBsZQ=="])
def test_an_address_as_a_whole(text: str) -> None:
    assert address_in(text) == "jane@uni.example"


@pytest.mark.parametrize("text", ["", "jane", "see jane@uni.example", "AAAA", "ä" * 4])
def test_what_is_no_address(text: str) -> None:
    assert address_in(text) == ""


@pytest.mark.parametrize("piece", ["|rev", "echo ", "a|rev ", "x@y.edu|rev ", "'", "echo 'a"])
def test_a_megabyte_of_shell_ends(piece: str) -> None:
    assert len(shell_addresses(piece * (10**6 // len(piece)))) <= 1000
