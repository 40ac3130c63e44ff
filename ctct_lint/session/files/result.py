"""What comes of one file: its diagnostics, its fixes, or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.fixes.results import FixedFault, UnfixedFault
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.output.excerpts import Excerpts
    from ctct_lint.schema.sources.trouble import Unusable
    from ctct_lint.session.files.input import Input, NoInput

    Results = Iterable[tuple[Input | NoInput, "FileResult"]]

# What can fail, beside READ and FIND.
CHECK, CONFIGURE, WRITE, FIX = "check", "configure", "write", "fix"
USE = "use the schema"


class FixOutcome(NamedTuple):
    """What the fixes of one file have come to.

    made    what was mended, or would be
    unmade  what has a fix that was not made
    left    how many diagnostics are left, where only a diff was asked for
    why_not why nothing at all was made of its fixes, if that is by design; else ""
    data    what stdin becomes; None of a file, which is written already
    diff    the unified diff, where that was asked for; () if nothing differs
    """

    made: tuple[FixedFault, ...] = ()
    unmade: tuple[UnfixedFault, ...] = ()
    left: int = 0
    why_not: str = ""
    data: bytes | None = None
    diff: tuple[tuple[str, str], ...] = ()


class FileResult(NamedTuple):
    """The result of one file; it can be pickled.

    text         the document, "" if there is nothing to report
    excerpts     the lines that are shown of a document that is too long to be kept
    diagnostics  by position
    crashed      did the linter fail?
    is_plain     is the file this text in UTF-8, without a BOM?
    is_foreign   is it of an unknown vocabulary, so that only its syntax was checked?
    unusable     as of `Outcome`
    lasts        will it be the same while the user's files are? See `Profile`
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
    unusable: Unusable | None = None
    lasts: bool = True
    failures: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    mending: FixOutcome | None = None
    was_checked: bool = True
    excerpts: Excerpts | None = None


def failed(verb: str, why: str) -> FileResult:
    """Return the result of a file of which nothing is known."""
    return FileResult(failures=((verb, why),), was_checked=False)
