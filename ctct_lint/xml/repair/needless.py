"""Signs that are taken away where the repair has escaped them.

To escape a sign of markup is the likeliest mend where any text may stand. In a value
that has a type it makes a wrong value: there the sign is needless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import NEEDLESS
from ctct_lint.model.place import source_span
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import is_invisible
from ctct_lint.xml.chars import SPACE, skip_space
from ctct_lint.xml.edits import Edits, apply_edits
from ctct_lint.xml.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.xml.repair.repair import Repair

_ESCAPED = frozenset(
    {
        "bare-ampersand",
        "bare-less-than",
        "cdata-end-in-text",
        "less-than-in-attribute",
        "undefined-entity",
        "unterminated-reference",
    }
)
_MARKUP = "unescaped-markup"
_TAG = lazy("<[^<>]*>")
_NUMBER = lazy(r"&#(\d+);")
_UNKNOWN = lazy(r"&amp;\w+;")
_SIGNS = frozenset({"&amp;", "&lt;", "]]&gt;"})


def may_be_needless(fault: Fault, text: str) -> bool:
    """Tell whether the signs of a fault stand for nothing that is to be read."""
    if fault.detail or not fault.edits:
        return False
    if fault.kind == _MARKUP:
        return _TAG.search(text, fault.at.start, fault.at.end) is not None
    return fault.kind in _ESCAPED and all(_is_sign(new) for _, new in fault.edits)


def as_needless(fault: Fault, text: str) -> Fault:
    """Return a fault that `may_be_needless`, with the edits that take its signs away.

    There may be a million of them: only those of a wrong value are asked for.
    """
    if fault.kind == _MARKUP:
        edits = tuple(_tags(text, fault.at))
    else:
        edits = tuple((_with_blanks(text, at), "") for at, _ in fault.edits)
    return fault._replace(edits=edits, detail=NEEDLESS)


def with_needless(mended: Repair, text: str, faults: Iterable[Fault]) -> Repair:
    """Return the repair of a text with other faults in the place of some of its own.

    Those are as `as_needless` returns them.
    """
    others = {(one.kind, one.at): one for one in faults}
    removed = [(at.start, at.end, "") for one in others.values() for at, _ in one.edits]
    taken = Edits(sorted(removed))
    kept = (e for e in mended.edits if e.start == e.end or not taken.hold(e))
    edits = Edits((*kept, *removed)).by_position()
    return mended._replace(
        faults=tuple(others.get((f.kind, f.at), f) for f in mended.faults),
        edits=edits,
        text=apply_edits(text, edits),
        way=WayBack(edits),
    )


def _tags(text: str, markup: Place) -> Iterator[tuple[Place, str]]:
    """Yield what takes the tags of a markup away, and leaves its text."""
    for tag in _TAG.finditer(text, markup.start, markup.end):
        yield source_span(*tag.span()), ""


def _with_blanks(text: str, sign: Place) -> Place:
    """Return a sign at an end of an element's text, with the blanks beside it."""
    start, end = len(text[: sign.start].rstrip(SPACE)), skip_space(text, sign.end)
    if text.startswith("</", end) or text.startswith(">", start - 1):
        return source_span(start, end)
    return sign


def _is_sign(new: str) -> bool:
    """Tell whether what a repair writes stands for nothing that is to be read."""
    number = _NUMBER.fullmatch(new)
    if number is not None:
        return is_invisible(chr(int(number[1])))
    return new in _SIGNS or _UNKNOWN.fullmatch(new) is not None
