"""Jekyll's filters, and al-folio's."""

from __future__ import annotations

import pytest

from tests.sources.jekyll.liquid.conftest import Evaluate

_DATA = """
people:
  - {name: Ada, year: 1843, tags: [math, code], star: true}
  - {name: Mary, tags: [science]}
  - {name: Emmy, year: 1918, tags: [math]}
numbers: [10, 9, "2", b, a]
"""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'/a/b.png' | relative_url", "/me/a/b.png"),
        ("'a/b.png' | relative_url", "/me/a/b.png"),
        ("'/me/a' | relative_url", "/me/a"),
        ("'https://y.org/a' | relative_url", "https://y.org/a"),
        ("'/a' | absolute_url", "https://x.org/me/a"),
        ("'/a' | prepend: site.baseurl | prepend: site.url", "https://x.org/me/a"),
        ("nothing | relative_url", ""),
        ("'2024-03-05' | date: '%b %-d, %Y'", "Mar 5, 2024"),
        (
            "'2024-03-05 14:07:09 +0100' | date: '%H:%M:%S %I %p %e|%j|%A %a %B %y %%'",
            "14:07:09 02 PM  5|065|Tuesday Tue March 24 %",
        ),
        ("'2024-03-05' | date: '%^b %_m %0e %s'", "MAR  3 05 1709596800"),
        ("'no date' | date: '%Y'", "no date"),
        ("'now' | date: '%Y'", "now"),
        ("'2024-03-05' | date_to_string", "05 Mar 2024"),
        ("'2024-03-02' | date_to_string: 'ordinal'", "2nd Mar 2024"),
        ("'2024-03-23' | date_to_long_string: 'ordinal', 'US'", "March 23rd, 2024"),
        ("'2024-03-05' | date_to_xmlschema", "2024-03-05T00:00:00+00:00"),
        ("'2024-03-05' | date_to_rfc822", "Tue, 05 Mar 2024 00:00:00 +0000"),
        ("'The _config.yml file' | slugify", "the-config-yml-file"),
        ("'The _config.yml file' | slugify: 'pretty'", "the-_config.yml-file"),
        ("'Über Größe' | slugify: 'latin'", "uber-große".replace("ß", "-")),
        ("'a \"b\"' | jsonify", '"a \\"b\\""'),
        ("'<a> & b' | xml_escape", "&lt;a&gt; &amp; b"),
        ("'a, b;c?d' | cgi_escape", "a%2C+b%3Bc%3Fd"),
        ("'http://f.com/?q=a, b' | uri_escape", "http://f.com/?q=a,%20b"),
        ("'a b  c' | number_of_words", "3"),
        ("'你好 hello' | number_of_words: 'cjk'", "3"),
        ("'a,b,c' | split: ',' | array_to_sentence_string", "a, b, and c"),
        ("'a,b' | split: ',' | array_to_sentence_string: 'or'", "a or b"),
        ("'<b>a</b><!-- x --> c' | strip_html", "a c"),
        ("'aXbXc' | remove_first: 'X'", "abXc"),
        ("'aXbXc' | replace_first: 'X', '-'", "a-bXc"),
        ("'a  b \t c' | normalize_whitespace", "a b c"),
        ("'a *b*' | markdownify", "<p>a <em>b</em></p>"),
        ("'Ångström' | remove_accents", "Angstrom"),
        ("'\"x\"' | smartify", '"x"'),
        ("'/a/index.html' | strip_index", "/a/"),
        ("'12' | to_integer | plus: 1", "13"),
        ("'a.js' | bust_file_cache", "a.js"),
        ("'_config.yml' | file_exists", "true"),
        ("'../secret' | file_exists", "false"),
        ("site.data.d.people | where: 'star', 'true' | map: 'name' | join", "Ada"),
        ("site.data.d.people | where: 'tags', 'math' | map: 'name' | join: '+'", "Ada+Emmy"),
        ("site.data.d.people | where_exp: 'p', 'p.year > 1900' | map: 'name' | join", "Emmy"),
        ("site.data.d.people | where_exp: 'p', '((' | size", ""),
        ("site.data.d.people | where_exp: 'p', 'p.name > 1900' | size", "0"),
        ("site.data.d.people | find: 'name', 'Mary' | jsonify", '{"name": "Mary", "tags": ["science"]}'),
        ("site.data.d.people | find_exp: 'p', 'p.star' | map: 'name'", ""),
        ("site.data.d.people | sort: 'year' | map: 'name' | join", "Mary Ada Emmy"),
        ("site.data.d.people | sort: 'year', 'last' | map: 'name' | join", "Ada Emmy Mary"),
        ("site.data.d.numbers | sort | join", "2 9 10 a b"),
        ("site.data.d.people | group_by: 'year' | map: 'name' | join: ';'", "1843;;1918"),
        ("site.data.d.people | group_by_exp: 'p', 'p.tags.size' | map: 'name' | join", "2 1"),
        ("'a,b,a' | split: ',' | uniq | push: 'c' | unshift: 'z' | join", "z a b c"),
        ("'a,b,c' | split: ',' | pop | shift | join", "b"),
        ("'a,b,c' | split: ',' | sample", "a"),
        ("'a,b' | split: ',' | concat: site.data.d.numbers | size", "7"),
    ],
)
def test_filters(liquid: Evaluate, expression: str, expected: str) -> None:
    assert liquid(f"x{{{{ {expression} }}}}", {"_data/d.yml": _DATA}).text == f"x{expected}"


def test_bibtex_loses_the_fields_that_only_the_web_needs(liquid: Evaluate) -> None:
    entry = "@article{k,\n  title = {T},\n  abbr = {A},\n}"
    text = f"{{% capture b %}}{entry}{{% endcapture %}}{{{{ b | hideCustomBibtex: site.hide }}}}"
    assert liquid(text, {"_config.yml": "hide: [abbr]\n"}).text == "@article{k,\n  title = {T},\n}"


def test_a_mapping_is_not_written_out(liquid: Evaluate) -> None:
    text = "[{{ site }}{{ page }}{{ site.data }}{{ site.data.d }}{{ page | append: 'x' }}]"
    assert liquid(text, {"_data/d.yml": "a: 1"}).text == "[x]"
