"""`ctct-lint check`: lint files and report what is wrong with them."""

from __future__ import annotations

from typing import Any

import click

from ctct_lint.cli.command import Command
from ctct_lint.cli.options import findings, fixes, inputs, output, running
from ctct_lint.session.errors import RequestError
from ctct_lint.session.request import Request


def check(**given: Any) -> None:
    """Lint files, every *.xml below folders, or '-' for stdin; without a path '.'."""
    try:
        raise SystemExit(_status(Request(**given)))
    except RequestError as error:
        raise click.UsageError(str(error)) from None


def _status(request: Request) -> int:
    if request.watch:
        from ctct_lint.session.watch import watch

        watch(request)
    from ctct_lint.session.run import run
    from ctct_lint.session.session import Session

    return run(Session(request))


def _manual() -> tuple[tuple[str, str], ...]:
    from ctct_lint.cli.manual import MANUAL

    return MANUAL


command = Command(
    name="check",
    callback=check,
    help=check.__doc__,
    params=[
        inputs.PATHS,
        *inputs.OPTIONS,
        *findings.OPTIONS,
        *fixes.OPTIONS,
        *output.OPTIONS,
        *running.CONFIGURATION,
        *running.RUN_RULES,
        *running.OPTIONS,
    ],
    manual=_manual,
)
