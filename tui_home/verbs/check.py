"""``check``: what is wrong in a site, for its owner; with ``--fix`` also mended where that is certain."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tui_home.model.look import Depth
from tui_home.model.problem import Problem, Severity
from tui_home.output.problems import problems_text
from tui_home.sources import NoSiteError
from tui_home.sources.checking import Checked, check_site
from tui_home.sources.packaged import packaged_content
from tui_home.text.safe import printable
from tui_home.verbs.outcome import DONE, Outcome, Setting
from tui_home.verbs.ownership import Owner
from tui_home.verbs.parser import Parser

HAS_ERRORS = 1


def configure_check(parser: Parser) -> None:
    """Add the words of ``check``."""
    parser.add_argument("path", metavar="PATH", nargs="?", help="an al-folio folder; --site, else this one by default")
    parser.add_argument("--fix", action="store_true", help="mend what is certain, after showing it and asking")
    parser.add_argument("--dry-run", action="store_true", help="show what --fix would change, and change nothing")
    parser.add_argument("--yes", action="store_true", help="with --fix: do not ask")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="text by default")


def check(options: Namespace, owner: Owner, setting: Setting) -> Outcome:
    """Return every Problem of the site, by file; the status is 1 when there are errors.

    Raises:
        NoSiteError: There is none.
    """
    found = _found(options.path or owner.chosen)
    if options.yes or options.fix or options.dry_run:
        from tui_home.verbs.fix import fix  # noqa: PLC0415 - most checks only look

        return fix(found, options, owner, setting)
    return Outcome(listed(found, options, setting), status_of(found.problems))


def listed(found: Checked, options: Namespace, setting: Setting) -> str:
    """Return the Problems in the format that `options` name."""
    if options.format == "github":
        from tui_home.output.problems_formats import problems_github  # noqa: PLC0415 - one format is enough

        return problems_github(found.problems, _from_here(found.root))
    if options.format == "json":
        from tui_home.output.problems_formats import problems_json  # noqa: PLC0415 - one format is enough

        return problems_json(found.root, found.problems)
    if not found.problems:
        return f"All is well in {printable(str(found.root))}: nothing is damaged, and nothing it names is missing.\n"
    return problems_text(found.problems, setting.width, depth_of(setting))


def depth_of(setting: Setting) -> Depth | None:
    """Return the colours of what is printed; None when it is text alone."""
    return setting.visitor.capabilities.depth if setting.format == "ansi" else None


def status_of(problems: tuple[Problem, ...]) -> int:
    """Return the exit code for a site with these Problems."""
    return HAS_ERRORS if any(problem.severity is Severity.ERROR for problem in problems) else DONE


def _found(chosen: str) -> Checked:
    """Check the site that was chosen; without a choice this folder when it is one, else the packaged homepage."""
    if "://" in chosen or "@" in chosen:
        _refuse_elsewhere(chosen)
    if chosen:
        return check_site(Path(chosen))
    try:
        return check_site(Path())
    except NoSiteError:
        return check_site(packaged_content())


def _refuse_elsewhere(chosen: str) -> None:
    from tui_home.sources.git import git_url  # noqa: PLC0415 - few sites come from git

    if url := git_url(chosen):
        raise NoSiteError(f"{url.shown} is not on this disk; clone it, and check the copy.")


def _from_here(root: Path) -> str:
    """Return the site's folder as GitHub counts it, from where the workflow runs; "" for that one itself."""
    here = Path.cwd()
    return root.relative_to(here).as_posix() if root != here and root.is_relative_to(here) else ""
