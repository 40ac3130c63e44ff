"""What a fix inserts where something is missing: which value, and where it goes.

All of it is a guess: a placeholder that the server takes, or what the document
says elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.patterns import lazy
from ctct_lint.rules.base import Proposal
from ctct_lint.rules.switches import TEXTS_OF
from ctct_lint.rules.wording import escaped, quoted
from ctct_lint.schema.facts import children_of
from ctct_lint.schema.names import ctct, has_text, local_name
from ctct_lint.severity import Applicability
from ctct_lint.syntax.place import before, end_of
from ctct_lint.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.syntax.place import Place

_EMPTY = frozenset({"author"})
_ADDRESSES = frozenset({"FromEmail", "ReplyToEmail"})
_LAST_LINE = lazy(r"(?:[\r\n][ \t]*)?\Z")
_SHOWN = 80


def insertion(parent: _Element, name: str) -> Iterator[Proposal]:
    """Yield the fix that inserts a child, if there is something to put into it."""
    written = _written(parent, name)
    if written:
        title = f"insert {quoted(written, _SHOWN)}"
        edits = (_in_place(parent, name, written),)
        yield Proposal(title, edits, Applicability.UNSAFE)


def insertions(
    parent: _Element, names: Sequence[str], count: int
) -> Iterator[Proposal]:
    """Yield the fix that inserts children, those of `count` that can be guessed."""
    written = [(name, _written(parent, name)) for name in names]
    edits: dict[Place, str] = {}
    for name, text in written:
        if text:
            place, new = _in_place(parent, name, text)
            edits[place] = edits.get(place, "") + new
    known = sum(1 for _, text in written if text)
    if known > 1:
        which = f"all {count}" if known == count else f"{known} of the {count}"
        title = f"insert {which} elements"
        yield Proposal(title, tuple(edits.items()), Applicability.UNSAFE)


def placeholder(parent: _Element, name: str) -> str:
    """Return the value that a child may be given, "" if none is known."""
    fact = children_of(local_name(parent)).get(name)
    if fact is None:
        return ""
    if name == "id":
        return next(_ids_of_payloads(parent), fact.placeholder)
    texts = TEXTS_OF.get(name, ())
    if any(local_name(c) in texts and has_text(c.text) for c in parent):
        return "YES"
    return fact.placeholder


def known_address(element: _Element) -> str:
    """Return the id of an address that the element's campaign has, or "".

    Where the addresses themselves are said as well, it is not that of another one.
    """
    campaign = next(element.iterancestors(ctct("Campaign")), element)
    is_email = local_name(element) == "Email"
    wanted = _address_in(element.getparent() if is_email else element)
    known = [
        (_address_in(email.getparent()), email.get("id", ""))
        for email in campaign.iter(ctct("Email"))
    ]
    same = (id_ for said, id_ in known if id_ and said == wanted)
    others = (id_ for said, id_ in known if id_ and not (said and wanted))
    return next(iter((*same, *others)), "")


def _address_in(holder: _Element | None) -> str:
    """Return the address that stands in `FromEmail` or `ReplyToEmail`, or ""."""
    texts = [] if holder is None else map(str, holder.itertext())
    return next((trimmed(text) for text in texts if "@" in text), "").lower()


def _written(parent: _Element, name: str) -> str:
    """Return the element as it is to be written, "" if it would be empty."""
    prefix = f"{parent.prefix}:" if parent.prefix else ""
    tag = prefix + name
    if name == "Email" or name in _ADDRESSES:
        address = escaped(known_address(parent))
        email = f'<{prefix}Email id="{address}"/>'
        written = email if name == "Email" else f"<{tag}>{email}</{tag}>"
        return written if address else ""
    if name in _EMPTY:
        return f"<{tag}/>"
    value = escaped(placeholder(parent, name))
    return f"<{tag}>{value}</{tag}>" if value else ""


def _ids_of_payloads(entry: _Element) -> Iterator[str]:
    """Yield the URIs that the payload of an entry gives as its own."""
    for content in entry.iterchildren("{*}content"):
        yield from filter(None, (payload.get("id") for payload in content))


def _in_place(parent: _Element, name: str, written: str) -> tuple[Place, str]:
    """Return the edit: before the next of its siblings, indented as they are."""
    children = list(parent)
    order = list(children_of(local_name(parent)))
    later = frozenset(order[order.index(name) + 1 :])
    for index, child in enumerate(children):
        if local_name(child) in later:
            return before(child), written + _indent(parent, children, index)
    indent = _indent(parent, children, len(children) - 1) if children else ""
    return end_of(parent), indent + written


def _indent(parent: _Element, children: list[_Element], index: int) -> str:
    """Return the line end and the blanks before a child."""
    text = children[index - 1].tail if index else parent.text
    found = _LAST_LINE.search(text or "")
    return found[0] if found else ""
