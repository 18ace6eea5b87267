"""``bib``: the papers' BibTeX, for a file of one's own."""

from __future__ import annotations

from argparse import Namespace

from tui_home.model.site import Publication, Site
from tui_home.text.safe import copyable, printable
from tui_home.text.suggest import closest
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, Setting, UsageError
from tui_home.verbs.parser import Parser


def configure_bib(parser: Parser) -> None:
    """Add the words of ``bib``."""
    parser.add_argument("keys", metavar="KEY", nargs="*", help="an entry's citation key; all entries by default")


def bib(site: Site, options: Namespace, setting: Setting) -> Outcome:
    """Return the entries with ``options.keys``, each once, in the order of the homepage; all when there are no keys.

    Raises:
        UsageError: There is no such entry.
    """
    entries = {paper.key: paper for paper in site.publications if paper.bibtex.strip()}
    if not entries:
        return Outcome(status=WRONG_USAGE, error="This homepage has no BibTeX.\n")
    wanted = {_key(key, entries, setting.program) for key in options.keys}
    chosen = (paper for key, paper in entries.items() if key in wanted or not wanted)
    return Outcome("\n".join(f"{copyable(paper.bibtex).strip()}\n" for paper in chosen))


def _key(written: str, entries: dict[str, Publication], program: str) -> str:
    """Return the key that was meant: written so, or so but for its case."""
    if written in entries:
        return written
    same = [key for key in entries if key.casefold() == written.casefold()]
    if len(same) == 1:
        return same[0]
    near = closest(written, entries)
    guess = f"; did you mean {printable(near)}?" if near else f"; {program} papers lists what there is"
    raise UsageError(f"there is no entry “{printable(written)}”{guess}")
