"""Whose meeting link it is."""

from __future__ import annotations

import pytest

from tui_home.text.addresses import meeting_provider


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://calendly.com/wanru-zhao", "Calendly"),
        ("https://www.calendly.com/x/30min?month=2024-05", "Calendly"),
        ("http://CALENDLY.com/x", "Calendly"),
        ("calendly.com/x", "Calendly"),
        ("https://cal.com/x/15min", "Cal.com"),
        ("https://app.cal.com/x", "Cal.com"),
        ("https://calendar.google.com/calendar/u/0/appointments/schedules/AcZ", "Google Calendar"),
        ("https://calendar.google.com/calendar/appointments/AcZ", "Google Calendar"),
        ("https://calendar.app.google/AbC", "Google Calendar"),
        ("https://zcal.co/x", "Zcal"),
        ("https://savvycal.com/x/chat", "SavvyCal"),
        ("https://tidycal.com/x", "TidyCal"),
        ("https://x.youcanbook.me", "YouCanBook.me"),
        ("https://doodle.com/bp/x/y", "Doodle"),
        ("https://koalendar.com/e/x", "Koalendar"),
        ("https://outlook.office.com/owa/calendar/x@uni.example/bookings/", "Microsoft Bookings"),
        ("https://cloud.uni.example/index.php/apps/calendar/appointment/abc", "Nextcloud"),
        ("https://calendar.proton.me/bookings#abc", "Proton Calendar"),
        ("https://reclaim.ai/m/x", "Reclaim"),
        ("https://outlook.office365.com/owa/calendar/X@uni.example/bookings/", "Microsoft Bookings"),
        ("https://outlook.office.com/bookwithme/user/x", "Microsoft Bookings"),
        ("https://scheduler.zoom.us/x", "Zoom Scheduler"),
    ],
)
def test_known_providers(url: str, provider: str) -> None:
    assert meeting_provider(url) == provider


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://calendly.com",
        "https://calendly.com/",
        "https://notcalendly.com/x",
        "https://calendly.com.evil.example/x",
        "https://evil.example/calendly.com/x",
        "https://local.com/x",
        "https://calendar.google.com/calendar/embed?src=x",
        "https://outlook.office365.com/mail/",
        "mailto:x@calendly.com",
        "https://[broken/x",
        "https://" + "a." * 100_000 + "example/x",
    ],
    ids=lambda url: repr(url[:40]),
)
def test_other_links_are_none(url: str) -> None:
    assert meeting_provider(url) == ""
