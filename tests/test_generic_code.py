"""Generic code knows no vocabulary: what is Constant Contact's is in its profile."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "ctct_lint"
PROFILE = PACKAGE / "profiles" / "ctct"
# Its name, its namespaces and the names of what its documents hold. The name of the
# package is not meant, nor is a file of this project that is called so.
WORDS = re.compile(
    r"Campaign|Contact|Schedule|[Cc]onstant ?[Cc]ontact|CONSTANT_CONTACT"
    r"|w3\.org/2005/Atom|\bAtom\b"
    r"|\b(?:ATOM|CTCT)\b|\bctct\b(?![-_]lint)|application/vnd"
)
# What is said to users of the whole program, and what is a room of its own.
ALLOWED = {
    # The public API names what Constant Contact's documents can be for.
    "__init__.py": {"ctct_lint.profiles.ctct.operation"},
    # The only module that knows which profiles there are.
    "profiles/registry.py": {
        "ctct",
        "ctct_lint.profiles.ctct.operation",
        "ctct_lint.profiles.ctct.profile",
    },
    # The generated reference explains the kinds of evidence.
    "session/rule_pages/reference.py": {
        "Constant Contact's staff, about a document that was refused",
        "XML, Namespaces in XML, XML Schema, or Atom (RFC 4287)",
        "libraries and samples that Constant Contact published",
    },
    # Which option says that a document is of the built-in profile.
    "rules/schema/unknown_vocabulary.py": {
        (
            "name its schema: `--schema FILE.xsd` or `[[profiles]]` in ctct-lint.toml; "
            "if it is meant for Constant Contact, say what it is for with `--operation`"
        )
    },
    # A prefix that is as well known on the web as `xhtml`.
    "xml/repair/known_prefixes.py": {"http://www.w3.org/2005/Atom"},
    # Tags of the service's own that stand in mails are part of their HTML.
    "html/model.py": {"CONSTANT_CONTACT"},
    "html/names.py": {"CONSTANT_CONTACT"},
    "html/traits.py": {"CONSTANT_CONTACT"},
}
GENERIC = sorted(p for p in PACKAGE.rglob("*.py") if PROFILE not in p.parents)


def code_of(path: Path) -> set[str]:
    """Return the names and texts of a module, without its documentation."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    prose = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    # Where a rule is known from is documentation, too.
    prose |= {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.keyword) and node.arg == "source"
    }
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Constant) and id(node) not in prose:
            found.add(str(node.value))
        for name in ("id", "attr", "arg", "module", "name"):
            found.add(str(getattr(node, name, "")))
    return found


@pytest.mark.parametrize("path", GENERIC, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_generic_code_says_no_word_of_the_service(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    said = {text for text in code_of(path) if WORDS.search(text)}

    assert said == ALLOWED.get(name, set())
