"""A document from stdin that is excluded by its name."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from ctct_lint.session.errors import JobError
from ctct_lint.session.fixing import fix_output

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

EXCLUDED = ("--exclude=kept", "--stdin-filename=kept/a.xml", "-")


@pytest.mark.parametrize("name", ["kept/a.xml", "./kept/deep/a.xml", "{here}/kept/a"])
def test_it_is_checked_unless_exclusion_is_forced(
    called: Called, bad: Path, tmp_path: Path, name: str
) -> None:
    options = ("--exclude=kept", f"--stdin-filename={name.format(here=tmp_path)}", "-")
    data = bad.read_bytes()

    assert called("check", *options, data=data).exit_code == 1
    forced = called("check", "--force-exclude", *options, data=data)
    assert (forced.exit_code, forced.stdout) == (0, "")
    assert forced.stderr == "0 files checked\n"


def test_fixes_give_it_back_as_it_is(called: Called, slips: Path) -> None:
    data = slips.read_bytes()
    forced = called("check", "--fix", "--force-exclude", *EXCLUDED, data=data)

    assert (forced.exit_code, forced.stdout_bytes) == (0, data)
    mended_ = called("check", "--fix", *EXCLUDED, data=data)
    assert mended_.stdout_bytes not in {b"", data}
    diff = called("check", "--diff", "--force-exclude", *EXCLUDED, data=data)
    assert (diff.exit_code, diff.stdout) == (0, "")


def test_one_that_cannot_be_given_back_is_told(
    called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fix_output, "LARGEST", 0)
    forced = called("check", "--fix", "--force-exclude", *EXCLUDED, data=b"x")

    assert forced.exit_code == 2
    assert forced.stderr.startswith("ctct-lint: cannot read <stdin>: has more than 0")


@pytest.mark.parametrize(
    ("stdin", "why"),
    [
        (None, "it is closed"),
        (
            SimpleNamespace(buffer=SimpleNamespace(read=lambda _: None)),
            "it has nothing",
        ),
    ],
)
def test_stdin_that_cannot_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, stdin: object, why: str
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)

    with pytest.raises(JobError, match=f"^cannot read <stdin>: {why}"):
        fix_output._stdin()
