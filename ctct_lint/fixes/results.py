"""What mending a document comes to: what was made of it, what was not, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.text.source import Position


_TOO_MUCH = "there is too much for one run to verify"
# Why a fix was not even tried: others were, or none of those that were is good.
NO_TURN = f"{_TOO_MUCH} it all; it takes another one"
NO_END = f"{_TOO_MUCH} any of it; correct some of it by hand"


class FixedFault(NamedTuple):
    """A fault that is gone.

    code   of its diagnostic
    title  of the fix that was made for it; "" if another one did away with it
    at     where the document as it was before had it
    """

    code: str
    title: str
    at: Position


class UnfixedFault(NamedTuple):
    """A fault that has a fix which was not made.

    code   of its diagnostic
    why    in words, lower case, without a full stop
    at     where the mended document has it
    was    where the document as it was before had it
    """

    code: str
    why: str
    at: Position
    was: Position


class Mended(NamedTuple):
    """A document after its fixes.

    data     the bytes to write
    made     what was mended, round by round
    unmade   what could not be, by position
    left     the diagnostics of `data`, fixable or not
    rounds   how many rounds changed something
    refused  why no fix could be made though there were some; else ""
    """

    data: bytes
    made: tuple[FixedFault, ...]
    unmade: tuple[UnfixedFault, ...]
    left: tuple[Diagnostic, ...]
    rounds: int
    refused: str = ""
