"""The rule reference: every manual page in one Markdown document.

ctct-lint rules --output-format markdown > docs/rules.md
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Rule, summary_of
from ctct_lint.rules.registry import all_rules, group_of
from ctct_lint.session.rule_pages.page import page

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """\
# The rules of ctct-lint

Made by `ctct-lint rules --output-format markdown`; `ctct-lint explain CODE` prints one
page of it. A code never changes its meaning. An **error** is what the server refuses,
or what cannot mean what it says; a **warning** has weaker evidence, or leads to what
nobody wants; **info** is worth knowing.

How well a fact is known stands below each rule, the strongest evidence first:
"""
_EVIDENCE = {
    Evidence.STANDARD: "XML, Namespaces in XML, or the Atom format (RFC 4287)",
    Evidence.STAFF: "Constant Contact's staff, about a document that was refused",
    Evidence.DOCUMENTATION: "the official pages of the v1 web services",
    Evidence.OFFICIAL_SDK: "libraries and samples that Constant Contact published",
    Evidence.SDK: "libraries of others, used with success",
    Evidence.V2: "the later JSON interface to the same campaigns",
    Evidence.INFERENCE: "it follows from the above, and was never seen written",
}


def reference() -> str:
    """Return the whole reference."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _HEAD
    yield from (f"- *{kind.value}*: {text}" for kind, text in _EVIDENCE.items())
    groups = [(name, list(rules)) for name, rules in groupby(all_rules(), group_of)]
    for name, rules in groups:
        yield f"\n## {_title(name)}\n"
        yield "| code | name | severity | |\n| --- | --- | --- | --- |"
        yield from map(_row, rules)
    yield "\n## Manual pages"
    for _, rules in groups:
        for rule in rules:
            yield "\n" + _page(rule)
    yield ""


def _title(group: str) -> str:
    return group[0].upper() + group[1:]


def _row(rule: Rule) -> str:
    link = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
    summary = summary_of(rule).replace("|", "\\|")
    return f"| {link} | {rule.name} | {rule.severity.label} | {summary} |"


def _page(rule: Rule) -> str:
    """Return a manual page, its headings two levels lower."""
    lines = []
    fenced = False
    for line in page(rule).splitlines():
        # Inside a block "```xml" is text: what ends one has no more than the fence.
        fenced = line != "```" if fenced else line.startswith("```")
        lines.append(f"##{line}" if line.startswith("#") and not fenced else line)
    return "\n".join(lines)
