"""The wheel: what it carries, and that it runs away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from fixture_file import FIXTURES, ROOT

SCHEMAS = {path.name for path in (ROOT / "schemas").glob("*.xsd")}
COMPILED = {
    f"compiled/{name.replace('.xsd', '.jsonl')}"
    for name in SCHEMAS
    if name.endswith(("-entry.xsd", "-document.xsd"))
} | {"compiled/rules.txt", "compiled/facts.txt"}
ASSETS = {
    "ctct_lint/config/schema.json",
    "ctct_lint/output/html/icons.svg",
    "ctct_lint/output/html/report.css",
    "ctct_lint/output/html/report.js",
    "ctct_lint/playground/page/page.html",
    "ctct_lint/playground/page/script.js",
    "ctct_lint/playground/page/style.css",
}
BAD = FIXTURES / "invalid" / "greeting-name-and-state.xml"

WITHOUT_XMLSCHEMA = """import sys, ctct_lint
print(len(ctct_lint.lint(open(sys.argv[1], 'rb').read())), 'xmlschema' in sys.modules)
"""


def run(*command: object, **options: object) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        capture_output=True,
        text=True,
        check=False,
        **options,  # type: ignore[call-overload]
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return str(done.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as a user would get it, without a network."""
    target = tmp_path_factory.mktemp("dist")
    run("build", "--wheel", "--no-isolation", "--outdir", target, ROOT)
    (found,) = target.glob("*.whl")
    return found


def test_wheel_carries_schemas_and_types_and_nothing_of_the_tests(
    wheel: Path,
) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert {f"ctct_lint/_schemas/{name}" for name in SCHEMAS | COMPILED} == {
        name for name in names if "_schemas/" in name
    }
    assert "ctct_lint/py.typed" in names
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"ctct_lint"}


def test_wheel_carries_all_that_stands_beside_the_code(wheel: Path) -> None:
    package = ROOT / "ctct_lint"
    own = {
        f"ctct_lint/{path.relative_to(package).as_posix()}": path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    bundled = zipfile.ZipFile(wheel)
    names = {name for name in bundled.namelist() if name.startswith("ctct_lint/")}

    assert set(own) >= ASSETS
    assert {n for n in names if "_schemas/" not in n} == set(own)
    assert {name: bundled.read(name) for name in ASSETS} == {n: own[n] for n in ASSETS}


def test_unpacked_wheel_runs_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """To unpack is all that an installer does with a wheel of pure Python."""
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    zipfile.ZipFile(wheel).extractall(installed)
    env = {**os.environ, "PYTHONPATH": str(installed)}
    code = "import ctct_lint; print(ctct_lint.__file__)"
    where = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=env,
        cwd=elsewhere,
    )
    output = run(
        *("ctct_lint", "check", "--output-format=concise", BAD), env=env, cwd=elsewhere
    )
    imported = subprocess.run(
        [sys.executable, "-c", WITHOUT_XMLSCHEMA, BAD],
        capture_output=True,
        text=True,
        check=True,
        env=env,
        cwd=elsewhere,
    )

    assert where.stdout.startswith(str(installed))
    assert imported.stdout == "3 False\n"
    assert [line.partition("[")[2][:6] for line in output.splitlines()] == [
        "CTC401",
        "CTC405",
        "CTC203",
    ]


def test_checkout_and_wheel_read_the_same_schemas(wheel: Path) -> None:
    bundled = zipfile.ZipFile(wheel)
    for name in SCHEMAS:
        own = (ROOT / "schemas" / name).read_bytes()
        assert bundled.read(f"ctct_lint/_schemas/{name}") == own
