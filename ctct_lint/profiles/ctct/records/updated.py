"""Updates whose two ids name two resources, as three rules word them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import attribute_value, value_of
from ctct_lint.profiles.ctct.records.ids import resource_path
from ctct_lint.rules.base import Finding, Findings
from ctct_lint.rules.wording import quoted

if TYPE_CHECKING:
    from ctct_lint.profiles.ctct.records.record import Record


def other_resource(payload: Record, noun: str) -> Findings:
    """Yield a finding at the payload's own id, if the entry's names another one."""
    own = resource_path(payload.element.get("id") or "")
    named = resource_path(payload.entry.text("id"))
    if own and named and own != named:
        yield Finding(
            at=attribute_value(payload.element, "id"),
            message=f"the update is of {quoted(named)}, this id is of {quoted(own)}",
            help=(f"write the URI of the {noun} that is updated in both ids",),
            related=((value_of(payload.entry.fields["id"]), "the entry's id"),),
        )
