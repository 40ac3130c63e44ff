"""Options that say where diagnostics go, and in which form."""

from __future__ import annotations

import click

from ctct_lint.cli.command import Option, flag, path, under
from ctct_lint.output.formats import FORMATS


def _outputs(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Read `FORMAT=FILE`."""
    pairs = []
    for given in value:
        name, _, file = given.partition("=")
        if name not in FORMATS or not file:
            expected = f"write it as FORMAT=FILE, with one of {', '.join(FORMATS)}"
            raise click.BadParameter(f"{given!r}: {expected}", ctx, param)
        if file == "-":
            raise click.BadParameter(
                f"{given!r}: use --output-format for stdout", ctx, param
            )
        pairs.append((name, file))
    return tuple(pairs)


OPTIONS = under(
    "Output",
    Option(
        "--output-format",
        metavar="FORMAT",
        type=click.Choice(list(FORMATS)),
        help="To be read: full, with source lines like rustc (the default); concise, "
        "a line each; grouped, by file; narrated, for screen readers; html, a page. "
        "For programs: json, which is LSP; json-lines, sarif, github, "
        "gitlab, rdjson, junit, checkstyle.",
    ),
    path("-o", "--output-file", help="Write that to a file instead of stdout ('-')."),
    Option(
        "--output",
        "outputs",
        metavar="FORMAT=FILE",
        multiple=True,
        callback=_outputs,
        help="Write another format to a file, in the same run; can be repeated.",
    ),
    Option(
        "--max-diagnostics",
        metavar="N",
        type=click.IntRange(1),
        help="Show no more than this in full, concise, grouped and narrated.",
    ),
    flag(
        "--statistics",
        help="Print how many there are of each code, not the diagnostics.",
    ),
    Option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour what is printed.",
    ),
    flag("-q", "--quiet", help="No summary and no progress."),
)
