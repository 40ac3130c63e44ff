"""The keys of the configuration: one table for checks, documents and JSON schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config.containers import many, one_or_many, record, table
from ctct_lint.config.kinds import (
    FILE,
    FLAG,
    FORMAT,
    GLOB,
    PAGE,
    SELECTOR,
    TEXT,
    choice,
    number,
)
from ctct_lint.config.profiles import ROOT, SEVERITIES, profiles
from ctct_lint.profiles.registry import operations

if TYPE_CHECKING:
    from ctct_lint.config.containers import Fields

AUTO = "auto"
OPERATIONS = (AUTO, *operations())
_SEVERITIES = tuple(SEVERITIES)
_FAIL_ON = _SEVERITIES[:3]
_MOST_SHOWN = 1_000_000
_MOST_MEBIBYTES = 1024

_OVERRIDE: Fields = {
    "path": (GLOB, "A glob of files, relative to the configuration's folder."),
    "operation": (choice(OPERATIONS), "What these documents are for."),
}

PROFILE: Fields = {
    "name": (TEXT, "The word by which `--profile` asks for it."),
    "files": (one_or_many(GLOB), "Globs of its documents; the last one decides."),
    "root": (
        one_or_many(ROOT),
        "The root of its documents: `{namespace}local`, `local`, `{namespace}*`.",
    ),
    "schema": (FILE, "Its XSD."),
    "catalog": (FILE, "An OASIS XML catalog: which file stands for a URI."),
    "schematron": (FILE, "A Schematron schema (ISO): its rules."),
    "phase": (TEXT, "Which phase of the Schematron schema counts."),
    "rules": (
        one_or_many(FILE),
        "Python files of own rules, or folders of such; see `run-python`.",
    ),
    "severity": (
        table(SELECTOR, choice(_SEVERITIES)),
        "The severity of rules in its documents.",
    ),
}

KEYS: Fields = {
    "select": (
        many(SELECTOR),
        "Report only these codes, starts of codes, or names, and what is no XML.",
    ),
    "ignore": (many(SELECTOR), "Do not report these; this wins over `select`."),
    "per-file-ignores": (
        table(GLOB, many(SELECTOR)),
        "What not to report in the files of a glob.",
    ),
    "severity": (
        table(SELECTOR, choice(_SEVERITIES)),
        "The severity of a rule or of a family of them; the longest selector decides.",
    ),
    "operation": (
        choice(OPERATIONS),
        "What the documents are for: a POST, a PUT, or what a GET returned.",
    ),
    "operations": (
        many(record(_OVERRIDE, needed=tuple(_OVERRIDE))),
        "The operation of the files of a glob; the last glob that matches decides.",
    ),
    "profiles": (
        profiles(PROFILE),
        "Vocabularies: which documents are theirs, and what they are checked with.",
    ),
    "run-python": (
        FLAG,
        "Run the rules of `profiles`; it counts in the file of `--config` alone.",
    ),
    "exclude": (
        many(GLOB),
        "Globs of what a search of folders passes over; --exclude replaces them.",
    ),
    "extend-exclude": (many(GLOB), "More of these; --exclude leaves them alone."),
    "force-exclude": (FLAG, "Leave out what is excluded even where it is named."),
    "respect-gitignore": (FLAG, "Pass over what .gitignore files leave out."),
    "fail-on": (choice(_FAIL_ON), "The least severity that makes the exit status 1."),
    "max-diagnostics": (
        number(1, _MOST_SHOWN),
        "How many diagnostics are shown at most.",
    ),
    "max-file-size": (
        number(1, _MOST_MEBIBYTES),
        "The largest document that is read as a whole, in MiB.",
    ),
    "output-format": (FORMAT, "How diagnostics are written to stdout."),
    "baseline": (
        TEXT,
        "The file of known findings, relative to the configuration's folder.",
    ),
    "cache-dir": (
        TEXT,
        "The folder of remembered results, relative to the configuration's folder.",
    ),
    "rule-pages": (
        PAGE,
        "Where the pages of the rules are published, with {code} for a rule's code.",
    ),
}

TABLE = record(KEYS)
