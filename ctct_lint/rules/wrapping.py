"""Words for what has lost the element round it, and the fix that puts it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import (
    Part,
    after,
    after_text,
    before,
    before_text,
    end_tag_of,
)
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.base import Finding, Proposal, guess
from ctct_lint.rules.moving import moving_in, sibling_of
from ctct_lint.rules.put_right import put_right, putting_right
from ctct_lint.rules.wording import as_many, child_tag, either, listed, quoted
from ctct_lint.schema.names import local_name, namespace, with_prefix
from ctct_lint.text.escapes import in_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.rules.context import Context


class _Row(NamedTuple):
    """The elements that have lost the one round them, and the texts beside them."""

    elements: tuple[_Element, ...]
    texts: tuple[Place, ...]

    @property
    def name(self) -> str:
        """What the row is called in a sentence."""
        count, texts = len(self.elements), "texts" if self.texts[1:] else "text"
        them, those = ("it", "it") if count == 1 else (f"these {count}", "them")
        return f"{them} and the {texts} beside {those}" if self.texts else them

    @property
    def start(self) -> Place:
        """The empty place before all."""
        first = self.elements[0]
        for text in self.texts[:1]:
            if text.element in {first.getprevious(), first.getparent()}:
                return before_text(text)
        return before(first)

    @property
    def end(self) -> Place:
        """The empty place behind all."""
        last = self.elements[-1]
        for text in self.texts[-1:]:
            if text.element is last:
                return after_text(text)
        return after(last)

    @property
    def is_whole(self) -> bool:
        """Does each element follow the one before it?"""
        here: _Element | None = self.elements[0]
        for _ in self.elements[1:]:
            here = None if here is None else here.getnext()
        return here is self.elements[-1]


def lacks_wrapper(fault: Fault, context: Context) -> Finding:
    """Word the fault of an element that stands in its grandparent.

    The fault's `detail` is `wrap` if the fix writes the parent, `inside` if that is not
    all, `into` if it is there, `back` if it is right before, and has ended too early;
    behind that, its name as it is to be written, and each attribute that it needs
    behind an `@`. A second line names what it needs besides.
    """
    row = _row(fault)
    head, _, needed = fault.detail.partition("\n")
    what, *written = head.split()
    tags = [_with_attributes(name, context) for name in written]
    tags = tags or [_start_tag(fault, name, context) for name in fault.expected]
    help_ = f"wrap {row.name} in {' or '.join(f'`{tag}`' for tag in tags)}"
    if needed:
        help_ += f", which needs {listed(needed.split())} as well"
    if what in {"into", "back"}:
        help_ = f"move {row.name} into {either(fault.expected)}"
    also = put_right(fault.edits)
    fixes: Iterable[Proposal] = ()
    if row.is_whole and what == "wrap":
        fixes = _wraps(row, (tag for tag in tags if "…" not in tag))
    elif row.is_whole and what == "back" and _is_before(row):
        fixes = _later_end(row)
    elif what in {"into", "back"} and not row.texts:
        fixes = _into(row, fault.expected, context)
    named = (putting_right(fix, fault.edits, also) for fix in fixes)
    start = f"{quoted(fault.subject)} must stand in "
    end = f", not directly in {quoted(fault.owner)}"
    parents = as_many([*map(quoted, fault.expected)], len(start + end), "or")
    return Finding(
        fault.at,
        start + parents + end,
        help=(f"{help_}{also}",),
        related=tuple((place, _label(place)) for place, _ in fault.related),
        fixes=tuple(named),
    )


def _with_attributes(written: str, context: Context) -> str:
    """Return the start tag of a name and the attributes that it needs.

    Only the value behind a `=` is known, and where the vocabulary has the tag itself.
    """
    name, *attributes = written.split("@")
    tag = context.vocabulary.start_tag(f"<{name}>")
    if attributes and tag == f"<{name}>":
        parts = (attribute.partition("=") for attribute in attributes)
        values = " ".join(f'{name}="{value or "…"}"' for name, _, value in parts)
        return f"<{name} {values}>"
    return tag


def _row(fault: Fault) -> _Row:
    places = (fault.at, *(place for place, _ in fault.related))
    elements = (p.element for p in places if p.part is Part.NAME)
    found = tuple(e for e in elements if e is not None)
    return _Row(found, tuple(p for p in places if p.part is not Part.NAME))


def _label(place: Place) -> str:
    return "this one as well" if place.part is Part.NAME else "this text as well"


def _wraps(row: _Row, tags: Iterable[str]) -> Iterator[Proposal]:
    """Yield a fix for each element that may be put round those at fault."""
    for tag in tags:
        end = f"</{tag[1:-1].partition(' ')[0]}>"
        yield guess(f"wrap {row.name} in `{tag}`", (row.start, tag), (row.end, end))


def _is_before(row: _Row) -> bool:
    """Is there an element with an end tag before them? What is empty may have none."""
    home = row.elements[0].getprevious()
    return home is not None and bool(len(home) or home.text)


def _later_end(row: _Row) -> Iterator[Proposal]:
    """Yield the fix that lets the element before them end behind all."""
    home = row.elements[0].getprevious()
    assert home is not None  # noqa: S101 - it has been looked for
    end = f"</{with_prefix(home, local_name(home))}>"
    title = f"move {row.name} into {quoted(local_name(home))}"
    yield guess(title, (end_tag_of(home), ""), (row.end, end))


def _into(row: _Row, names: tuple[str, ...], context: Context) -> Iterator[Proposal]:
    """Yield the fix that moves them into the only element beside them of some names."""
    home = sibling_of(row.elements, names)
    if home is not None:
        title = f"move {row.name} into {quoted(local_name(home))}"
        yield moving_in(row.elements, home, context.facts, title)


def _start_tag(fault: Fault, name: str, context: Context) -> str:
    """Return the start tag of a wrapper, as it is to be written.

    An envelope is of the vocabulary of its parent, another one of what it is to hold.
    """
    element, parent = fault.at.element, fault.at.parent
    if element is None or parent is None or name in context.vocabulary.envelopes:
        return context.vocabulary.start_tag(child_tag(parent, name))
    uri = namespace(element)
    if uri in (parent.nsmap.values() if uri else {parent.nsmap.get(None, "")}):
        return child_tag(element, name)
    return f'<{name} xmlns="{in_quotes(uri)}">'
