"""What the help of `check` says below the options."""

MANUAL = (
    (
        "Examples",
        """
ctct-lint check mails/                 every *.xml below a folder
ctct-lint check --operation update -   what a PUT would send, from stdin
ctct-lint check --fix mails/           mend what is safe to mend
ctct-lint check --diff --unsafe-fixes  see what all fixes would change
ctct-lint check --output-format html -o report.html --output sarif=lint.sarif
""",
    ),
    (
        "Exit status",
        """
0    nothing at or above --fail-on: without it, no error; with --diff: nothing
     to change
1    something
2    the job could not be done: usage, configuration, a file that cannot be
     read or written, a failure of the linter itself
130  broken off with Ctrl-C
141  whoever read the output went away, as `head` does
""",
    ),
    (
        "Environment",
        """
NO_COLOR, FORCE_COLOR  colours off, on, unless --color says
COLUMNS                the width of the terminal
CTCT_LINT_CACHE_DIR    the folder of --cache
CTCT_LINT_RUN_RULES    folders whose own rules, which are Python, may be run
XDG_CACHE_HOME         where that is otherwise
""",
    ),
)
