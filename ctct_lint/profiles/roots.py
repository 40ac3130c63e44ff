"""Which of some profiles a document has, by its root or by what its catalog has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.sources.catalog import Catalogs
from ctct_lint.text.slips import is_slip
from ctct_lint.xml.described import ANY, split, wrong_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.profiles.description import Description
    from ctct_lint.profiles.opening import Opening

# How well a root is described: exactly, by its name, by its namespace, but for case,
# nearly.
_EXACT, _NAME, _NAMESPACE, _CASE, _NEARLY = 5, 4, 3, 2, 1
# In a name of so many letters two slips leave no doubt, in the right namespace.
_TELLING = 6
_NO_XSD = (".rng", ".rnc", ".sch", ".dtd", ".nvdl")


def by_root(opening: Opening, known: Sequence[Description]) -> Description | None:
    """Return the profile that describes a root best, of equal ones the last."""
    best, found = 0, None
    for one in known:
        weight = max((_weight(root, opening) for root in one.roots), default=0)
        if weight and weight >= best:
            best, found = weight, one
    return found


def by_catalog(opening: Opening, known: Iterable[Description]) -> Description | None:
    """Return a profile with the schema that its catalog has for a document."""
    with_catalog = [one for one in known if one.catalog] if opening.keys else []
    for one in with_catalog:
        catalogs = Catalogs(one.catalog)
        for key in opening.keys:
            path = catalogs.find(key)
            if path is not None and not path.endswith(_NO_XSD):
                return one._replace(schema=path)
    return None


def nearly(opening: Opening, known: Sequence[Description]) -> tuple[str, ...]:
    """Return the profile that may be meant for a document that has none, by its name.

    Behind it is the namespace in which the root would be its own; without one nothing
    says which documents it is for. () if no profile may be meant.
    """
    for one in known:
        for namespace, local in map(split, one.roots):
            if namespace and local == opening.local:
                return one.name, namespace
    idle = (one for one in known if one.schema and not (one.roots or one.catalog))
    return next(((one.name,) for one in idle if not one.files), ())


def _weight(described: str, opening: Opening) -> int:
    namespace, local = split(described)
    if namespace is None:
        return _NAME if local == opening.local else 0
    if local == ANY:
        return _NAMESPACE if namespace == opening.namespace and opening.local else 0
    if (namespace, local) == (opening.namespace, opening.local):
        return _EXACT
    if namespace == opening.namespace:
        return _likeness(opening.local, local)
    same = _plain(namespace) == _plain(opening.namespace)
    return _NEARLY if local == opening.local and namespace and same else 0


def _likeness(name: str, local: str) -> int:
    """Return how well a name in the right namespace is described by another one.

    A name of one letter is near no other letter.
    """
    if name.casefold() == local.casefold():
        return _CASE
    is_short = len(local) < _TELLING
    longest = max(len(name), len(local))
    is_near = longest > 1 and is_slip(name, local, 1 if is_short else 2)
    return _NEARLY if name and is_near else 0


def _plain(namespace: str) -> str:
    """Return a namespace without what is easily mistaken in one."""
    uri = namespace.strip().casefold().rstrip("/#")
    return uri.replace("https:", "http:", 1)


def wrong_root(described: str) -> str:
    """Return why a text describes no root, "" if it does."""
    if described == ANY:
        return "it is for every document: use `files`"
    return wrong_name(described)
