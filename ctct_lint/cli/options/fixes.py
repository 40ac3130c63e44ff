"""Options that mend documents."""

from __future__ import annotations

from ctct_lint.cli.command import Option

HEADING = "Fixes"

OPTIONS = (
    Option(
        "--fix",
        heading=HEADING,
        is_flag=True,
        help="Mend the files in place; a document from stdin is written to stdout, "
        "and what is left to stderr.",
    ),
    Option(
        "--fix-only",
        heading=HEADING,
        is_flag=True,
        help="As --fix, but say nothing of what is left; that does not give status 1.",
    ),
    Option(
        "--unsafe-fixes",
        heading=HEADING,
        is_flag=True,
        help="With --fix, --fix-only or --diff: make also fixes that are a guess.",
    ),
    Option(
        "--show-fixes",
        heading=HEADING,
        is_flag=True,
        help="With --fix, --fix-only or --diff: tell of each fix what it is and where.",
    ),
    Option(
        "--diff",
        heading=HEADING,
        is_flag=True,
        help="Write no file, but print what --fix would change; exit with 1 if that "
        "is anything.",
    ),
)
