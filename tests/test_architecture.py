"""The shape of the code: imports, sizes, who may print."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ctct_lint"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES_OF_MODULE = 400
LINES_OF_FUNCTION = 60


def named(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_functions_are_small(path: Path) -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        node.name
        for node in ast.walk(parsed(path))
        if isinstance(node, functions)
        and (node.end_lineno or 0) - node.lineno >= LINES_OF_FUNCTION
    ]

    assert len(path.read_text("utf-8").splitlines()) <= LINES_OF_MODULE
    assert long == []


def test_nothing_prints_but_the_command_line() -> None:
    printing = {
        named(path)
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Name) and node.id in {"print", "pprint", "breakpoint"}
    }

    assert printing == set()


def test_click_is_imported_in_the_command_line_only() -> None:
    folders = {
        path.relative_to(PACKAGE).parts[0]
        for path in MODULES
        for node in ast.walk(parsed(path))
        if "click" in _imported(node)
    }

    assert folders == {"cli"}


def _imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {(node.module or "").partition(".")[0]}
    return set()


# What takes longer to import than a clean document takes to check, or would be
# needed only for what is found in it.
NEEDLESS = {
    *(
        "ctct_lint.model.diagnostic",
        "ctct_lint.model.left_out",
        "ctct_lint.config.problem",
        "ctct_lint.engine.markup_faults",
        "ctct_lint.engine.report",
        "ctct_lint.fixes.results",
        "ctct_lint.html.faults",
        "ctct_lint.profiles.ctct.faults",
        "ctct_lint.profiles.ctct.forms.check",
        "ctct_lint.profiles.ctct.unchecked",
        "ctct_lint.rules.date_advice",
        "ctct_lint.rules.decisions",
        "ctct_lint.schema.components.components",
        "ctct_lint.schema.sources.trouble",
        "ctct_lint.session.processes.pool",
        "ctct_lint.session.streams.complain",
        "ctct_lint.text.undecodable",
        "ctct_lint.xml.locate.locate",
    ),
    *(
        "ctct_lint.xml.chars",
        "ctct_lint.xml.repair.repair",
        "difflib",
        "email_validator",
        "html.entities",
    ),
    *("copy", "dataclasses", "hashlib", "ipaddress", "json", "logging", "pathlib"),
    # Up to Python 3.10, `uuid` brings it, which click needs.
    *(["subprocess"] if sys.version_info >= (3, 11) else []),
    *("random", "tempfile", "tomllib", "urllib.parse", "xmlschema"),
    *("concurrent.futures", "importlib.metadata", "multiprocessing", "zoneinfo"),
}
AS_LIBRARY = "import ctct_lint; found = ctct_lint.lint(open(path, 'rb').read())"
AS_PROGRAM = (
    "from ctct_lint.cli import main\n"
    "try: main(['check', '--isolated', '--quiet', path])\n"
    "except SystemExit as end: found = [] if end.code == 0 else end.code"
)


def test_what_is_not_needed_is_there() -> None:
    own = {name for name in NEEDLESS if name.startswith("ctct_lint.")}
    files = {f"{name.partition('.')[2].replace('.', '/')}.py" for name in own}

    assert files <= set(map(named, MODULES))


@pytest.mark.parametrize("way", [AS_LIBRARY, AS_PROGRAM], ids=["library", "program"])
@pytest.mark.parametrize("name", ["campaign-minimal", "campaign-html"])
def test_clean_document_is_checked_without_what_a_run_may_not_need(
    name: str, way: str
) -> None:
    code = (
        f"import sys; path = sys.argv[1]\n{way}\nprint(found, *sys.modules, sep='\\n')"
    )
    clean = ROOT / "fixtures" / "valid" / f"{name}.create.xml"
    done = subprocess.run(
        [sys.executable, "-c", code, clean], capture_output=True, text=True, check=True
    )
    found, *imported = done.stdout.splitlines()

    assert found == "[]"
    assert NEEDLESS & set(imported) == set()


# The same holds where one fault is found: most are told without these.
FOR_FEW_FAULTS = {"dataclasses", "decimal", "hashlib", "ipaddress", "urllib.parse"}
FAULTS = {
    "value": ("<EmailContentFormat>HTML<", "<EmailContentFormat>HTLM<"),
    "missing element": ("<FromName>Green Leaf Nursery</FromName>", ""),
    "not well-formed": ("</Status>", "</Statu>"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_told_without_what_few_faults_need(fault: str, tmp_path: Path) -> None:
    text = (ROOT / "fixtures" / "valid" / "campaign-html.create.xml").read_text("utf-8")
    faulty = tmp_path / "campaign.xml"
    faulty.write_text(text.replace(*FAULTS[fault], 1), "utf-8")
    code = (
        f"import sys; path = sys.argv[1]\n{AS_PROGRAM}\n"
        "print(found, *sys.modules, sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, faulty], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()

    assert {"1", "ctct_lint.model.diagnostic"} <= set(lines)
    assert FOR_FEW_FAULTS & set(lines) == set()


# A schema file takes as long to read as a clean document takes to check.
CLEAN = ("campaign-minimal.create", "list.create", "campaign.response")


@pytest.mark.parametrize("name", CLEAN)
def test_clean_document_is_checked_with_the_facts_that_are_kept(name: str) -> None:
    code = (
        "import sys, ctct_lint;"
        "print(ctct_lint.lint(open(sys.argv[1], 'rb').read()));"
        "print('ctct_lint.schema.facts.annotated' in sys.modules)"
    )
    clean = ROOT / "fixtures" / "valid" / f"{name}.xml"
    done = subprocess.run(
        [sys.executable, "-c", code, clean], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == ["[]", "False"]
