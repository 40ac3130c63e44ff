"""The language of a schema's expressions, and the prefixes that they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.xpath import BINDINGS

if TYPE_CHECKING:
    from ctct_lint.schematron.files import Files, Node

_DEFAULT = "xslt"


def binding_of(root: Node, files: Files) -> str | None:
    """Return the query binding of a schema; None, and noted, if it is not known."""
    given = root.get("queryBinding")
    binding = (given or _DEFAULT).strip().lower()
    if binding in BINDINGS:
        return binding
    known = ", ".join(f"`{one}`" for one in BINDINGS)
    why = f"`{given}` is no query binding that can be evaluated; these can: {known}"
    files.trouble(root, why, "queryBinding")
    return None


def namespaces_of(root: Node, files: Files) -> dict[str, str]:
    """Return the prefixes that a schema declares by `ns`."""
    found: dict[str, str] = {}
    for node in files.children(root):
        if node.name == "ns":
            prefix, uri = node.get("prefix"), node.get("uri")
            if prefix is None or uri is None:
                lacking = "prefix" if prefix is None else "uri"
                files.trouble(node, f"its attribute `{lacking}` is missing")
            else:
                found[prefix] = uri
    return found
