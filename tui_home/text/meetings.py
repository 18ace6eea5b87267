"""Whose service a meeting link leads to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tui_home.text.patterns import pattern

_PROVIDERS = {
    "calendly.com": "Calendly",
    "cal.com": "Cal.com",
    "calendar.app.google": "Google Calendar",
    "zcal.co": "Zcal",
    "savvycal.com": "SavvyCal",
    "tidycal.com": "TidyCal",
    "youcanbook.me": "YouCanBook.me",
    "doodle.com": "Doodle",
    "koalendar.com": "Koalendar",
    "outlook.office365.com/owa/calendar": "Microsoft Bookings",
    "outlook.office365.com/book": "Microsoft Bookings",
    "outlook.office.com/bookwithme": "Microsoft Bookings",
    "outlook.office.com/book": "Microsoft Bookings",
    "outlook.office.com/owa/calendar": "Microsoft Bookings",
    "bookings.cloud.microsoft": "Microsoft Bookings",
    "book.ms": "Microsoft Bookings",
    "scheduler.zoom.us": "Zoom Scheduler",
    "meetings.hubspot.com": "HubSpot",
    "meetings-eu1.hubspot.com": "HubSpot",
    "appointlet.com": "Appointlet",
    "acuityscheduling.com": "Acuity Scheduling",
    "as.me": "Acuity Scheduling",
    "oncehub.com": "OnceHub",
    "simplymeet.me": "SimplyMeet.me",
    "fantastical.app": "Fantastical",
    "app.reclaim.ai": "Reclaim",
    "reclaim.ai/m": "Reclaim",
    "reclaim.ai/r": "Reclaim",
    "app.usemotion.com": "Motion",
    "vyte.in": "Vyte",
    "calendar.notion.so": "Notion Calendar",
    "when2meet.com": "When2meet",
    "lettucemeet.com": "LettuceMeet",
    "picktime.com": "Picktime",
    "setmore.com": "Setmore",
    "harmonizely.com": "Harmonizely",
    "meetergo.com": "meetergo",
    "topmate.io": "Topmate",
    "zeeg.me": "Zeeg",
    "appt.link": "Appt",
    "book.morgen.so": "Morgen",
    "calendar.proton.me/bookings": "Proton Calendar",
    "meet.brevo.com": "Brevo",
    "squareup.com/appointments": "Square",
    "getclockwise.com/c": "Clockwise",
}
"""By host, or by host and first folders of the path; subdomains count as their host."""
_GOOGLE_APPOINTMENTS = pattern(r"/calendar/(?:u/\d+/)?(?:r/)?(?:appointments|selfsched)", re.ASCII)
_NEXTCLOUD = "/apps/calendar/appointment/"
"""Of the path, on a server of anybody's own."""
_MOST_LABELS = 5


def meeting_provider(url: str) -> str:
    """Return what the provider of a meeting link is called; "" when `url` does not lead to a known one.

    A provider's own front page is no meeting link, unless it stands on a subdomain made for one person.

    Args:
        url: An http or https URL; the scheme may be missing.
    """
    try:
        parts = urlsplit(url if "//" in url[:10] else "https://" + url)
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"}:
        return ""
    if host == "calendar.google.com":
        return "Google Calendar" if _GOOGLE_APPOINTMENTS.match(parts.path) else ""
    if _NEXTCLOUD in parts.path:
        return "Nextcloud"
    folders = parts.path.rstrip("/").split("/")[:3]
    if host in _PROVIDERS and folders == [""] and not parts.query:
        return ""
    labels = host.split(".")[-_MOST_LABELS:]
    hosts = [".".join(labels[index:]) for index in range(len(labels) - 1)]
    places = [name + "/".join(folders[:count]) for name in hosts for count in (3, 2, 1)]
    return next((_PROVIDERS[place] for place in places if place in _PROVIDERS), "")
