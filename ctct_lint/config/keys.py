"""The keys of the configuration: one table that is checked, documented, a schema."""

from __future__ import annotations

from ctct_lint.config.address import Address
from ctct_lint.config.kinds import (
    Choice,
    Flag,
    Format,
    Glob,
    Kind,
    Many,
    Number,
    OneOrMany,
    Record,
    Selector,
    Table,
    Text,
)
from ctct_lint.config.profiles import Profiles, Root
from ctct_lint.profiles.registry import operations

AUTO = "auto"
OPERATIONS = (AUTO, *operations())
SEVERITIES = ("error", "warning", "info", "hint")
_FAIL_ON = SEVERITIES[:3]
_MOST_SHOWN = 1_000_000
_MOST_MEBIBYTES = 1024

_OVERRIDE: dict[str, tuple[Kind, str]] = {
    "path": (Glob(), "A glob of files, relative to the configuration's folder."),
    "operation": (Choice(OPERATIONS), "What these documents are for."),
}

PROFILE = Record(
    {
        "name": (Text(), "The word by which `--profile` asks for it."),
        "files": (OneOrMany(Glob()), "Globs of its documents; the last one decides."),
        "root": (
            OneOrMany(Root()),
            "The root of its documents: `{namespace}local`, `local`, `{namespace}*`.",
        ),
        "schema": (Text(), "Its XSD."),
        "catalog": (Text(), "An OASIS XML catalog: which file stands for a URI."),
        "schematron": (Text(), "A Schematron schema (ISO): its rules."),
        "phase": (Text(), "Which phase of the Schematron schema counts."),
        "rules": (
            OneOrMany(Text()),
            "Python files of own rules, or folders of such; see `run-python`.",
        ),
        "severity": (
            Table(Selector(), Choice(SEVERITIES)),
            "The severity of rules in its documents.",
        ),
    },
    needed=("name",),
)

KEYS: dict[str, tuple[Kind, str]] = {
    "select": (
        Many(Selector()),
        "Report only these codes, starts of codes, or names of rules.",
    ),
    "ignore": (Many(Selector()), "Do not report these; this wins over `select`."),
    "per-file-ignores": (
        Table(Glob(), Many(Selector())),
        "What not to report in the files of a glob.",
    ),
    "severity": (
        Table(Selector(), Choice(SEVERITIES)),
        "The severity of a rule or of a family of them; the longest selector decides.",
    ),
    "operation": (
        Choice(OPERATIONS),
        "What the documents are for: a POST, a PUT, or what a GET returned.",
    ),
    "operations": (
        Many(Record(_OVERRIDE, needed=tuple(_OVERRIDE))),
        "The operation of the files of a glob; the last glob that matches decides.",
    ),
    "profiles": (
        Profiles(PROFILE),
        "Vocabularies: which documents are theirs, and what they are checked with.",
    ),
    "run-python": (
        Flag(),
        "Run the rules of `profiles`; it counts in the file of `--config` alone.",
    ),
    "exclude": (
        Many(Glob()),
        "Globs of what a search of folders passes over; --exclude replaces them.",
    ),
    "extend-exclude": (Many(Glob()), "More of these; --exclude leaves them alone."),
    "force-exclude": (Flag(), "Leave out what is excluded even where it is named."),
    "respect-gitignore": (Flag(), "Pass over what .gitignore files leave out."),
    "fail-on": (
        Choice(_FAIL_ON),
        "The least severity that makes the exit status 1.",
    ),
    "max-diagnostics": (
        Number(1, _MOST_SHOWN),
        "How many diagnostics are shown at most.",
    ),
    "max-file-size": (
        Number(1, _MOST_MEBIBYTES),
        "The largest document that is read as a whole, in MiB.",
    ),
    "output-format": (Format(), "How diagnostics are written to stdout."),
    "baseline": (
        Text(),
        "The file of known findings, relative to the configuration's folder.",
    ),
    "cache-dir": (
        Text(),
        "The folder of remembered results, relative to the configuration's folder.",
    ),
    "rule-pages": (
        Address(),
        "Where the pages of the rules are published, with {code} for a rule's code.",
    ),
}

TABLE = Record(KEYS)
