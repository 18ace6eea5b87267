"""``python -m tui_home``."""

from __future__ import annotations

import sys

from tui_home.cli import main

if __name__ == "__main__":
    sys.exit(main())
