"""How many files this process may open at once; raised as far as the system lets us."""

from __future__ import annotations

import sys


def allowed_files(wanted: int) -> int | None:
    """Return how many files may be open at once, after having raised that to `wanted` where possible; None: no limit.

    The soft limit is often 1,024 though the hard one is far higher (systemd's advice is to raise it oneself, as its
    soft one is kept low for programs that use select()).
    """
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return None
    highest = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if highest > soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (highest, hard))
    return max(soft, highest)
