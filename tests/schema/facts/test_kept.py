"""What the annotations of our own schemas say, as it is kept beside them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT

from ctct_lint.schema.facts import kept as kept_facts
from ctct_lint.schema.facts.annotated import simple_types, wildcards
from ctct_lint.schema.facts.facts import Facts
from ctct_lint.schema.facts.read import facts_in, words_in
from ctct_lint.schema.files import schema_dir, schema_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = sorted(path.name for path in (ROOT / "schemas").glob("*.xsd"))
CAMPAIGN = "campaign.xsd"


def forget() -> None:
    """Let what is kept be read anew."""
    kept_facts._text.cache_clear()
    kept_facts._file.cache_clear()
    kept_facts._files.cache_clear()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the file of facts, just written, in a folder of its own."""
    path = tmp_path / "facts.txt"
    monkeypatch.setattr(kept_facts, "path", lambda: str(path))
    kept_facts.write_facts()
    forget()
    yield path
    forget()


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("file", FILES)
def test_what_is_kept_is_what_the_file_says(file: str) -> None:
    path = schema_path(file)
    facts, types = list(facts_in(path)), simple_types(path)

    assert kept_facts.kept_facts(path) == facts
    for owner in {fact.owner for fact in facts}:
        own = [fact for fact in facts if fact.owner == owner]
        assert kept_facts.kept_facts(path, owner) == own
    assert {n: kept_facts.kept_type(path, n) for n in types} == types
    for uri in {uri for uri, _ in wildcards(path)}:
        owners = {owner for namespace, owner in wildcards(path) if namespace == uri}
        assert kept_facts.kept_wildcards(path, uri) == owners
    words = words_in(path)
    assert kept_facts.kept_words((path,)) == words
    assert {w: kept_facts.kept_values((path,), w) for w in words} == words
    assert kept_facts.kept_values((path,), "no such word") == frozenset()


@pytest.mark.usefixtures("kept")
def test_words_of_several_files_are_kept_together() -> None:
    paths = tuple(map(schema_path, FILES))
    words: dict[str, frozenset[str]] = {}
    for path in paths:
        for word, values in words_in(path).items():
            words[word] = words.get(word, frozenset()) | values

    assert kept_facts.kept_words(paths) == words
    assert {w: kept_facts.kept_values(paths, w) for w in words} == words


@pytest.mark.usefixtures("kept")
def test_nothing_is_kept_of_the_schemas_of_others(tmp_path: Path) -> None:
    path = str(shutil.copy(schema_path(CAMPAIGN), tmp_path))

    assert kept_facts.kept_facts(path) is None
    assert kept_facts.kept_wildcards(path, "urn:a") is None
    assert kept_facts.kept_type(path, "ContactListUri") is None
    assert kept_facts.kept_words((path,)) is None
    assert kept_facts.kept_values((path,), "sent") is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("facts 5", "facts 0"),
        lambda text: text.replace(f"file\t{CAMPAIGN}\t", f"file\t{CAMPAIGN}\t1"),
        lambda _: "",
    ],
    ids=["other format", "changed since", "empty"],
)
def test_what_is_stale_does_not_count(kept: Path, spoil: object) -> None:
    assert callable(spoil)
    kept.write_text(spoil(kept.read_text("utf-8")), "utf-8")

    assert kept_facts.kept_facts(schema_path(CAMPAIGN)) is None


def test_there_may_be_nothing(kept: Path) -> None:
    kept.unlink()

    assert kept_facts.kept_facts(schema_path(CAMPAIGN)) is None


def test_files_of_a_wheel_do_not_change(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = kept.read_text("utf-8")
    old = f"file\t{CAMPAIGN}\t"
    kept.write_text(text.replace(old, f"{old}1"), "utf-8")
    monkeypatch.setattr(kept_facts, "is_bundled", lambda: True)

    assert kept_facts.kept_facts(schema_path(CAMPAIGN))


def test_what_is_not_kept_is_read(tmp_path: Path) -> None:
    shutil.copy(schema_path(CAMPAIGN), tmp_path)
    ours, copied = (Facts(f, (CAMPAIGN,)) for f in (schema_dir(), str(tmp_path)))

    assert copied.of(CAMPAIGN, "Campaign") == ours.of(CAMPAIGN, "Campaign")
    assert copied.of_file(CAMPAIGN) == ours.of_file(CAMPAIGN)
    assert copied.pattern_of(CAMPAIGN, "EmailUri") == ours.pattern_of(
        CAMPAIGN, "EmailUri"
    )
    atom = "http://www.w3.org/2005/Atom"
    assert copied.open_to(CAMPAIGN, atom) == ours.open_to(CAMPAIGN, atom) != frozenset()
