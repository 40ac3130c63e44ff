"""What XSD forbids in a schema and libxml2 passes over: other readers refuse it.

Elements of one name with different types in the content of a type, restrictions that
allow what their base does not, facets that stand twice or leave no value. Documents can
be judged all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import XS, local_name
from ctct_lint.schema.sources.counts import counts_of
from ctct_lint.schema.sources.particles import Globals, content_of, particles_in
from ctct_lint.schema.sources.trouble import INCONSISTENT, SchemaTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.sources.counts import Counts
    from ctct_lint.schema.sources.declared import File
    from ctct_lint.schema.sources.particles import Name

TYPES, ADDED, FEWER, MORE = "types", "added", "fewer", "more"
TWICE, NONE_LEFT = "twice", "none"
# The facets that count from 0; all but patterns and values that are listed stand once.
_LEAST, _MOST = f"{XS}minLength", f"{XS}maxLength"
_LENGTHS = {_LEAST, _MOST}
_COUNTS = ("length", "totalDigits", "fractionDigits")
_BOUNDS = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
_ONCE = {*_LENGTHS, *(f"{XS}{name}" for name in (*_COUNTS, *_BOUNDS))}
_HOLDERS = (f"{XS}complexType", f"{XS}group")
_RESTRICTIONS = f"{XS}complexContent/{XS}restriction"


def inconsistent(files: Sequence[File]) -> Iterator[SchemaTrouble]:
    """Yield what is inconsistent in a schema; `detail` begins with one of the words."""
    for file in files:
        yield from _of_facets(file)
    known = Globals(files)
    for file in files if known.is_plain else ():
        for holder in file.tree.iter(*_HOLDERS):
            content = content_of(holder)
            if content is not None and len(content):
                yield from _of_types(content, file, known)
            if not known.has_substitutes:
                for restriction in holder.iterfind(_RESTRICTIONS):
                    yield from _of_restriction(restriction, content, file, known)


def _of_facets(file: File) -> Iterator[SchemaTrouble]:
    """Yield facets that stand twice, and a length that is more than the greatest."""
    seen: dict[str, _Element] = {}
    restriction = None
    for facet in file.tree.iter(*_ONCE):
        # Those of a restriction come one after the other.
        if facet.getparent() is not restriction:
            restriction, seen = facet.getparent(), {}
        tag = facet.tag
        if seen.setdefault(tag, facet) is not facet:
            yield _trouble(file, facet, local_name(facet), TWICE)
        elif tag in _LENGTHS and len(_LENGTHS & seen.keys()) > 1:
            least, most = seen[_LEAST], seen[_MOST]
            if _number(least) > _number(most):
                yield _trouble(file, least, local_name(least), NONE_LEFT)


def _number(facet: _Element) -> tuple[int, str]:
    """Return what a facet counts, to be compared: of however many digits."""
    digits = facet.get("value", "").strip().lstrip("+0")
    return len(digits), digits


def _of_types(content: _Element, file: File, known: Globals) -> Iterator[SchemaTrouble]:
    """Yield elements that have another type than one of the same name before them."""
    first: dict[Name, object] = {}
    for one in particles_in(content, file, known):
        if one.type is not None and first.setdefault(one.name, one.type) != one.type:
            yield _trouble(file, one.at, one.name[1], TYPES)


def _of_restriction(
    restriction: _Element, content: _Element | None, file: File, known: Globals
) -> Iterator[SchemaTrouble]:
    """Yield what a restriction allows, and its base does not."""
    base = known.named(restriction, "base", "complexType")
    theirs = None if base is None else _counts_of_type(*base, known)
    own: Counts | None = {}
    if content is not None:
        own = counts_of(content, file, known)
    if theirs is None or own is None:
        return
    written = restriction.get("base", "").rpartition(":")[2]
    for name in dict.fromkeys((*own, *theirs)):
        fewest, most = own.get(name, (0, 0))
        least, greatest = theirs.get(name, (0, 0))
        why = FEWER if fewest < least else MORE if most > greatest else ""
        if why:
            what = ADDED if not greatest else why
            at = _declaration_of(name, content, file, known)
            place = restriction if at is None else at
            yield _trouble(file, place, name[1], f"{what} {written}")


def _counts_of_type(definition: _Element, file: File, known: Globals) -> Counts | None:
    """Return how often elements may stand in a type; None where that is not known."""
    derived = definition.find(f"{XS}complexContent")
    if derived is not None and derived.find(f"{XS}extension") is not None:
        return None
    content = content_of(definition)
    return {} if content is None else counts_of(content, file, known)


def _declaration_of(
    name: Name, content: _Element | None, file: File, known: Globals
) -> _Element | None:
    parts = () if content is None else particles_in(content, file, known)
    return next((one.at for one in parts if one.name == name), None)


def _trouble(file: File, at: _Element, name: str, detail: str) -> SchemaTrouble:
    attribute = next((a for a in ("name", "ref", "base") if a in at.attrib), "")
    path = at.getroottree().getpath(at)
    return SchemaTrouble(file.path, INCONSISTENT, path, attribute, name, detail)
