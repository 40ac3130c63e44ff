"""`ctct-lint rules`: every rule, a line each."""

from __future__ import annotations

import sys
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

import click

from ctct_lint.cli.outputs import say, stdout
from ctct_lint.cli.terminal import prepare, style_for
from ctct_lint.output.display import cells, text_width
from ctct_lint.output.style import SEVERITY_INK, Ink
from ctct_lint.profiles.registry import operations
from ctct_lint.rules.base import Rule, summary_of
from ctct_lint.rules.registry import all_rules, group_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.output.style import Style

_CUT = "…"


@click.command("rules")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="markdown: the whole reference, with every manual page.",
)
def command(*, output_format: str) -> None:
    """List every rule, a line each; `explain CODE` tells more of one.

    On a terminal under headings and cut to its width; elsewhere nothing but lines
    that start with a code, whole.
    """
    prepare(sys.stdout)
    if output_format == "json":
        import json

        say(json.dumps([_as_json(rule) for rule in all_rules()], indent=2))
    elif output_format == "markdown":
        from ctct_lint.cli.reference import reference

        say(reference().rstrip("\n"))
    else:
        stream = stdout()
        shown = _lines() if not stream.isatty() else _page(style_for(stream, "auto"))
        say("\n".join(shown))


def _lines() -> Iterator[str]:
    width = max(len(rule.name) for rule in all_rules())
    for rule in all_rules():
        line = f"{rule.code}  {rule.severity.label:7}  {rule.name:{width}}"
        yield f"{line}  {summary_of(rule)}"


def _page(style: Style) -> Iterator[str]:
    """Yield the rules under the headings of their groups, cut to the terminal."""
    width = max(len(rule.name) for rule in all_rules())
    for number, (group, rules) in enumerate(groupby(all_rules(), group_of)):
        if number:
            yield ""
        yield style.paint(Ink.STRONG, group)
        for rule in rules:
            label = f"{rule.severity.label:7}"
            room = style.columns - len(f"{rule.code}  {label}  ")
            kind = style.paint(SEVERITY_INK[rule.severity], label)
            text = _cut(f"{rule.name:{width}}  {summary_of(rule)}", room)
            yield f"{rule.code}  {kind}  {text}"


def _cut(text: str, room: int) -> str:
    """Return as much of a text as there is room for, in columns."""
    if text_width(text) <= room:
        return text
    ends = accumulate(cell.width for cell in cells(text))
    kept = [
        cell.shown for cell, end in zip(cells(text), ends, strict=True) if end < room
    ]
    return "".join(kept).rstrip() + _CUT


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "group": group_of(rule),
        "severity": rule.severity.label,
        "summary": summary_of(rule),
        "operations": sorted(rule.operations or operations()),
        "evidence": rule.evidence.value,
        "source": rule.source,
    }
