"""Documents with the cursor written as `|`, and what is offered there."""

from __future__ import annotations

from pathlib import Path

from profiles.shelf import SHELF

from ctct_lint.editing.completion.complete import complete
from ctct_lint.profiles.profile import Profile
from ctct_lint.profiles.registry import built_in
from ctct_lint.profiles.xsd import XsdProfile

ORDERS = XsdProfile("orders", str(Path(__file__).with_name("orders.xsd")))
CTCT = built_in()
SHELVES = SHELF

_ENTRY = """\
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title type="text">Rye week</title>
  <updated>2011-10-03T06:30:00Z</updated>
  <author/>
  <content type="application/vnd.ctct+xml">{}</content>
</entry>
"""


def entry(content: str) -> str:
    """Return an entry with a content."""
    return _ENTRY.format(content)


def campaign(fields: str) -> str:
    """Return an entry with a campaign of some fields."""
    return entry(
        f'<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/">{fields}</Campaign>'
    )


def order(children: str) -> str:
    """Return an order with some children."""
    return f'<order xmlns="urn:orders" state="new">{children}</order>'


def cut(document: str) -> tuple[str, int]:
    """Return a document without its only `|`, and where that was."""
    before, after = document.split("|")
    return before + after, len(before)


def labels(
    document: str, profile: Profile | None = CTCT, operation: str | None = None
) -> list[str]:
    """Return what is offered at the cursor, in order."""
    return [item.label for item in complete(*cut(document), profile, operation)]


def results(document: str, profile: Profile | None = CTCT) -> dict[str, str]:
    """Return what becomes of the document with each thing that is offered.

    That is the snippet in its place; before and behind it, what changes neither.
    """
    text, offset = cut(document)
    return {
        item.label: f"{text[: item.span.start]}{item.snippet}{text[item.span.end :]}"
        for item in complete(text, offset, profile)
    }
