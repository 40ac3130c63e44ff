"""Attributes of Schematron and its quick fixes that mean nothing where they stand.

Who writes `rol="warning"` means a severity: to pass over it would say another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.files import SQF, XSLT
from ctct_lint.schematron.ignored import Ignored
from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from ctct_lint.schematron.files import Files, Node


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_RICH = _words("fpi icon see")
_CHECK = _RICH | _words("diagnostics flag id properties role subject test")
# ISO/IEC 19757-3, clause 5, and its annex of the schema for Schematron. `name` of a
# pattern and `version` of a schema are of Schematron 1.5: they change no verdict.
_ISO: Mapping[str, frozenset[str]] = {
    "active": _words("pattern"),
    "assert": _CHECK,
    "diagnostic": _RICH | _words("id role"),
    "diagnostics": _words("id"),
    "dir": _words("value"),
    "emph": _words("class"),
    "extends": _words("href rule"),
    "let": _words("as id name role value"),
    "name": _words("path"),
    "ns": _words("id prefix uri"),
    "p": _RICH | _words("class id role"),
    "param": _words("id name role value"),
    "pattern": _RICH | _words("abstract documents id is-a name role subject"),
    "phase": _RICH | _words("id role"),
    "properties": _words("id"),
    "property": _words("id role scheme"),
    "report": _CHECK,
    "rule": _RICH | _words("abstract context documents flag id role subject"),
    "rules": _words("id"),
    "schema": _RICH | _words("defaultPhase id queryBinding role schemaVersion version"),
    "span": _words("class id role"),
    "title": _RICH | _words("class id role"),
    "value-of": _words("select"),
}
_ACTION = _words("match node-type position select target use-for-each use-when")
# The specification of Schematron Quick Fix.
_QUICK: Mapping[str, frozenset[str]] = {
    "add": _ACTION,
    "call-fix": _words("ref role"),
    "copy-of": _words("select unparsed-mode"),
    "delete": _ACTION,
    "description": _words("role"),
    "fix": _words("id role use-for-each use-when"),
    "group": _words("id role use-for-each use-when"),
    "keep": _words("select"),
    "p": _words("ref role"),
    "param": _words("abstract default name required type"),
    "replace": _ACTION,
    "stringReplace": _ACTION | _words("flags regex"),
    "title": _words("ref role"),
    "user-entry": _words("default name type"),
    "with-param": _words("name select"),
}
# A check has these of quick fixes.
_FIXES = frozenset({f"{SQF}fix", f"{SQF}default-fix"})
# What is wrong in these leaves more in doubt than themselves.
_FAR_REACHING = frozenset(
    {"active", "extends", "let", "ns", "param", "pattern", "phase", "rule", "schema"}
)


def refuse_strange_attributes(root: Node, files: Files) -> None:
    """Note which attributes in a schema have no meaning.

    In a check, or in words, they leave out nothing but what they would have said.
    """
    todo = [root]
    walked: set[_Element] = set()
    for node in todo:  # grows while it is walked
        # What is included twice is told of once.
        if node.element in walked:
            continue
        walked.add(node.element)
        for name, why in _strange(node, node.name, _ISO):
            with files.leaving_out(when=node.name not in _FAR_REACHING):
                files.trouble(node, why, name, at_name=True)
        if node.name != "let" and not node.name.startswith(XSLT):
            todo += files.children(node)


def remark_strange_fixes(check: Node, files: Files) -> None:
    """Note which attributes of a check are none of quick fixes, though they look so."""
    for name in map(str, check.element.attrib):
        if name.startswith(SQF) and name not in _FIXES:
            why = _why(_local(name), check.name, map(_local, _FIXES))
            files.remark(check, why, name, at_name=True)


def strange_in_fix(fix: Node) -> Iterator[Ignored]:
    """Yield which attributes in a quick fix have no meaning."""
    for element in fix.element.iter(f"{SQF}*"):
        node = fix._replace(element=element)
        for name, why in _strange(node, _local(node.name), _QUICK):
            yield Ignored(node, why, name, at_name=True)


def _strange(
    node: Node, local: str, table: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Yield the attributes of no namespace that a table does not have, and why."""
    if local not in table:
        return
    for name in map(str, node.element.attrib):
        if not name.startswith("{") and name not in table[local]:
            yield name, _why(name, local, table[local])


def _why(name: str, place: str, known: Iterable[str]) -> str:
    meant = closest(name, sorted(known))
    question = f": is `{meant}` meant?" if meant else ""
    article = "an" if place[0] in "aeio" else "a"
    return f"the attribute `{name}` has no meaning in {article} `{place}`{question}"


def _local(name: str) -> str:
    return name.removeprefix(SQF)
