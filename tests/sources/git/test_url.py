from __future__ import annotations

import pytest

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
        "http://insecure.example/a",
        "git://insecure.example/a",
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


def test_what_is_shown_holds_no_password() -> None:
    url = git_url("https://ann:secret@host.example/a")
    assert url is not None
    assert url.shown == "https://host.example/a"
