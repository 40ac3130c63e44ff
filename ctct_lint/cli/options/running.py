"""Options that say how the work is done."""

from __future__ import annotations

from typing import Any

import click

from ctct_lint.cli.command import PATH, Option
from ctct_lint.session.request import AUTO

HEADING = "Running"


def _jobs(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    """Read a number of processes; None is `auto`."""
    if value == AUTO:
        return None
    kind: click.ParamType[Any] = click.IntRange(1)
    number: int = kind.convert(value, param, ctx)
    return number


CONFIGURATION = (
    Option(
        "--config",
        heading="Configuration",
        is_eager=True,  # it says which rules other options may name
        metavar="FILE",
        type=PATH,
        help="Read this file, not the ctct-lint.toml or pyproject.toml nearest above "
        "each document.",
    ),
    Option(
        "--isolated",
        heading="Configuration",
        is_eager=True,
        is_flag=True,
        help="Read no configuration at all.",
    ),
)
OPTIONS = (
    Option(
        "--run-rules/--no-run-rules",
        heading="Configuration",
        default=None,
        help="Run the rules that configurations name, which are Python, or do without "
        "them. Neither: those of a file of --config with run-python = true, and those "
        "in folders of CTCT_LINT_RUN_RULES.",
    ),
    Option(
        "-j",
        "--jobs",
        heading=HEADING,
        metavar="N",
        default=AUTO,
        show_default=True,
        callback=_jobs,
        help="The number of processes; auto: one, and for many files as many as "
        "there are processors.",
    ),
    Option(
        "--cache/--no-cache",
        heading=HEADING,
        default=None,
        help="Remember results by content, so that a later run is faster; off unless "
        "asked for.",
    ),
    Option(
        "--cache-dir",
        heading=HEADING,
        metavar="DIR",
        type=PATH,
        help="Remember them in this folder.",
    ),
    Option(
        "--watch",
        heading=HEADING,
        is_flag=True,
        help="Stay, and check again what changes, until Ctrl-C.",
    ),
)
