"""Ways to reach someone that stand in running text: email addresses, hidden from robots or not, and meeting links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_AT = re.compile(
    r"(?P<plain>@)"
    r"|[ \t\xa0]{0,2}[\[({<][ \t]{0,2}(?P<bracket>at|@)[ \t]{0,2}[\])}>][ \t\xa0]{0,2}"
    r"|[ \t\xa0](?P<upper>AT)[ \t\xa0]"
    r"|[ \t\xa0]{1,2}(?P<lower>at|@)[ \t\xa0]{1,2}"
    r"|(?P<glued>_at_|-at-)",
    re.IGNORECASE,
)
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_BRACKET_DOT = r"[ \t\xa0]{0,2}[\[({<][ \t]{0,2}(?:[Dd][Oo][Tt]|\.)[ \t]{0,2}[\])}>][ \t\xa0]{0,2}"
_WORD_DOT = r"[ \t\xa0]{1,2}(?:DOT|[Dd]ot)[ \t\xa0]{1,2}"
_DOT = rf"(?:\.|{_BRACKET_DOT}|{_WORD_DOT})"
_HOST = re.compile(rf"{_LABEL}(?:{_DOT}{_LABEL}){{0,6}}{_DOT}[A-Za-z]{{2,24}}(?![A-Za-z0-9@_])")
_GLUED_HOST = re.compile(r"([A-Za-z0-9]{1,60})((?:[_-]dot[_-][A-Za-z0-9]{2,60}){1,4})(?![A-Za-z0-9@])", re.IGNORECASE)
_OBFUSCATED_DOT = re.compile(rf"{_BRACKET_DOT}|{_WORD_DOT}")
_GLUED_DOT = re.compile(r"[_-]dot[_-]", re.IGNORECASE)

_LOCAL = r"[A-Za-z0-9._%+-]{1,64}+"
_TOD = r"[ \t\xa0]{0,2}[\])}>][ \t]{0,2}[Tt][Oo][Dd][ \t]{0,2}[\[({<][ \t\xa0]{0,2}|[ \t\xa0]{1,2}(?:TOD|tod)[ \t\xa0]{1,2}"
_LOCAL_BACKWARDS = re.compile(rf"{_LOCAL}(?:(?:{_TOD}){_LOCAL}){{0,3}}")
_PLAIN_BACKWARDS = re.compile(_LOCAL)
_WINDOW = 160
_PROSE = frozenset(
    "a am an and are based be been contact email find follow her here him i in is it look mail me meet meeting or "
    "professor reach researcher see she student studied study stay the them us was we were work worked working write you".split()
)


@dataclass(frozen=True, slots=True)
class EmailMatch:
    """An email address found in text."""

    start: int
    """Where it begins in the text, as written."""
    end: int
    address: str
    """The real address."""


def find_emails(text: str) -> tuple[EmailMatch, ...]:
    """Return the email addresses in `text`, written plainly or hidden from robots, in order.

    ``name@host.tld``, ``name [AT] host.tld``, ``name (at) host (dot) tld``, ``name AT host DOT tld``. A bare "at" is an
    address only when a "dot" is spelled out in its host: "I work at example.com" is prose.

    Args:
        text: One line or many; an address never spans lines.
    """
    found: list[EmailMatch] = []
    end = 0
    position = 0
    while separator := _AT.search(text, position):
        position = separator.start("plain") + 1 if separator["plain"] else separator.end() - 1
        match = _around(text, separator, end)
        if match:
            found.append(match)
            end = position = match.end
        position = max(position, separator.start() + 1)
    return tuple(found)


def _around(text: str, separator: re.Match[str], since: int) -> EmailMatch | None:
    """Return the address round a separator; None when what stands there is none."""
    host = (_GLUED_HOST if separator["glued"] else _HOST).match(text, separator.end())
    if not host:
        return None
    spelled = bool(_OBFUSCATED_DOT.search(host[0]))
    if separator["lower"] and not spelled:
        return None
    backwards = _LOCAL_BACKWARDS if spelled or separator["bracket"] else _PLAIN_BACKWARDS
    window = text[max(since, separator.start() - _WINDOW) : separator.start()][::-1]
    local = backwards.match(window)
    if not local:
        return None
    written = local[0][::-1]
    name = written.lstrip(".-%")
    start = separator.start() - len(name)
    return _checked(text, separator, name, host, start)


def _checked(text: str, separator: re.Match[str], name: str, host: re.Match[str], start: int) -> EmailMatch | None:
    """Return the address unless it is part of a URL, of a handle, of a command or of a sentence."""
    dots = _GLUED_DOT if separator["glued"] else _OBFUSCATED_DOT
    local, domain = _OBFUSCATED_DOT.sub(".", name), dots.sub(".", host[0]).lower()
    if not local or local.endswith((".", "-")) or ".." in local or ".." in domain:
        return None
    before = text[max(0, start - 1) : start]
    if before in {"@", "/", "\\"} or "://" in text[max(0, start - 40) : start].rpartition(" ")[2]:
        return None
    if re.match(r":[^\s]", text[host.end() : host.end() + 2]) and separator["plain"]:
        return None
    if not separator["plain"] and (local.lower() in _PROSE or (separator["upper"] and _shouted(local, host[0]))):
        return None
    return EmailMatch(start, host.end(), f"{local}@{domain}")


def _shouted(local: str, host: str) -> bool:
    """Tell whether a bare AT stands in a sentence all in capitals."""
    return local.isupper() and host.isupper() and not _OBFUSCATED_DOT.search(host)


_MEETING_HOSTS = {
    "calendly.com": "Calendly",
    "cal.com": "Cal.com",
    "app.cal.com": "Cal.com",
    "calendar.app.google": "Google Calendar",
    "zcal.co": "Zcal",
    "savvycal.com": "SavvyCal",
    "tidycal.com": "TidyCal",
    "youcanbook.me": "YouCanBook.me",
    "doodle.com": "Doodle",
    "koalendar.com": "Koalendar",
    "outlook.office365.com/owa/calendar": "Microsoft Bookings",
    "outlook.office.com/bookwithme": "Microsoft Bookings",
    "outlook.office.com/book": "Microsoft Bookings",
    "bookings.cloud.microsoft": "Microsoft Bookings",
    "book.ms": "Microsoft Bookings",
    "scheduler.zoom.us": "Zoom Scheduler",
    "meetings.hubspot.com": "HubSpot",
    "appoint.ly": "Appointly",
    "appointlet.com": "Appointlet",
    "acuityscheduling.com": "Acuity Scheduling",
    "as.me": "Acuity Scheduling",
    "oncehub.com": "OnceHub",
    "meetme.so": "OnceHub",
    "simplymeet.me": "SimplyMeet.me",
    "fantastical.app": "Fantastical",
    "reclaim.ai": "Reclaim",
    "app.reclaim.ai": "Reclaim",
    "motion.com/meet": "Motion",
    "usemotion.com": "Motion",
    "vyte.in": "Vyte",
    "hubilo.com/meet": "Hubilo",
    "notion.com/calendar": "Notion Calendar",
    "calendar.notion.so": "Notion Calendar",
    "cron.com": "Notion Calendar",
    "when2meet.com": "When2meet",
    "lettucemeet.com": "LettuceMeet",
    "picktime.com": "Picktime",
    "setmore.com": "Setmore",
    "harmonizely.com": "Harmonizely",
    "meetergo.com": "meetergo",
    "lunacal.ai": "Lunacal",
    "clockwise.com": "Clockwise",
    "getclockwise.com": "Clockwise",
    "topmate.io": "Topmate",
    "nextcloud.com/appointments": "Nextcloud",
}
_GOOGLE_CALENDAR = re.compile(r"/calendar/(?:u/\d+/)?(?:r/)?(?:appointments|selfsched)", re.ASCII)


def meeting_provider(url: str) -> str:
    """Return what the provider of a meeting link is called; "" when `url` does not lead to a known one.

    Args:
        url: An http or https URL.
    """
    try:
        parts = urlsplit(url if "//" in url[:10] else "https://" + url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    if host == "calendar.google.com":
        return "Google Calendar" if _GOOGLE_CALENDAR.match(parts.path) else ""
    if not path and host in _MEETING_HOSTS:
        return ""
    labels = host.split(".")
    names = [".".join(labels[index:]) for index in range(len(labels) - 1)]
    folders = path.split("/")
    longest = ["/".join(folders[:count]) for count in (3, 2, 1)]
    return next(
        (_MEETING_HOSTS[name + folder] for name in names for folder in longest if name + folder in _MEETING_HOSTS), ""
    )
