"""RenderCV's form and JSON Resume's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tui_home.document.walk import links
from tui_home.model.inline import LinkKind

Read = Callable[[dict[str, str]], Any]

RENDERCV = """
cv:
  name: Ada Byron
  label: Analyst
  email: ada@ada.example
  website: https://ada.example/
  location: London
  image: ada.jpg
  summary: Writes *notes*.
  social_networks:
    - network: GitHub
      username: ada
    - network: Telegraph
      username: adab
  sections:
    Education:
      - institution: Home
        area: Mathematics
        degree: PhD
        start_date: 1828-09
        end_date: 1832-05
        location: Kirkby
        highlights: ["GPA: **4.0**"]
    experience_abroad:
      - company: Society
        position: Analyst
        start_date: 1842
        end_date: present
        summary: |
          First.

          Second.
    Publications:
      - title: Notes
        authors: ["*Ada Byron*", L. Menabrea]
        date: 1843-08
        journal: Memoirs
        doi: 'doi: 10.1000/182'
    Talks:
      - name: On Engines
        date: Fall 1843
        highlights: []
    Skills:
      - label: Languages
        details: English, French
    Notes:
      - bullet: One.
      - bullet: Two.
    Text:
      - Only a text.
design:
  theme: classic
"""

RESUME = """{
  // a comment
  "basics": {
    "name": "Ada Byron", "label": "Analyst", "image": "x.png", "email": "ada@ada.example", "url": "https://ada.example",
    "summary": "Writes.",
    "location": {"address": "12 St James", "city": "London", "countryCode": "GB"},
    "profiles": [{"network": "GitHub", "username": "ada", "url": "https://github.com/ada"}],
  },
  "work": [{"name": "Society", "position": "Analyst", "url": "https://s.example", "startDate": "1842-01-01",
            "endDate": "", "highlights": ["Notes // no comment", ""]}],
  "volunteer": [{"organization": "Aid", "position": "Helper", "startDate": "1840-02-01", "endDate": "1841-03-01"}],
  "education": [{"institution": "Home", "area": "Maths", "studyType": "PhD", "score": "4.0", "courses": ["A", "B"]}],
  "awards": [{"title": "Medal", "date": "1844-01-01", "awarder": "King", "summary": ""}],
  "certificates": [{"name": "Riding", "date": "1839-05-01", "issuer": "Stable", "icon": "fa-horse"}],
  "publications": [{"name": "Notes", "publisher": "Memoirs", "releaseDate": "1843-08-01"}],
  "skills": [{"name": "Maths", "level": "Master", "keywords": ["Numbers", "Tables"]}],
  "languages": [{"language": "English", "fluency": "Native"}],
  "interests": [{"name": "Horses", "keywords": ["Racing"]}],
  "references": [{"name": "C. Babbage", "reference": "An enchantress of numbers."}],
  "projects": [{"name": "Flyology", "description": "A book.", "startDate": "1828-01-01", "endDate": "1828-01-01"}],
  "service": [{"role": "Chair", "event": "Salon", "year": "1845"}], /* and
  no more */
  "meta": {"version": "v1"}
}
"""


def test_rendercv(said: Read) -> None:
    cv = said({"_data/cv.yml": RENDERCV})
    assert cv.titles == [
        *("General information", "Summary", "Education", "Experience abroad", "Publications", "Talks"),
        *("Skills", "Notes", "Text"),
    ]
    assert cv.text("General information").splitlines() == [
        *("Name  Ada Byron", "Title  Analyst", "Email  ada@ada.example", "Location  London", "Website  ada.example"),
        *("GitHub  ada", "Telegraph  adab"),
    ]
    assert cv.text("Summary") == "Writes notes."
    assert cv.entries("Education") == [("Sep 1828 – May 1832", "PhD, Mathematics", "Home", "Kirkby", "- GPA: 4.0")]
    assert cv.entries("Experience abroad") == [("1842 – present", "Analyst", "Society", "", "First.\n\nSecond.")]
    assert cv.entries("Publications") == [("Aug 1843", "Notes", "Ada Byron, L. Menabrea\nMemoirs", "", "")]
    assert cv.entries("Talks") == [("Fall 1843", "On Engines", "", "", "")]
    assert cv.text("Skills") == "Languages  English, French"
    assert cv.text("Notes") == "- One.\n- Two."
    assert cv.text("Text") == "Only a text."
    assert cv.problems == ()


def test_addresses_lead_somewhere(said: Read) -> None:
    cv = said({"_data/cv.yml": RENDERCV}).cv
    found = {link.url: link.kind for link in links(cv.parts[0].blocks)}
    assert found == {
        "mailto:ada@ada.example": LinkKind.EMAIL,
        "https://ada.example/": LinkKind.WEB,
        "https://github.com/ada": LinkKind.WEB,
    }
    title = cv.parts[4].entries[0].title
    assert title[0].link
    assert title[0].link.url == "https://doi.org/10.1000/182"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("engine.example.com/notes", "https://engine.example.com/notes"),
        ("www.engine.example", "https://www.engine.example"),
        ("slides.pdf", "https://ada.example/cv/slides.pdf"),
        ("/talks/", "https://ada.example/talks/"),
        ("doi:10.1000/182", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_an_address_may_lack_its_scheme(said: Read, written: str, url: str) -> None:
    talk = f"cv:\n  sections:\n    Talks:\n      - name: Engines\n        date: 1843\n        url: {written}\n"
    (entry,) = said({"_data/cv.yml": talk}).cv.parts[0].entries
    assert [span.link.url if span.link else "" for span in entry.title] == [url]
    assert bool(entry.blocks) == (not url)


def test_keywords_need_no_name(said: Read) -> None:
    skills = "cv:\n  sections:\n    Skills:\n      - name: Maths\n        keywords: [Sums, Tables]\n      - And more.\n"
    cv = said({"_data/cv.yml": skills})
    assert cv.entries("Skills") == [("", "Maths", "", "", "Sums, Tables")]
    assert cv.text("Skills") == "And more."


def test_json_resume(said: Read) -> None:
    cv = said({"assets/json/resume.json": RESUME})
    assert cv.problems == ()
    assert cv.titles == [
        *("General information", "Summary", "Experience", "Volunteering", "Education", "Honors and awards"),
        *("Certificates", "Publications", "Skills", "Languages", "Interests", "References", "Projects", "Service"),
    ]
    assert cv.text("General information").splitlines() == [
        *("Name  Ada Byron", "Title  Analyst", "Email  ada@ada.example", "Location  12 St James, London, GB"),
        *("Website  ada.example", "GitHub  ada"),
    ]
    assert cv.entries("Experience") == [("1842 – present", "Analyst", "Society", "", "- Notes // no comment")]
    assert cv.entries("Volunteering") == [("Feb 1840 – Mar 1841", "Helper", "Aid", "", "")]
    assert cv.entries("Education") == [("", "PhD, Maths", "Home", "", "Courses: A, B\nScore: 4.0")]
    assert cv.entries("Honors and awards") == [("1844", "Medal", "King", "", "")]
    assert cv.entries("Certificates") == [("May 1839", "Riding", "Stable", "", "")]
    assert cv.entries("Publications") == [("Aug 1843", "Notes", "Memoirs", "", "")]
    assert cv.text("Skills") == "Maths  Master · Numbers, Tables"
    assert cv.text("Languages") == "English  Native"
    assert cv.text("Interests") == "Horses  Racing"
    assert cv.entries("References") == [("", "C. Babbage", "", "", "An enchantress of numbers.")]
    assert cv.entries("Projects") == [("1828", "Flyology", "", "", "A book.")]
    assert cv.entries("Service") == [("1845", "Chair", "Salon", "", "")]


def test_the_configuration_orders_the_sections(said: Read) -> None:
    config = "url: https://a.example\njsonresume:\n  - skills\n  - work\n"
    cv = said({"assets/json/resume.json": RESUME, "_config.yml": config})
    assert cv.titles[2:5] == ["Skills", "Experience", "Volunteering"]


def test_sections_may_stand_beside_the_head(said: Read) -> None:
    cv = said({"_data/cv.yml": "name: Ada\nprofiles: []\nTalks:\n  - title: One\n    date: 1843\n"})
    assert cv.titles == ["General information", "Talks"]


@pytest.mark.parametrize(
    ("section", "shown"),
    [("null", []), ("a text", ["Talks"]), ("7", ["Talks"]), ("true", []), ("[]", []), ("{a: {b: [c]}}", ["Talks"])],
)
def test_a_section_may_be_anything(said: Read, section: str, shown: list[str]) -> None:
    cv = said({"_data/cv.yml": f"cv:\n  sections:\n    Talks: {section}\n    Text: [x]\n"})
    assert cv.titles == [*shown, "Text"]
