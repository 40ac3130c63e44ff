"""Commands whose help is a manual page: options under headings, then the rest."""

from __future__ import annotations

from typing import Any

import click


class Option(click.Option):
    """An option that knows its heading."""

    def __init__(self, *declarations: str, heading: str, **attributes: Any) -> None:
        super().__init__(declarations, **attributes)
        self.heading = heading


class Command(click.Command):
    """A command with a manual: texts under headings that follow the options."""

    def __init__(self, *, manual: tuple[tuple[str, str], ...], **others: Any) -> None:
        super().__init__(**others)
        self.manual = manual

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the options, each under its heading, then the manual."""
        from ctct_lint.cli.help import write_manual, write_options

        write_options(self.get_params(ctx), ctx, formatter)
        write_manual(self.manual, formatter)
