"""Long feeds are checked by their parts, from files and stdin, for every output."""

from __future__ import annotations

import json
import os
import pickle
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from fixture_file import FIXTURES, ROOT

import ctct_lint
from ctct_lint.config import Settings
from ctct_lint.engine.parts.lint import lint_parts
from ctct_lint.output.formats import FORMATS
from ctct_lint.session.checker import FileChecker
from ctct_lint.session.files.input import Input
from ctct_lint.session.fixing.fix_file import Fixing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Called

    from ctct_lint.session.files.result import FileResult

    SettingsFor = Callable[[str | None], Settings]

FEED = (
    (FIXTURES / "invalid" / "feed.xml").read_text("utf-8").partition("<!-- expect")[0]
)
ENTRY = re.compile(r"  <entry>.*?</entry>\n", re.DOTALL)
# Shorter than any document, and longer.
SHORT, NEVER = 0, 1 << 30


def feed(entries: int) -> str:
    first, second = ENTRY.findall(FEED)
    good = first.replace("Baking", "Sent").replace("00 02", "00+02")
    head, _, _ = FEED.partition(first)
    return "".join((head, first, *([good] * entries), second, "</feed>\n"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "feed.xml"
    path.write_text(feed(3), "utf-8")
    return path


def checked(path: Path, settings: Settings, fixing: Fixing | None = None) -> FileResult:
    checker = FileChecker(lambda _: settings, fixing=fixing)
    return checker(Input(str(path), str(path)))


def test_a_long_file_has_the_diagnostics_of_the_whole(path: Path) -> None:
    found, whole = (checked(path, Settings(long=long)) for long in (SHORT, NEVER))

    assert found.diagnostics == whole.diagnostics
    assert len(found.diagnostics) == 4
    assert found.text == ""
    assert found.excerpts is not None
    assert whole.excerpts is None
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    assert again.excerpts.text(13) == "        <Status>Baking</Status>"


def test_a_long_file_in_order_needs_nothing_kept(path: Path) -> None:
    path.write_text(
        FIXTURES.joinpath("valid", "campaigns-feed.response.xml").read_text("utf-8")
    )

    found = checked(path, Settings(long=SHORT))
    assert (found.diagnostics, found.excerpts) == ((), None)


def test_what_has_no_parts_is_read_as_a_whole(path: Path) -> None:
    path.write_text("<entry xmlns='http://www.w3.org/2005/Atom'/>", "utf-8")

    found = checked(path, Settings(long=SHORT))
    assert found == checked(path, Settings(long=NEVER))


def test_a_long_file_may_be_larger_than_what_is_read_as_a_whole(path: Path) -> None:
    found = checked(path, Settings(long=SHORT, largest=100))

    assert [d.code for d in found.diagnostics] == [
        "CTC420",
        "CTC405",
        "CTC202",
        "CTC205",
    ]


def test_fixes_are_made_in_the_whole(path: Path) -> None:
    found = checked(path, Settings(long=SHORT), Fixing(unsafe=True))

    assert found.mending is not None
    assert len(found.mending.made) > 0
    assert "+02:00" in path.read_text("utf-8")


@pytest.fixture
def shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every document for a long one, and each entry for an extract."""
    real = FileChecker.__init__

    def init(self: FileChecker, settings_for: SettingsFor, *rest: Any) -> None:
        real(self, lambda path: settings_for(path)._replace(long=SHORT), *rest)

    monkeypatch.setattr(FileChecker, "__init__", init)
    monkeypatch.setattr(lint_parts, "__defaults__", (1,))


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"sarif"}))
def test_outputs_are_the_same(
    form: str, path: Path, called: Called, request: pytest.FixtureRequest
) -> None:
    command = ("check", "--isolated", "--output-format", form, path)
    whole = called(*command)
    request.getfixturevalue("shorter")

    assert called(*command).stdout == whole.stdout


@pytest.mark.usefixtures("shorter")
def test_sarif_leaves_the_hashes_of_lines_to_github(path: Path, called: Called) -> None:
    log = json.loads(
        called("check", "--isolated", "--output-format", "sarif", path).stdout
    )

    prints = [r["partialFingerprints"].keys() for r in log["runs"][0]["results"]]
    assert prints == [{"elementPath/v1"}] * 4


@pytest.mark.usefixtures("shorter")
def test_stdin_can_be_long(path: Path, called: Called) -> None:
    of_file = called("check", "--isolated", "--output-format", "json-lines", path)
    command = (
        "check",
        "--isolated",
        "--output-format",
        "json-lines",
        "-",
        "--stdin-filename",
        path,
    )

    assert called(*command, data=path.read_bytes()).stdout == of_file.stdout


@pytest.mark.usefixtures("shorter")
def test_stdin_without_parts_is_linted_as_a_whole(called: Called) -> None:
    result = called("check", "--isolated", "-", data=b"<entry/>")

    assert result.exit_code == 1


def test_a_function_can_be_given_a_long_file(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    defaults = Settings._field_defaults | {"long": SHORT}
    monkeypatch.setattr(Settings.__new__, "__defaults__", tuple(defaults.values()))
    other = tmp_path / "entry.xml"
    other.write_text("<entry xmlns='http://www.w3.org/2005/Atom'/>", "utf-8")

    assert ctct_lint.lint(path) == ctct_lint.lint(path.read_bytes())
    assert ctct_lint.lint(other) == ctct_lint.lint(other.read_bytes())


_PEAK = """
import sys
from pathlib import Path
from ctct_lint.cli.program import main
try:
    main(["check", "--isolated", "--quiet", "--no-cache", sys.argv[1]], "ctct-lint")
finally:
    status = Path("/proc/self/status").read_text()
    print(status.partition("VmHWM:")[2].split()[0], file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux says what the peak was")
def test_memory_does_not_grow_with_the_feed(path: Path) -> None:
    path.write_text(feed(40_000), "utf-8")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, path],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )

    assert path.stat().st_size > 20 << 20
    assert done.stdout.count("[CTC") == 4
    assert int(done.stderr.split()[-1]) < 64 << 10
