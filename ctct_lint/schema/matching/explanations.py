"""What children may be that are not right by their names: all that is asked, in order.

The first answer that fits is taken. Before that a child had the name of an element that
may stand there, or one close to it: those are `renamed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.matching.alone import settle_alone
from ctct_lint.schema.matching.by_content import find_by_content
from ctct_lint.schema.matching.into_blank import find_into_blank
from ctct_lint.schema.matching.lost_namespace import find_undeclared
from ctct_lint.schema.matching.lost_tags import find_bare
from ctct_lint.schema.matching.lost_wrapper import with_wrapper
from ctct_lint.schema.matching.misnamed_inside import find_misnamed_inside
from ctct_lint.schema.matching.needless import unwrapped
from ctct_lint.schema.matching.one_moved import find_moved, find_swapped
from ctct_lint.schema.matching.stand_ins import find_instead
from ctct_lint.schema.matching.wrapping import find_wrapped

if TYPE_CHECKING:
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.near import Near
    from ctct_lint.schema.matching.parent import Parent

# What a stranger is that is neither renamed nor round what belongs there. Each moves
# what it explains to another list of the match.
_FINDERS = (
    find_undeclared,  # wrapped in an element of another namespace
    find_wrapped,  # wrapped in one that may hold it
    find_instead,  # what lacks in its place
    find_by_content,  # what would hold the same
    find_into_blank,  # the value of an empty sibling
    find_misnamed_inside,  # misspelt, and wrapped in one with a name like that
    find_bare,  # what lacks: a text without its tags
)


def explained(
    parent: Parent, match: Match, as_others: Match | None, near: Near
) -> Match:
    """Return what is best said of the children of a parent.

    match      of the children by their names
    as_others  as if some had the names that they are meant to have, None without such
    """
    match = as_others or unwrapped(parent, match, near)
    for find in _FINDERS:
        find(parent, match)
    if as_others or match.needless or match.is_right:
        return match
    find_moved(parent, match)
    find_swapped(parent, match)
    match = with_wrapper(parent, match)
    settle_alone(parent, match, near)
    return match
