"""An al-folio homepage as a terminal program: full screen, down a pipe, over SSH."""

__version__ = "0.1.0"
