"""A version of a document is checked once, for its fixes and for its report."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from ctct_lint.config import Settings
from ctct_lint.session.checker import FileChecker
from ctct_lint.session.files.result import FileResult
from ctct_lint.session.fixing.checks import UncutChecks


class Counted(NamedTuple):
    """The checks of a document, and what each was asked for."""

    checks: UncutChecks
    asked: list[tuple[bytes, Settings]]


def counted(settings: Settings, size: int = 0) -> Counted:
    asked: list[tuple[bytes, Settings]] = []

    def check(data: bytes, as_asked: Settings) -> FileResult:
        asked.append((data, as_asked))
        return FileChecker(lambda _: settings).check_data(data, as_asked)

    return Counted(UncutChecks(size, settings, check), asked)


AMPERSANDS = b"<a>&&&&</a>"
ONLY = Settings(select=("CTC107",), operation="create")


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(operation="create"),
        ONLY,
        Settings(ignore=("CTC1",), operation="create"),
        Settings(select=("CTC5",), operation="create"),
        ONLY._replace(most=4),
        ONLY._replace(most=3),
    ],
)
@pytest.mark.parametrize("data", [AMPERSANDS, b"<a/>", b"", b"&" * 2000])
def test_what_is_reported_is_what_a_check_reports(
    data: bytes, settings: Settings
) -> None:
    checks, asked = counted(settings)
    found = checks.reported(data, checks.everything(data))
    direct = FileChecker(lambda _: settings).check_data(data, settings)

    assert found == direct
    assert len(asked) == 1


def test_one_check_tells_what_is_shown_of_it() -> None:
    checks, asked = counted(ONLY._replace(most=4))
    everything = checks.everything(AMPERSANDS)

    assert [d.code for d in checks.reported(AMPERSANDS, everything).diagnostics] == [
        "CTC107"
    ] * 4
    assert len(everything) > 4
    assert len(asked) == 1


@pytest.mark.parametrize("most", [3, 500, 900])
def test_one_more_is_looked_for_than_is_shown_at_the_least(most: int) -> None:
    data = b"<a>" + b"&" * 1000 + b"</a>"
    checks, asked = counted(ONLY._replace(most=most))

    found = checks.reported(data, checks.everything(data)).diagnostics
    assert [d.code for d in found] == ["CTC107"] * most + ["CTC902"]
    assert found[-1].message == f"{1000 - most} more CTC107 (bare-ampersand) not shown"
    assert found[-1].range.start.offset == len("<a>") + most
    assert [settings.most for _, settings in asked] == [max(most + 1, 500)]


def test_another_version_is_another_check_but_the_first_one_is_remembered() -> None:
    checks, asked = counted(ONLY)
    first = checks.everything(AMPERSANDS)
    second = checks.everything(b"<a>&</a>")
    checks.everything(AMPERSANDS)
    reported = [
        checks.reported(AMPERSANDS, first),
        checks.reported(b"<a>&</a>", second),
    ]

    assert [data for data, _ in asked] == [AMPERSANDS, b"<a>&</a>"]
    assert [(len(one.diagnostics), one.text) for one in reported] == [
        (4, AMPERSANDS.decode()),
        (1, "<a>&</a>"),
    ]


def test_a_failure_of_the_linter_is_kept() -> None:
    crashed = FileResult("x", crashed=True)
    checks = UncutChecks(1, Settings(), lambda _data, _settings: crashed)

    assert checks.reported(b"x", checks.everything(b"x")) == crashed
