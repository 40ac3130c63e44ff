"""The reference of the rules, in Markdown: tables of all, and all pages in one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ctct_lint.rules.base import Evidence, Rule, summary_of
from ctct_lint.rules.registry import all_rules, group_of
from ctct_lint.session.rule_pages.page import rule_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD = """\
# The rules of ctct-lint

`ctct-lint explain CODE` prints the page of a rule. A code never changes its meaning.
An **error** is what the server refuses, or what cannot mean what it says; a **warning**
has weaker evidence, or leads to what nobody wants; **info** is worth knowing.

How well a fact is known stands below each rule, the strongest evidence first:
"""
_EVIDENCE = {
    Evidence.STANDARD: "XML, Namespaces in XML, XML Schema, or Atom (RFC 4287)",
    Evidence.STAFF: "Constant Contact's staff, about a document that was refused",
    Evidence.DOCUMENTATION: "the official pages of the v1 web services",
    Evidence.OFFICIAL_SDK: "libraries and samples that Constant Contact published",
    Evidence.SDK: "libraries of others, used with success",
    Evidence.V2: "the later JSON interface to the same campaigns",
    Evidence.INFERENCE: "it follows from the above, and was never seen written",
}


def reference(own: Sequence[Rule] = ()) -> str:
    """Return all pages in one: the index, then each rule's page under its link."""
    pages = map(_page, (*all_rules(), *own))
    parts = [index("#{link}", own), "## Manual pages", *pages]
    return "\n\n".join(parts) + "\n"


def index(link: str = "{code}.md", own: Sequence[Rule] = ()) -> str:
    """Return the tables of all rules; `link` is made of a rule's `code` or `link`."""
    return "\n".join(_index(link, own))


def _index(link: str, own: Sequence[Rule]) -> Iterator[str]:
    yield _HEAD
    yield from (f"- *{kind.value}*: {text}" for kind, text in _EVIDENCE.items())
    for name, rules in groupby((*all_rules(), *own), group_of):
        yield f"\n## {name[0].upper() + name[1:]}\n"
        yield "| code | name | severity | |\n| --- | --- | --- | --- |"
        yield from (_row(rule, link) for rule in rules)


def _row(rule: Rule, link: str) -> str:
    target = link.format(code=rule.code, link=f"{rule.code.lower()}-{rule.name}")
    summary = summary_of(rule).replace("|", "\\|")
    severity = rule.severity.label
    return f"| [{rule.code}]({target}) | {rule.name} | {severity} | {summary} |"


def _page(rule: Rule) -> str:
    """Return a manual page, its headings two levels lower."""
    lines = []
    fenced = False
    for line in rule_page(rule).splitlines():
        # Inside a block "```xml" is text: what ends one has no more than the fence.
        fenced = line != "```" if fenced else line.startswith("```")
        lines.append(f"##{line}" if line.startswith("#") and not fenced else line)
    return "\n".join(lines)
