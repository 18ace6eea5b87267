"""The curriculum vitae, in whichever form a site has it."""

from tui_home.sources.jekyll.cv.reader import read_cv

__all__ = ["read_cv"]
