"""What is wrong in a style sheet, and how it is mended."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple


class StyleFault(NamedTuple):
    """What is not sound in a style sheet; offsets are code points of the content.

    what   what is wrong, as part of a sentence
    edit   start, end and new text of the edit that is called `title`
    """

    span: tuple[int, int]
    what: str
    help: str
    title: str = ""
    edit: tuple[int, int, str] | None = None


def stray_brace(start: int) -> StyleFault:
    """Return the fault of a brace that closes nothing."""
    title, help_ = "remove it", "take it away, or write the `{` that it closes"
    edit = (start, start + 1, "")
    return StyleFault((start, start + 1), "`}` closes nothing", help_, title, edit)


def unclosed_comment(start: int, end: int) -> StyleFault:
    """Return the fault of a comment that goes on to the end of the sheet."""
    help_ = "write `*/` where the comment has to end"
    edit = (end, end, " */")
    return StyleFault(
        (start, start + 2), "a comment has no `*/`", help_, "close it at the end", edit
    )


def unclosed_quote(start: int, end: int, quote: str) -> StyleFault:
    """Return the fault of a string that goes on to the end of its line."""
    help_ = f"close the string with {quote} on the same line"
    return StyleFault((start, end), "a string is never closed", help_)
