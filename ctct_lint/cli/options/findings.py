"""Options that say what is reported, and what it means for the exit status."""

from __future__ import annotations

import click

from ctct_lint.cli.command import Option, flag, path, under
from ctct_lint.cli.options.selectors import SELECTORS, per_file, severities
from ctct_lint.model.severity import Severity

_FAIL_ON = {
    s.label: s for s in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
}


def _severity(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> Severity | None:
    """Read the name of a severity."""
    del ctx, param
    return None if value is None else _FAIL_ON[value]


OPTIONS = under(
    "What is reported",
    Option(
        "--select",
        help="Report only these codes, prefixes of codes, or rule names; and what is "
        "no well-formed XML, or where the linter failed.",
        **SELECTORS,
    ),
    Option("--ignore", help="Do not report these.", **SELECTORS),
    Option(
        "--per-file-ignores",
        metavar="GLOB=CODE,...",
        multiple=True,
        callback=per_file,
        help="Do not report these in the files of a glob.",
    ),
    Option(
        "--severity",
        metavar="CODE=LEVEL,...",
        multiple=True,
        callback=severities,
        help="Report these as error, warning, info or hint.",
    ),
    path(
        "--baseline", help="Report only what this file of known findings does not have."
    ),
    flag("--update-baseline", help="Write what is found to the file of --baseline."),
    Option(
        "--fail-on",
        type=click.Choice(list(_FAIL_ON)),
        callback=_severity,
        help="The least severity that makes the exit status 1.  [default: error]",
    ),
    flag("--exit-zero", help="Exit with 0 whatever is found."),
)
