"""Keys, what must be unique, and references to keys, as a schema declares them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.schema.identity.areas import areas
from ctct_lint.schema.identity.doubles import Doubles
from ctct_lint.schema.identity.known import Known
from ctct_lint.schema.identity.strangers import stranger_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.components.element import Constraint
    from ctct_lint.schema.identity.select import TypedTree

# More keys than any document has references.
_ANY_NUMBER = 1 << 62


def identity_faults(document: TypedTree, absent: Mapping[str, int]) -> Iterator[Fault]:
    """Yield a fault for each value that is there twice, lacks or is not known.

    What refers to a key that may be one which lacks is of the kind `lost-key`. What is
    wrong in several scopes in each other is told of the outermost.

    absent  by their names, how many elements are not where their keys could be found
    """
    found = areas(document)
    referred = {area.constraint.refer for area in found}
    known: dict[str, Known] = {}
    # How many keys of each constraint are not there to be referred to.
    lost: Counter[str] = Counter()
    for area in found:
        constraint = area.constraint
        if constraint.kind != "keyref":
            name = constraint.name
            lost[name] = _gone(constraint, absent)
            keys = Known() if name in referred or area.is_mixed else None
            yield from Doubles(document, area, keys, lost).faults()
            if keys is not None and name in referred:
                known[name] = keys
    for area in found:
        refer = area.constraint.refer
        if area.constraint.kind == "keyref":
            keys = known.get(refer) or Known()
            yield from stranger_faults(document, area, keys, lost[refer])


def _gone(constraint: Constraint, absent: Mapping[str, int]) -> int:
    """Return how many keys are gone with what is absent: any, with what holds them."""
    paths = constraint.selector
    if any(step in absent for path in paths for step in path[:-1]):
        return _ANY_NUMBER
    # The path `.` has no step: the element itself is not absent.
    return sum(absent.get(one, 0) for one in {path[-1] for path in paths if path})
