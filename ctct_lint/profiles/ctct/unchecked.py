"""Payloads without a schema, which cannot be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of, value_of
from ctct_lint.profiles.ctct.facts import facts
from ctct_lint.profiles.ctct.names import atom
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.schema.names import local_name
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.profiles.ctct.operation import Operation

_ENTRY, _CONTENT = atom("entry"), atom("content")
# What can stand in a `content` that is sent.
_SENT = tuple(p for p, r in CHECKED.items() if r.sent_for)


def unchecked(root: _Element, operation: Operation) -> Iterator[Fault]:
    """Yield a fault for what stands where a payload with a schema could stand."""
    content = next(root.iter(_CONTENT), None)
    if content is None:
        return
    if len(content):
        name = local_name(content[0])
        homes = tuple(
            p for p, known in CHECKED.items() if (p, name) in facts(known.schema)
        )
        if homes:
            kind = "misplaced-element"
        elif operation in REQUESTS:
            kind, homes = "unknown-payload", _SENT
        else:
            kind = "unchecked-payload"
        yield Fault(kind, name_of(content[0]), name, "content", homes)
    elif operation in REQUESTS and root.tag == _ENTRY:
        yield Fault("missing-payload", value_of(content), trimmed(content.text))
