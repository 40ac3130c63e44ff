"""Options that mend documents."""

from ctct_lint.cli.command import flag, under

OPTIONS = under(
    "Fixes",
    flag(
        "--fix",
        help="Mend the files in place; a document from stdin is written to stdout, "
        "and what is left to stderr.",
    ),
    flag(
        "--fix-only",
        help="As --fix, but say nothing of what is left; that does not give status 1.",
    ),
    flag(
        "--unsafe-fixes",
        help="With --fix, --fix-only or --diff: make also fixes that are a guess.",
    ),
    flag(
        "--show-fixes",
        help="With --fix, --fix-only or --diff: tell of each fix what it is and where.",
    ),
    flag(
        "--diff",
        help="Write no file, but print what --fix would change; exit with 1 if that "
        "is anything.",
    ),
)
