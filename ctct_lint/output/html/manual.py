"""The manuals of the rules that found something, at the end of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.output.html.card import icon
from ctct_lint.output.html.glyphs import shown
from ctct_lint.output.html.markup import Html, element, join, prose, text
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.output.context import RenderContext, RuleInfo

# The Markdown of manuals is fenced code, headings and paragraphs.
_FENCED = re.compile(r"^```\w*\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_HEADING = "## "


def manuals(context: RenderContext, found: Mapping[str, int]) -> Html | None:
    """Return the manuals of the rules whose codes were found so many times."""
    wanted = [rule for rule in context.rules() if rule.code in found]
    if not wanted:
        return None
    return element(
        "section",
        element("h2", text("Rules"), id="rules"),
        *(_manual(r, found[r.code], context.page_of(r.code)) for r in wanted),
        class_="rules",
    )


def _manual(rule: RuleInfo, times: int, page: str) -> Html:
    summary = element(
        "summary",
        icon(rule.severity.label),
        element("b", text(f"{rule.code} {rule.name}")),
        text(" "),
        element("span", prose(rule.summary), class_="summary"),
        text(" "),
        element("span", text(count(times, "time")), class_="times"),
    )
    parts = [summary, *blocks(rule.manual, rule.summary)]
    if page:
        link = element("a", text(page), href=page, rel="noreferrer")
        parts.append(element("p", link))
    return element("details", *parts, id=rule.code)


def blocks(manual: str, without: str = "") -> Iterator[Html]:
    """Yield the parts of a manual, but for the paragraph that stands above it."""
    for number, part in enumerate(_FENCED.split(manual)):
        if number % 2:
            rows = [shown(line) for line in part.split("\n")]
            yield element("pre", element("code", join(rows, "\n")))
            continue
        for block in filter(None, map(str.strip, part.split("\n\n"))):
            words = block.replace("\n", " ")
            if words.startswith(_HEADING):
                yield element("h3", prose(words.removeprefix(_HEADING)))
            elif words != without:
                yield element("p", prose(words))
