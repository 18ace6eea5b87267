"""``check --fix``: what is certain is mended, once the owner has seen it and said yes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from tui_home.model.look import Depth
from tui_home.output.diff import diff
from tui_home.output.problems import said
from tui_home.output.problems_formats import problems_json
from tui_home.sources.checking import Checked, check_site
from tui_home.sources.mending import Left, Plan, plan_mending
from tui_home.sources.writing import Mended, write
from tui_home.text.safe import printable
from tui_home.verbs.check import depth_of, listed, status_of
from tui_home.verbs.outcome import WRONG_USAGE, Outcome, Setting
from tui_home.verbs.ownership import Owner


def fix(found: Checked, options: Namespace, owner: Owner, setting: Setting) -> Outcome:
    """Show what mending changes, ask, mend, and return what remains; nothing is written with ``--dry-run``.

    Args:
        found: What the check has found.
        options: Those of ``check``.
        owner: Who is asked.
        setting: Width and colours.
    """
    if options.yes and not options.fix:
        return Outcome(status=WRONG_USAGE, error="tui-home: --yes goes with --fix\n")
    plan = plan_mending(found)
    shown = _differences(plan, setting)
    question = f"Mend {_places(plan.files)}?"
    if options.dry_run:
        would = f"This is what --fix would mend: {_places(plan.files)}. Nothing was changed.\n"
        return _answer(found, plan, options, setting, shown + (would if plan.files else _nothing(found)))
    if not plan.files:
        return _answer(found, plan, options, setting, _nothing(found), remaining=True)
    if not options.yes:
        if owner.ask is None:
            error = f"tui-home: nothing was changed; to {question[0].lower()}{question[1:-1]}, add --yes\n"
            return Outcome("" if options.format == "json" else shown, WRONG_USAGE, error)
        if not owner.ask(f"{shown}{question} [y/N] "):
            return Outcome("Nothing was changed.\n", status_of(found.problems))
        shown = ""
    failed = [Left(file.path, reason) for file in plan.files if (reason := write(found.root, file))]
    kept = {left.path for left in failed}
    done = Plan(tuple(file for file in plan.files if file.path not in kept), (*plan.left, *failed))
    again = check_site(found.root)
    return _answer(again, done, options, setting, f"{shown}Mended {_places(done.files)}.\n", remaining=True)


def _answer(
    found: Checked, plan: Plan, options: Namespace, setting: Setting, said_first: str, *, remaining: bool = False
) -> Outcome:
    """Return what was done, what was left alone, and with `remaining` what a check still finds."""
    status = status_of(found.problems)
    if options.format == "json":
        return Outcome(problems_json(found.root, found.problems, plan.files, plan.left), status)
    left = "".join(f"Left alone: {printable(file.path)}. {said(file.reason)}\n" for file in plan.left)
    rest = listed(found, options, setting) if remaining and found.problems else ""
    if options.format == "github":
        return Outcome(rest, status, said_first + left)
    return Outcome("\n".join(part for part in (said_first + left, rest) if part), status)


def _differences(plan: Plan, setting: Setting) -> str:
    """Return the unified diffs of all files, an empty line after them."""
    depth = depth_of(setting)
    coloured, inks = depth is not None and depth > Depth.NONE, depth is not None
    drawn = "".join(diff(file.path, *_texts(file), coloured=coloured, inks=inks) for file in plan.files)
    return f"{drawn}\n" if drawn else ""


def _texts(file: Mended) -> tuple[str, str]:
    r"""Return a file before and after as text with ``\n`` line ends; what is not UTF-8 is shown as U+FFFD."""
    before, after = (
        data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        for data in (file.before, file.after)
    )
    return before, after


def _nothing(found: Checked) -> str:
    if found.problems:
        return "There is nothing that can be mended with certainty; the rest needs you.\n"
    return "There is nothing to mend.\n"


def _places(files: Iterable[Mended]) -> str:
    files = tuple(files)
    places = sum(file.places for file in files)
    return f"{places} place{'' if places == 1 else 's'} in {len(files)} file{'' if len(files) == 1 else 's'}"
