"""Writes docs/resources/: a page for each resource, from the schemas and the rules.

python docs/resources.py
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.facts import FACTS, facts_of
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.resources import RESOURCES, Resource
from ctct_lint.profiles.ctct.rulebook import rules_on
from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.base import summary_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.rules.base import Rule
    from ctct_lint.schema.facts.fact import Fact

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "resources"
_VALID = ROOT / "fixtures" / "valid"
_ALL = [r for r in RESOURCES if r.payload and not r.is_document]
# Names that differ in case alone share a page: file systems may take them for one.
_KNOWN = list({r.payload.lower(): r for r in reversed(_ALL)}.values())[::-1]
# CTC413 and CTC705 are on theirs.
_OWN_LIMITS = frozenset({"Campaign", "Contact"})
_MOST = 8
_HEAD = "| element | what it holds | required for | limit | values | evidence |"
_PHRASES = {"create": "created (POST)", "update": "updated (PUT)"}


def pages() -> dict[str, str]:
    """Return the text of each page by the name of its file."""
    return {**{f"{r.payload}.md": page(r) for r in _KNOWN}, "README.md": _contents()}


def page(resource: Resource) -> str:
    """Return what is known of a resource, in Markdown."""
    parts = (
        f"# {resource.payload}",
        f"{FACTS.first_sentence('', resource.payload)}.",
        *_other_cases(resource),
        _sent_for(resource),
        "## Example",
        f"```xml\n{example(resource).strip()}\n```",
        *_elements(resource),
        "## Rules that look at it",
        "\n".join(_rules(resource)),
    )
    return "\n\n".join(parts) + "\n"


def example(resource: Resource) -> str:
    """Return a valid document that holds the resource."""
    profile = built_in()
    starters = (profile.starter(*known) for known in profile.starters())
    files = (path.read_text("utf-8") for path in sorted(_VALID.glob("*.xml")))
    # In `content`: there are campaigns in reports, and lists in campaigns.
    holds = re.compile(rf"content[^<>]*>\s*<{resource.payload}[\s>]").search
    return next(text for texts in (starters, files) for text in texts if holds(text))


def _contents() -> str:
    lines = (
        f"- [{r.payload}]({r.payload}.md): {FACTS.first_sentence('', r.payload)}"
        for r in _KNOWN
    )
    return "# Resources of the service\n\n" + "\n".join(lines) + "\n"


def _other_cases(resource: Resource) -> Iterator[str]:
    name = resource.payload
    for other in (r.payload for r in _ALL):
        if other != name and other.lower() == name.lower():
            yield f"It is written `{other}` too."


def _sent_for(resource: Resource) -> str:
    how = [_PHRASES[o.value] for o in Operation if o in resource.sent_for]
    if not how:
        return "It is only read (GET)."
    return f"It can be {' and '.join(how)}."


def _elements(resource: Resource) -> Iterator[str]:
    """Yield a table for the element and for each that it holds with elements."""
    known = FACTS.of_file(resource.schema)
    todo, seen = [resource.payload], set()
    while todo:
        owner = todo.pop(0)
        rows = [fact for (holder, _), fact in known.items() if holder == owner]
        if owner in seen or not rows:
            continue
        seen.add(owner)
        todo += [fact.name for fact in rows]
        lines = (_row(owner, fact) for fact in rows)
        yield f"## What `{owner}` holds"
        yield "\n".join((_HEAD, "|---" * 6 + "|", *lines))


def _row(owner: str, fact: Fact) -> str:
    limit = f"{fact.maximum} characters ({fact.limit_from})" if fact.maximum else ""
    values = sorted(FACTS.enumerated(owner).get(fact.name, fact.values))
    shown = ", ".join(f"`{value}`" for value in values[:_MOST])
    shown += " ..." * (len(values) > _MOST)
    what = FACTS.first_sentence(owner, fact.name).replace("|", "\\|")
    if fact.readonly and "set by the server" not in what:
        what += "; set by the server"
    required = " and ".join(sorted(fact.required))
    cells = (f"`{fact.name}`", what, required, limit, shown, fact.source)
    return f"| {' | '.join(cells)} |"


def _rules(resource: Resource) -> Iterator[str]:
    found: dict[str, Rule] = {}
    for operation in Operation:
        found |= {r.code: r for r in rules_on(resource.name, operation.value)}
    for code in _idle(resource):
        found.pop(code, None)
    for code, rule in sorted(found.items()):
        yield f"- {code} `{rule.name}`: {summary_of(rule)}"


def _idle(resource: Resource) -> Iterator[str]:
    """Yield the codes of rules on any payload that have nothing to look at in this."""
    known = facts_of(resource.schema, resource.payload).values()
    if resource.sent_for == REQUESTS:
        yield "CTC720"
    if resource.payload in _OWN_LIMITS or not any(f.maximum for f in known):
        yield "CTC725"
    if Operation.CREATE not in resource.sent_for:
        yield "CTC422"
    if not resource.sent_for:
        yield "CTC432"


def main() -> None:
    """Write the pages."""
    PAGES.mkdir(exist_ok=True)
    for name, text in pages().items():
        (PAGES / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
