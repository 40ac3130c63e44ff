"""`ctct-lint rules`: every rule, a line each."""

from __future__ import annotations

import sys

import click

from ctct_lint.session.streams.stdio import say, stdout
from ctct_lint.session.streams.terminal import prepare, style_for


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
        from ctct_lint.session.rule_pages.listing import as_json

        say(as_json())
    elif output_format == "markdown":
        from ctct_lint.session.rule_pages.reference import reference

        say(reference().rstrip("\n"))
    else:
        from ctct_lint.session.rule_pages.listing import headed, lines

        stream = stdout()
        is_plain = not stream.isatty()
        shown = lines() if is_plain else headed(style_for(stream, "auto"))
        say("\n".join(shown))
