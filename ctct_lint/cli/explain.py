"""`ctct-lint explain CODE`: the manual page of one rule."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ctct_lint.cli.options.selectors import complete
from ctct_lint.cli.outputs import say
from ctct_lint.cli.terminal import prepare
from ctct_lint.rules.registry import all_rules, find_rule, group_of
from ctct_lint.schema.operation import ALL_OPERATIONS

if TYPE_CHECKING:
    from ctct_lint.rules.base import Rule


@click.command("explain")
@click.argument("rule", metavar="CODE|NAME", shell_complete=complete)
def command(*, rule: str) -> None:
    """Print the manual page of one rule: what, why, how to fix, examples, source."""
    prepare(sys.stdout)
    found = find_rule(rule)
    if found is None:
        raise click.UsageError(f"no rule has the code or name {rule!r}{_hint(rule)}")
    say(page(found))


def page(rule: Rule) -> str:
    """Return a rule's manual page in Markdown."""
    head = f"# {rule.code} {rule.name}\n\n"
    facts = [f"{rule.severity.label}, {group_of(rule)}"]
    if rule.operations != ALL_OPERATIONS:
        facts.append("only for " + ", ".join(sorted(o.value for o in rule.operations)))
    evidence = f"\n\n## Evidence\n\n{rule.evidence.value}: {rule.source}"
    return head + "; ".join(facts) + "\n\n" + rule.manual.strip() + evidence


def _hint(name: str) -> str:
    from ctct_lint.schema.spelling import closest

    close = closest(name, [word for r in all_rules() for word in (r.name, r.code)])
    return f"; did you mean {close}?" if close else "; `ctct-lint rules` lists them"
