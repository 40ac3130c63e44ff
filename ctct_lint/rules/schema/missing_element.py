"""One or more required elements are not there.

## Why

The schema requires the element, and a document without it is refused.

For Constant Contact, which answers 400 Bad Request, the documentation of each resource
and its minimal samples say which ones these are; an update needs fewer than a create,
and nothing is required of what the service itself returned.

## How to fix it

Add the elements. In a campaign their order among the others does not matter. The fix
writes them with values that are valid, such as `NO`, `HTML` or `TODO`, for you to look
through; where nobody can guess, as with the time of a schedule, there is none. Whatever
one parent lacks is one diagnostic, with a fix for each element and one for all. Where
it is one of several of its name that lacks, what stands before it is shown.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title/>
  <updated>2011-03-14T09:26:53Z</updated>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/"/>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title/>
  <updated>2011-03-14T09:26:53Z</updated>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/">
      <ScheduledTime>2011-03-18T12:00:00.000Z</ScheduledTime>
    </Schedule>
  </content>
</entry>
```
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.insertion import insertion, insertions
from ctct_lint.rules.lacking_names import ADD_ONE, either_named, named, of_any_name
from ctct_lint.rules.lacking_places import labels, lacking_places, put_in_places, where
from ctct_lint.rules.wording import as_many, child_tag, clause, quoted
from ctct_lint.schema.content.match import ANY, NOTHING
from ctct_lint.schema.names import child_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.rules.base import Proposal

# Of more elements than these the help gives the names alone.
_DESCRIBED = 3


class _Missing(NamedTuple):
    """An element that has to be there: one of these names."""

    names: tuple[str, ...]

    @property
    def words(self) -> str:
        return either_named(self.names)

    @property
    def is_any(self) -> bool:
        return self.names == (ANY,)


@rule(
    code="CTC207",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        "for Constant Contact its pages on campaigns, contacts and lists"
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; `expected` holds the missing elements, a choice as `a|b`."""
    if set(fault.expected) == {ANY}:
        yield of_any_name(fault)
        return
    if fault.expected == (NOTHING,):
        yield Finding(
            fault.at,
            f"{quoted(fault.owner)} cannot be right: it must hold one of no elements",
            help=("mend the schema: a `choice` in it is empty, and required",),
        )
        return
    # One of a thousand names can lack thousands of times.
    times = sorted(
        Counter(fault.expected).items(), key=lambda counted: counted[0] == ANY
    )
    counted = Counter({_Missing(tuple(names.split("|"))): n for names, n in times})
    yield Finding(
        fault.at,
        _message(fault, counted),
        help=tuple(_help(fault, counted, context)),
        related=tuple(labels(lacking_places(fault), len(fault.expected))),
        fixes=tuple(_fixes(fault, context)),
        is_inside=fault.is_inside,
    )


def _message(fault: Fault, missing: Counter[_Missing]) -> str:
    """Say what lacks: `the required element`, `another`, `2 more required elements`."""
    first, *others = missing
    number, is_there = missing[first], not others and _is_there(fault, first)
    if others or number == 1:
        which = "another" if is_there else "the"
    else:
        which = f"{number:,} more" if is_there else f"{number:,}"
    plural = "s" if others or number > 1 else ""
    start = f"{quoted(fault.owner)} lacks {which} required element{plural} "
    return start + _names(missing, len(start))


def _is_there(fault: Fault, missing: _Missing) -> bool:
    """Is what lacks there, but too few times?"""
    element = fault.at.element
    if element is None or len(missing.names) > 1:
        return False
    return child_called(element, *missing.names) is not None


def _names(missing: Counter[_Missing], used: int) -> str:
    """Return what lacks, as much as there is room for: of one, not all alternatives."""
    if len(missing) == 1:
        (only,) = missing
        return as_many([*map(named, only.names)], used, "or")
    words = [f"{m.words} ({n})" if n > 1 else m.words for m, n in missing.items()]
    return as_many(words, used)


def _help(fault: Fault, missing: Counter[_Missing], context: Context) -> Iterator[str]:
    if len(missing) <= _DESCRIBED:
        places = lacking_places(fault)
        for names, number in missing.items():
            if names.is_any and number == 1:
                yield ADD_ONE
                continue
            if number > 1 or len(names.names) > _DESCRIBED:
                times = f" {number:,} times" if number > 1 else ""
                end = times + where(places, "|".join(names.names))
                yield f"add {_tags(fault, names, context)}{end}"
                continue
            *others, last = names.names
            words = [_what_it_holds(fault, name, context) for name in others]
            end = where(places, "|".join(names.names))
            yield " or ".join((*words, _what_it_holds(fault, last, context, end)))
        return
    yield f"add {', '.join(_tags(fault, m, context) for m in missing)}"


def _tags(fault: Fault, missing: _Missing, context: Context) -> str:
    return either_named([_tag(fault, name, context) for name in missing.names])


def _what_it_holds(fault: Fault, name: str, context: Context, end: str = "") -> str:
    what = clause(context.facts.first_sentence(fault.owner, name))
    tag = named(_tag(fault, name, context))
    return f"add {tag}{end}: {what}" if what else f"add {tag}{end}"


def _tag(fault: Fault, name: str, context: Context) -> str:
    """Return the start tag of what is missing; `detail` has those of other prefixes.

    It is `ANY` for what has any name.
    """
    if name == ANY:
        return name
    for written in fault.detail.split("\n"):
        if written.rpartition(":")[2] == name:
            return f"<{written}>"
    return child_tag(_prefixing(fault, context), name)


def _prefixing(fault: Fault, context: Context) -> _Element | None:
    """Return the element that has the prefix of what is missing, if it has one."""
    # What an envelope holds is of another namespace, and so of another prefix.
    return None if fault.owner in context.vocabulary.envelopes else fault.at.element


def _fixes(fault: Fault, context: Context) -> Iterator[Proposal]:
    """Yield a fix for all and one for each, unless they are of another namespace."""
    parent = _prefixing(fault, context)
    if parent is None:
        return
    words = context.vocabulary
    missing, unsure = fault.expected, fault.perhaps
    single = [name for name in missing if "|" not in name and name not in unsure]
    names = [n for n in single if words.may_make_up(parent, n, context.operation)]
    places = lacking_places(fault)
    if places:
        if not context.counts:
            yield from put_in_places(words, parent, places, names, len(missing))
        return
    if len(missing) > 1:
        yield from insertions(words, parent, names, len(missing))
    yield from insertion(context, parent, *dict.fromkeys(names))
