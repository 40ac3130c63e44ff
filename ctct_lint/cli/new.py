"""`ctct-lint new RESOURCE`: a valid document to start from."""

from __future__ import annotations

import click

from ctct_lint.cli.command import Command
from ctct_lint.profiles.registry import built_in
from ctct_lint.session.streams.stdio import stdout, write

_PROFILE = built_in()
_RESOURCES = tuple(dict.fromkeys(resource for resource, _ in _PROFILE.starters()))
_OPERATIONS = ("create", "update")
_MANUAL = (
    (
        "Examples",
        """
ctct-lint new campaign > campaign.xml
ctct-lint new contact --operation update > contact.xml
ctct-lint new list | ctct-lint check -
""",
    ),
)


@click.command("new", cls=Command, manual=lambda: _MANUAL)
@click.argument("resource", type=click.Choice(_RESOURCES))
@click.option(
    "--operation",
    type=click.Choice(_OPERATIONS),
    help="What the document is for: POST or PUT. Default: create, if that is possible.",
)
@click.pass_context
def command(ctx: click.Context, *, resource: str, operation: str | None) -> None:
    """Print a valid document to start from, with names and numbers to be replaced."""
    possible = [known for name, known in _PROFILE.starters() if name == resource]
    wanted = operation or possible[0]
    if wanted not in possible:
        ctx.fail(f"`{resource}` cannot be {wanted}d, only {possible[0]}d")
    write(stdout(), _PROFILE.starter(resource, wanted))
