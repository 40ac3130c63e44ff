"""The card of a diagnostic: what is wrong, why, and what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.output.html.diff import diff
from ctct_lint.output.html.markup import Html, element, join, line_of_text, prose, text
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic, Fix, Range
    from ctct_lint.output.report import Lines

MOST_RELATED = 8
_ADVICE = {Applicability.SAFE: "safe", Applicability.UNSAFE: "unsafe: check it first"}


def anchor(file: int, number: int) -> str:
    """Return the id of a card; both count from 1, the files those with a fault."""
    return f"f{file}-d{number}"


def icon(kind: str) -> Html:
    """Return the sign of a severity; the word stands beside it or in its label."""
    use = element("use", href=f"#icon-{kind}")
    return element("svg", use, class_=f"icon {kind}", aria_hidden="true")


def where(span: Range) -> str:
    """Return `line:column-line:column`, counted from 1, the end not included."""
    return "\u2013".join(f"{at.line + 1}:{at.column + 1}" for at in span)


def card(diagnostic: Diagnostic, file: int, number: int, lines: Lines) -> Html:
    """Return the card of a file's `number`th diagnostic."""
    key = anchor(file, number)
    kind = diagnostic.severity.label
    title = element(
        "h3",
        icon(kind),
        element("span", text(kind), class_=f"severity {kind}"),
        text(" "),
        prose(diagnostic.message),
        id=f"{key}-title",
    )
    return element(
        "article",
        title,
        _about(diagnostic, key),
        *_remarks(diagnostic, file),
        *(_fix(fix, lines) for fix in diagnostic.fixes),
        id=key,
        class_=f"card {kind}",
        aria_labelledby=f"{key}-title",
        tabindex="-1",
    )


def _about(diagnostic: Diagnostic, key: str) -> Html:
    code = diagnostic.code
    rule = text(f"{code} {diagnostic.name}")
    parts = [
        element("a", rule, href=f"#{code}"),
        element("a", text(where(diagnostic.range)), href=f"#{key}", title="This place"),
    ]
    if diagnostic.path:
        parts.append(element("code", line_of_text(diagnostic.path), class_="path"))
    return element("p", join(parts, " "), class_="about")


def _remarks(diagnostic: Diagnostic, file: int) -> Iterator[Html]:
    for text_ in diagnostic.help:
        yield _remark("help", prose(text_))
    for text_ in diagnostic.notes:
        yield _remark("note", prose(text_))
    for label in diagnostic.related[:MOST_RELATED]:
        line = label.range.start.line + 1
        link = element("a", text(f"line {line}"), href=f"#f{file}-L{line}")
        yield _remark("see", link, text(": "), prose(label.message))
    more = len(diagnostic.related) - MOST_RELATED
    if more > 0:
        yield _remark("note", text(f"and {count(more, 'more place')}"))


def _remark(kind: str, *content: Html) -> Html:
    word = element("b", text(f"{kind}:"))
    return element("p", word, text(" "), *content, class_=f"remark {kind}")


def _fix(fix: Fix, lines: Lines) -> Html:
    sure = fix.applicability
    badge = element("span", text(_ADVICE[sure]), class_=f"badge {sure.value}")
    title = _remark("fix", prose(fix.title), text(" "), badge)
    return element("div", title, diff(fix, lines), class_="fix")
