"""Opens links in the visitor's browser, when that is on this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import PurePath

from tui_home.model.record import record
from tui_home.terminal.capabilities import Capabilities
from tui_home.text.urls import safe_url

# These would take the terminal that we draw on.
_TEXT_BROWSERS = frozenset(
    {"www-browser", "links", "links2", "elinks", "lynx", "w3m", "browsh", "carbonyl", "cha", "edbrowse", "emacs"}
)


@record
class Opened:
    """What became of a wish to open a URL."""

    done: bool
    """Whether a browser was told to open it."""
    url: str
    """The URL as it would be opened; empty when it is none that we open."""

    @property
    def given(self) -> str:
        """What is taken along by hand where this did not come true."""
        return self.url

    def sentence(self) -> str:
        """Return one line for the visitor."""
        if self.done:
            return f"Opening {self.url} in your browser"
        return f"Open it on your machine: {self.url}" if self.url else "This leads nowhere that can be opened."


class Opener:
    """One visitor's browser."""

    def __init__(self, capabilities: Capabilities, *, launch: Callable[[str], bool] | None = None) -> None:
        """Open in the browser of a visitor with `capabilities`; `launch` starts it and says whether there is one."""
        self.capabilities = capabilities
        """Of the terminal as it is known now; its `Visitor` keeps it up to date."""
        self._launch = launch or launch_browser

    def open(self, url: str) -> Opened:
        """Open an http, https or mailto `url`; a remote visitor is only told it."""
        url = safe_url(url)
        if not url or self.capabilities.remote:
            return Opened(done=False, url=url)
        return Opened(done=self._launch(url), url=url)


def launch_browser(url: str) -> bool:
    """Start this machine's browser and do not wait for it; False when it has none, or one that needs a terminal."""
    import subprocess  # noqa: PLC0415 - most visits open nothing
    import threading  # noqa: PLC0415 - likewise

    if not sys.executable or not _has_browser():
        return False
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter; the URL is one argument
            [sys.executable, "-P", "-m", "webbrowser", url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return False
    # Somebody has to wait for it, or it stays behind as a zombie.
    threading.Thread(target=process.wait, daemon=True).start()
    return True


def _has_browser() -> bool:
    import webbrowser  # noqa: PLC0415 - only when something is opened

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return PurePath(str(getattr(browser, "name", ""))).stem not in _TEXT_BROWSERS
