"""What comes of one file: its diagnostics, or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ctct_lint.diagnostic import Diagnostic
    from ctct_lint.engine.mend_file import Mending


class Checked(NamedTuple):
    """The result of one file; it can be pickled.

    text         the document, "" if there is nothing to report
    diagnostics  by position
    crashed      did the linter fail?
    is_plain     is the file this text in UTF-8, without a BOM?
    is_foreign   is it of an unknown vocabulary, so that only its syntax was checked?
    failures     what could not be done with the file and why: ("read", "is a folder")
    digest       what the cache knows the document by; "" without a cache
    mending      what was fixed; None if nothing was to be
    was_checked  False where the diagnostics are unknown
    """

    text: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    crashed: bool = False
    is_plain: bool = True
    is_foreign: bool = False
    failures: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    mending: Mending | None = None
    was_checked: bool = True


def failed(verb: str, why: str) -> Checked:
    """Return the result of a file of which nothing is known."""
    return Checked(failures=((verb, why),), was_checked=False)
