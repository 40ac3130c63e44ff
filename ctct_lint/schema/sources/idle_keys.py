"""Paths of keys that lead nowhere: they name what the schema does not have.

Mostly it is a prefix that lacks. A key that selects nothing is met by every document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.names import XS, local_name
from ctct_lint.schema.sources.trouble import IDLE_KEY, SchemaTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.sources.declared import File

_ELEMENT, _ATTRIBUTE = f"{XS}element", f"{XS}attribute"
_PATHS = (f"{XS}selector", f"{XS}field")
# What lets in names that are declared nowhere.
_OPEN = (f"{XS}any", f"{XS}anyAttribute", f"{XS}openContent")
# What else a name without a prefix may be in, in XSD 1.1.
_DEFAULT = "xpathDefaultNamespace"


class _Step(NamedTuple):
    """A name in a path: of an attribute, or of an element; `prefix` is "" without."""

    is_attribute: bool
    prefix: str
    local: str

    @property
    def written(self) -> str:
        sign = "@" if self.is_attribute else ""
        return sign + ":".join(filter(None, (self.prefix, self.local)))


class _Declared:
    """The namespaces in which a schema has elements and attributes of each name."""

    def __init__(self, files: Sequence[File]) -> None:
        self._spaces: dict[tuple[bool, str], dict[str, None]] = {}
        self.namespaces = {uri for file in files for uri in file.spaces}
        self.is_open = any(
            next(file.tree.iter(*_OPEN), None) is not None for file in files
        )
        for file in files:
            self._note(file)

    def _note(self, file: File) -> None:
        for element in file.tree.iter(_ELEMENT, _ATTRIBUTE):
            name = element.get("name", "").strip()
            uris: Iterable[str] = file.spaces if _is_qualified(element) else ("",)
            key = element.tag == _ATTRIBUTE, name
            self._spaces.setdefault(key, {}).update(dict.fromkeys(uris))

    def spaces_of(self, step: _Step) -> Sequence[str]:
        """Return the namespaces in which there is something of the name of a step."""
        return list(self._spaces.get((step.is_attribute, step.local), ()))


def idle_keys(files: Sequence[File]) -> Iterator[SchemaTrouble]:
    """Yield the paths of a schema's keys that name what it does not have."""
    declared = _Declared(files)
    for file in files:
        for path in file.tree.iter(*_PATHS):
            idle = next(_idle(path, declared), None)
            if idle is not None:
                yield _trouble(file, path, idle, declared)


def _idle(path: _Element, declared: _Declared) -> Iterator[_Step]:
    """Yield the names in a path that nothing in the schema has."""
    if any(one.get(_DEFAULT) for one in (path, *path.iterancestors())):
        return
    for step in _steps(path.get("xpath", "")):
        uri = path.nsmap.get(step.prefix, "") if step.prefix else ""
        there = declared.spaces_of(step)
        # What is imported from nowhere, or is let in unseen, may have any name.
        is_known = uri in declared.namespaces or not uri
        is_sure = bool(there) or not declared.is_open
        if is_known and is_sure and uri not in there:
            yield step


def _steps(written: str) -> Iterator[_Step]:
    for one in "".join(written.split()).replace("|", "/").split("/"):
        name = one.removeprefix("child::").replace("attribute::", "@")
        prefix, _, local = name.lstrip("@").rpartition(":")
        if local not in {"", ".", "*"}:
            yield _Step(name.startswith("@"), prefix, local)


def _trouble(
    file: File, path: _Element, idle: _Step, declared: _Declared
) -> SchemaTrouble:
    key = path.getparent()
    name = "" if key is None else key.get("name", "")
    right = [_with_prefix(path, idle, uri) for uri in declared.spaces_of(idle)]
    at = path.getroottree().getpath(path)
    expected = tuple(filter(None, right))[:1]
    return SchemaTrouble(file.path, IDLE_KEY, at, "xpath", idle.written, name, expected)


def _with_prefix(path: _Element, step: _Step, uri: str) -> str:
    """Return a step with a prefix for a namespace, "" if none is declared."""
    prefixes = [p for p, found in path.nsmap.items() if p and found == uri]
    if uri and not prefixes:
        return ""
    return step._replace(prefix=prefixes[0] if uri else "").written


def _is_qualified(element: _Element) -> bool:
    """Is the name that an element declares in the namespace of its schema?"""
    parent, root = element.getparent(), element.getroottree().getroot()
    if parent is root or (parent is not None and parent.tag == f"{XS}redefine"):
        return True
    default = root.get(f"{local_name(element)}FormDefault", "unqualified")
    return element.get("form", default) == "qualified"
