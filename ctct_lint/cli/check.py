"""`ctct-lint check`: lint files and report what is wrong with them."""

from __future__ import annotations

from typing import Any

from ctct_lint.cli.command import Command
from ctct_lint.cli.job import Job
from ctct_lint.cli.manual import MANUAL
from ctct_lint.cli.options import findings, fixes, inputs, output, running


def check(**given: Any) -> None:
    """Lint files, every *.xml below folders, or '-' for stdin; without a path '.'."""
    job = Job(given)
    if given["watch"]:
        from ctct_lint.cli.watch import watch

        watch(job, lambda: Job(given))
    from ctct_lint.cli.run import run

    raise SystemExit(run(job))


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
        *running.OPTIONS,
    ],
    manual=MANUAL,
)
