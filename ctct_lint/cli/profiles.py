"""`ctct-lint profiles`: the vocabularies that are known here, or that files have."""

from __future__ import annotations

import sys

import click

from ctct_lint.cli.command import PATH
from ctct_lint.cli.guard import FAILED
from ctct_lint.cli.options.running import CONFIGURATION
from ctct_lint.session.streams.stdio import say
from ctct_lint.session.streams.terminal import prepare


@click.command("profiles", params=[*CONFIGURATION])
@click.argument("paths", nargs=-1, type=PATH)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: an array, for programs.",
)
def command(
    *, paths: tuple[str, ...], output_format: str, config: str | None, isolated: bool
) -> None:
    """List the vocabularies that are known here, and which documents are theirs.

    They come from the configuration above the working folder, from installed
    distributions, and from the program itself. Exit status 2 if one cannot be used.

    With PATHS, files or folders, tell for each file which profile it has, and why.
    """
    from ctct_lint.session.streams.complain import complain

    prepare(sys.stdout)
    as_json = output_format == "json"
    told = _of_files if paths else _of_all
    text, troubles = told(paths, config, isolated=isolated, as_json=as_json)
    if text:
        say(text)
    for trouble in troubles:
        complain(trouble)
    if troubles:
        sys.exit(FAILED)


def _of_all(
    _: tuple[str, ...], config: str | None, *, isolated: bool, as_json: bool
) -> tuple[str, tuple[str, ...]]:
    """Return what is said of all profiles, and which of them cannot be used."""
    from ctct_lint.session import listed_profiles as listed

    found = listed.list_profiles(config, isolated=isolated)
    return (listed.as_json if as_json else listed.as_text)(found), found.troubles


def _of_files(
    paths: tuple[str, ...], config: str | None, *, isolated: bool, as_json: bool
) -> tuple[str, tuple[str, ...]]:
    """Return what is said of each file, and which of them could not be read."""
    from ctct_lint.session import chosen_profiles as chosen

    found = chosen.chosen_profiles(paths, config, isolated=isolated)
    troubles = tuple(one.trouble for one in found if one.trouble)
    return (chosen.as_json if as_json else chosen.as_text)(found), troubles
