"""What is plainly no YAML and is put right before anyone tries to read it as such."""

from __future__ import annotations

from tui_home.model.problem import Edit, Origin, Problem, Severity
from tui_home.text.patterns import pattern
from tui_home.text.safe import printable

_BLOCK = pattern(r"([ \t]*)(?:- )?[^\s#'\"][^:#]{0,80}:[ \t]+[|>][-+0-9]{0,2}[ \t]*(?:#.*)?")
_GLUED = pattern(r"([A-Za-z_][\w-]{0,40}):([^\s/:'\"][^:]*|['\"].*)")
_PLAIN_PAIR = pattern(r"[ \t]*(?:- )?[A-Za-z_][\w-]{0,40}:[ \t]+[^'\"|>\s].*")
_CONFLICT = ("<<<<<<< ", ">>>>>>> ", "||||||| ")
_OPEN, _CLOSE = "<!--", "-->"
_MOST_PROBLEMS = 20


def prepared(lines: list[str], origin: Origin) -> tuple[list[str], list[Problem]]:
    """Return the lines of some YAML, as many as before, and what was wrong in them.

    HTML comments and a merge's marks are emptied, a blank is put behind a key's colon where it is missing, and HTML
    below a key's ``>`` is indented. What stands in a text of several lines is left alone: there, all may be meant.

    Args:
        lines: As written.
        origin: Where the first one stands.
    """
    if not _is_suspect(lines):
        return lines, []
    made = list(lines)
    problems: list[Problem] = []
    comment, block, loose = False, -1, False
    conflict = any(line.startswith(_CONFLICT) for line in lines)
    for at, line in enumerate(lines):
        depth = len(line) - len(line.lstrip())
        if comment:
            comment = _CLOSE not in line
            made[at] = "" if comment else line.partition(_CLOSE)[2]
        elif block >= 0 and (not line.strip() or depth > block):
            continue
        elif block >= 0 and line.lstrip()[:1] == "<" and not line.lstrip().startswith(("<<", _OPEN)):
            made[at] = " " * (block + 2) + line.lstrip()
            problems += [] if loose else [_loose(origin, at)]
            loose = True
        elif conflict and (line.startswith(_CONFLICT) or line.rstrip() == "======="):
            made[at] = ""
            if line.startswith(_CONFLICT[0]):
                problems.append(_conflict(origin, at))
        else:
            found = _BLOCK.fullmatch(line)
            block, loose = (len(found[1]) if found else -1), False
            made[at], problem, comment = _mended(line, origin, at)
            problems += [problem] if problem else []
    return made, problems[:_MOST_PROBLEMS]


def _is_suspect(lines: list[str]) -> bool:
    return any("<" in line or line.startswith(_CONFLICT) or _GLUED.fullmatch(line) for line in lines)


def _loose(origin: Origin, at: int) -> Problem:
    message = "The text below the key is not indented; taken for its value"
    return origin.problem(Severity.WARNING, message, "indent it further than its key", at=at)


def _mended(line: str, origin: Origin, at: int) -> tuple[str, Problem | None, bool]:
    """Return a line put right, what was wrong in it, and whether a comment that began in it goes on."""
    if line.lstrip().startswith(_OPEN) or (_OPEN in line and _PLAIN_PAIR.fullmatch(line)):
        before, _, rest = line.partition(_OPEN)
        message = "An HTML comment stands in the YAML; it is left out"
        problem = origin.problem(Severity.WARNING, message, "begin each of its lines with #", at=at)
        goes_on = _CLOSE not in rest
        after = "" if goes_on else rest.partition(_CLOSE)[2]
        return (before + after).rstrip(), problem, goes_on
    if glued := _GLUED.fullmatch(line):
        mended = f"{glued[1]}: {glued[2]}"
        key = printable(glued[1])
        problem = Problem(
            Severity.WARNING,
            origin.file,
            origin.line + at,
            f"There is no blank behind “{key}:”; taken for one",
            f"write “{key}: …”",
            edits=(Edit(origin.line + at, line, mended),),
        )
        return mended, problem, False
    return line, None, False


def _conflict(origin: Origin, at: int) -> Problem:
    message = "The file holds a merge that was not finished; of values that stand twice the last one counts"
    return origin.problem(Severity.ERROR, message, "choose one side and delete the other, with its marks", at=at)
