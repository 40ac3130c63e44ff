"""libxml2's verdict on documents of any shape, in time that grows with their size.

For each error of a tree lxml asks where its element is, and to tell that libxml2 counts
the siblings before it, and copies the path for each element above it: 64,000 wrong
siblings took 12 s, 128,000 took 250 s, and 2,000 wrong elements in each other 1 s. So a
large tree is judged from a stream first, where no element has a path, and that only
until it is known that the errors are too many to be looked at.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

# So many errors of a document are looked at.
MOST = 500
_IS_LARGE = etree.XPath("boolean(descendant::*[500])")
# Deeper than this no element is asked for its path.
_DEEP = 200
_OF_SCHEMA = etree.ErrorDomains.SCHEMASV
_CHUNK = 1 << 14


class BoundedSchema:
    """libxml2's schema; it judges as `user_schema.Judge` says."""

    def __init__(self, schema: etree.XMLSchema) -> None:
        self._schema = schema
        self.error_log: Any = ()

    def validate(self, root: _Element) -> bool:
        """Is a document valid?

        The log has all errors with their paths; or without, where they are many or
        the tree is deep, the first `MOST` of them.
        """
        if _IS_LARGE(root):
            log = _log_of_stream(root, self._schema)
            errors = list(islice(log.filter_domains(_OF_SCHEMA), MOST))
            is_read = len(errors) == len(log)
            if len(errors) == MOST or (is_read and (not errors or _is_deep(root))):
                self.error_log = errors
                return not errors
        is_valid = is_accepted(self._schema, root)
        self.error_log = () if is_valid else self._schema.error_log
        return is_valid


def is_accepted(schema: etree.XMLSchema, root: _Element) -> bool:
    """Tell whether libxml2 accepts a tree; not where it gives up with a pattern.

    A pattern like `(a+)+b` has more ways through a text than it tries.
    """
    try:
        return schema.validate(root)
    except etree.XMLSchemaValidateError:
        return False


class _Nothing:
    """The target of a parser of which only the errors are wanted."""

    def close(self) -> None: ...


def _is_deep(root: _Element) -> bool:
    """Is an element below more than `_DEEP` others?"""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEP:
            return True
    return False


def _log_of_stream(root: _Element, schema: etree.XMLSchema) -> Any:
    """Return the log, with the first errors, of a tree written and read again."""
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
    return parser.feed_error_log
