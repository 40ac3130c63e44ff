"""What a document is for, as far as it tells itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.profiles.ctct import catalog
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.records.ids import resource_path
from ctct_lint.profiles.ctct.records.texts import text_of
from ctct_lint.profiles.ctct.resources import DOCUMENTS
from ctct_lint.schema.names import child_called, local_name
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_UPDATE_ALONE = frozenset({Operation.UPDATE})
_FEED = "feed"
_ONLY_READ = frozenset({_FEED, *(r.payload for r in DOCUMENTS.values())})
# What the server adds to a campaign; a library that keeps what a GET returned sends
# it back in an update.
_ADDED = frozenset({"LastEditDate", "LastRunDate", "Sent", "Opens", "SharePageURL"})


def operation_of(root: _Element | None) -> Operation:
    """Say what a document is for: only a GET returns a feed, an entry is sent.

    An entry updates what exists already if its own `id` and that of what it holds are
    one URI, of a resource with a number. Samples of new campaigns have such a URI in
    one place at most: it is a stand-in there. Only a draft can be updated: another
    campaign with what the server adds is what a GET returned.
    """
    if root is not None and local_name(root) in _ONLY_READ:
        return Operation.RESPONSE
    content = None if root is None else catalog.child_of_entry(root, "content")
    if root is None or content is None or not len(content):
        return Operation.CREATE
    payload = content[0]
    sent_for = catalog.resource_in(root, content).sent_for
    if sent_for != REQUESTS:
        return _of_limited(root, payload, sent_for)
    named = resource_path(payload.get("id") or "")
    if not named or named != resource_path(_id_of(root)):
        return Operation.CREATE
    status = _text(payload, "Status").lower()
    if status not in {"", "draft"} and any(local_name(c) in _ADDED for c in payload):
        return Operation.RESPONSE
    return Operation.UPDATE


def feed_as_request(root: _Element, asked_for: str | None) -> Iterator[Fault]:
    """Yield the fault of what only a GET returns, checked as something to send."""
    if asked_for in REQUESTS and (local_name(root) == _FEED or root.tag in DOCUMENTS):
        yield Fault("feed-as-request", name_of(root), local_name(root))


def _of_limited(
    root: _Element, payload: _Element, sent_for: frozenset[Operation]
) -> Operation:
    """Say what an entry is for whose resource cannot be sent at will."""
    if sent_for == _UPDATE_ALONE:
        return Operation.UPDATE
    return Operation.RESPONSE if _is_given(root, payload) else Operation.CREATE


def _is_given(root: _Element, payload: _Element) -> bool:
    """Has the server given it a URI? Whoever sends it makes one up, or has none."""
    return payload.get("id") is not None or "/ws/customers/" in _id_of(root)


def _id_of(root: _Element) -> str:
    found = catalog.child_of_entry(root, "id")
    return "" if found is None else trimmed(text_of(found))


def _text(parent: _Element, name: str) -> str:
    child = child_called(parent, name)
    return "" if child is None else trimmed(text_of(child))
