"""What is known of each rule without its file."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT

from ctct_lint.rules import index, registry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULES = tuple(registry._modules().values())
FILE = "rules/base.py"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an index of all rules that has just been written."""
    path = tmp_path / "rules.txt"
    monkeypatch.setattr(index, "path", lambda: str(path))
    registry._index.cache_clear()
    registry.compile_index()
    yield path
    registry._index.cache_clear()


@pytest.mark.parametrize("module", MODULES)
def test_line_says_all_of_a_rule_but_what_it_calls(module: str) -> None:
    rule = index.rule_in(module)

    assert index.read(index.line_of(rule))._replace(check=rule.check) == rule


def test_what_a_rule_calls_is_imported_when_it_is_called() -> None:
    code = (
        "import sys; from ctct_lint.rules.index import read;"
        "rule = read(sys.argv[1]);"
        "print(rule.module in sys.modules);"
        "print(type(rule.check(None, None)).__name__);"
        "print(rule.module in sys.modules)"
    )
    line = index.line_of(registry.rule_named("missing-author"))
    done = subprocess.run(
        [sys.executable, "-c", code, line], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == ["False", "generator", "True"]


def test_what_is_about_to_be_called_is_imported() -> None:
    late = index.read(index.line_of(registry.rule_named("missing-author")))
    rule = index.rule_in(late.module)

    assert index.resolved(late) == rule
    assert index.resolved(rule) is rule


def test_what_cannot_be_imported_fails_when_it_is_called() -> None:
    line = index.line_of(registry.rule_named("missing-author"))
    gone = index.read(line.replace("missing_author", "gone"))

    assert index.resolved(gone) is gone
    with pytest.raises(ModuleNotFoundError):
        gone.check(None, None)


def test_rules_are_those_of_the_index(kept: Path) -> None:
    assert kept.exists()
    assert index.lines().keys() == set(MODULES)
    assert registry._index() == index.lines()
    (module,) = (m for m in MODULES if m.endswith(".missing_author"))
    found = registry._rule_in.__wrapped__(module)
    assert found.check != index.rule_in(module).check
    assert found.manual == index.rule_in(module).manual


def test_there_may_be_no_index(kept: Path) -> None:
    kept.unlink()

    assert index.lines() == {}
    rule = registry._rule_in.__wrapped__(MODULES[0])
    assert rule is index.rule_in(MODULES[0])


@pytest.mark.parametrize(
    ("old", "new"),
    [("rules 3", "rules 0"), ("\n\n", "\n"), (FILE, "rules/gone.py")],
    ids=["other format", "no index", "file that is gone"],
)
def test_index_of_another_kind_is_none(kept: Path, old: str, new: str) -> None:
    kept.write_text(kept.read_text("utf-8").replace(old, new, 1), "utf-8")

    assert index.lines() == {}


@pytest.mark.parametrize("part", [1, 2], ids=["size", "time"])
def test_index_of_other_files_is_none_but_in_a_wheel(
    kept: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    text = kept.read_text("utf-8")
    (line,) = (x for x in text.splitlines() if x.startswith(f"{FILE}\t"))
    changed = line.split("\t")
    changed[part] = "1"
    kept.write_text(text.replace(line, "\t".join(changed)), "utf-8")

    assert index.lines() == {}
    monkeypatch.setattr(index, "is_bundled", lambda: True)
    assert index.lines().keys() == set(MODULES)


def test_index_without_a_new_rule_is_none(
    kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _, states, _ = kept.read_text("utf-8").split("\n\n")
    paths = {line.partition("\t")[0] for line in states.splitlines()}
    folder = tmp_path / "rules" / "source"
    folder.mkdir(parents=True)
    monkeypatch.setattr(index, "_PACKAGE", str(tmp_path))
    before = index._state("rules/source")
    folder.joinpath("new.py").touch()

    assert {"rules", "rules/source", "profiles/ctct/rules"} < paths
    assert index._state("rules/source") != before


@pytest.mark.parametrize("name", ["campaign-minimal", "campaign-html", "list"])
def test_clean_document_is_checked_without_the_files_of_rules(
    kept: Path, name: str
) -> None:
    code = (
        "import sys, ctct_lint, ctct_lint.rules.index as index;"
        "index.path = lambda: sys.argv[1];"
        "print(ctct_lint.lint(open(sys.argv[2], 'rb').read()));"
        "print([m for m in sys.modules if '.rules.content.' in m])"
    )
    clean = ROOT / "fixtures" / "valid" / f"{name}.create.xml"
    done = subprocess.run(
        [sys.executable, "-c", code, kept, clean],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines() == ["[]", "[]"]
