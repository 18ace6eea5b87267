"""The way in: what was answered before is said again; else a door is chosen. Nothing heavy is imported before that."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
_SERVE = "serve"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run tui-home with `arguments` (the process's by default); return the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    # Nearly all that a start makes is there to stay; looking for rubbish in it takes a twentieth of the time.
    gc.disable()
    try:
        return _run(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: one line in place of a traceback
        from tui_home.doors.failure import answer_to  # noqa: PLC0415 - only after one
        from tui_home.doors.pipe import say  # noqa: PLC0415 - likewise

        return say(answer_to(error, words))
    finally:
        gc.enable()


def _run(words: Sequence[str]) -> int:
    if words and words[0] == _SERVE:
        from tui_home.doors.serve import serve  # noqa: PLC0415 - few have visitors of their own

        return serve(words[1:], os.environ)
    from tui_home.doors.first_screen import first_screen  # noqa: PLC0415 - not for a server
    from tui_home.doors.recalled import Memory  # noqa: PLC0415 - likewise
    from tui_home.terminal.environment import read_environment  # noqa: PLC0415 - likewise

    environment = read_environment()
    memory = Memory.of(words, environment)
    recalled = memory.recall()
    if recalled.text:
        from tui_home.doors.pipe import put  # noqa: PLC0415 - not before the first screen

        put(sys.stdout, recalled.text)
        return 0
    with first_screen(memory, recalled.screen) as first:
        from tui_home.doors.command import run  # noqa: PLC0415 - what it imports is what takes the time

        return run(words, environment, memory, first)
