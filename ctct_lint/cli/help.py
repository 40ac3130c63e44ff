"""Writing the help of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ctct_lint.cli.command import Option

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_options(
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


def write_manual(
    manual: tuple[tuple[str, str], ...], formatter: click.HelpFormatter
) -> None:
    """Write texts as they are, line by line: they hold examples and tables."""
    for heading, text in manual:
        with formatter.section(heading):
            for line in text.strip("\n").splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line}".rstrip())
                formatter.write("\n")
