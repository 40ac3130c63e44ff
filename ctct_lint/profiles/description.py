"""What is said of a vocabulary so that it can be used: its schema, its documents."""

from __future__ import annotations

from typing import NamedTuple


class Description(NamedTuple):
    """A profile as somebody describes it; frozen, it can be pickled.

    name    the word by which it is asked for
    schema  the absolute path of its XSD
    """

    name: str
    schema: str = ""


class Asked(NamedTuple):
    """What is said of a document's vocabulary beside the document itself.

    named      the profile that it is to be checked with, whatever it is
    operation  what it is for; who says that means the profile that is built in
    """

    named: Description | None = None
    operation: str | None = None
