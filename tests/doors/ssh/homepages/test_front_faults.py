from __future__ import annotations

from dataclasses import replace

from tests.doors.ssh.homepages.keeping import SITE
from tui_home.doors.ssh.homepages.front_faults import front_faults
from tui_home.model.problem import Problem, Severity


def test_half_of_a_front_page_is_a_fault_and_a_word_in_its_text_is_none() -> None:
    text = "---\ntitle: x\n---\n\nbody\n"
    found = [
        Problem(Severity.ERROR, "_config.yml", 9, "no key"),
        Problem(Severity.ERROR, "_pages/about.md", 2, "no value"),
        Problem(Severity.ERROR, "_pages/about.md", 5, "in the text"),
        Problem(Severity.ERROR, "_pages/cv.md", 1, "elsewhere"),
        Problem(Severity.WARNING, "_config.yml", 1, "odd"),
        Problem(Severity.WARNING, "_config.yml", 1, "The YAML is broken at “x”"),
        Problem(Severity.ERROR, "_pages/about.md", None, "cannot be read"),
    ]
    site = replace(SITE, problems=tuple(found))
    assert front_faults(site, lambda _: text) == (
        "_config.yml: no key", "_pages/about.md: no value", "_config.yml: The YAML is broken at “x”",
        "_pages/about.md: cannot be read",
    )  # fmt: skip
    assert front_faults(replace(SITE, problems=()), lambda _: " ") == ("_config.yml: nothing is in it",)
    # Nothing ends the front matter: all of it is that.
    assert "_pages/about.md: in the text" in front_faults(site, lambda _: text.replace("---\n\n", "\n\n"))
