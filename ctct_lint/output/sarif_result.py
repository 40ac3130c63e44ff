"""Diagnostics as SARIF's `result`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ctct_lint.output.ascii_json import is_sound
from ctct_lint.output.display import escape
from ctct_lint.output.fingerprint import fingerprints
from ctct_lint.output.line_hash import line_hashes
from ctct_lint.output.paths import STDIN, path_from
from ctct_lint.output.sarif_rule import LEVELS
from ctct_lint.output.sarif_text import inert_markdown, message_of
from ctct_lint.text.uris import relative_uri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic, Edit, Fix, Range
    from ctct_lint.output.report import FileReport

BASE = "%SRCROOT%"
# GitHub shows so many; a document that is cut off may have far more open elements.
MOST_PLACES = 100


def location_of(report: FileReport, root: str) -> dict[str, Any]:
    """Return a file's `artifactLocation`, by `BASE` if it is below the root."""
    path = path_from(root, report)
    if report.uri == STDIN or os.path.isabs(path):
        return {"uri": report.uri}
    return {"uri": relative_uri(path), "uriBaseId": BASE}


def results_of(
    report: FileReport, artifact: dict[str, Any], root: str
) -> Iterator[dict[str, Any]]:
    """Yield the results of a file whose `artifactLocation` is given."""
    names = fingerprints(report, path_from(root, report))
    hashes = _hashes(report)
    for diagnostic, name in zip(report.diagnostics, names, strict=True):
        shape = _result(diagnostic, artifact)
        shape["partialFingerprints"] = {"elementPath/v1": name}
        line = diagnostic.range.start.line
        if line in hashes:
            shape["partialFingerprints"]["primaryLocationLineHash"] = hashes[line]
        yield shape


def _hashes(report: FileReport) -> dict[int, str]:
    """Return GitHub's hashes of lines; it reads files as UTF-8, a BOM as text."""
    if not (report.is_plain and report.lines.is_whole):
        return {}
    lines = {each.range.start.line for each in report.diagnostics}
    return line_hashes(report.lines.whole, lines)


def _result(diagnostic: Diagnostic, artifact: dict[str, Any]) -> dict[str, Any]:
    place = _place(diagnostic.range, artifact)
    if diagnostic.path:
        place["logicalLocations"] = [
            {"fullyQualifiedName": escape(diagnostic.path), "kind": "element"}
        ]
    shape: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(message_of(diagnostic))},
        "locations": [place],
    }
    if diagnostic.related:
        shape["relatedLocations"] = [
            {
                "id": number,
                **_place(label.range, artifact),
                "message": {"text": inert_markdown(label.message)},
            }
            for number, label in enumerate(diagnostic.related[:MOST_PLACES])
        ]
    fixes = [_fix(fix, artifact) for fix in diagnostic.fixes if _can_be_said(fix)]
    if fixes:
        shape["fixes"] = fixes
    return shape


def _place(span: Range, artifact: dict[str, Any]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(span)}}


def _region(span: Range) -> dict[str, int]:
    start, end = span
    return {
        "startLine": start.line + 1,
        "startColumn": start.character + 1,
        "endLine": end.line + 1,
        "endColumn": end.character + 1,
    }


def _can_be_said(fix: Fix) -> bool:
    return bool(fix.edits) and all(is_sound(edit.new_text) for edit in fix.edits)


def _fix(fix: Fix, artifact: dict[str, Any]) -> dict[str, Any]:
    replacements = [_replacement(edit) for edit in fix.edits]
    return {
        "description": {"text": inert_markdown(fix.title)},
        "artifactChanges": [
            {"artifactLocation": artifact, "replacements": replacements}
        ],
        "properties": {"applicability": fix.applicability.value},
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    shape: dict[str, Any] = {"deletedRegion": _region(edit.range)}
    if edit.new_text:
        shape["insertedContent"] = {"text": edit.new_text}
    return shape
