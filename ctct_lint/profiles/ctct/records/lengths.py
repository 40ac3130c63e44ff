"""Values that are too long, as three rules word them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import value_of
from ctct_lint.profiles.ctct.records.field_facts import limits
from ctct_lint.rules.base import Finding
from ctct_lint.text.shown import shown
from ctct_lint.text.white_space import collapsed, trimmed
from ctct_lint.xml.pages import messages_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.profiles.ctct.records.record import Record


def too_long(
    record: Record, limits: Iterable[tuple[str, int, str]]
) -> Iterator[Finding]:
    """Yield a finding for each field that is longer than its limit.

    One that a program wrote for no text, or with a message, is so for no other reason.

    limits  of fields by name, in code points with white space collapsed as in
            `xs:token`, each with a note that tells where the limit is known from
    """
    for name, limit, note in limits:
        text = record.texts.get(name, "")
        size = len(collapsed(text)) if len(text) > limit else 0
        if size > limit and not any(messages_in(text)) and not shown(trimmed(text)):
            yield Finding(
                at=value_of(record.fields[name]),
                message=f"`{name}` has {size:,} characters, the limit is {limit:,}",
                help=(f"shorten it to {limit:,} characters",),
                notes=(note,),
            )


def limits_of_v2(payload: str) -> Iterator[tuple[str, int, str]]:
    """Yield the limits of fields that are known from the v2 interface."""
    for name, limit in limits(payload).items():
        yield name, limit, "the limit is that of the v2 interface"
