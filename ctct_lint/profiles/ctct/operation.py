"""What a document is for: it decides what must be there and what may be."""

from enum import Enum


class Operation(str, Enum):
    """CREATE is a POST, UPDATE a PUT, RESPONSE what a GET returned."""

    CREATE = "create"
    UPDATE = "update"
    RESPONSE = "response"

    # Enum's own is Python code, too slow for what is looked up for every document.
    __hash__ = str.__hash__


REQUESTS = frozenset({Operation.CREATE, Operation.UPDATE})
