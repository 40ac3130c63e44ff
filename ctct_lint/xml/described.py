"""Which elements are meant: `{namespace}local`, `local` in any, `{namespace}*`."""

from __future__ import annotations

ANY = "*"


def split(described: str) -> tuple[str | None, str]:
    """Return the namespace (None: any) and the local name that are described."""
    if not described.startswith("{"):
        return None, described
    namespace, _, local = described[1:].rpartition("}")
    return namespace, local


def wrong_name(described: str) -> str:
    """Return why a text describes no elements, "" if it does."""
    namespace, local = split(described)
    if described.startswith("{") and "}" not in described:
        return "the `}` behind the namespace is missing"
    if local == ANY and namespace is not None:
        return ""
    return "" if _is_name(local) else "it ends with no local name of an element"


def pattern_of(described: str) -> str:
    """Return what is described as lxml's `iter` takes it."""
    namespace, local = split(described)
    return f"{{*}}{local}" if namespace is None else f"{{{namespace}}}{local}"


def _is_name(word: str) -> bool:
    first, others = word[:1], word[1:]
    letters = (c.isalnum() or c in "_.-\u00b7" for c in others)
    return bool(first) and (first.isalpha() or first == "_") and all(letters)
