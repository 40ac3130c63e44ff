"""Valid documents to be timed with: how much of each is its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_NAMES = ("title", "Name", "Subject")
_CONTENTS = ("EmailContent", "EmailTextContent", "PermissionReminderText")
_OPTIONAL = (
    *("Status", "Date", "GreetingSalutation", "GreetingName", "GreetingString"),
    *("OrganizationAddress2", "OrganizationAddress3"),
    *("OrganizationInternationalState", "link"),
)


def copy(text: str, number: int) -> str:
    """Return the document as it is."""
    del number
    return text


def with_own_names(text: str, number: int) -> str:
    """Return the document with a title, name and subject of its own."""
    for name in _NAMES:
        text = re.sub(rf"(<{name}\b[^>]*>)", rf"\g<1>{number}: ", text, count=1)
    return text


def with_own_contents(text: str, number: int) -> str:
    """Return the document with own names, and an own word in each text of the mail."""
    for name in _CONTENTS:
        text = re.sub(
            rf"(?s)(<{name}>.*)([a-z] )(.*</{name}>)", rf"\1\g<2>{number} \3", text
        )
    return with_own_names(text, number)


def with_own_tags(text: str, number: int) -> str:
    """Return the document with own contents, and links and a list of its own."""
    text = re.sub(r"(?s)( *&lt;li&gt;New.*?/li&gt;\n)", r"\1" * (number % 7), text)
    text = re.sub(r"(\.example/[a-z]+)", rf"\g<1>/{number}", text)
    return with_own_contents(text, number)


def with_own_markup(text: str, number: int) -> str:
    """Return the document with an own mail, and without some optional elements."""
    for bit, name in enumerate(_OPTIONAL):
        if number >> bit & 1:
            text = re.sub(
                rf"(?s)\s*<{name}\b(?:[^>]*/>|>.*?</{name}>)", "", text, count=1
            )
    return with_own_tags(text, number)


KINDS: dict[str, Callable[[str, int], str]] = {
    "copies": copy,
    "own names": with_own_names,
    "own contents": with_own_contents,
    "own tags": with_own_tags,
    "own markup": with_own_markup,
}

# What is put in the place of what, to spoil a document that may lack what is optional.
_ENUM = ("<EmailContentFormat>HTML<", "<EmailContentFormat>HTM<")
_MISSING = ("<FromName>Green Leaf Nursery</FromName>", "")
_TEN = (
    *(_ENUM, _MISSING),
    ("Subject>", "Subjcet>"),
    ("<ViewAsWebpage>YES", "<ViewAsWebpage>on"),
    ("<PermissionReminder>YES", "<PermissionReminder>TRUE"),
    ("<OrganizationState>VT", "<OrganizationState>Vermont"),
    ("<OrganizationCity>", "<City>Burlington</City><OrganizationCity>"),
    ("<IncludeForwardEmail>YES", "<IncludeForwardEmail>1"),
    ("</ContactLists>", "</ContactLists><FromEmail/>"),
)
_FAULTS: dict[str, tuple[tuple[str, str], ...]] = {
    "clean": (),
    "enum": (_ENUM,),
    "missing": (_MISSING,),
    "one fault": (_ENUM,),
    "ten faults": _TEN,
    "warning": (("<OrganizationCountry>us", "<OrganizationCountry>Us"),),
    "broken": (("are up, and", "are up &"),),
}
FAULTS = tuple(_FAULTS)


def with_fault(text: str, kind: str) -> str:
    """Return the document with a fault of a kind of `FAULTS`."""
    for old, new in _FAULTS[kind]:
        text = text.replace(old, new)
    return text


def write(folder: Path, sample: Path, number: int, kind: str) -> list[str]:
    """Write so many documents of a kind into a new folder; return their paths."""
    folder.mkdir()
    text, make = sample.read_text("utf-8"), KINDS[kind]
    paths = [folder / f"{index:06}.xml" for index in range(number)]
    for index, path in enumerate(paths):
        path.write_text(make(text, index), "utf-8")
    return list(map(str, paths))
