"""Schematron schemas in a few words, and what they say of documents."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from fixture_file import as_expected

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter, Outcome
from ctct_lint.model.diagnostic import Fix
from ctct_lint.profiles.description import Description
from ctct_lint.profiles.xsd import of_description
from ctct_lint.schema.sources.trouble import SchemaTrouble

XS = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
HEAD = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" '
    'xmlns:sqf="http://www.schematron-quickfix.com/validator/process" '
    'xmlns:xsl="http://www.w3.org/1999/XSL/Transform" queryBinding="{}"{}>'
)


class Rulebook(NamedTuple):
    """A Schematron schema in a folder; `write` makes it of what it consists of."""

    folder: Path
    phase: str = ""
    schema: str = ""

    @property
    def path(self) -> Path:
        return self.folder / "rules.sch"

    def write(
        self, content: str, binding: str = "xslt2", attributes: str = ""
    ) -> Rulebook:
        head = HEAD.format(binding, f" {attributes}" if attributes else "")
        self.path.write_text(f"{head}{content}</schema>", "utf-8")
        return self

    def rules(self, rules: str, binding: str = "xslt2") -> Rulebook:
        """Write a schema of one pattern."""
        return self.write(f"<pattern>{rules}</pattern>", binding)

    def outcome(self, document: str) -> Outcome:
        description = Description(
            "mine", self.schema, schematron=str(self.path), phase=self.phase
        )
        linter = Linter(of_description(description, None))
        return linter.lint_text(document, Settings())

    def said(self, document: str) -> list[str]:
        """Return what is said: `1:2-1:5 error message`, without the code."""
        outcome = self.outcome(document)
        assert outcome.unusable is None, outcome.unusable
        found = map(as_expected, outcome.diagnostics)
        return [f"{one.where} {one.severity} {one.message}" for one in found]

    def messages(self, document: str) -> list[str]:
        """Return the messages alone."""
        return [one.message for one in self.outcome(document).diagnostics]

    def worth(
        self, expression: str, document: str, binding: str = "xslt2"
    ) -> list[str]:
        """Return what an expression is worth at each `a` of a document, in brackets."""
        ns = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
        report = f'<report test="true()">[<value-of select="{expression}"/>]</report>'
        rule = f'<pattern><rule context="a">{report}</rule></pattern>'
        return self.write(ns + rule, binding).messages(document)

    def fixed(self, document: str) -> list[str]:
        """Return what each fix that is offered makes of a document."""
        found = self.outcome(document).diagnostics
        return [mended(document, fix) for one in found for fix in one.fixes]

    def troubles(self, document: str = "<a/>") -> list[str]:
        """Return why it cannot be used: `FILE path@attribute: why`."""
        unusable = self.outcome(document).unusable
        return [] if unusable is None else [self._told(t) for t in unusable.troubles]

    def _told(self, trouble: SchemaTrouble) -> str:
        file = trouble.path.rpartition("/")[2]
        attribute = f"@{trouble.attribute}" if trouble.attribute else ""
        return f"{file} {trouble.at}{attribute}: {trouble.detail or trouble.kind}"


def mended(text: str, fix: Fix) -> str:
    """Return a text with a fix made."""
    for (start, end), new in reversed([(e.range, e.new_text) for e in fix.edits]):
        text = text[: start.offset] + new + text[end.offset :]
    return text
