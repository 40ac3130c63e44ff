"""libxml2's verdict on documents of any shape, in time that grows with their size.

For each error of a tree lxml asks where its element is, and to tell that libxml2 counts
the siblings before it, and copies the path for each element above it: 64,000 wrong
siblings took 12 s, 128,000 took 250 s, and 2,000 wrong elements in each other 1 s. So a
large tree is judged from a stream first, where no element has a path, and that only
until it is known that the errors are too many to be looked at. So is any tree where the
schema is long: an element can lack thousands of attributes, and each error can repeat a
pattern of 60 KB.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

# So many errors of a document are looked at.
MOST = 500
# Functions for regular expressions would be made known with each search.
_LARGE = etree.XPath("descendant::*[500]", regexp=False)
# Deeper than this no element is asked for its path.
_DEEP = 200
_OF_SCHEMA = etree.ErrorDomains.SCHEMASV
# So many characters of their messages are looked at.
_MUCH = 1 << 20
# A schema of so many characters may have much to say of a small document.
LONG = 1 << 16
# So many bytes are read at once, few elements, as each may have very many errors; and
# so many more at most, to the end of a tag.
_PIECE, _CHUNK = 256, 1 << 14


class BoundedSchema:
    """libxml2's schema; it judges as `judges.DocumentJudge` says."""

    def __init__(self, schema: etree.XMLSchema, *, is_long: bool = False) -> None:
        self._schema = schema
        self._is_long = is_long
        self.error_log: Any = ()

    def validate(self, root: _Element) -> bool:
        """Is a document valid?

        The log has all errors with their paths; or without, where they are many or
        the tree is deep, the first `MOST` of them, or fewer that say very much.
        """
        large = is_large(root)
        if large or self._is_long:
            log, is_cut = _log_of_stream(root, self._schema)
            errors = list(islice(filter(_is_of_schema, log), MOST))
            is_told = large and len(errors) == len(log)
            if is_cut or (is_told and (not errors or _is_deep(root))):
                self.error_log = errors
                return not errors
        is_valid = is_accepted(self._schema, root)
        self.error_log = () if is_valid else self._schema.error_log
        return is_valid


def is_large(root: _Element) -> bool:
    """Say whether a tree may be judged as a stream alone, without a look at IDs."""
    return bool(_LARGE(root))


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


def _log_of_stream(root: _Element, schema: etree.XMLSchema) -> tuple[Any, bool]:
    """Return the log of a tree written and read again; are its errors too many?

    Then it has the first ones.
    """
    parser = etree.XMLParser(
        schema=schema,
        target=cast("Any", _Nothing()),
        huge_tree=True,
        no_network=True,
        recover=True,
        resolve_entities=False,
    )
    data = etree.tostring(root, with_tail=False)
    start = read = count = length = 0
    while start < len(data):
        # Each look at the log copies it.
        end = _end_of_piece(data, start + _PIECE + read)
        parser.feed(data[start:end])
        log, start = parser.feed_error_log, end
        new = [error for error in islice(log, read, None) if _is_of_schema(error)]
        read = len(log)
        count += len(new)
        length += sum(len(error.message) for error in new[:MOST])
        if count >= MOST or length > _MUCH:
            return log, True
    parser.close()
    return parser.feed_error_log, False


def _end_of_piece(data: bytes, at: int) -> int:
    """Return the end of the tag in which a piece of so many bytes ends, if near."""
    tag = data.find(b">", at, at + _CHUNK)
    return at + _CHUNK if tag < 0 else tag + 1


def _is_of_schema(error: Any) -> bool:
    found: bool = error.domain == _OF_SCHEMA
    return found
