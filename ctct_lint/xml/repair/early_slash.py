"""Slashes that stand before the end of an empty element's tag: `<list / id="1">`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Sketch, TextEdit

if TYPE_CHECKING:
    from ctct_lint.xml.repair.nesting import Nesting
    from ctct_lint.xml.tokens import Token

_KIND = "malformed-attribute"


def has_early_slash(nesting: Nesting, number: int, token: Token) -> bool:
    """Tell whether a slash says of a start tag with faults that it has no end tag.

    The slash is a fault, whose mend moves it to the end of the tag then.
    """
    pairs, source = nesting.pairs, nesting.source
    if not token.finished or number in pairs.end_of:
        return False
    if pairs.ends_left(token.name, number + 1):
        return False
    following, model = nesting.next_tag(number), source.model
    name, child = source.meant(token.name), following and source.meant(following.name)
    if model.may_omit_end(name) or (child and model.may_contain(name, child)):
        return False
    slips = (d for d in token.drafts if isinstance(d, Sketch) and d.kind == _KIND)
    fault = next((d for d in slips if source.text.startswith("/", d.start)), None)
    end = token.end - 1
    others = (slip for slip in token.drafts if slip is not fault)
    # What the last attribute lacks would come behind the slash.
    if fault is None or any(edit[0] == end for one in others for edit in one.edits):
        return False
    fault.edits += (TextEdit(end, end, "/"),)
    return True
