"""A session without a command line: a request in, results and a status out."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from fixture_file import FIXTURES, ROOT

from ctct_lint.baseline import UNLIMITED
from ctct_lint.config.find import Configurations
from ctct_lint.config.kind import KnownNames
from ctct_lint.model.severity import Severity
from ctct_lint.session.errors import JobError, RequestError
from ctct_lint.session.request import Request
from ctct_lint.session.run import run
from ctct_lint.session.session import Session
from ctct_lint.session.settings import SettingsFor

GOOD = str(FIXTURES / "valid" / "campaign-minimal.create.xml")
BAD = str(FIXTURES / "invalid" / "greeting-name-and-state.xml")
NOON = datetime(2011, 10, 3, 12, tzinfo=timezone.utc)


def asked(*paths: str, **options: Any) -> Request:
    return Request(paths, isolated=True, **options)


def test_session_yields_each_file_with_its_result_in_order() -> None:
    session = Session(asked(BAD, GOOD, select=("CTC203",)))
    results = [
        (found.name, [d.code for d in result.diagnostics])
        for found, result in session.results(session.files())
    ]

    assert results == [(BAD, ["CTC203"]), (GOOD, [])]


@pytest.mark.parametrize(("path", "status"), [(GOOD, 0), (BAD, 1)])
def test_status_says_whether_an_error_was_found(
    path: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(Session(asked(path, quiet=True, output_format="concise"))) == status
    assert capsys.readouterr().err == ""


def test_session_needs_no_command_line() -> None:
    code = (
        "import sys;"
        "from ctct_lint.session.request import Request;"
        "from ctct_lint.session.run import run;"
        "from ctct_lint.session.session import Session;"
        "run(Session(Request((sys.argv[1],), isolated=True, quiet=True)));"
        "print('click' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, GOOD],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert (done.stdout, done.stderr) == ("False\n", "")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"fix": True, "diff": True}, "--fix and --diff exclude each other"),
        (
            {"unsafe_fixes": True},
            (
                "--unsafe-fixes needs --fix, which makes them, or --diff, which shows "
                "what they would change"
            ),
        ),
        (
            {"update_baseline": True},
            "--update-baseline needs the file: --baseline FILE",
        ),
        (
            {"statistics": True, "output_format": "sarif"},
            (
                "--statistics has the forms concise, full, grouped, narrated, json, "
                "not sarif"
            ),
        ),
        (
            {"output_file": "x", "outputs": (("json", "./x"),)},
            "two outputs go to ./x: each needs its own file",
        ),
    ],
)
def test_request_that_contradicts_itself_is_refused(
    options: dict[str, Any], says: str
) -> None:
    with pytest.raises(RequestError) as caught:
        Session(asked(GOOD, **options))

    assert str(caught.value) == says


def test_stdin_cannot_be_watched() -> None:
    with pytest.raises(RequestError) as caught:
        Session(asked("-", watch=True))

    assert str(caught.value) == "--watch needs files: stdin ('-') does not change"


def test_folder_that_is_gone_is_no_place_to_work_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    with pytest.raises(JobError) as caught:
        Session(asked(GOOD))
    assert str(caught.value) == "there is no working folder: no such file or directory"
    monkeypatch.chdir(tmp_path)


def test_what_is_left_open_is_settled() -> None:
    job = Session(asked()).job

    assert (job.paths, job.outputs) == ((".",), (("full", ""),))
    assert (job.fail_on, job.gitignore) == (Severity.ERROR, True)
    assert (job.force_exclude, job.baseline, job.cache) == (False, "", "")


def test_request_goes_before_the_configuration_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ctct-lint.toml").write_text(
        'output-format = "json"\nfail-on = "warning"\nrespect-gitignore = false\n'
    )
    monkeypatch.chdir(tmp_path)
    job = Session(Request(output_format="concise")).job

    assert job.outputs == (("concise", ""),)
    assert (job.fail_on, job.gitignore) == (Severity.WARNING, False)


def test_settings_of_files_that_are_alike_are_the_same_object() -> None:
    configurations = Configurations(KnownNames(tuple), isolated=True)
    settings_for = SettingsFor(configurations, NOON, uncut=True)
    settings = settings_for("a.xml")

    assert (settings.now, settings.most) == (NOON, UNLIMITED)
    assert settings_for("b/c.xml") is settings


def test_settings_may_only_lack_a_limit() -> None:
    configurations = Configurations(KnownNames(tuple), isolated=True)
    settings = SettingsFor(configurations, None, uncut=True)(None)

    assert (settings.now, settings.most) == (None, UNLIMITED)


def test_a_session_knows_nothing_of_another(tmp_path: Path) -> None:
    request = asked(GOOD, cache_dir=str(tmp_path))
    one, other = Session(request), Session(request)

    assert one.configurations is not other.configurations
    assert list(one.results(one.files())) == list(other.results(other.files()))
    assert [path.suffix for path in tmp_path.glob("*.json")] == [".json"]
