"""The command called in the process, a schema, how property tests find counterexamples.

HYPOTHESIS_PROFILE chooses one of two ways.

`suite`, unless told otherwise: the same examples in each run, so that a run fails for
what was changed and for nothing else. `long`: new examples in each run, fifty times as
many, some with literals of the program, and failures are kept in `.hypothesis/`.
Neither has a limit of time: a machine with much to do is no fault of the code.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

_UNHURRIED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)

settings.register_profile(
    "suite", _UNHURRIED, max_examples=100, derandomize=True, database=None
)
settings.register_profile("long", _UNHURRIED, max_examples=5_000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
if settings.default.derandomize:
    # Which literals there are depends on the tests that this process has run before.
    providers._get_local_constants = lambda: providers._local_constants


def pytest_configure(config: pytest.Config) -> None:
    """Compile the schemas as they are now, for all processes that the tests start."""
    if not hasattr(config, "workerinput"):  # in the process that starts the workers
        from subprocess import run

        make = "from ctct_lint.profiles.registry import compile_all; compile_all()"
        run([sys.executable, "-c", make], check=True)  # apart, for coverage


@pytest.fixture
def schema(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Write the text `SCHEMA` of a test's module to a file."""
    file = tmp_path / "schema.xsd"
    file.write_text(request.module.SCHEMA, "utf-8")
    return file


class Called(Protocol):
    """What the `called` fixture is."""

    def __call__(
        self, *arguments: object, data: bytes = b"", env: dict[str, str] | None = None
    ) -> Result: ...


@pytest.fixture
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Called:
    """Call the command in this process, in an empty folder."""
    from ctct_lint.cli.program import cli  # coverage starts after this file is imported

    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def call(
        *arguments: object, data: bytes = b"", env: dict[str, str] | None = None
    ) -> Result:
        result = CliRunner().invoke(cli, list(map(str, arguments)), data, env)
        if not isinstance(result.exception, SystemExit | None):
            raise result.exception
        return result

    return call
