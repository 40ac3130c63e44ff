"""The command line: click, and only here."""

from ctct_lint.cli.garbage import postpone

postpone()

from ctct_lint.cli.main import main  # noqa: E402 - what it imports is much

__all__ = ["main"]
