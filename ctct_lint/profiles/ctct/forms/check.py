"""The faults of a form that starts a bulk activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.profiles.ctct.forms.activities import (
    KINDS,
    LIST,
    LIST_URIS,
    LISTS,
    NAMES,
    REPEATED,
    TYPE,
    VALUES,
)
from ctct_lint.profiles.ctct.forms.read import beginning, read_form
from ctct_lint.profiles.ctct.forms.table import column_faults, table_faults
from ctct_lint.profiles.ctct.forms.values import (
    choice_fault,
    encoding_fault,
    list_fault,
    meant_by,
)
from ctct_lint.text.patterns import lazy
from ctct_lint.text.span import Span
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.profiles.ctct.forms.activities import Parameters
    from ctct_lint.profiles.ctct.forms.field import DecodedText, Field

# A form of others has none of ours, or by chance one.
_ENOUGH = 2
_LONGEST_NAME = 100
_INDEX = lazy(r"(?:\[\w*\])+\Z")
# Each list is named by the other parameter in the other activities.
_OTHER = {LIST: LISTS, LISTS: LIST}


def form_faults(text: str) -> list[Fault] | None:
    """Return the faults of a form of an activity, or of a table of contacts.

    Of another text return None.
    """
    fields = read_form(text)
    if _is_activity(fields):
        return [_no_xml(text, fields), *_form_faults(fields)]
    found = None if fields else table_faults(text)
    return None if found is None else [_of_beginning(text, Span(0, len(text))), *found]


def _is_activity(fields: Sequence[Field]) -> bool:
    names = {_meant(f.name.text, NAMES) for f in fields} - {None}
    return TYPE in names or len(names) >= _ENOUGH


def _no_xml(text: str, fields: Sequence[Field]) -> Fault:
    """Return the fault that it is no XML: of what stands before the form, or none."""
    before = beginning(text)
    if before.end > before.start:
        return _of_beginning(text, before)
    named = _type_of(fields) or fields[0]
    name = named.name
    return Fault("no-element", source_span(*name.span), name.text, detail="activity")


def _of_beginning(text: str, span: Span) -> Fault:
    """Return the fault of what is no XML, in its first line."""
    head = text[span.start : span.end].strip()
    start = text.index(head, span.start)
    line = head.splitlines()[0]
    return Fault("no-element", source_span(start, start + len(line)), head)


def _type_of(fields: Sequence[Field]) -> Field | None:
    return next((f for f in fields if _meant(f.name.text, NAMES) == TYPE), None)


def _form_faults(fields: Sequence[Field]) -> Iterator[Fault]:
    named = _type_of(fields)
    yield from _type_faults(named)
    kind = _kind_of(named)
    known = kind.names if kind else NAMES
    yield from _name_faults(fields, known)
    yield from _missing(fields, named or fields[0], kind)
    for field in fields:
        if field.value is not None and field.text:
            name = _meant(field.name.text, known) or ""
            yield from _value_faults(field, field.value, name)


def _type_faults(field: Field | None) -> Iterator[Fault]:
    if field is not None and field.text and field.text not in KINDS:
        yield choice_fault("unknown-activity-type", field, tuple(KINDS))


def _kind_of(field: Field | None) -> Parameters | None:
    """Return the kind of the activity, that of the type that is meant if need be."""
    value = "" if field is None else field.text
    return KINDS.get(value) or KINDS.get(meant_by(value, tuple(KINDS)) or "")


def _name_faults(fields: Sequence[Field], known: Sequence[str]) -> Iterator[Fault]:
    """Yield the faults of names that are not those of the activity, or twice there."""
    seen: dict[str, Field] = {}
    for field in fields:
        name = field.name.text
        if name not in known:
            yield _unknown(field, known)
        elif name in seen and name not in REPEATED:
            first = source_span(*seen[name].name.span)
            related = ((first, name),)
            at = source_span(*field.name.span)
            yield Fault("repeated-parameter", at, name, related=related)
        seen.setdefault(name, field)


def _unknown(field: Field, known: Sequence[str]) -> Fault:
    name = field.name.text
    at = source_span(*field.name.span)
    if field.value is None:
        start = field.name.span.start - 1
        at = source_span(start, start + 1)
        return Fault("unencoded-ampersand", at, name, edits=((at, "%26"),))
    meant = _meant(name, known)
    if meant is None:
        detail = "other" if name in NAMES else ""
        return Fault(
            "unknown-parameter", at, name, expected=tuple(known), detail=detail
        )
    return Fault(
        "misspelt-parameter", at, name, expected=(meant,), edits=((at, meant),)
    )


def _meant(name: str, known: Sequence[str]) -> str | None:
    """Return the parameter that is meant by a name, itself if it is known.

    Programs number what is repeated (`lists[0]`), or escape the sign before a name.
    """
    if len(name) > _LONGEST_NAME:
        return None
    bare = _INDEX.sub("", name.strip().removeprefix("amp;"))
    if bare in known:
        return bare
    if _OTHER.get(bare) in known:
        return _OTHER[bare]
    return closest(bare, known)


def _missing(
    fields: Sequence[Field], holder: Field, kind: Parameters | None
) -> Iterator[Fault]:
    """Yield a fault for each parameter without a value, and one for all that lack."""
    needed = (TYPE, *(kind.needed if kind else ()))
    known = kind.names if kind else NAMES
    there: dict[str | None, Field] = {}
    for field in fields:
        name = _meant(field.name.text, known)
        if name not in there or field.text:
            there[name] = field
    for name in needed:
        if name in there and not there[name].text:
            at = source_span(*there[name].name.span)
            yield Fault("missing-parameter", at, name, detail="empty")
    missing = tuple(name for name in needed if name not in there)
    if missing:
        at = source_span(*holder.at)
        yield Fault("missing-parameter", at, holder.text, expected=missing)


def _value_faults(field: Field, value: DecodedText, name: str) -> Iterator[Fault]:
    """Yield what is wrong with a value; one that cannot be read is said only that."""
    fault = None
    if name in LIST_URIS:
        fault = list_fault(field)
    elif name in VALUES and field.text not in VALUES[name]:
        fault = choice_fault("unknown-parameter-value", field, VALUES[name])
    yield from [fault] if fault else encoding_fault(field)
    yield from column_faults(name, value)
