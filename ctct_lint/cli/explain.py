"""`ctct-lint explain CODE`: the page of a rule, or of an answer of the server."""

from __future__ import annotations

import sys

import click

from ctct_lint.cli.options.selectors import complete
from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.registry import find_rule
from ctct_lint.session.rule_pages.page import page
from ctct_lint.session.streams.stdio import say
from ctct_lint.session.streams.terminal import prepare


@click.command("explain")
@click.argument("rule", metavar="CODE|NAME|STATUS", shell_complete=complete)
def command(*, rule: str) -> None:
    """Print the manual page of one rule: what, why, how to fix, examples, source.

    Of a status of HTTP, such as 400 or 403, print what the server means by it, and
    whether the document can be its cause.
    """
    prepare(sys.stdout)
    if rule.isdigit():
        say(_answer(rule))
        return
    found = find_rule(rule)
    if found is None:
        from ctct_lint.session.rule_pages.hints import rule_hint

        raise click.UsageError(
            f"no rule has the code or name {rule!r}{rule_hint(rule)}"
        )
    say(page(found))


def _answer(status: str) -> str:
    """Return the page of an answer of the server."""
    profile = built_in()
    if status not in profile.statuses():
        known = ", ".join(profile.statuses())
        raise click.UsageError(
            f"nothing is known of the answer {status}; known are {known}"
        )
    return profile.status_page(status).rstrip()
