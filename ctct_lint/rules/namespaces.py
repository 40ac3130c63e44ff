"""The words for the namespaces of what a wildcard lets in."""

from __future__ import annotations

from ctct_lint.rules.wording import either
from ctct_lint.schema.explain.wildcards import NO_NAMESPACE

_LONGEST = 80


def of_namespaces(what: str, detail: str) -> str:
    """Return what may stand somewhere, by the namespaces that it may be of.

    what    `elements` or `attributes`
    detail  `in` or `not` and namespaces, as the fault has them
    """
    side, *namespaces = detail.split()
    named = [uri for uri in namespaces if uri != NO_NAMESPACE]
    may_have_none = (NO_NAMESPACE in namespaces) == (side == "in")
    if not named:
        return f"{what} {'of no namespace' if may_have_none else 'with a namespace'}"
    uris = either(named, _LONGEST)
    of = f"the namespace {uris}" if side == "in" else f"a namespace other than {uris}"
    return f"{what} of {'no namespace or of ' * may_have_none}{of}"
