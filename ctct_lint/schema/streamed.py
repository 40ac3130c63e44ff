"""libxml2's verdict on documents of any shape, in time that grows with their size.

For each error of a tree lxml asks where its element is, and to tell that libxml2 counts
the siblings before it: 64,000 wrong siblings took 12 s, 128,000 took 250 s. So a tree
with many siblings is judged from a stream first, where no element has a path, and that
only until it is known that the errors are too many to be looked at.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

# So many errors of a document are looked at.
MOST = 500
_HAS_MANY_SIBLINGS = etree.XPath("boolean(descendant-or-self::*/*[2000])")
_CHUNK = 1 << 14


class BoundedSchema:
    """libxml2's schema; it judges as `user_schema.Judge` says."""

    def __init__(self, schema: etree.XMLSchema) -> None:
        self._schema = schema
        self.error_log: Any = ()

    def validate(self, root: _Element) -> bool:
        """Is a document valid?

        The log has all errors with their paths; or without, the first `MOST` of more.
        """
        if _HAS_MANY_SIBLINGS(root):
            self.error_log = found = _errors_in_stream(root, self._schema)
            if not found or len(found) == MOST:
                return not found
        is_valid = self._schema.validate(root)
        self.error_log = self._schema.error_log
        return is_valid


class _Nothing:
    """What a parser makes of a document that nobody wants to have."""

    def close(self) -> None: ...


def _errors_in_stream(root: _Element, schema: etree.XMLSchema) -> list[Any]:
    """Return the first errors of a tree that is written and read again."""
    parser = etree.XMLParser(
        schema=schema,
        target=cast("Any", _Nothing()),
        huge_tree=True,
        no_network=True,
        recover=True,
        resolve_entities=False,
    )
    data = etree.tostring(root, with_tail=False)
    for start in range(0, len(data), _CHUNK):
        parser.feed(data[start : start + _CHUNK])
        if len(parser.feed_error_log) >= MOST:
            break
    else:
        parser.close()
    of_schema = parser.feed_error_log.filter_domains(etree.ErrorDomains.SCHEMASV)
    return list(islice(of_schema, MOST))
