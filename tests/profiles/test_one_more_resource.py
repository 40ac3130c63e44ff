"""One more resource takes its XSDs and its row in the table, and no other change.

A copy of the package gets them, and runs as users run it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fixture_file import ROOT

TOY = Path(__file__).parent / "toy"
VALID = (TOY / "survey.create.xml").read_text("utf-8")
ROW = """    Resource(
        "Survey",
        "survey.xsd",
        "surveys",
        _SHARED,
        (PAYLOAD,),
        sent_for=REQUESTS,
        is_known_alone=True,
        path="surveys",
    ),
"""
CTCT = "http://ws.constantcontact.com/ns/1.0/"
IN_ATOM = "`Survey` is in the Atom namespace, not in the Constant Contact namespace"
URI = "http://api.constantcontact.com/ws/customers/joe/surveys/7"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a copy of the project that has the resource."""
    root = tmp_path_factory.mktemp("copy")
    left_out = shutil.ignore_patterns("__pycache__", "compiled")
    for folder in ("ctct_lint", "schemas", "fixtures/valid"):
        shutil.copytree(ROOT / folder, root / folder, ignore=left_out)
    for schema in TOY.glob("*.xsd"):
        shutil.copy(schema, root / "schemas")
    shutil.copy(TOY / "survey.create.xml", root / "fixtures" / "valid")
    (root / "docs" / "resources").mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "resources.py", root / "docs")
    table = root / "ctct_lint" / "profiles" / "ctct" / "resources.py"
    before, after = table.read_text("utf-8").split(")\nOTHER = ")
    table.write_text(f"{before}{ROW})\nOTHER = {after}", "utf-8")
    make = "from ctct_lint.profiles.registry import compile_all; compile_all()"
    assert run(root, "-c", make).returncode == 0
    return root


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, *arguments),
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def said(copy: Path, text: str, *options: str) -> list[str]:
    """Return what the copy says of a document that stands in a folder."""
    folder = copy / "documents"
    folder.mkdir(exist_ok=True)
    (folder / "document.xml").write_text(text, "utf-8")
    how = ("--isolated", "--no-cache", "--output-format", "concise", *options)
    done = run(copy, "-m", "ctct_lint", "check", *how, "documents")
    assert "Traceback" not in done.stderr
    return [line.partition(": ")[2] for line in done.stdout.splitlines()]


def test_it_is_in_order(copy: Path) -> None:
    assert said(copy, VALID) == []


@pytest.mark.parametrize(
    ("right", "written", "expected"),
    [
        (
            "<Name>Bread of the year</Name>",
            "",
            "error[CTC207] `Survey` lacks the required element `Name`",
        ),
        ("POLL", "PLOL", "error[CTC203] `PLOL` is not a valid Kind"),
        ("Kind>", "Knid>", "error[CTC202] `Knid` is not an element of `Survey`"),
        ("Survey", "survey", "error[CTC204] `survey` differs from `Survey` in case"),
        ("Survey", "Survye", "error[CTC202] `Survye` is not an element of `content`"),
        (
            f' xmlns="{CTCT}"',
            "",
            f"error[CTC213] {IN_ATOM}",
        ),
        ("data:,none", "7", "error[CTC301] `7` is not a URI"),
        # The repair knows what holds what.
        ("year</Name>", "year", "error[CTC102] `Name` is never closed"),
        ("</Survey>", "", "error[CTC102] `Survey` is never closed"),
        ("<Owner>", "<Owner", "error[CTC105] the start tag of `Owner` has no `>`"),
    ],
)
def test_each_fault_is_told_once(
    copy: Path, right: str, written: str, expected: str
) -> None:
    assert said(copy, VALID.replace(right, written)) == [expected]


def test_it_is_known_without_its_entry(copy: Path) -> None:
    alone = VALID[VALID.index("<Survey") : VALID.index("</content>")]

    assert said(copy, alone) == [
        "error[CTC220] `Survey` stands alone, without its Atom `entry`"
    ]


def test_what_it_is_for_is_told_by_its_ids(copy: Path) -> None:
    update = VALID.replace("data:,none", URI).replace(
        f'<Survey xmlns="{CTCT}"', f'<Survey xmlns="{CTCT}" id="{URI}"'
    )
    update = update.replace("<Name>Bread of the year</Name>", "")
    other = VALID.replace("data:,none", URI.replace("surveys", "lists"))

    assert said(copy, update) == []
    (found,) = said(copy, other, "--operation", "update")
    assert found.endswith("is of `lists`, an update needs the resource's URI")


def test_it_is_known_by_its_children(copy: Path) -> None:
    assert said(copy, VALID.replace("Survey", "Questionnaire")) == [
        "error[CTC202] `Questionnaire` is not an element of `content`"
    ]


def test_it_has_a_page(copy: Path) -> None:
    done = run(copy, "docs/resources.py")
    page = (copy / "docs" / "resources" / "Survey.md").read_text("utf-8")

    assert done.returncode == 0
    assert page.startswith(
        "# Survey\n\nA list of questions.\n\nIt can be created (POST) and updated"
    )
    assert VALID.strip() in page
    assert "`POLL`, `QUIZ`" in page
    assert "CTC422 `read-only-on-create`" in page
