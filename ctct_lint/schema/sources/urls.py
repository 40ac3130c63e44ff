"""References of one document to another, as URLs."""

from __future__ import annotations

from urllib.parse import quote, urljoin


def joined(base: str, reference: str) -> str:
    """Return what a reference means that stands in a document of a URL.

    What may not stand in a URI, such as a space, is escaped as a reader would.
    """
    try:
        return urljoin(base, quote(reference.strip(), safe="!#$%&'()*+,/:;=?@[]~"))
    except ValueError:
        return reference
