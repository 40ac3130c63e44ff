"""The `id` of an e-mail address or a contact list is not its URI.

## Why

`Email` and `ContactList` name resources of the account by their full URI, and the
server looks them up: `http://api.constantcontact.com/ws/customers/{user}/settings/
emailaddresses/{n}` and `.../lists/{n}`. Libraries found that anything else is
refused. An empty id, or that of the collection of lists, is what remains where a
program had no list to name. An address is known by the number that its URI ends with,
not by the address itself. Of a list with another word than the service's own, or of
another host than the service's, nobody knows what the server makes: that is a warning.

## How to fix it

Get the URIs with a GET of `.../settings/emailaddresses` and `.../lists`, and send
them as they are, with http.

## Example

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/"/>
</ContactLists>
```

Use instead:

```xml
<ContactLists>
  <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
</ContactLists>
```
"""

from __future__ import annotations

from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.mail.placeholders import placeholder_in_uri
from ctct_lint.profiles.ctct.operation import REQUESTS
from ctct_lint.profiles.ctct.records.ids import (
    HOST,
    NAMED,
    Id,
    is_of_service,
    is_uri_of,
    not_a_number_in,
)
from ctct_lint.profiles.ctct.records.meant_uri import slip_in
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import IDS
from ctct_lint.profiles.ctct.records.uri import trouble_with_uri
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.base import Evidence, Finding, Findings, Proposal, guess, rule
from ctct_lint.rules.wording import article, escaped, quoted
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import trimmed

_HOST = f"http://{HOST}"
_BASE = f"{_HOST}/ws/customers/{{user}}"
_PATHS = {name: CHECKED[name].path for name in NAMED}
_SCHEME = lazy(r"https?://")


@rule(
    code="CTC407",
    on="listed",
    operations=REQUESTS,
    traits=IDS,
    evidence=Evidence.SDK,
    source="Ruby library ktec/constantcontact; documentation: Creating a Campaign",
)
def check(record: Record) -> Findings:
    for found in record.doubtful_ids:
        value = trimmed(found.value)
        known = found.owner in _PATHS and not placeholder_in_uri(value)
        if not known:
            continue
        expected = f"expected `{_BASE}/{_PATHS[found.owner]}/{{n}}`"
        if not is_uri_of(found.owner, value):
            yield _finding(found, value)._replace(help=(expected,))
        elif not is_of_service(value):
            host = quoted(value.partition("//")[2].partition("/")[0])
            yield Finding(
                at=found.at,
                message=f"{host} is not the host of the service",
                help=(f"expected `{HOST}`: all ids begin with `{_HOST}`",),
                severity=Severity.WARNING,
            )
        elif word := not_a_number_in(found.owner, value):
            is_list = found.owner == "ContactList"
            yield Finding(
                at=found.at,
                message=f"{quoted(word)} is not the number of {_what(found)}",
                help=(expected,),
                severity=Severity.WARNING if is_list else Severity.ERROR,
            )


def _what(found: Id) -> str:
    return f"{article(found.owner)} `{found.owner}`"


def _finding(found: Id, value: str) -> Finding:
    owner, path, what = found.owner, _PATHS[found.owner], _what(found)
    if not value:
        return Finding(found.at, f"the id of {what} must not be empty")
    if len(_SCHEME.findall(value)) > 1:
        note = f"write one `{owner}` for each"
        return Finding(found.at, f"the id of {what} holds several URIs", notes=(note,))
    if value.rstrip("/").endswith(f"/{path}"):
        message = f"this id names the collection `{path}`, not one `{owner}` of it"
        return Finding(found.at, message)
    slip = slip_in(owner, value)
    if slip is not None:
        written = guess(slip.title, (found.at, escaped(slip.meant)))
        return Finding(found.at, slip.message, fixes=(written,) if slip.meant else ())
    whole = f"{_HOST}/{value.lstrip('/')}"
    fixes: tuple[Proposal, ...] = ()
    if is_uri_of(owner, whole):
        fixes = (Proposal("write the full URI", ((found.at, escaped(whole)),)),)
    message = f"{quoted(value)} is not the URI of {what}"
    # What is invisible in it, or beyond the part that is shown.
    trouble = trouble_with_uri(value) if _SCHEME.match(value) else ""
    notes = (trouble,) if trouble else ()
    return Finding(found.at, message, notes=notes, fixes=fixes)
