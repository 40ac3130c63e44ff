"""The page of a run: summary, filter, list of the diagnostics, sources, manuals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.output.html.assets import asset, favicon, policy
from ctct_lint.output.html.card import icon
from ctct_lint.output.html.contents import contents, toolbar
from ctct_lint.output.html.manual import manuals
from ctct_lint.output.html.markup import Html, element, join, line_of_text, text
from ctct_lint.output.html.page_counts import PageCounts, counted
from ctct_lint.output.html.source import SourceExcerpt
from ctct_lint.text.words import count
from ctct_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport

# Of files without a fault.
_MOST_NAMES = 1000


def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
    """Yield the page; its head counts, so that it begins after the last report."""
    counts = PageCounts()
    sources: list[Html] = []
    lists: list[Html] = []
    for report in reports:
        counts.add(report)
        if report.diagnostics:
            number = len(sources) + 1
            sources.append(_file(report, number))
            lists.append(contents(report, number))
    script = asset("report.js")
    yield from _head(counts, script)
    yield f"<body>\n{asset('icons.svg')}\n{_header(counts)}\n"
    if sources:
        yield f'{toolbar(counts)}\n<nav id="contents" aria-label="Diagnostics">\n'
        yield from (f"{each}\n" for each in lists)
        yield "</nav>\n"
    yield '<main id="main">\n'
    yield from (f"{each}\n" for each in sources)
    yield f"{_ending(counts, context)}</main>\n{_footer()}\n"
    yield f"{element('script', script)}\n</body>\n</html>\n"


def _head(counts: PageCounts, script: Html) -> Iterator[str]:
    style = asset("report.css")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n'
    for part in (
        element("meta", charset="utf-8"),
        element(
            "meta", http_equiv="Content-Security-Policy", content=policy(style, script)
        ),
        _meta("viewport", "width=device-width, initial-scale=1"),
        _meta("color-scheme", "light dark"),
        _meta("referrer", "no-referrer"),
        _meta("generator", f"ctct-lint {__version__}"),
        element("title", text(f"{counts.found} \u2013 ctct-lint")),
        favicon(counts.worst),
        element("style", style),
    ):
        yield f"{part}\n"
    yield "</head>\n"


def _meta(name: str, content: str) -> Html:
    return element("meta", name=name, content=content)


def _header(counts: PageCounts) -> Html:
    kind = counts.worst.label if counts.worst else "clean"
    skip = element("a", text("Skip to the sources"), href="#main", class_="skip")
    program = element("p", text("ctct-lint"), class_="program")
    found = counts.found[0].upper() + counts.found[1:]
    title = element("h1", icon(kind), text(found), class_=kind)
    files = element("p", text(f"in {counts.files} checked"), class_="files")
    return element("header", skip, program, title, files)


def _file(report: FileReport, number: int) -> Html:
    counts = Counter(d.severity for d in report.diagnostics)
    found = [
        element("span", icon(s.label), text(counted(s, counts[s])))
        for s in sorted(counts)
    ]
    title = element("h2", line_of_text(report.name))
    return element(
        "section",
        element("div", title, element("p", join(found, " ")), class_="name"),
        SourceExcerpt(report, number).html(),
        class_="file",
        id=f"f{number}",
    )


def _ending(counts: PageCounts, context: RenderContext) -> str:
    """Return what follows the sources: the files without a fault, the manuals."""
    parts: list[Html | None] = []
    if counts.faulty:
        words = text("No diagnostic is like that.")
        parts.append(element("p", words, class_="nothing", id="none", hidden=True))
    if counts.clean:
        parts.append(_clean(counts))
    if counts.faulty:
        found = {code: number for (code, _), number in counts.codes.items()}
        parts.append(manuals(context, found))
    return "".join(f"{part}\n" for part in parts if part)


def _clean(counts: PageCounts) -> Html:
    names = [element("li", line_of_text(name)) for name in counts.clean[:_MOST_NAMES]]
    more = len(counts.clean) - _MOST_NAMES
    if more > 0:
        names.append(element("li", text(f"and {more:,} more")))
    title = f"{count(len(counts.clean), 'file')} without a fault"
    return element(
        "details",
        element("summary", icon("clean"), text(title)),
        element("ul", *names),
        class_="in-order",
        open=not counts.faulty,
    )


def _footer() -> Html:
    return element("footer", element("p", text(f"ctct-lint {__version__}")))
