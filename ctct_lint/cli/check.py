"""`ctct-lint check`: lint files and report what is wrong with them."""

from __future__ import annotations

import click

from ctct_lint.cli.run import Job, run
from ctct_lint.config import Settings
from ctct_lint.schema.operation import Operation
from ctct_lint.severity import Severity

AUTO = "auto"
SEVERITIES = {
    s.label: s for s in (Severity.ERROR, Severity.WARNING, Severity.INFORMATION)
}


def _selectors(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Split at commas; fail for a code, prefix or name that no rule has."""
    selectors = [s.strip() for given in value for s in given.split(",")]
    for selector in filter(None, selectors):
        if not _is_known(selector):
            message = f"no rule has the code or name {selector!r}"
            raise click.BadParameter(message, ctx, param)
    return tuple(filter(None, selectors))


def _is_known(selector: str) -> bool:
    from ctct_lint.rules.registry import all_rules

    code = selector.upper()
    return any(r.code.startswith(code) or r.name == selector for r in all_rules())


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--operation",
    type=click.Choice([AUTO, *(o.value for o in Operation)]),
    default=AUTO,
    show_default=True,
    help="What the documents are for: POST, PUT, or what a GET returned; "
    "auto: a feed is a response, an entry a create.",
)
@click.option(
    "--output-format",
    type=click.Choice(["full", "concise", "json"]),
    default="full",
    show_default=True,
    help="full: source lines like rustc; concise: a line each; json: LSP diagnostics.",
)
@click.option("--stdin-filename", metavar="NAME", help="What to call stdin ('-').")
@click.option(
    "--select",
    metavar="CODE,...",
    multiple=True,
    callback=_selectors,
    help="Report only these codes, prefixes of codes, or rule names.",
)
@click.option(
    "--ignore",
    metavar="CODE,...",
    multiple=True,
    callback=_selectors,
    help="Do not report these.",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(SEVERITIES)),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="NO_COLOR and FORCE_COLOR are honoured.",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress.")
def command(  # noqa: PLR0913 - the options of the command line
    *,
    paths: tuple[str, ...],
    operation: str,
    output_format: str,
    stdin_filename: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    exit_zero: bool,
    color: str,
    quiet: bool,
) -> None:
    """Lint files, every *.xml below folders, or '-' for stdin; without a path '.'."""
    settings = Settings(
        operation=None if operation == AUTO else Operation(operation),
        select=select,
        ignore=ignore,
    )
    job = Job(
        paths=paths or (".",),
        settings=settings,
        output_format=output_format,
        stdin_name=stdin_filename,
        fail_on=SEVERITIES[fail_on],
        exit_zero=exit_zero,
        color=color,
        quiet=quiet,
    )
    raise SystemExit(run(job))
