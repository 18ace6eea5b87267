from __future__ import annotations

from collections.abc import Callable

import pytest

from tui_home.document.walk import text_of
from tui_home.model.inline import plain_text
from tui_home.model.site import Site
from tui_home.model.view import DEFAULT_VIEW
from tui_home.sections import sections_of

Opened = Callable[..., Site]
THEMES = 'Powered by <a href="https://jekyllrb.com/">Jekyll</a> with <a href="https://a.example">al-folio</a> theme.'


def opened(site: Opened, config: str) -> Site:
    return site({"_config.yml": f"first_name: Ann\nlast_name: Doe\nemail: a@a.example\n{config}"})


def test_description_footer_and_note_are_read(site: Opened) -> None:
    found = opened(
        site,
        "description: >\n  I study\n  *bees*.\nfooter_text: Set in <b>Garamond</b> by [Bo](https://b.example).\n"
        "contact_note: Email &amp; patience work best.\n",
    )
    assert found.description == "I study bees."
    assert plain_text(found.footer).strip() == "Set in Garamond by Bo."
    assert [span.link.url for span in found.footer if span.link] == ["https://b.example"]
    assert plain_text(found.contact_note).strip() == "Email & patience work best."


def test_footer_ends_about_and_the_note_ends_contact(site: Opened) -> None:
    found = opened(site, "footer_text: The foot.\ncontact_note: The note.\n")
    last = {section.id: text_of(section.compose(found, DEFAULT_VIEW)[-1:]).strip() for section in sections_of(found)}
    assert (last["about"], last["contact"]) == ("The foot.", "The note.")


@pytest.mark.parametrize(
    ("footer", "kept"),
    [
        (f"{THEMES} Hosted by <a href='https://a.example'>GitHub Pages</a>. Photos from Unsplash.", ""),
        (f"{THEMES} Drawn by Bo.", "Drawn by Bo."),
        ("Powered by coffee.", "Powered by coffee."),
    ],
)
def test_what_the_theme_says_of_itself_is_left_out(site: Opened, footer: str, kept: str) -> None:
    assert plain_text(opened(site, f'footer_text: "{footer.replace(chr(34), chr(39))}"\n').footer).strip() == kept


def test_the_themes_own_note_and_description_are_left_out(site: Opened) -> None:
    found = opened(
        site,
        "description: A simple, whitespace theme for academics. "
        "Based on [*folio](https://github.com/bogoli/-folio) design.\n"
        "contact_note: You can even add a little note about which of these is the best way to reach you.\n",
    )
    assert (found.description, found.contact_note) == ("", ())


def test_the_words_of_the_older_plug_in_win_too(site: Opened) -> None:
    found = site(
        {"_config.yml": "languages: [en, fr]\n", "_i18n/en.yml": "main: {contact_note: Write., footer_text: F}\n"}
    )
    assert (plain_text(found.contact_note), plain_text(found.footer)) == ("Write.", "F")


def test_the_templates_words_win_in_a_site_of_several_languages(site: Opened) -> None:
    found = site(
        {
            "_config.yml": "languages: [en, fr]\ncontact_note: Write.\n",
            "_data/en/strings.yml": "contact_note: Write to me.\nsite_description: A place.\n",
        }
    )
    assert (plain_text(found.contact_note), found.description) == ("Write to me.", "A place.")
