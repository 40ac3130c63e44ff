"""Options that say which documents are checked, and what they are for."""

from __future__ import annotations

from datetime import datetime

import click

from ctct_lint.cli.command import PATH, Option, path, switch, under
from ctct_lint.cli.options.selectors import globs
from ctct_lint.profiles.registry import operations
from ctct_lint.session.request import AUTO

NEVER = "never"


def _time(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> datetime | None:
    """Read a time of ISO 8601; `never` is before all times."""
    if value is None:
        return None
    if value == NEVER:
        return datetime.min  # noqa: DTZ901 - what `rules.clock` takes for it
    try:
        # Python 3.10 does not know the Z.
        return datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        message = f"{value!r} is no time such as 2011-10-03T06:30:00Z"
        raise click.BadParameter(message, ctx, param) from None


PATHS = click.Argument(["paths"], nargs=-1, type=PATH)
OPTIONS = under(
    "What is checked",
    Option(
        "--operation",
        type=click.Choice([AUTO, *operations()]),
        help="What the documents are for: POST, PUT, or what a GET returned; auto, "
        "the default: a feed is a response, an entry a create.",
    ),
    path("--schema", help="Check the documents with this XSD, whatever they are."),
    path(
        "--catalog",
        help="With --schema: an OASIS XML catalog, which says where the schemas are "
        "that it refers to.",
    ),
    path(
        "--schematron", help="Check them with the rules of this Schematron schema, too."
    ),
    Option(
        "--profile",
        metavar="NAME",
        help="Check them with this profile; `ctct-lint profiles` lists what there is.",
    ),
    Option(
        "--now",
        metavar="TIME",
        callback=_time,
        help="Compare schedules with this time, not with the clock; never: none is "
        "in the past.",
    ),
    Option(
        "--stdin-filename",
        metavar="NAME",
        help="What to call stdin ('-'), also for the configuration.",
    ),
    Option(
        "--exclude",
        metavar="GLOB",
        multiple=True,
        callback=globs,
        help="Pass over these in folders, instead of what the configuration excludes.",
    ),
    Option(
        "--extend-exclude",
        metavar="GLOB",
        multiple=True,
        callback=globs,
        help="Pass over these as well.",
    ),
    switch(
        "--force-exclude/--no-force-exclude",
        help="Leave out what is excluded even where it is named.",
    ),
    switch(
        "--respect-gitignore/--no-respect-gitignore",
        help="Pass over what .gitignore files leave out (the default).",
    ),
)
