"""What names under wildcards are meant for: global ones that the wildcards let in.

A strict wildcard asks for an element or attribute that the schema knows: `masteryScore`
is its `masteryscore`. What stands in another namespace than such a wildcard lets in,
but has the name of one that it does let in, is meant as that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.matching.fitting import is_strange
from ctct_lint.schema.typed.xsi import names_type
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Model, Schema

# So many names that are no global ones are compared with those.
_MOST = 200


class LetIn:
    """Finds the global elements and attributes of a schema that names are meant for."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._elements = _Globals(schema.components.roots)
        self._attributes = _Globals(schema.components.attributes)

    def name_children(self, match: Match, model: Model) -> None:
        """Move children that are meant as global elements to `renamed`."""
        renamed: dict[_Element, Element] = {}
        for child, term in match.matched:
            if isinstance(term, Wildcard) and self._is_refused(child, term):
                meant = self._element(child.tag, (term,))
                if meant is not None:
                    renamed[child] = meant
        for child in match.unknown:
            is_strayed = is_strange(child, self._schema)
            meant = self._element(child.tag, model.wildcards) if is_strayed else None
            if meant is not None:
                renamed[child] = meant
        if renamed:
            match.matched = [pair for pair in match.matched if pair[0] not in renamed]
            match.unknown = [child for child in match.unknown if child not in renamed]
            match.renamed += renamed.items()

    def attribute(
        self, name: str, wildcard: Wildcard | None, there: Container[str]
    ) -> str | None:
        """Return the global attribute, not `there` yet, that one is meant for."""
        asked = () if wildcard is None else (wildcard,)
        meant = self._attributes.meant(name, asked)
        return None if meant in there else meant

    def _is_refused(self, child: _Element, wildcard: Wildcard) -> bool:
        is_strict = wildcard.process == "strict" and not names_type(child)
        return is_strict and self._schema.root(child.tag) is None

    def _element(self, name: str, wildcards: Iterable[Wildcard]) -> Element | None:
        meant = self._elements.meant(name, wildcards)
        found = None if meant is None else self._schema.root(meant)
        return None if found is None or found.abstract else found


class _Globals:
    """Global names of one kind, in Clark notation."""

    __slots__ = ("_compared", "_names", "_spaces")

    def __init__(self, names: Iterable[str]) -> None:
        self._names = names
        self._spaces: dict[str, dict[str, str]] = {}
        self._compared: dict[str, str | None] = {}

    def meant(self, name: str, wildcards: Iterable[Wildcard]) -> str | None:
        """Return the one that a name is meant for which wildcards let in.

        It is close to it in the same namespace, or the same in one other namespace.
        """
        asking = [w for w in wildcards if w.process != "skip"]
        if not asking:
            return None
        if any(wildcard.matches(name) for wildcard in asking):
            found = self._close(name)
            if found is not None:
                return found
        local = name.rpartition("}")[2]
        others = [known[local] for known in self._known.values() if local in known]
        same = [one for one in others if any(w.matches(one) for w in asking)]
        return same[0] if len(same) == 1 else None

    @property
    def _known(self) -> dict[str, dict[str, str]]:
        """By namespace and local name."""
        if not self._spaces:
            for name in self._names:
                uri, _, local = name.rpartition("}")
                self._spaces.setdefault(uri, {})[local] = name
        return self._spaces

    def _close(self, name: str) -> str | None:
        if name not in self._compared and len(self._compared) < _MOST:
            uri, _, local = name.rpartition("}")
            known = self._known.get(uri, {})
            best = closest(local, known)
            self._compared[name] = None if best is None else known[best]
        return self._compared.get(name)
