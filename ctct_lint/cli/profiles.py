"""`ctct-lint profiles`: the vocabularies that are known here."""

from __future__ import annotations

import sys

import click

from ctct_lint.cli.command import PATH
from ctct_lint.cli.guard import FAILED
from ctct_lint.session.streams.stdio import say
from ctct_lint.session.streams.terminal import prepare


@click.command("profiles")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: an array, for programs.",
)
@click.option(
    "--config",
    metavar="FILE",
    type=PATH,
    help="Read this file, not the ctct-lint.toml or pyproject.toml nearest above.",
)
@click.option("--isolated", is_flag=True, help="Read no configuration at all.")
def command(*, output_format: str, config: str | None, isolated: bool) -> None:
    """List the vocabularies that are known here, and which documents are theirs.

    They come from the configuration above the working folder, from installed
    distributions, and from the program itself. Exit status 2 if one cannot be used.
    """
    from ctct_lint.session.listed_profiles import as_json, as_text, list_profiles
    from ctct_lint.session.streams.complain import complain

    prepare(sys.stdout)
    found = list_profiles(config, isolated=isolated)
    say(as_json(found) if output_format == "json" else as_text(found))
    for trouble in found.troubles:
        complain(trouble)
    if found.troubles:
        sys.exit(FAILED)
