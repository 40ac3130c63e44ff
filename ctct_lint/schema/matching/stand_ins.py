"""Strangers in the place of a required element that hold what it would hold.

`<zip>12345</zip>` where `postcode` lacks is one fault: the name is another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import XSI, has_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Schema

_XSI = f"{{{XSI}}}"


def find_instead(match: Match, schema: Schema) -> None:
    """Move strangers that are what lacks by all but their names to `instead`."""
    for one in match.stand_ins:
        child = one.child
        if child in match.unknown and is_strange(child, schema):
            fitting = (e for e in one.elements if _fits(child, e, schema))
            meant = next(fitting, None)
            if meant is not None:
                match.unknown.remove(child)
                match.missing.remove(one.missing)
                match.instead.append((child, meant))


def is_strange(child: _Element, schema: Schema) -> bool:
    """Say whether the schema has no element of its name, wherever that may stand."""
    return child.tag not in schema.homes and schema.root(child.tag) is None


def _fits(child: _Element, meant: Element, schema: Schema) -> bool:
    """May what the child holds stand in an element that it may be meant for?

    Nothing is no evidence, unless attributes say more.
    """
    declared = schema.complex_type(meant)
    names = () if declared is None else {a.name for a in declared.attributes}
    own = [name for name in map(str, child.attrib) if not name.startswith(_XSI)]
    if any(name not in names for name in own):
        return False
    if len(child):
        held = schema.held_by(meant)
        known = sum(inner.tag in held for inner in child)
        return 2 * known > len(child)
    if not has_text(child.text):
        return bool(own)
    simple = schema.simple_type(meant)
    if simple is None:
        return declared is not None and declared.mixed
    return schema.judge.refusal(simple, child.text or "", child) is None
