"""Options that say how the work is done."""

from __future__ import annotations

from typing import Any

import click

from ctct_lint.cli.command import PATH, Option, flag, path, switch, under
from ctct_lint.session.request import AUTO


def _jobs(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    """Read a number of processes; None is `auto`."""
    if value == AUTO:
        return None
    kind: click.ParamType[Any] = click.IntRange(1)
    number: int = kind.convert(value, param, ctx)
    return number


CONFIGURATION = under(
    "Configuration",
    Option(
        "--config",
        is_eager=True,  # it says which rules other options may name
        metavar="FILE",
        type=PATH,
        help="Read this file, not the ctct-lint.toml or pyproject.toml nearest above "
        "each document.",
    ),
    Option(
        "--isolated",
        is_eager=True,
        is_flag=True,
        help="Read no configuration at all.",
    ),
)
RUN_RULES = under(
    "Configuration",
    switch(
        "--run-rules/--no-run-rules",
        help="Run the rules that configurations name, which are Python, or do without "
        "them. Neither: those of a file of --config with run-python = true, and those "
        "in folders of CTCT_LINT_RUN_RULES.",
    ),
)
OPTIONS = under(
    "Running",
    Option(
        "-j",
        "--jobs",
        metavar="N",
        default=AUTO,
        show_default=True,
        callback=_jobs,
        help="The number of processes; auto: one, and for many files as many as "
        "there are processors.",
    ),
    switch(
        "--cache/--no-cache",
        help="Remember results by content, so that a later run is faster; off unless "
        "asked for.",
    ),
    path("--cache-dir", metavar="DIR", help="Remember them in this folder."),
    flag("--watch", help="Stay, and check again what changes, until Ctrl-C."),
)
