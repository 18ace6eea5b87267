"""What is written to take a visitor's terminal for the full screen, and to give it back (xterm's ctlseqs; kitty's)."""

MOUSE = ("\x1b[?1000h", "\x1b[?1003h", "\x1b[?1015h", "\x1b[?1006h")
KITTY = "\x1b[>25u"
"""Kitty's keyboard: no key looks like another, all are told, with their text."""
KITTY_OFF = "\x1b[<u"
START = "\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l"
"""No cursor; tell of the focus; mark what is pasted; do not wrap."""
STOP = "\x1b[?2004l\x1b[?1004l\x1b[?7h"
ALTERNATE, NORMAL = "\x1b[?1049h", "\x1b[?1049l\x1b[?25h"
MODERN = ("\x1b]", "\x1b[>", "\x1b[<")
"""What an old terminal would print."""
