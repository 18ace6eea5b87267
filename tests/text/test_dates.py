"""Dates, in every form found in the wild."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_home.text.dates import parse_date

SECOND = dt.date(2026, 2, 2)


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-02",
        "2026-2-2",
        "2026/02/02",
        "2026.02.02",
        "20260202",
        "2026-02-02 15:59:00-0400",
        "2026-02-02T15:59:00Z",
        "2026-02-02 9:00:00 +0100",
        "2026-02-02 21:30:00-00s00",
        " 2026-02-02\n",
        "'2026-02-02'",
        "2026-02-02-the-post.md",
        "February 02, 2026",
        "February 2nd, 2026",
        "Feb 2, 2026",
        "Feb. 2 2026",
        "FEB 2 2026",
        "2 February 2026",
        "2nd of February 2026",
        "02-Feb-2026",
        "2. Feb 2026",
        "Mon, 02 Feb 2026 10:00:00 GMT",
        "Monday, February 2, 2026",
        "2026 Feb 2",
        "2.2.2026",
        "02/02/2026",
        "2026年2月2日",
        "２０２６年２月２日",
        "2026년 2월 2일",
        "2. Februar 2026",
        "Montag, 2. Februar 2026",
        "le 2 février 2026",
        "2 FÉVR. 2026",
        "2 de febrero de 2026",
        "2 febbraio 2026",
        "2 de fevereiro de 2026",
        "2 februari 2026",
        "Mon Feb  2 15:59:00 2026",
        "Mon Feb 2 15:59 CET 2026",
        "2026-W06",
        "2026W061",
        "2026-w06-1",
        "2026-02-02 15:59:00-0400 02/02/2026 14:05",
        20260202,
        SECOND,
        dt.datetime(2026, 2, 2, 23, 59, tzinfo=dt.UTC),
    ],
)
def test_days(written: object) -> None:
    assert parse_date(written) == SECOND


@pytest.mark.parametrize(
    "written",
    [
        "2026-02",
        "2026/2",
        "Feb 2026",
        "February, 2026",
        "Feb. 2026",
        "2026 February",
        "2026年2月",
        "2026년 2월",
        "02/2026",
        "2.2026",
        "Februar 2026",
        "février 2026",
        "febrero de 2026",
    ],
)
def test_a_month_means_its_first(written: str) -> None:
    assert parse_date(written) == dt.date(2026, 2, 1)


@pytest.mark.parametrize(
    ("written", "month"),
    [("Winter 2026", 1), ("Spring 2026", 3), ("Summer Term 2026", 6), ("Fall, 2026", 9), ("2026 Autumn", 9)],
)
def test_a_season_means_its_first_month(written: str, month: int) -> None:
    assert parse_date(written) == dt.date(2026, month, 1)


def test_months_of_other_languages() -> None:
    german = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    french = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    spanish = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    for names in (german, french, spanish):
        found = [parse_date(f"3 {name} 2024") for name in names.split()]
        assert found == [dt.date(2024, month, 3) for month in range(1, 13)]


@pytest.mark.parametrize("written", ["2026", 2026, "2026年"])
def test_a_year_means_its_first_of_january(written: object) -> None:
    assert parse_date(written) == dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-04-31", 30),
        ("2023-02-29", 28),
        ("2024-02-30", 29),
        ("April 31, 2023", 30),
        ("2023-04-99", 30),
        ("2023-04-00", 1),
    ],
)
def test_a_day_that_the_month_lacks_is_its_nearest(written: str, day: int) -> None:
    found = parse_date(written)
    assert found is not None
    assert found.day == day


def test_months_that_look_alike_are_told_apart() -> None:
    names = ["January", "Feb", "March", "Apr", "May", "June", "Jul", "Aug", "Sept", "October", "Nov", "Dec"]
    assert [getattr(parse_date(f"{name} 2024"), "month", 0) for name in names] == list(range(1, 13))


def test_a_date_that_may_be_either_day_is_none() -> None:
    assert parse_date("03/04/2024") is None
    assert parse_date("31/12/2023") == parse_date("12/31/2023") == dt.date(2023, 12, 31)
    assert parse_date("03.04.2024") == dt.date(2024, 4, 3)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "Present",
        "2024-13-01",
        "2024-W54",
        "2024-W00",
        "13/2024",
        "2019 - 2020",
        "Springfield 2024",
        "Unknown Year",
        "0000-01-01",
        "99/99/2024",
        "Marvel 2024",
        "Mayor 5, 2020",
        "12345",
        "٢٠٢٤-٠١-٠١",
        None,
        True,
        3.5,
        -5,
        0,
        [2024],
        {},
    ],
)
def test_what_is_no_date(written: object) -> None:
    assert parse_date(written) is None


@given(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(),
        st.dates(),
        st.datetimes(),
        st.lists(st.integers()),
    )
)
def test_nothing_raises(value: object) -> None:
    found = parse_date(value)
    assert found is None or type(found) is dt.date


@given(
    st.lists(
        st.sampled_from([*"0123456789-/. ,:TZW年月日년", "Feb", "May ", "März", "st", "of ", "de ", "Fall "]),
        max_size=24,
    ).map("".join)
)
def test_nothing_like_a_date_raises(text: str) -> None:
    found = parse_date(text)
    assert found is None or type(found) is dt.date


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y-%m-%d %H:%M:%S%z", "%d.%m.%Y"]))
def test_dates_written_out_come_back(day: dt.date, form: str) -> None:
    written = form.replace("%Y", f"{day.year:04}").replace("%m", f"{day.month:02}").replace("%d", f"{day.day:02}")
    assert parse_date(written.replace("%H:%M:%S%z", "12:00:00+02:00")) == day
