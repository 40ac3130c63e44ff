"""What the linter said, as short as tests want it, and contents as files spell them."""

from __future__ import annotations

from collections.abc import Iterable

from ctct_lint import Diagnostic


def codes(concise: str) -> list[str]:
    """Return the codes in the output of the format `concise`."""
    return [line.partition("[")[2].partition("]")[0] for line in concise.splitlines()]


def messages(found: Iterable[Diagnostic]) -> list[str]:
    """Return the messages of diagnostics."""
    return [d.message for d in found]


def escaped(text: str) -> str:
    """Return a content as a file has it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """Return a content of a file as it is meant."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
