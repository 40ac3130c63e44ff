"""Entities that a schema file declares itself: texts that its patterns are made of.

They are put in before anybody reads the file, and only up to a length: no reader has to
expand anything, and none opens another file for it.
"""

from __future__ import annotations

from ctct_lint.text.patterns import lazy

# What entities may add to a file, in characters.
_MOST = 1 << 20
# How many of them may be inside of each other.
_DEEPEST = 20
_OF_XML = frozenset({"amp", "apos", "gt", "lt", "quot"})
_DECLARED = lazy(r"""<!ENTITY\s+([\w:.-]+)\s+("[^"]*"|'[^']*')\s*>""")
_REFERRED = lazy(r"&([\w:.-]+);")


def expanded(text: str, subset: str) -> str:
    """Return a text with the entities that a document type declares as texts.

    A text that would be too long, or have an entity inside of itself, is returned as it
    is: it will be told as not well-formed.
    """
    entities, made, added = _entities(subset), text, 0
    for _ in range(_DEEPEST):
        found = [one[1] for one in _REFERRED.finditer(made) if one[1] in entities]
        if not found:
            return made
        added += sum(len(entities[name]) for name in found)
        if added > _MOST:
            break
        made = _REFERRED.sub(lambda one: entities.get(one[1], one[0]), made)
    return text


def _entities(subset: str) -> dict[str, str]:
    """Return the values by the names; the first declaration counts."""
    found: dict[str, str] = {}
    for name, quoted in _DECLARED.findall(subset):
        value = quoted[1:-1]
        # Of markup no attribute is made; of all else the quote may be that of one.
        escaped = value if "<" in value else value.replace('"', "&quot;")
        found.setdefault(name, escaped)
    return {name: value for name, value in found.items() if name not in _OF_XML}
