"""What the linter said, as short as tests want it, and contents as files spell them."""

from __future__ import annotations

from collections.abc import Iterable

from ctct_lint import Diagnostic
from ctct_lint.model.fault import Fault


def codes(concise: str) -> list[str]:
    """Return the codes in the output of the format `concise`."""
    return [line.partition("[")[2].partition("]")[0] for line in concise.splitlines()]


def messages(found: Iterable[Diagnostic]) -> list[str]:
    """Return the messages of diagnostics."""
    return [d.message for d in found]


def underlined(text: str, found: Diagnostic) -> str:
    """Return the characters that a diagnostic is about."""
    return text[found.range.start.offset : found.range.end.offset]


def written_by_fixes(text: str, found: Iterable[Diagnostic]) -> list[tuple[str, ...]]:
    """Return each code, what the diagnostic is about, and what its fixes write."""
    return [
        (
            one.code,
            underlined(text, one),
            *(edit.new_text for fix in one.fixes for edit in fix.edits),
        )
        for one in found
    ]


def pointed_at(text: str, faults: Iterable[Fault]) -> list[tuple[str, str]]:
    """Return the kind of each fault of a text, and the characters that it is about."""
    return [(f.kind, text[f.at.start : f.at.end]) for f in faults]


def escaped(text: str) -> str:
    """Return a content as a file has it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """Return a content of a file as it is meant."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
