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
from ctct_lint.schema.matching.aliases import called_so, closest_of
from ctct_lint.schema.matching.fitting import is_strange, may_be, says
from ctct_lint.schema.names import local_name
from ctct_lint.text.spelling import digits_in

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
    strange = is_strange(child, schema)
    called = called_so(name, blanks)
    found = next((one for one in called if strange or may_be(child, one, schema)), None)
    close = closest_of(name, blanks) if strange else None
    if found is not None or close is None:
        return found
    # Another number is another one.
    return close if digits_in(close.local_name) == digits_in(name) else None
