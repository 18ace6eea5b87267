"""What the tags of Jekyll, of al-folio and of its plug-ins become."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from tui_home.model.problem import Severity
from tui_home.sources.jekyll.liquid import pictures, scholar
from tui_home.sources.jekyll.liquid.addresses import relative
from tui_home.sources.jekyll.liquid.arguments import filled, text_of, words
from tui_home.sources.jekyll.liquid.includes import file, include, include_relative
from tui_home.sources.jekyll.liquid.pictures import link
from tui_home.sources.jekyll.liquid.run import shown
from tui_home.sources.jekyll.permalinks import address_of, folder_of
from tui_home.text.paths import stem

if TYPE_CHECKING:
    from tui_home.sources.jekyll.liquid.context import Context
    from tui_home.sources.jekyll.liquid.nodes import Meaning

_PAGES = (".md", ".markdown", ".html", ".htm")


def _nothing(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    return ""


def _missing(context: Context, path: str) -> str:
    message = f"There is no page “{shown(path)}”; the link leads nowhere"
    context.run.note(Severity.WARNING, context.run.line, message, "name a file of the site")
    return ""


def _link(context: Context, args: str) -> str:
    """Return the address of a file of the site."""
    reading, path = context.run.reading, text_of(context, args).lstrip("/")
    if not path.lower().endswith(_PAGES):
        return relative(f"/{path}", reading.config) if path and reading.folder.has(path) else _missing(context, path)
    page = reading.page(path) if ".." not in path else None
    return relative(address_of(page, reading.config), reading.config) if page else _missing(context, path)


def _post_url(context: Context, args: str) -> str:
    """Return the address of a post by its file's name."""
    reading, name = context.run.reading, text_of(context, args).strip("/")
    folder = folder_of("posts", reading.config)
    paths = context.run.memory.once("posts by name", lambda: reading.folder.list(folder, _PAGES))
    wanted = name.rpartition("/")[2]
    path = next((path for path in paths if stem(path) == wanted), "")
    page = reading.page(path) if path else None
    return relative(address_of(page, reading.config), reading.config) if page else _missing(context, name)


def _file_exists(context: Context, args: str) -> str:
    path = text_of(context, args).lstrip("/")
    return "true" if path and ".." not in path.split("/") and context.run.reading.folder.has(path) else "false"


def _translated_file(context: Context, args: str) -> str:
    """Return a file of jekyll-multiple-languages-plugin in the language that is shown."""
    languages, path = context.run.reading.languages, text_of(context, args).lstrip("/")
    for code in dict.fromkeys((languages.chosen, languages.default, "en")):
        found = f"_i18n/{code}/{path}"
        if code and ".." not in path and context.run.reading.folder.has(found):
            return file(context, found, {}, path)
    message = f"There is no translation “{shown(path)}”; nothing stands for it"
    context.run.note(Severity.ERROR, context.run.line, message, "write it into _i18n")
    return ""


def _translated(context: Context, args: str) -> str:
    return context.run.reading.languages.string(text_of(context, args))


def _details(context: Context, args: str) -> str:
    return f"<details><summary>{escape(filled(context, args), quote=False)}</summary>\n"


def _end_details(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    return "</details>"


def _tab(context: Context, args: str) -> str:
    name = filled(context, args).partition(" ")[2].strip() or args
    return f"**{name}**\n" if name else ""


def _notebook(context: Context, args: str) -> str:
    path = text_of(context, args)
    return (
        link(relative(path, context.run.reading.config), f"Jupyter notebook {path.rpartition('/')[2]}") if path else ""
    )


def _asset(context: Context, args: str) -> str:
    named = next(iter(words(filled(context, args))), "")
    return relative(f"/assets/{named}", context.run.reading.config) if named else ""


def _formula(context: Context, args: str) -> str:  # noqa: ARG001 - one signature for all
    return "$$"


MEANINGS: Mapping[str, Meaning] = {
    **dict.fromkeys(("include", "include_cached"), include),
    "include_relative": include_relative,
    "link": _link,
    "post_url": _post_url,
    "file_exists": _file_exists,
    **dict.fromkeys(("translate_file", "tf"), _translated_file),
    **dict.fromkeys(("translate", "t"), _translated),
    "details": _details,
    "enddetails": _end_details,
    "tab": _tab,
    "jupyter_notebook": _notebook,
    "asset_path": _asset,
    **dict.fromkeys(("katex", "endkatex", "math", "endmath"), _formula),
    **dict.fromkeys(("responsive_image", "img", "image", "picture"), pictures.picture_tag),
    "youtube": pictures.youtube,
    "vimeo": pictures.vimeo,
    **dict.fromkeys(("twitter", "tweet"), pictures.tweet),
    "gist": pictures.gist,
    "cite": scholar.cite,
    "nocite": scholar.nocite,
    "cite_details": scholar.cite,
    "reference": scholar.reference,
    "bibliography": scholar.bibliography,
    "bibliography_count": scholar.count,
    "quote": scholar.quote,
    "endquote": scholar.end_quote,
    "enquote": scholar.enquote,
    "endenquote": scholar.end_enquote,
    **dict.fromkeys(
        (
            *("tabs", "endtabs", "endtab", "seo", "feed_meta", "social_links", "toc", "favicon", "remote_include"),
            *(
                "google_scholar_citations",
                "inspirehep_citations",
                "responsive_image_block",
                "endresponsive_image_block",
            ),
            *("get_json", "csp", "polyglot", "i18n_headers", "endpolyglot", "breadcrumb", "cookie_consent"),
        ),
        _nothing,
    ),
}
"""Functions by the tags' names; both ends of a block that only frames its text are tags of their own."""
