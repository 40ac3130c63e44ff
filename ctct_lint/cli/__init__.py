"""The command line: click, and only here."""

from ctct_lint.cli.main import main

__all__ = ["main"]
