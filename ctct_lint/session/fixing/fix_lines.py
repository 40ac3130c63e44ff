"""What is said on stderr of the fixes of one file: which were made, which not, why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.fixes.results import NO_END, NO_TURN
from ctct_lint.output.display import escape, escape_at_line_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.session.files.result import FixOutcome
    from ctct_lint.text.source import Position

# So many reasons of one file are given, unless each fix is to be shown.
_MOST_REASONS = 5
_UNTRIED = {NO_TURN: "not all fixed", NO_END: "not fixed"}
_BESIDES = "is gone with the fixes of others"


def told(name: str, mending: FixOutcome, *, would: bool, each: bool) -> Iterator[str]:
    """Yield lines without their ends.

    Places are those of the file as it is now: where it `would` be written, as it
    was before. `each` fix has its own line, or a code is counted.
    """
    file = escape_at_line_start(name)
    if mending.made:
        counts = sorted(Counter(made.code for made in mending.made).items())
        codes = ", ".join(f"{number} x {code}" for code, number in counts)
        yield f"{file}: {'would fix' if would else 'fixed'} {codes}"
    for made in sorted(mending.made, key=lambda made: made.at.offset) if each else ():
        yield f"  {_place(made.at)} {made.code} {escape(made.title or _BESIDES)}"
    if mending.why_not:
        yield f"{file}: not fixed: {escape(mending.why_not)}"
    yield from _not_made(file, mending, would=would, each=each)


def _not_made(
    file: str, mending: FixOutcome, *, would: bool, each: bool
) -> Iterator[str]:
    tried = [one for one in mending.unmade if each or one.why not in _UNTRIED]
    most = len(tried) if each else _MOST_REASONS
    for unmade in tried[:most]:
        place = _place(unmade.was if would else unmade.at)
        yield f"{file}:{place}: {unmade.code} not fixed: {escape(unmade.why)}"
    if len(tried) > most:
        more = f"{len(tried) - most:,} more"
        yield f"{file}: {more} not fixed (--show-fixes tells why)"
    untried = () if each else {one.why for one in mending.unmade}
    for why, how_much in _UNTRIED.items():
        if why in untried:
            yield f"{file}: {how_much}: {why}"


def _place(at: Position) -> str:
    return f"{at.line + 1}:{at.column + 1}"
