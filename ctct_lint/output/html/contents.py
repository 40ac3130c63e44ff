"""The list of a page's diagnostics and the filter above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.output.html.card import anchor, icon
from ctct_lint.output.html.markup import Html, element, line_of_text, prose, text

if TYPE_CHECKING:
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.model.severity import Severity
    from ctct_lint.output.html.page_counts import PageCounts
    from ctct_lint.output.report import FileReport


def toolbar(counts: PageCounts) -> Html:
    """Return the filter, hidden until the script that drives it runs."""
    total = sum(counts.severities.values())
    legend = element("legend", text("Severity"), class_="unseen")
    severities = [_severity(s, counts.severities[s]) for s in sorted(counts.severities)]
    codes = [
        (code, f"{code} {name} ({number:,})")
        for (code, name), number in sorted(counts.codes.items())
    ]
    names = [(str(n), name) for n, name in enumerate(counts.faulty, 1)]
    return element(
        "form",
        _search(),
        element("fieldset", legend, *severities),
        _select("code", "Every code", codes),
        *([_select("file", "Every file", names)] if len(names) > 1 else ()),
        element("button", text("Clear"), type="button", id="clear"),
        element("output", text(f"{total:,} shown"), id="shown", aria_live="polite"),
        id="filter",
        class_="filter",
        role="search",
        aria_label="Filter the diagnostics",
        autocomplete="off",
        hidden=True,
    )


def _search() -> Html:
    what = "Search messages, codes and paths"
    return element(
        "input",
        type="search",
        id="search",
        placeholder=what,
        aria_label=what,
        autocomplete="off",
        spellcheck="false",
    )


def contents(report: FileReport, number: int) -> Html:
    """Return the list of a file's diagnostics, each a link to its card."""
    items = [
        _item(found, number, each) for each, found in enumerate(report.diagnostics, 1)
    ]
    name = element("a", line_of_text(report.name), href=f"#f{number}")
    return element(
        "section", element("h2", name), element("ol", *items), data_file=str(number)
    )


def _severity(severity: Severity, number: int) -> Html:
    label = severity.label
    box = element("input", type="checkbox", name="severity", value=label, checked=True)
    return element(
        "label",
        box,
        icon(label),
        element("span", text(label)),
        text(" "),
        element("span", text(f"{number:,}"), class_="count"),
        class_="choice",
    )


def _select(name: str, every: str, choices: list[tuple[str, str]]) -> Html:
    options = [element("option", line_of_text(words), value=v) for v, words in choices]
    return element(
        "select",
        element("option", text(every), value=""),
        *options,
        id=f"by-{name}",
        aria_label=name.capitalize(),
    )


def _item(diagnostic: Diagnostic, file: int, number: int) -> Html:
    kind = diagnostic.severity.label
    start = diagnostic.range.start
    about = f"{diagnostic.code} \u00b7 {start.line + 1}:{start.column + 1}"
    link = element(
        "a",
        icon(kind),
        element("span", text(f"{kind}: "), class_="unseen"),
        element("span", prose(diagnostic.message), class_="message"),
        text(" "),
        element("span", text(about), class_="about"),
        href=f"#{anchor(file, number)}",
    )
    return element("li", link, data_severity=kind, data_code=diagnostic.code)
