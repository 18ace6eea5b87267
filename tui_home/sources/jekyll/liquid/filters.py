"""All the filters that Jekyll and al-folio add to Liquid's own, or have their own way with."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui_home.sources.jekyll.liquid.filters_date import DATE_FILTERS
from tui_home.sources.jekyll.liquid.filters_list import LIST_FILTERS
from tui_home.sources.jekyll.liquid.filters_text import TEXT_FILTERS
from tui_home.sources.jekyll.liquid.filters_url import URL_FILTERS

FILTERS: Mapping[str, Callable[..., object]] = {**TEXT_FILTERS, **LIST_FILTERS, **DATE_FILTERS, **URL_FILTERS}
"""Functions by the filters' names; what is filtered comes first."""
