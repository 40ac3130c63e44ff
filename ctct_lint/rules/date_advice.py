"""What is advised for a date that is written in another form, and its fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Applicability
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.readings.dates import readings
from ctct_lint.readings.impossible import impossible
from ctct_lint.readings.iso_dates import lost_its_plus
from ctct_lint.rules.base import Proposal
from ctct_lint.rules.wording import did_you_mean, either

if TYPE_CHECKING:
    from ctct_lint.model.place import Place

_MIDNIGHT = "T00:00:00Z"


_DAY = len("2010-04-19")


class Advice(NamedTuple):
    """The help for a date, and the fix, if it has one reading only."""

    help: str
    fixes: tuple[Proposal, ...] = ()


def advice_for(
    value: str, at: Place, example: str, *, time_matters: bool = False
) -> Advice:
    """Return what to write instead of a value that is not as the example.

    Where the example has a time of the day and the value has none, midnight is taken,
    unless the time matters: then nobody can guess it.
    """
    meant = readings(value)
    if not meant:
        why = impossible(value)
        return Advice(f"{why}; write it like `{example}`".removeprefix("; "))
    has_no_time = "T" in example and not any("T" in one for one in meant)
    if len(meant) > 1:
        also = " and its time" if has_no_time and time_matters else ""
        return Advice(f"write which day is meant{also}: {either(meant)}")
    (one,) = meant
    if has_no_time and time_matters:
        return Advice(f"write it with its time, like `{one}{example[_DAY:]}`")
    if has_no_time:
        one += _MIDNIGHT
    return Advice(did_you_mean(one), (_fix(value, at, one),))


def _fix(value: str, at: Place, meant: str) -> Proposal:
    """Return the fix; only the lost `+` leaves no doubt."""
    level = Applicability.SAFE if lost_its_plus(value) else Applicability.UNSAFE
    return Proposal(f"replace with `{meant}`", ((at, meant),), level)
