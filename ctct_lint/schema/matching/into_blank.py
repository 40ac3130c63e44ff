"""Values under another name beside the right element, which is empty.

`<Subject/><subject>Tulips</subject>` is one fault: what the second one holds belongs
into the first one.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import TWIN
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.content.match import Meant
from ctct_lint.schema.matching.aliases import called_so
from ctct_lint.schema.matching.fitting import is_strange, may_be, says
from ctct_lint.schema.names import local_name
from ctct_lint.text.spelling import closest, digits_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Schema

# So many children of a parent are looked at, and compared.
_MOST = 200


def find_into_blank(parent: Parent, match: Match) -> None:
    """Move strangers that say what an empty sibling should to `meant`."""
    strangers = [c for c in islice(match.unknown, _MOST) if says(c)]
    blanks = dict(_blanks(match)) if strangers else {}
    for child in strangers:
        meant = _meant(child, blanks, parent.schema)
        if meant is not None:
            blank = blanks.pop(meant)
            match.unknown.remove(child)
            match.matched.remove((blank, meant))
            match.meant.append(Meant(child, meant, TWIN, blank))


def _blanks(match: Match) -> Iterator[tuple[Element, _Element]]:
    """Yield what is declared and has nothing in it, nor any attribute."""
    for child, term in islice(match.matched, _MOST):
        if isinstance(term, Element) and not (says(child) or child.attrib):
            yield term, child


def _meant(
    child: _Element, blanks: Mapping[Element, _Element], schema: Schema
) -> Element | None:
    """Return which of some elements a name means: what others call so, or a slip.

    What is known elsewhere is only what it can be by what it holds.
    """
    name = local_name(child)
    if not is_strange(child, schema):
        called = called_so(name, blanks)
        return next((one for one in called if may_be(child, one, schema)), None)
    called_first = next(called_so(name, blanks), None)
    if called_first is not None:
        return called_first
    by_name = {one.local_name: one for one in blanks}
    close = closest(name, by_name)
    # Another number is another one.
    is_it = close is not None and digits_in(close) == digits_in(name)
    return by_name[close] if close is not None and is_it else None
