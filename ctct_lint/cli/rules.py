"""`ctct-lint rules`: every rule, a line each; those of one's own are written here."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from ctct_lint.cli.guard import FAILED
from ctct_lint.cli.options.running import CONFIGURATION
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.session.errors import RequestError
from ctct_lint.session.streams.stdio import say, stdout
from ctct_lint.session.streams.terminal import prepare, style_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.rules.base import Rule
    from ctct_lint.session.own_rules import FoundRules


def rules(
    ctx: click.Context, *, output_format: str, config: str | None, isolated: bool
) -> None:
    """List every rule, a line each; `explain CODE` tells more of one.

    On a terminal under headings and cut to its width; elsewhere nothing but lines
    that start with a code, whole. The rules that the configuration of the working
    folder names come last; they are not run for that.
    """
    if ctx.invoked_subcommand is not None:
        return
    prepare(sys.stdout)
    own, why = _own(config, isolated=isolated)
    _list(output_format, own.rules)
    if why:
        from ctct_lint.session.streams.complain import complain_of_configuration

        complain_of_configuration(why)
        sys.exit(FAILED)


def _own(config: str | None, *, isolated: bool) -> tuple[FoundRules, str]:
    """Return the user's own rules, and why some of these are not known."""
    from ctct_lint.session.listed_rules import rules_here
    from ctct_lint.session.own_rules import FoundRules

    try:
        found = rules_here(config, isolated=isolated)
    except ConfigurationError as error:
        return FoundRules(), str(error)
    except RequestError as error:
        raise click.UsageError(str(error)) from None
    return found, "\n".join(found.troubles)


def _list(output_format: str, own: Sequence[Rule]) -> None:
    if output_format == "json":
        from ctct_lint.session.rule_pages.listing import as_json

        say(as_json(own))
    elif output_format == "markdown":
        from ctct_lint.session.rule_pages.reference import reference

        say(reference(own).rstrip("\n"))
    else:
        from ctct_lint.session.rule_pages.listing import headed, rule_lines

        stream = stdout()
        is_plain = not stream.isatty()
        shown = rule_lines(own) if is_plain else headed(style_for(stream, "auto"), own)
        say("\n".join(shown))


@click.command("new")
@click.argument("name")
@click.argument("folder", metavar="[DIR]", default="rules", type=click.Path())
@click.option(
    "--code", help="Its code, such as ACME001.  [default: the next of those in DIR]"
)
@click.option(
    "--on",
    metavar="ELEMENT",
    default="item",
    show_default=True,
    help="What it is called with: {namespace}local, local, or {namespace}*.",
)
def new(*, name: str, folder: str, code: str | None, on: str) -> None:
    """Write a rule to start from into DIR, with a fixture and what is expected of it.

    Without DIR it is the folder `rules`. What is there already stays as it is: then
    nothing is written.
    """
    from ctct_lint.session.rule_kit.new_rule import new_rule, write

    try:
        rule = new_rule(name, code, on, folder)
    except RequestError as error:
        raise click.UsageError(str(error)) from None
    say("\n".join(write(rule, folder)))
    sys.stderr.write(
        f"its examples are run by `ctct-lint rules test {folder}`\n"
        f"`rules = [{json.dumps(folder)}]` in a profile has documents checked by it\n"
    )


@click.command("test")
@click.argument("folder", metavar="DIR", type=click.Path())
def test(*, folder: str) -> None:
    """Run the rules of DIR, or of one file, on their examples and fixtures.

    The manual of a rule has two examples, of which the first has a finding of the
    rule and the second none. For each DIR/fixtures/NAME.xml all that is said has to
    be in NAME.expect. What is missing is marked with -, what is too much with +.

    This runs the Python files of DIR. Exit status: 1 if anything differs.
    """
    from ctct_lint.session.rule_kit.rule_test import RuleTest
    from ctct_lint.text.words import count

    prepare(sys.stdout)
    test = RuleTest(folder)
    differing = 0
    for path, lines in test.differing():
        differing += 1
        say("\n".join([path, *(f"  {line}" for line in lines)]))
    tried = ", ".join(
        (
            count(test.rules, "rule"),
            count(test.examples, "example"),
            count(test.fixtures, "fixture"),
        )
    )
    outcome = f"{differing} not as expected" if differing else "all as expected"
    sys.stderr.write(f"{tried}: {outcome}\n")
    sys.exit(1 if differing else 0)


command = click.Group(
    "rules",
    callback=click.pass_context(rules),
    help=rules.__doc__,
    invoke_without_command=True,
    params=[
        click.Option(
            ["--output-format"],
            type=click.Choice(["text", "json", "markdown"]),
            default="text",
            show_default=True,
            help="markdown: the whole reference, with every manual page.",
        ),
        *CONFIGURATION,
    ],
    commands=[new, test],
)
