from __future__ import annotations

import pytest

from tui_home.sources import NoSiteError
from tui_home.sources.git import GitUrl, git_url


@pytest.mark.parametrize(
    ("text", "protocol"),
    [
        ("https://github.example/a/b", "https"),
        ("https://github.example/a/b.git", "https"),
        ("ssh://git@host.example:2222/a/b.git", "ssh"),
        ("git@host.example:a/b.git", "ssh"),
        ("file:///srv/site", "file"),
    ],
)
def test_git_urls_name_their_transport(text: str, protocol: str) -> None:
    assert git_url(text) == GitUrl(text, protocol)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "/home/ann/site",
        "C:\\site",
        "C:/site",
        "site:2",
        "~/site",
        "ext::sh -c id",
        "fd::17",
        "--upload-pack=id",
        "-oProxyCommand=id@host:path",
        "ssh://-oProxyCommand=id/x",
        "ssh://ann@-oProxyCommand=id/x",
        "git@-oProxyCommand=id:path",
        "https://a b",
        "https://a\nb",
        "https://" + "a" * 3000,
    ],
)
def test_anything_else_is_a_folder(text: str) -> None:
    assert git_url(text) is None


@pytest.mark.parametrize("text", ["http://ann:secret@insecure.example/a", "git://insecure.example/a", "ext://x"])
def test_an_address_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises(NoSiteError, match="no address to fetch from: take https://") as raised:
        git_url(text)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://ann:secret@host.example/a", "https://host.example/a"),
        ("https://ann:se@cret@host.example/a", "https://host.example/a"),
        ("https://secret@host.example/a?token=secret", "https://host.example/a"),
        ("ssh://ann:secret@host.example:22/a", "ssh://ann@host.example:22/a"),
        ("ssh://ann@host.example/a", "ssh://ann@host.example/a"),
        ("git@host.example:a", "git@host.example:a"),
    ],
)
def test_what_is_shown_holds_no_password(text: str, shown: str) -> None:
    url = git_url(text)
    assert url is not None
    assert url.shown == shown
