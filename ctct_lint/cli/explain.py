"""`ctct-lint explain CODE`: the page of a rule, or of an answer of the server."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ctct_lint.cli.guard import FAILED
from ctct_lint.cli.options.running import CONFIGURATION
from ctct_lint.cli.options.selectors import complete
from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.registry import find_rule
from ctct_lint.session.rule_pages.page import rule_page
from ctct_lint.session.streams.stdio import say, stdout
from ctct_lint.session.streams.terminal import fitted, prepare

if TYPE_CHECKING:
    from ctct_lint.rules.base import Rule


def explain(*, rule: str, config: str | None, isolated: bool) -> None:
    """Print the manual page of one rule: what, why, how to fix, examples, source.

    Of a status of HTTP, such as 400 or 403, print what the server means by it, and
    whether the document can be its cause. The rules that the configuration of the
    working folder names are known, too; they are not run for that.
    """
    prepare(sys.stdout)
    if rule.isdigit():
        say(fitted(_answer(rule), stdout()))
        return
    page = rule_page(find_rule(rule) or _own(rule, config, isolated=isolated))
    say(fitted(page, stdout()))


def _own(word: str, config: str | None, *, isolated: bool) -> Rule:
    """Return a rule of the user's own; tell of those files that cannot be read."""
    from ctct_lint.session.listed_rules import rules_here
    from ctct_lint.session.own_rules import find
    from ctct_lint.session.streams.complain import complain_of_configuration

    own = rules_here(config, isolated=isolated)
    found = find(word, own.rules)
    broken = () if found else own.broken_as(word)
    if own.troubles:
        complain_of_configuration("\n".join(broken or own.troubles))
    if broken:
        sys.exit(FAILED)
    if found is None:
        from ctct_lint.session.rule_pages.hints import rule_hint

        raise click.UsageError(
            f"no rule has the code or name {word!r}{rule_hint(word, own.rules)}"
        )
    return found


def _answer(status: str) -> str:
    """Return the page of an answer of the server."""
    profile = built_in()
    if status not in profile.statuses():
        known = ", ".join(profile.statuses())
        code = f"CTC{status.zfill(3)}"
        hint = f"; did you mean {code}?" if find_rule(code) else ""
        raise click.UsageError(
            f"nothing is known of the answer {status}; known are {known}{hint}"
        )
    return profile.status_page(status).rstrip()


command = click.Command(
    "explain",
    callback=explain,
    help=explain.__doc__,
    params=[
        click.Argument(["rule"], metavar="CODE|NAME|STATUS", shell_complete=complete),
        *CONFIGURATION,
    ],
)
