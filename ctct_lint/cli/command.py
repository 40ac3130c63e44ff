"""Commands whose help is a manual page: options under headings, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.shell_completion import CompletionItem


class _Path(click.types.StringParamType):
    """A path, taken as it is: where there is nothing to read, the run says it.

    To make one of its own paths, click looks for translations.
    """

    name = "path"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Leave it to the shell, which knows the files."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(incomplete, type="file")]


PATH = _Path()


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    del param
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


class Helped:
    """Has the option for help that all share: for each, click seeks translations."""

    HELP = click.Option(
        ["-h", "--help"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        help="Show this message and exit.",
        callback=_show_help,
    )

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Return the option that shows the help."""
        del ctx
        return self.HELP


class Option(click.Option):
    """An option that knows its heading."""

    heading = ""

    def __init__(self, *declarations: str, **attributes: Any) -> None:
        super().__init__(declarations, **attributes)


def under(heading: str, *options: Option) -> tuple[Option, ...]:
    """Return options, each with the heading that it stands under in the help."""
    for option in options:
        option.heading = heading
    return options


def flag(*names: str, help: str) -> Option:  # noqa: A002 - what click calls it
    """Return an option without a value."""
    return Option(*names, is_flag=True, help=help)


def switch(names: str, *, help: str) -> Option:  # noqa: A002 - what click calls it
    """Return an option that turns something on or off; None where it is not given."""
    return Option(names, default=None, help=help)


def path(*names: str, help: str, metavar: str = "FILE") -> Option:  # noqa: A002 - as above
    """Return an option that names a file or a folder."""
    return Option(*names, metavar=metavar, type=PATH, help=help)


class Command(Helped, click.Command):
    """A command with a manual: texts under headings that follow the options.

    It is asked for its manual when its help is.
    """

    def __init__(
        self, *, manual: Callable[[], tuple[tuple[str, str], ...]], **others: Any
    ) -> None:
        super().__init__(**others)
        self.manual = manual

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options, each under its heading, then the manual."""
        _write_options(self.get_params(ctx), ctx, formatter)
        _write_manual(self.manual(), formatter)


def _write_options(
    params: Sequence[click.Parameter],
    ctx: click.Context,
    formatter: click.HelpFormatter,
) -> None:
    """Write the options under their headings, in the order of first mention."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for param in params:
        row = param.get_help_record(ctx)
        if row is not None and isinstance(param, click.Option):
            others = "Other options" if rows else "Options"
            heading = param.heading if isinstance(param, Option) else others
            rows.setdefault(heading, []).append(row)
    for heading, of_heading in rows.items():
        with formatter.section(heading):
            formatter.write_dl(of_heading)


def _write_manual(
    manual: tuple[tuple[str, str], ...], formatter: click.HelpFormatter
) -> None:
    """Write texts as they are, line by line: they hold examples and tables."""
    for heading, text in manual:
        with formatter.section(heading):
            for line in text.strip("\n").splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}".rstrip())
                formatter.write("\n")
