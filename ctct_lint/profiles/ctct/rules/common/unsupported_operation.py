"""The service does not take such a resource, at least not this way.

## Why

Some resources are only read: the members of a list, the addresses of the account, what
became of a campaign, events and registrants. Others are made in another way: a bulk
activity is form data, an image is multipart form data. A folder can be created, but not
changed, and whether a registrant came is changed, but not created. To anything else the
server answers 415 Unsupported Media Type, whatever the document holds: that is what it
says of a method, too, which it does not support.

Two cases are not certain, and so warnings: an official library has a function that
posts an image as an entry, which its authors call not complete; and of a POST of an
attendance nothing is known.

## How to fix it

Do what is said instead: members of a list are changed by an update of the contact,
addresses are added and verified in the settings of the account, events are made on the
web site.

## Example

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <ContactListMember xmlns="http://ws.constantcontact.com/ns/1.0/">
      <EmailAddress>joe@example.com</EmailAddress>
    </ContactListMember>
  </content>
</entry>
```

Use instead:

```xml
<entry xmlns="http://www.w3.org/2005/Atom">
  <content type="application/vnd.ctct+xml">
    <Contact xmlns="http://ws.constantcontact.com/ns/1.0/">
      <EmailAddress>joe@example.com</EmailAddress>
      <OptInSource>ACTION_BY_CUSTOMER</OptInSource>
      <ContactLists>
        <ContactList id="http://api.constantcontact.com/ws/customers/joe/lists/1"/>
      </ContactLists>
    </Contact>
  </content>
</entry>
```
"""

from __future__ import annotations

from ctct_lint.model.place import name_of
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.operation import REQUESTS, Operation
from ctct_lint.profiles.ctct.records.record import Record
from ctct_lint.profiles.ctct.records.traits import UNSENT
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.base import Evidence, Finding, Findings, rule
from ctct_lint.rules.context import Context
from ctct_lint.schema.names import local_name


class _Way(NamedTuple):
    """What to do instead, and why the server may yet take it, "" if it does not."""

    advice: tuple[str, ...]
    doubt: str = ""


_READ = _Way(("it can only be read: send nothing",))
_WAYS = {
    "Activity": _Way(
        (
            "post form data to `activities`, as `application/x-www-form-urlencoded`",
            "to add or remove contacts: `activityType`, `data`, `lists` for each list",
            "to clear lists: `activityType` and `lists`",
            "to export: `activityType`, `fileType`, `sortBy`, `columns` and `listId`",
        )
    ),
    "Email": _Way(("add and verify the address in the settings of the account",)),
    "ContactListMember": _Way(
        ("send the `Contact` itself, with each list it is to be on in `ContactLists`",)
    ),
    "Event": _Way(("make and change events on the web site of the service",)),
    "Registrant": _Way(("of a registrant, only `AttendanceStatus` can be updated",)),
}
_FOLDER = _Way(("make another folder: its name cannot be changed",))
_IMAGE = _Way(("upload the file to the images of a folder, as `multipart/form-data`",))
_UNFINISHED = "an official library has an unfinished function that sends such an entry"
_ATTENDANCE = _Way(
    ("send it with PUT to `attendancestatus` of the registrant",),
    "that is how the one known sample sends it; of POST nothing is known",
)
_BY_OPERATION = {
    ("Folder", Operation.UPDATE): _FOLDER,
    ("Image", Operation.UPDATE): _IMAGE,
    ("Image", Operation.CREATE): _IMAGE._replace(doubt=_UNFINISHED),
    ("AttendanceStatus", Operation.CREATE): _ATTENDANCE,
}
_DONE = {Operation.CREATE: "created", Operation.UPDATE: "updated"}


@rule(
    code="CTC720",
    on="payload",
    operations=REQUESTS,
    traits=UNSENT,
    evidence=Evidence.DOCUMENTATION,
    source="documentation: the pages of the resources, with the methods of each",
)
def check(payload: Record, context: Context) -> Findings:
    name, operation = local_name(payload.element), Operation(context.operation)
    # Of a second resource it has been said that it cannot stand there.
    before = next(payload.element.itersiblings("{*}*", preceding=True), None)
    if before is not None or operation in CHECKED[name].sent_for:
        return
    way = _BY_OPERATION.get((name, operation)) or _WAYS.get(name, _READ)
    yield Finding(
        at=name_of(payload.element),
        message=f"`{name}` cannot be {_DONE[operation]} with an Atom entry",
        help=way.advice,
        notes=(way.doubt,) if way.doubt else (),
        severity=Severity.WARNING if way.doubt else None,
    )
