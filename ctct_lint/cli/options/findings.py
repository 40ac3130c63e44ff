"""Options that say what is reported, and what it means for the exit status."""

from __future__ import annotations

import click

from ctct_lint.cli.command import PATH, Option
from ctct_lint.cli.options.selectors import SELECTORS, per_file, severities
from ctct_lint.model.severity import Severity

HEADING = "What is reported"
_FAIL_ON = {
    s.label: s for s in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
}


def _severity(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> Severity | None:
    """Read the name of a severity."""
    del ctx, param
    return None if value is None else _FAIL_ON[value]


OPTIONS = (
    Option(
        "--select",
        heading=HEADING,
        help="Report only these codes, prefixes of codes, or rule names; and what is "
        "no well-formed XML, or where the linter failed.",
        **SELECTORS,
    ),
    Option("--ignore", heading=HEADING, help="Do not report these.", **SELECTORS),
    Option(
        "--per-file-ignores",
        heading=HEADING,
        metavar="GLOB=CODE,...",
        multiple=True,
        callback=per_file,
        help="Do not report these in the files of a glob.",
    ),
    Option(
        "--severity",
        heading=HEADING,
        metavar="CODE=LEVEL,...",
        multiple=True,
        callback=severities,
        help="Report these as error, warning, info or hint.",
    ),
    Option(
        "--baseline",
        heading=HEADING,
        metavar="FILE",
        type=PATH,
        help="Report only what this file of known findings does not have.",
    ),
    Option(
        "--update-baseline",
        heading=HEADING,
        is_flag=True,
        help="Write what is found to the file of --baseline.",
    ),
    Option(
        "--fail-on",
        heading=HEADING,
        type=click.Choice(list(_FAIL_ON)),
        callback=_severity,
        help="The least severity that makes the exit status 1.  [default: error]",
    ),
    Option(
        "--exit-zero",
        heading=HEADING,
        is_flag=True,
        help="Exit with 0 whatever is found.",
    ),
)
