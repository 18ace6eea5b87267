"""The options of ``serve ssh``: parsed and checked one by one, nothing opened yet."""

from __future__ import annotations

import re
from argparse import SUPPRESS, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from tui_home.doors.ssh.homepages.naming import NAME, RESERVED, user_name
from tui_home.doors.ssh.limits import SETTINGS, LimitError, Limits, limits
from tui_home.doors.ssh.networks import Networks
from tui_home.doors.ssh.starting.guide import GUIDE
from tui_home.doors.ssh.starting.settings import Endpoint, House
from tui_home.doors.ssh.telling.log_line import Form
from tui_home.text.safe import printable
from tui_home.verbs.outcome import UsageError
from tui_home.verbs.parser import Parser

DEFAULT_PORT = 2222
PRINTS = ("systemd", "container")
_HIGHEST_PORT = 65_535
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the owner has asked for."""

    houses: tuple[House, ...]
    folder: Path | None
    host: str
    """Where to listen; empty for every address."""
    port: int | None
    """None when it was not said."""
    public: Endpoint | None
    """How visitors reach the server, where that is not what it listens on."""
    host_key: str
    deny: Path | None
    trusted: Networks
    full_addresses: bool
    form: Form
    metrics: Endpoint | None
    watch: bool
    print: str
    limits: Limits
    given: tuple[str, ...]
    """Those about logging, proxies and limits once more as words, for whoever starts it later."""


def parsed(words: Sequence[str], environment: Mapping[str, str]) -> Options:
    """Return what `words`, and variables of the environment, say.

    Raises:
        UsageError: They make no sense.
        HelpAsked: Help is wanted.
    """
    told = _parser().parse_args(list(words))
    if told.alone:
        raise UsageError(f"“{_cut(told.alone[0])}” stands alone: a homepage is given as --site FOLDER")
    try:
        bounds = limits(vars(told), environment)
    except LimitError as error:
        raise UsageError(str(error)) from None
    chosen = told.site or [site for site in (environment.get("TUI_HOME_SITE", ""),) if site and not told.sites]
    return Options(
        houses=_houses(chosen, alone=not told.sites),
        folder=Path(told.sites) if told.sites else None,
        host=told.host.strip("[]"),
        port=None if told.port is None else _port(told.port, "--port", least=0),
        public=_endpoint(told.advertise, "--advertise", 22) if told.advertise else None,
        host_key=told.host_key,
        deny=Path(told.deny) if told.deny else None,
        trusted=_networks(told.trust_proxy),
        full_addresses=told.log_address == "full",
        form=Form(told.log_format),
        metrics=_metrics(told),
        watch=told.watch,
        print=told.print or "",
        limits=bounds,
        given=_given(told, environment),
    )


def help_text() -> str:
    """Return the help with the guide below it."""
    return f"{_parser().format_help()}\n{GUIDE}"


def _parser() -> Parser:
    parser = Parser("tui-home serve ssh", description="Serve homepages to everybody over SSH, safe to leave open.")
    parser.usage = "tui-home serve ssh [--site [NAME=]FOLDER …] [--sites FOLDER] [--port N] [options]"
    add = parser.add_argument
    add(
        "--site",
        metavar="FOLDER",
        action="append",
        help="the homepage; TUI_HOME_SITE, else the packaged one. Of several each is NAME=FOLDER, for ssh NAME@HOST",
    )
    add("alone", nargs="*", help=SUPPRESS)
    add("--sites", metavar="FOLDER", help="each folder in it is a homepage, too, for ssh FOLDER'S-NAME@HOST")
    add("--host", metavar="ADDRESS", default="", help="where to listen; every address, IPv4 and IPv6, by default")
    add("--port", metavar="N", help=f"{DEFAULT_PORT} by default; 22 needs --print systemd")
    add("--advertise", metavar="HOST[:PORT]", default="", help="how visitors reach it, if that is something else")
    add("--host-key", metavar="FILE", default="", help="made when it is not there; in the state directory by default")
    add("--deny", metavar="FILE", help="addresses and networks not let in, one a line; read again when it changes")
    add("--trust-proxy", metavar="CIDR", action="append", default=[], help="a proxy; only it must send PROXY headers")
    add("--log-address", choices=("short", "full"), default="short", help="full for fail2ban; short by default")
    add("--log-format", choices=tuple(map(str, Form)), default=str(Form.TEXT), help="text (logfmt) by default")
    add(
        "--metrics", metavar="HOST:PORT", help="answer GET /metrics (for Prometheus) and /healthz there; off by default"
    )
    add("--metrics-public", action="store_true", help="… also where others than this machine can ask")
    add("--watch", action="store_true", help="show what changes in the folders at once; without it at SIGHUP")
    add("--print", choices=PRINTS, help="print a hardened unit or a Containerfile for these options, and stop")
    bounds = parser.add_argument_group("limits", "Each is also a variable: --max-visits is TUI_HOME_SSH_MAX_VISITS.")
    for setting in SETTINGS:
        bounds.add_argument(setting.option, metavar="N", default=None, help=setting.help.replace("%", "%%"))
    return parser


def _houses(sites: Sequence[str], *, alone: bool) -> tuple[House, ...]:
    if alone and len(sites) == 1 and not _named(sites[0]):
        return (House("", Path(sites[0])),)
    houses = [_house(site) for site in sites]
    names = [house.name for house in houses]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"two homepages are called {name}")
    return tuple(houses)


def _named(site: str) -> bool:
    name, equals, _ = site.partition("=")
    return bool(equals) and "/" not in name and not Path(site).is_dir()


def _house(site: str) -> House:
    name, _, folder = site.partition("=")
    if not (_named(site) and folder):
        raise UsageError(f"several homepages need names, as in --site ada=FOLDER, not “{_cut(site)}”")
    if name in RESERVED:
        raise UsageError(f"“{name}” as a user name means something else: reading line by line; take another")
    if not NAME.fullmatch(name):
        better = f"; {user_name(name)} can" if user_name(name) else ""
        raise UsageError(f"“{_cut(name)}” cannot be a user name of at most 32 of a-z 0-9 - _ and .{better}")
    return House(name, Path(folder))


def _networks(texts: Sequence[str]) -> Networks:
    try:
        return Networks.of(*(text for given in texts for text in given.replace(",", " ").split()))
    except ValueError:
        raise UsageError("--trust-proxy takes an address or a network, as in 10.0.0.0/8 or ::1") from None


def _endpoint(text: str, option: str, port: int | None = None, least: int = 1) -> Endpoint:
    """Return the host and port that `text` names; `port` where it may leave that out."""
    matched = re.fullmatch(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>[0-9]+))?", text)
    if not matched or (matched["port"] is None and port is None):
        raise UsageError(f"{option} takes HOST:PORT, not “{_cut(text)}”")
    return Endpoint(matched["host"].strip("[]"), _port(matched["port"] or str(port), option, least))


def _metrics(told: Namespace) -> Endpoint | None:
    """Return where metrics are answered: nobody is asked there who they are, so it is this machine's affair."""
    if not told.metrics:
        return None
    place = _endpoint(told.metrics, "--metrics", least=0)
    if not (told.metrics_public or _is_loopback(place.host)):
        raise UsageError("--metrics is for this machine: 127.0.0.1, ::1 or localhost; others, too: --metrics-public")
    return place


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _port(text: str, option: str, least: int = 1) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or not least <= int(text) <= _HIGHEST_PORT:
        raise UsageError(f"{option}: a port is a number from {least} to {_HIGHEST_PORT}, not “{_cut(text)}”")
    return int(text)


def _given(told: Namespace, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the options that a server started elsewhere wants, too; there it has not these variables."""
    pairs = [("--advertise", told.advertise), *(("--trust-proxy", network) for network in told.trust_proxy)]
    pairs += [("--metrics", told.metrics or "")]
    pairs += [("--log-address", told.log_address if told.log_address != "short" else "")]
    pairs += [("--log-format", told.log_format if told.log_format != Form.TEXT else "")]
    pairs += [
        (setting.option, getattr(told, setting.field) or environment.get(setting.variable, "")) for setting in SETTINGS
    ]
    words = [word for option, value in pairs if value for word in (option, value)]
    flags = {"--metrics-public": told.metrics_public, "--watch": told.watch}
    return (*words, *(flag for flag, wanted in flags.items() if wanted))


def _cut(text: str) -> str:
    return printable(text)[:_SHOWN]
