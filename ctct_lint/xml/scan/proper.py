"""Tags as XML or HTML has them: each is read by one pattern, as most tags are.

Their attributes are read when somebody asks for them. Markup that is not escaped is
full of them: it is one fault, and in a document nobody asks more than where it ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import PLAIN_QNAME, QNAME, S
from ctct_lint.xml.scan.assigned_name import text_in_tag
from ctct_lint.xml.scan.plain_attributes import (
    PLAIN_ATTRIBUTES,
    WIDE_ATTRIBUTES,
    attribute_of,
    ends_early,
    faults_of_plain,
    may_own_slash,
    plain_attributes,
)
from ctct_lint.xml.scan.repeated import note_repeated
from ctct_lint.xml.scan.spaced_name import spaced_name
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source


class Unread(Token):
    """A start tag with plain attributes behind its name, and nothing else.

    `attributes`, `drafts` and `stretches` are not there until they are asked for.
    """

    __slots__ = ("_source",)

    def __init__(self, source: Source, found: re.Match[str], name: str) -> None:
        """Note a tag; the last groups are its attributes, and its slash or nothing."""
        self._source = source
        self.kind = "start"
        self.start, self.end = found.span()
        self.name = self.proper = name
        self.name_at, self.name_size = 1, len(name)
        self.good_end = found.end(3)
        self.empty = bool(found[4])
        self.finished, self.cut = True, False
        self.name_draft = None
        if "&" not in found[3]:
            self.stretches = ()

    def __getattr__(self, name: str) -> object:
        """Read what is not there yet, and return it."""
        if name == "drafts":
            self._read_faults(self._found())
        elif name == "attributes":
            self._read_attributes()
        elif name == "stretches":
            self._read_values()
        else:
            raise AttributeError(name)
        return getattr(self, name)

    @property
    def has_attributes(self) -> bool:
        """It has one at least."""
        return True

    def may_name_namespaces(self) -> bool:
        """Tell if a name may have a prefix or declare one, without a look at each."""
        text = self._source.text
        return _OF_NAMESPACE.search(text, self.name_end, self.good_end) is not None

    def may_declare_prefixes(self) -> bool:
        """Tell if a name may begin with `xmlns:`."""
        return self._source.text.find("xmlns:", self.start, self.end) >= 0

    def _found(self) -> list[re.Match[str]]:
        return plain_attributes(self._source.text, self)

    def _read_faults(self, found: list[re.Match[str]]) -> None:
        self.drafts = faults_of_plain(found)
        if not _are_distinct(found):
            self.attributes = tuple(map(attribute_of, found))
            note_repeated(self._source.text, self)

    def _read_attributes(self) -> None:
        found = self._found()
        if _are_distinct(found):
            self.attributes = tuple(map(attribute_of, found))
        else:
            self._read_faults(found)

    def _read_values(self) -> None:
        self.stretches = ()
        for one in map(attribute_of, self._found()):
            self.add_value(self._source, one.value_start, one.value_end)


# Names that have a prefix, and those that are or may be meant as `xmlns`.
_OF_NAMESPACE = lazy(rf"{S}(?:[Xx][MmLlNn]|[Mm][Ll]|[^\s\"'=]*:)")


def _are_distinct(found: list[re.Match[str]]) -> bool:
    return len(found) == 1 or len({one[1] for one in found}) == len(found)


def _tag(name: str, attributes: str) -> str:
    """Return a pattern of an end tag or a start tag.

    `<xml version=...>` may be meant as a declaration; no name may begin with `xmlns:`.
    """
    return f"<(?:/({name}){S}*>|(?!xmlns:|xml{S})({name})({attributes}){S}*(/?)>)"


_TAG = lazy(_tag(PLAIN_QNAME, PLAIN_ATTRIBUTES))
# Nearly no element has a name with other letters than those of ASCII.
_WIDE_TAG = lazy(_tag(QNAME, WIDE_ATTRIBUTES))
_WIDE_NAME = lazy("</?[A-Za-z0-9_.:-]*[^\x00-\x7f]")


def read_proper(source: Source, at: int) -> Token | None:
    """Read the tag at `at`; None if something is wrong in it, or it is none.

    Attributes without a value, or that are there twice, are its only faults.
    """
    text = source.text
    found = _TAG.match(text, at)
    if found is None and not text.isascii() and _WIDE_NAME.match(text, at):
        found = _WIDE_TAG.match(text, at)
    if found is None:
        return None
    closed, name, attributes, slash = found.groups()
    if closed:
        return Token("end", at, found.end(), closed, 2, len(closed), closed)
    is_followed = text[found.end() : found.end() + 1].isspace()
    if not slash and is_followed and ends_early(source, name, found.end()):
        return None
    if attributes:
        is_odd = slash and may_own_slash(attributes)
        if not is_odd and "=" not in attributes.split(None, 1)[0]:
            is_odd = spaced_name(source, at + 1, is_end=False)
        if is_odd or _is_text(source, name, attributes, found.start(3)):
            return None
        return Unread(source, found, name)
    token = Token("start", at, found.end(), name, 1, len(name), name)
    token.empty = slash == "/"
    return token


def _is_text(source: Source, name: str, attributes: str, at: int) -> bool:
    """Tell of what stands behind a name, without values, whether it is a text."""
    return "=" not in attributes and text_in_tag(source, name, at) is not None
