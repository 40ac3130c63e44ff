"""`ctct-lint rules`: every rule, a line each."""

from __future__ import annotations

import json
import sys

import click

from ctct_lint.cli.terminal import prepare
from ctct_lint.rules.base import Rule, summary_of
from ctct_lint.rules.registry import all_rules, group_of


@click.command("rules")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
)
def command(*, output_format: str) -> None:
    """List every rule, a line each; `explain CODE` tells more of one."""
    prepare(sys.stdout)
    if output_format == "json":
        click.echo(json.dumps([_as_json(rule) for rule in all_rules()], indent=2))
        return
    width = max(len(rule.name) for rule in all_rules())
    for rule in all_rules():
        line = f"{rule.code}  {rule.severity.label:7}  {rule.name:{width}}"
        click.echo(f"{line}  {summary_of(rule)}")


def _as_json(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "group": group_of(rule),
        "severity": rule.severity.label,
        "summary": summary_of(rule),
        "operations": sorted(operation.value for operation in rule.operations),
        "evidence": rule.evidence.value,
        "source": rule.source,
    }
