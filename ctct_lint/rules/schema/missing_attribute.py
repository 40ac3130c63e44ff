"""One or more required attributes are not there.

## Why

The schema requires the attribute: without it a reader cannot know what the element is,
or which one is meant.

Constant Contact knows by the `type` of `content` what it holds: every sample of a
campaign has `application/vnd.ctct+xml`. A `ContactList` and an `Email` are named by
their `id`, the URI of the list or the verified address.

## How to fix it

Add the attribute to the start tag. Whatever one element lacks is one diagnostic, whose
help lists the values where the schema does.

## Example

```xml
<FromEmail>
  <Email/>
</FromEmail>
```

Use instead:

```xml
<FromEmail>
  <Email id="http://api.constantcontact.com/ws/customers/greenleaf/settings/emailaddresses/2"/>
</FromEmail>
```
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after_name, value_of
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.moved_attribute import misnamed_id
from ctct_lint.rules.moved_text import id_in_text
from ctct_lint.rules.value_words import words_for
from ctct_lint.rules.vocabulary import AdvisedAttribute
from ctct_lint.rules.wording import as_many, escaped, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

# Of so many it is told what they are.
_MOST_TOLD = 3


@rule(
    code="CTC208",
    evidence=Evidence.STANDARD,
    source=(
        "XML Schema 1.0, part 1, section 3.4.4; "
        'for Constant Contact the minimal sample of its page "Creating a Campaign"'
    ),
)
def check(fault: Fault, context: Context) -> Findings:
    """Word the fault; an `id` that has another name is told as that.

    `expected` has the names where there is more than one, `detail` a line for each
    that may have one of some values: its name and these, with a tab between them; or
    its name and its type, with a blank.
    """
    names = list(fault.expected or (fault.subject,))
    if "id" in names and misnamed_id(fault.at.element, context.facts):
        names.remove("id")
    if not names:
        return
    values = _values(fault)
    lacking = [_advised(fault, name, values.get(name, ()), context) for name in names]
    shown = ", ".join(quoted(one.shown, 120) for one in lacking)
    plural = "s" if len(names) > 1 else ""
    start = f"{quoted(fault.owner)} lacks the required attribute{plural} "
    yield Finding(
        fault.at,
        start + as_many([quoted(name) for name in names], len(start)),
        help=(
            f"add {shown}",
            *(
                f"{quoted(name)} is one of {listed(values[name])}"
                for name in names
                if len(values.get(name, ())) > 1
            ),
            *islice(_kinds(fault, lacking, context), _MOST_TOLD),
        ),
        fixes=tuple(
            fix
            for name, one in zip(names, lacking, strict=True)
            for fix in _insertion(fault.at.element, name, one, context)
        ),
    )


def _values(fault: Fault) -> dict[str, list[str]]:
    """Return by its name what values each attribute may have that lists them."""
    lines = (line.split("\t") for line in fault.detail.split("\n"))
    return {name: values for name, *values in lines}


def _kinds(
    fault: Fault, lacking: Sequence[AdvisedAttribute], context: Context
) -> Iterator[str]:
    """Yield what kind of value each attribute has of which no value is shown."""
    unknown = {one.shown.partition("=")[0] for one in lacking if "…" in one.shown}
    for line in fault.detail.split("\n"):
        name, _, kind = line.partition(" ")
        if kind and name in unknown and "\t" not in line:
            advice = words_for(kind, context.vocabulary.examples).advice
            if advice:
                yield f"{quoted(name)} is {advice.removeprefix('expected ')}"


def _advised(
    fault: Fault, name: str, values: Sequence[str], context: Context
) -> AdvisedAttribute:
    """Return an attribute as it may be written, with the only value if there is one."""
    found = context.vocabulary.attribute(fault.at.element, fault.owner, name)
    if found.written or len(values) != 1:
        return found
    written = f'{name}="{escaped(values[0])}"'
    return AdvisedAttribute(written, written)


def _insertion(
    element: _Element | None, name: str, lacking: AdvisedAttribute, context: Context
) -> Iterator[Proposal]:
    """Yield the fix: the URI that is the element's text, or what the profile knows."""
    if element is None:
        return
    uri = id_in_text(element, context.facts) if name == "id" else ""
    if uri:
        moved = (after_name(element), f' id="{escaped(uri)}"'), (value_of(element), "")
        yield guess("make the text its `id`", *moved)
    elif lacking.written:
        edits = ((after_name(element), f" {lacking.written}"),)
        title = f"add {quoted(lacking.written, 120)}"
        yield Proposal(title, edits, lacking.applicability)
