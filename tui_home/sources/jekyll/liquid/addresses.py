"""The Liquid that most pages have, addresses within the site: answered without python-liquid.

Importing that takes longer than showing a homepage, and most homepages ask for nothing else.
"""

from __future__ import annotations

import re

from tui_home.sources.jekyll.config import Config
from tui_home.text.patterns import pattern

_OUTPUT = pattern(
    r"\{\{[ ]{0,9}(?:[\"'](?P<text>[^\"'{}|\n]{0,300})[\"']|site\.(?P<name>baseurl|url))"
    r"(?P<filters>(?:[ ]{0,9}\|[ ]{0,9}(?:relative_url|absolute_url|prepend:[ ]{0,9}site\.(?:baseurl|url))){0,3})"
    r"[ ]{0,9}\}\}"
)
_FILTER = pattern(r"relative_url|absolute_url|site\.(?:baseurl|url)")


def without_addresses(text: str, config: Config) -> str:
    """Return `text` with the outputs answered that build an address from a literal and the site's own."""

    def answer(output: re.Match[str]) -> str:
        named = {"baseurl": config.baseurl, "url": config.host}
        address = named[output["name"]] if output["name"] else output["text"]
        for filtered in _FILTER.findall(output["filters"]):
            if filtered == "relative_url":
                address = relative(address, config)
            elif filtered == "absolute_url":
                address = absolute(address, config)
            else:
                address = named[filtered.removeprefix("site.")] + address
        return address

    return _OUTPUT.sub(answer, text)


def relative(address: str, config: Config) -> str:
    """Return Jekyll's ``relative_url`` of an address: from the host's root."""
    if "://" in address or address.startswith(("//", "mailto:", "#", "data:")):
        return address
    if not address and not config.baseurl:
        return "/"
    within = address.startswith(f"{config.baseurl}/") and config.baseurl
    return address if within else f"{config.baseurl}/{address.lstrip('/')}" if address else config.baseurl


def absolute(address: str, config: Config) -> str:
    """Return Jekyll's ``absolute_url`` of an address."""
    inner = relative(address, config)
    return inner if "://" in inner else config.host + inner
