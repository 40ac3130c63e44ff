"""Options and the configuration together: which of them wins."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ctct_lint.cli.options.selectors import complete
from ctct_lint.rules.base import summary_of
from ctct_lint.rules.registry import rule_named

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

BAD = ["CTC401", "CTC405", "CTC203"]
SCHEDULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<entry xmlns="http://www.w3.org/2005/Atom">
  <id>data:,none</id>
  <title type="text">Schedule</title>
  <updated>2008-04-16T00:00:00Z</updated>
  <author/>
  <summary type="text">Schedule</summary>
  <content type="application/vnd.ctct+xml">
    <Schedule xmlns="http://ws.constantcontact.com/ns/1.0/">
      <ScheduledTime>2011-10-07T05:00:00Z</ScheduledTime>
    </Schedule>
  </content>
</entry>
"""


def codes(called: Called, *arguments: object) -> list[str]:
    output = called("check", "--output-format=concise", *arguments).stdout
    return [line.partition("[")[2].partition("]")[0] for line in output.splitlines()]


@pytest.fixture
def configured(tmp_path: Path, bad: Path) -> Path:
    (tmp_path / "ctct-lint.toml").write_text('ignore = ["CTC401"]\n')
    return bad


def test_configuration_above_the_file_counts(called: Called, configured: Path) -> None:
    assert codes(called, configured) == BAD[1:]
    assert codes(called, "--ignore=CTC203", configured) == ["CTC405"]
    assert codes(called, "--select=CTC4", configured) == ["CTC401", "CTC405"]


def test_isolated_and_named_configurations(
    called: Called, configured: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_text('select = ["CTC203"]\noutput-format = "json"\n')

    assert codes(called, "--isolated", configured) == BAD
    assert codes(called, "--config=other.toml", configured) == ["CTC203"]
    shown = called("check", "--config=other.toml", configured).stdout
    assert [d["code"] for d in json.loads(shown)[0]["diagnostics"]] == ["CTC203"]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--config=x.toml", "--isolated"], "--config and --isolated exclude"),
        (["--fix", "--diff"], "--fix and --diff exclude each other"),
        (["--fix", "--update-baseline"], "--fix and --update-baseline exclude"),
        (["--diff", "--statistics"], "--diff and --statistics exclude each other"),
        (["--update-baseline"], "--update-baseline needs the file: --baseline FILE"),
        (["--jobs=0"], "0 is not in the range x>=1"),
        (["--jobs=many"], "'many' is not a valid integer"),
        (["--severity=CTC203"], "write it as CODE=LEVEL, with one of error, warning"),
        (["--severity=CTC203=bad"], "write it as CODE=LEVEL"),
        (["--severity=oven=error"], "no rule has the code or name 'oven'"),
        (["--select=missing-stat"], "did you mean missing-state?"),
        (["--per-file-ignores=CTC2"], "write it as GLOB=CODE,..."),
        (["--per-file-ignores=*.xml="], "write it as GLOB=CODE,..."),
        (["--per-file-ignores=[z-a]=CTC2"], "'[z-a]' matches nothing: nothing is"),
        (["--exclude", "a", "--exclude", "b\\"], "a `\\` stands at its end"),
        (["--extend-exclude=a["], "'a[' matches nothing: a `[` is never closed"),
        (["--now=noon"], "'noon' is no time such as 2011-10-03T06:30:00Z"),
    ],
)
def test_wrong_usage_says_what_is_right(
    called: Called, options: list[str], says: str
) -> None:
    result = called("check", *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert says in " ".join(result.stderr.split())


def test_severity_of_a_rule_can_be_another(called: Called, bad: Path) -> None:
    result = called("check", "--severity=CTC4=hint, CTC401=info", bad)

    assert "info[CTC401]" in result.stdout
    assert "hint[CTC405]" in result.stdout
    assert result.stderr.startswith("1 error, 1 note, 1 hint in 1 file")


def test_files_of_a_glob_ignore_more(called: Called, folder: Path) -> None:
    found = codes(called, "--per-file-ignores=mails/a/*=CTC401,CTC203", folder)

    assert found == [*BAD, "CTC405"]


def test_operation_of_the_configuration_gives_way(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "ctct-lint.toml").write_text('operation = "response"\n')

    assert called("check", bad).exit_code == 0
    assert called("check", "--operation=auto", bad).exit_code == 1
    assert called("check", "--operation=create", bad).exit_code == 1


def test_fail_on_of_the_configuration_gives_way(
    called: Called, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "ctct-lint.toml").write_text('fail-on = "warning"\n')

    assert called("check", "--select=CTC405", bad).exit_code == 1
    assert called("check", "--select=CTC405", "--fail-on=error", bad).exit_code == 0


def test_excluded_files_are_passed_over(called: Called, folder: Path) -> None:
    excluding = ("--exclude=mails/a", "--extend-exclude=mails/b.*")

    assert codes(called, folder) == BAD * 2
    assert codes(called, excluding[0], folder) == BAD
    assert codes(called, *excluding, folder) == []
    assert codes(called, *excluding, folder / "b.xml") == BAD
    assert codes(called, *excluding, "--force-exclude", folder / "b.xml") == []


def test_ignored_files_are_passed_over(called: Called, folder: Path) -> None:
    (folder / ".gitignore").write_text("b.xml\n")

    assert codes(called, folder) == BAD
    assert codes(called, "--no-respect-gitignore", folder) == BAD * 2


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ("2011-10-07T04:59:59Z", []),
        ("2011-10-07T05:00:01+00:00", ["CTC603"]),
        ("never", []),
    ],
)
def test_time_can_be_told(
    called: Called, tmp_path: Path, now: str, found: list[str]
) -> None:
    path = tmp_path / "schedule.xml"
    path.write_text(SCHEDULE)

    assert codes(called, "--select=CTC603", f"--now={now}", path) == found


def test_file_under_a_broken_configuration_fails_alone(
    called: Called, folder: Path
) -> None:
    (folder / "a" / "ctct-lint.toml").write_text("select = 3\n")
    (folder / "a" / "y.xml").write_bytes((folder / "b.xml").read_bytes())
    result = called("check", "--output-format=concise", folder)

    assert result.exit_code == 2
    assert result.stdout.count("\n") == 3
    assert result.stderr.count("ctct-lint.toml:1:10: ") == 1
    assert "in 2 files checked, 2 failed" in result.stderr


# ----------------------------------------------------------------- the baseline


def test_baseline_is_written_and_known(
    called: Called, folder: Path, tmp_path: Path
) -> None:
    options = ("--baseline=base.json", "--output-format=concise")
    written = called("check", *options, "--update-baseline", folder)
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr == (
        "6 findings recorded in base.json\n3 files checked, nothing found\n"
    )
    assert (tmp_path / "base.json").exists()

    again = called("check", *options, folder)
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "3 files checked, nothing found; 6 known from the baseline\n"


def test_baseline_leaves_what_is_new(called: Called, folder: Path) -> None:
    called("check", "--baseline=base.json", "--update-baseline", folder / "a")
    (folder / "ctct-lint.toml").write_text('baseline = "../base.json"\n')

    found = called("check", "--baseline=base.json", folder)
    assert found.exit_code == 1
    assert "in 3 files checked; 3 known from the baseline; " in found.stderr
    data = (folder / "a.xml").read_bytes()
    (folder / "a" / "z.XML").write_bytes(data)
    stale = called("check", "--baseline=base.json", folder / "a")
    assert stale.exit_code == 0
    assert stale.stderr == (
        "3 findings of base.json no longer found: "
        "--update-baseline drops what is gone\n"
        "1 file checked, nothing found\n"
    )
    quiet = called("check", "--baseline=base.json", "--quiet", folder / "a")
    assert quiet.stderr == ""


def test_baseline_knows_what_is_not_reported(called: Called, bad: Path) -> None:
    called("check", "--baseline=base.json", "--update-baseline", bad)
    result = called("check", "--baseline=base.json", "--select=CTC203", bad)

    assert result.stderr == "1 file checked, nothing found; 1 known from the baseline\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot read base.json: no such file; --update-baseline makes it"),
        ("folder", "cannot read base.json: is a directory"),
        ("{", "base.json:1:2: "),
    ],
)
def test_baseline_that_cannot_be_read(
    called: Called, bad: Path, tmp_path: Path, content: str | None, says: str
) -> None:
    path = tmp_path / "base.json"
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_text(content)
    result = called("check", "--baseline=base.json", bad)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"ctct-lint: {says}")


def test_baseline_that_cannot_be_written(called: Called, bad: Path) -> None:
    result = called("check", "--baseline=no/base.json", "--update-baseline", bad)

    assert result.exit_code == 2
    assert "cannot write no/base.json: no such file or directory" in result.stderr


# ------------------------------------------------------------ processes, cache


def test_result_does_not_depend_on_the_number_of_processes(
    called: Called, folder: Path
) -> None:
    for number in range(60):
        (folder / f"{number}.xml").write_bytes((folder / "b.xml").read_bytes())
    paths = (folder, "missing.xml", "-")
    data = b"<entry/>"
    one, two = (
        called("check", "--output-format=json", jobs, *paths, data=data)
        for jobs in ("--jobs=1", "--jobs=2")
    )

    assert (one.exit_code, one.stdout) == (two.exit_code, two.stdout)
    assert one.stderr == two.stderr
    assert one.exit_code == 2
    assert len(json.loads(one.stdout)) == 64


def test_a_cache_that_cannot_be_written_is_told(
    called: Called, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("not a folder")
    told = f"nothing is remembered in {taken}: file exists"
    without = called("check", folder)

    found = called("check", "--cache-dir", str(taken), folder)
    quiet = called("check", "--cache-dir", str(taken), "--quiet", folder)

    assert (found.exit_code, found.stdout) == (without.exit_code, without.stdout)
    assert found.stderr.splitlines() == [*without.stderr.splitlines(), told]
    assert told not in quiet.stderr
    assert taken.read_text() == "not a folder"

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.replace", full)
    left = tmp_path / "left"
    told = f"nothing is remembered in {left}: it cannot be written"
    assert told in called("check", "--cache-dir", str(left), folder).stderr


def test_check_writes_nothing_unless_asked(
    called: Called, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("CTCT_LINT_CACHE_DIR", str(tmp_path / "own"))
    called("check", folder)
    called("check", "--no-cache", "--cache-dir=other", folder)

    assert [p.name for p in tmp_path.iterdir()] == ["mails"]


@pytest.mark.parametrize(
    ("options", "own", "where"),
    [
        (["--cache"], None, "xdg/ctct-lint"),
        (["--cache"], "own", "own"),
        (["--cache-dir=other"], "own", "other"),
        (["--cache", "--cache-dir=other"], None, "other"),
    ],
)
@pytest.mark.parametrize("jobs", ["--jobs=1", "--jobs=2"])
def test_cache_is_where_it_is_asked_for(  # noqa: PLR0913, PLR0917 - each is a case
    called: Called,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    own: str | None,
    where: str,
    jobs: str,
) -> None:
    for number in range(40):
        (folder / f"{number}.xml").write_bytes(b"<entry>%d</entry>" % number)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv("CTCT_LINT_CACHE_DIR", raising=False)
    if own:
        monkeypatch.setenv("CTCT_LINT_CACHE_DIR", str(tmp_path / own))
    first = called("check", jobs, *options, folder)
    monkeypatch.setattr(
        "ctct_lint.engine.lint.Linter.lint_bytes",
        lambda *_: pytest.fail("linted again"),
    )
    again = called("check", jobs, *options, folder)

    assert (tmp_path / where / "CACHEDIR.TAG").exists()
    assert (again.exit_code, again.stdout) == (first.exit_code, first.stdout)


@pytest.mark.parametrize(
    ("options", "own", "where"),
    [
        ([], None, "shop/kept"),
        (["--cache"], None, "shop/kept"),
        ([], "own", "own"),
        (["--cache-dir=other"], None, "other"),
        (["--no-cache"], "own", ""),
        (["--isolated"], "own", ""),
    ],
)
def test_configuration_may_say_where_the_cache_is(  # noqa: PLR0913, PLR0917
    called: Called,
    good: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    own: str | None,
    where: str,
) -> None:
    configuration = tmp_path / "shop" / "ctct-lint.toml"
    configuration.parent.mkdir()
    configuration.write_text('cache-dir = "kept"\n')
    named = [] if "--isolated" in options else [f"--config={configuration}"]
    monkeypatch.delenv("CTCT_LINT_CACHE_DIR", raising=False)
    if own:
        monkeypatch.setenv("CTCT_LINT_CACHE_DIR", str(tmp_path / own))
    called("check", *named, *options, good)

    made = [p.parent.relative_to(tmp_path) for p in tmp_path.rglob("CACHEDIR.TAG")]
    assert list(map(str, made)) == [where] * bool(where)


def test_document_that_is_named_twice_is_counted_once(
    called: Called, folder: Path, bad: Path
) -> None:
    once = called("check", folder)
    twice = called("check", folder, bad, f"{folder}/./b.xml", folder)

    assert (twice.exit_code, twice.stdout) == (once.exit_code, once.stdout)
    assert twice.stderr == once.stderr


def test_stdin_that_is_named_twice_is_read_once(called: Called, bad: Path) -> None:
    result = called("check", "-", "-", data=bad.read_bytes())

    assert "2 errors, 1 warning in 1 file checked;" in result.stderr


# -------------------------------------------------------------------- completion


def test_codes_and_names_are_completed_behind_the_last_comma() -> None:
    found = complete(None, None, "CTC2,missing-st")  # type: ignore[arg-type]

    assert [(i.value, i.help) for i in found] == [
        ("CTC2,missing-state", summary_of(rule_named("missing-state")))
    ]
    assert [i.value for i in complete(None, None, "ctc401")] == ["CTC401"]  # type: ignore[arg-type]
