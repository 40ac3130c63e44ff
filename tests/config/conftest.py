"""A folder to put configurations in, and rules that they may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.config.kind import KnownNames

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULES = frozenset(
    {
        *("CTC203", "invalid-enum-value", "CTC205", "duplicate-element"),
        *("CTC405", "malformed-date"),
    }
)


EVERYTHING = """\
select = ["CTC2", "malformed-date"]
ignore = ["ctc203"]
operation = "update"
exclude = ["drafts", "*.old.xml"]
extend-exclude = ["vendor/"]
force-exclude = true
respect-gitignore = false
fail-on = "warning"
max-diagnostics = 50
max-file-size = 2
output-format = "concise"
baseline = "known/baseline.json"
cache-dir = ".cache"
rule-pages = "https://docs.example.org/{code}.html"

[per-file-ignores]
"old/**" = ["CTC2"]

[severity]
CTC405 = "hint"
malformed-date = "error"
CTC = "info"

[[operations]]
path = "answers"
operation = "response"

[[operations]]
path = "answers/new.xml"
operation = "auto"
"""


@pytest.fixture
def everything() -> str:
    """Return a configuration that uses every key."""
    return EVERYTHING


@pytest.fixture
def known() -> KnownNames:
    """Return three rules and two formats."""
    return KnownNames(lambda: RULES, ("full", "concise"))


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Return a function that writes a file below the working folder."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str = "") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return name

    return write
