"""Children without a wrapper of another namespace, which its start tag declared.

Without `<sign xmlns="urn:s">` what stood in it is in the namespace of what is round it,
and only its local names tell what it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from ctct_lint.schema.content.match import Wrapped
from ctct_lint.schema.matching.settled import wrap
from ctct_lint.schema.matching.wrapper import cost_in
from ctct_lint.schema.names import local_name, namespace

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.parent import Parent

# In a row are no more than so many different ones.
_MOST = 200


def find_undeclared(parent: Parent, match: Match) -> None:
    """Move a row to `wrapped` that is right in a wrapper of another namespace.

    It has no prefix, and is in the namespace of its parent.
    """
    element, schema = parent.element, parent.schema
    strange = {*match.unknown, *(child for child, _ in match.renamed)}
    has_others = len(schema.survey.namespaces) > 1
    if not (match.unknown and has_others) or len(strange) > _MOST:
        return
    uri = namespace(element)
    bare = [c for c in element if c in strange and not c.prefix and namespace(c) == uri]
    there = {term for _, term in match.matched}
    for wrapper in parent.model.inside.wrappers if bare else ():
        if wrapper in there or wrapper.namespace in {uri, ""}:
            continue
        held = schema.held_by(wrapper)
        row = [child for child in bare if _name(child, wrapper) in held]
        stubs = [etree.Element(_name(child, wrapper)) for child in row]
        if row and not cost_in(wrapper, stubs, schema):
            match.unknown = [one for one in match.unknown if one not in row]
            match.renamed = [pair for pair in match.renamed if pair[0] not in row]
            match.missing = [m for m in match.missing if m.name != wrapper.local_name]
            wrap(parent, match, [Wrapped(row, [wrapper], stubs=stubs)])
            return


def _name(child: _Element, wrapper: Element) -> str:
    return f"{{{wrapper.namespace}}}{local_name(child)}"
