"""The program: its commands, each imported when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import click

from ctct_lint.cli.command import Helped
from ctct_lint.cli.guard import FAILED, guarded
from ctct_lint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "check",
    "explain",
    "rules",
    "profiles",
    "new",
    "playground",
    "server",
    "completion",
)
NAME = "ctct-lint"


class _Commands(Helped, click.Group):
    """Imports a command's module only when the command is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"ctct_lint.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; where there is none, say what is meant."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from ctct_lint.session.rule_pages.hints import command_hint

            meant = command_hint(args[0], COMMANDS)
            hint = f" Did you mean `{meant}`?" if meant else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options; those of `check` stand behind it."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            name = error.option_name
            check = self.get_command(ctx, COMMANDS[0])
            if check is None or name not in _options_of(check):
                raise
            hint = f"Did you mean `{NAME} {COMMANDS[0]} {name}`?"
            ctx.fail(f"No such option {name!r}. {hint}")

    def invoke(self, ctx: click.Context) -> None:
        """Call the command; what ends it early ends in an exit status."""
        with guarded():
            super().invoke(ctx)


def _options_of(command: click.Command) -> set[str]:
    """Return all names of a command's options, such as `--cache` and `--no-cache`."""
    return {n for p in command.params for n in (*p.opts, *p.secondary_opts)}


def _show_versions(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    del param
    if value and not ctx.resilient_parsing:
        from ctct_lint.session.versions import versions

        click.echo(f"{NAME}, version {__version__}\n{versions()}")
        ctx.exit()


@click.group(
    NAME,
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 no error found, 1 an error found, 2 the job was not done.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_versions,
    help="Show the version, and those of what it is built on.",
)
def cli() -> None:
    """Compiler-like errors for Constant Contact v1 campaign XML, before it is sent."""


def main(args: Sequence[str] | None = None, prog_name: str | None = None) -> NoReturn:
    """Run the program and exit; whatever happens, without a traceback."""
    try:
        cli.main(args=args, prog_name=prog_name or NAME)
    except Exception as error:  # noqa: BLE001 - promised: never a traceback
        if isinstance(error, OSError) and error.filename is None:
            # What click writes itself, as the help.
            from ctct_lint.session.streams.stdio import OutputError

            click.echo(f"{NAME}: {OutputError('stdout', error)}", err=True)
            sys.exit(FAILED)
        click.echo(
            f"ctct-lint: internal error: {type(error).__name__}: {error}\n"
            "This is a bug of ctct-lint; please report it.",
            err=True,
        )
        sys.exit(FAILED)
