"""Stretches of time, in one way of writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.periods import between, period
from tui_home.text.safe import printable


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2011 - 2015", "2011 – 2015"),
        ("1917-1933", "1917 – 1933"),
        ("2015-now", "2015 – present"),
        ("Feb 2018 - Oct 2022", "Feb 2018 – Oct 2022"),
        ("SEPT 2022 - NOW", "Sep 2022 – present"),
        ("06/2022 - 09/2022", "Jun – Sep 2022"),
        ("06/2022-09/2023", "Jun 2022 – Sep 2023"),
        ("2019 -- 2020", "2019 – 2020"),
        ("2019–2020", "2019 – 2020"),
        ("2019 to 2020", "2019 – 2020"),
        ("since 2021", "2021 – present"),
        ("From September 2021", "Sep 2021 – present"),
        ("2021 -", "2021 – present"),
        ("2021–", "2021 – present"),
        ("2019-09", "Sep 2019"),
        ("2014-04-01", "Apr 2014"),
        ("2014-04-01T10:00:00Z", "Apr 2014"),
        ("July 2019", "Jul 2019"),
        ("July 4th, 2019", "Jul 2019"),
        ("2019 - 2019", "2019"),
        ("2023, 2024 & 2025", "2023, 2024 & 2025"),
        ("2019 - exp. 2025", "2019 – exp. 2025"),
        ("2017 - (2023)", "2017 – (2023)"),
        ("2019 - по н.в.", "2019 – по н.в."),
        ("Spring 2020", "Spring 2020"),
        ("2019-13", "2019-13"),
        ("Jan-Feb", "Jan-Feb"),
        ("", ""),
        ("  2019\n-  2021 ", "2019 – 2021"),
    ],
)
def test_a_period_is_said_in_one_way(written: str, said: str) -> None:
    assert period(written) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2019-09", "2023-06-30", "Sep 2019 – Jun 2023"),
        ("2019-09", "", "Sep 2019 – present"),
        ("2019-09", "Present", "Sep 2019 – present"),
        ("1933-01-01", "1955-01-01", "1933 – 1955"),
        ("1933-01-01", "1933-01-01", "1933"),
        ("2020-01-01", "", "2020 – present"),
        ("2020-01-01", "2022-06-30", "Jan 2020 – Jun 2022"),
        ("2022-06-20", "2022-09-02", "Jun – Sep 2022"),
        ("2023", "2023", "2023"),
        ("", "2023-05", "May 2023"),
        ("", "", ""),
        ("Winter 2020", "2021", "Winter 2020 – 2021"),
    ],
)
def test_start_and_end_make_a_period(start: str, end: str, said: str) -> None:
    assert between(start, end) == said


@given(st.text(), st.text())
def test_any_text_is_a_period(start: str, end: str) -> None:
    assert period(start) == printable(period(start))
    assert between(start, end) == printable(between(start, end))


@given(st.integers(1000, 9999), st.integers(1, 12))
def test_a_month_and_a_year_are_never_lost(year: int, month: int) -> None:
    assert str(year) in period(f"{year}-{month:02}")
    assert period(f"{year}-{month:02}") == period(f"{month:02}/{year}")


def test_a_long_text_is_left_as_it_is() -> None:
    assert period("- " * 500_000) == ("- " * 500_000).strip()
