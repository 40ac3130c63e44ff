"""Every fixture says what must be found in it; nothing less, nothing more."""

from __future__ import annotations

from pathlib import Path

import fixture_file
import pytest
from fixture_file import FIXTURES, Expected, as_expected, documents, linted

from ctct_lint import Diagnostic, Fix, Severity, lint
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.rules.registry import all_rules, find_rule

RULES = documents("rules")
INVALID = documents("invalid")
VALID = documents("valid")

NOT_SHOWN = {
    "CTC006": "a fixture of 257 levels shows nothing to a reader",
    "CTC007": "a fixture of 256 MiB",
    "CTC008": "a fixture of 1,001 attributes",
    "CTC009": "a fixture of 10 MB",
    "CTC199": "the repair leaves nothing that libxml2 refuses",
    "CTC299": "explain has words for whatever libxml2 refuses",
    "CTC901": "only a bug shows it",
    "CTC906": "it is about a schema",
    "CTC907": "it is about a schema",
    "CTC908": "it is about a rule of the user's",
    "CTC909": "it is about a schema",
    "CTC910": "it is about a schema",
    "CTC911": "it is about a schema",
    "CTC912": "it is about a schema",
    "CTC902": "a fixture with 101 faults of one kind",
}

# What is worth a remark in documents that the server accepts.
REMARKS = {
    "campaign-account-address.create.xml": {"CTC410"},
}


def name_of(path: Path) -> str:
    return path.stem


def found_in(path: Path, select: tuple[str, ...] = ()) -> tuple[Expected, ...]:
    """Return what is said of a fixture; of some codes, nothing else counts."""
    found = map(as_expected, linted(fixture_file.read(path), select=select))
    return tuple(one for one in found if not select or one.code in select)


@pytest.mark.parametrize("path", RULES, ids=name_of)
def test_rule_says_exactly_what_its_fixture_expects(path: Path) -> None:
    code = path.stem.partition("-")[0]
    expected = fixture_file.read(path).expected

    assert found_in(path, (code,)) == expected
    assert {e.code for e in expected} == {code}


def test_every_rule_has_one_fixture_or_a_reason_why_not() -> None:
    with_fixture = [path.stem for path in RULES]
    rules = {rule.code: f"{rule.code}-{rule.name}" for rule in all_rules()}

    assert {rules[c] for c in rules if c not in NOT_SHOWN} == set(with_fixture)
    assert set(NOT_SHOWN) <= set(rules)


@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_all_rules_together_say_exactly_what_is_expected(path: Path) -> None:
    expected = fixture_file.read(path).expected

    assert expected
    assert found_in(path) == expected


def test_ten_faults_are_ten_diagnostics() -> None:
    assert len(found_in(FIXTURES / "invalid" / "ten-faults.xml")) == 10


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_accepted_document_has_no_error(path: Path) -> None:
    operation = path.name.split(".")[-2]
    found = lint(path, operation=operation)

    assert {d.code for d in found} == REMARKS.get(path.name, set())
    assert all(d.severity > Severity.ERROR for d in found)


def test_sidecars_and_documents_belong_together() -> None:
    sidecars = FIXTURES.rglob("*.expect")

    assert all(path.with_suffix(".xml").exists() for path in sidecars)


def with_fixes() -> list[tuple[Path, int, int]]:
    return [
        (path, number, choice)
        for path in (*RULES, *INVALID)
        for number, expected in enumerate(fixture_file.read(path).expected)
        for choice in range(len(expected.fixes))
    ]


@pytest.mark.parametrize(
    ("path", "number", "choice"),
    with_fixes(),
    ids=lambda value: value.stem if hasattr(value, "stem") else str(value),
)
def test_applied_fix_takes_its_diagnostic_away(
    path: Path, number: int, choice: int
) -> None:
    """And a safe fix brings no new one, but for those that were hidden behind it."""
    text, before, code = _text_and_diagnostics(path)
    diagnostic = before[number]
    fix = diagnostic.fixes[choice]
    mended = _applied(text, fix)

    after = linted(fixture_file.read(path), mended)
    left = [d for d in after if _is_same(d, diagnostic)]
    before_left = [d for d in before if _is_same(d, diagnostic)]
    assert len(left) < len(before_left)
    if fix.applicability is Applicability.SAFE and not code:
        assert len(after) < len(before)


def _text_and_diagnostics(path: Path) -> tuple[str, list[Diagnostic], str]:
    from ctct_lint.text.encoding import decode

    fixture = fixture_file.read(path)
    code = path.stem.partition("-")[0] if path in RULES else ""
    select = (code,) if code else ()
    found = linted(fixture, select=select)
    return decode(fixture.data).text, found, code


def _is_same(one: Diagnostic, other: Diagnostic) -> bool:
    return (one.code, one.message) == (other.code, other.message)


def _applied(text: str, fix: Fix) -> str:
    for edit in reversed(fix.edits):
        start, end = edit.range.start.offset, edit.range.end.offset
        text = text[:start] + edit.new_text + text[end:]
    return text


def test_messages_are_worded_alike() -> None:
    messages = {
        e.message
        for path in (*RULES, *INVALID)
        for e in fixture_file.read(path).expected
    }
    bad = {m for m in messages if not _is_well_worded(m)}

    assert messages
    assert bad == set()


def _is_well_worded(message: str) -> bool:
    first = message[:1]
    return (
        (first.islower() or first in "`0123456789")
        and not message.endswith(".")
        and len(message) <= 100
        and "please" not in message.lower()
        and "illegal" not in message.lower()
    )


def test_fixture_names_find_their_rules() -> None:
    for path in RULES:
        code, _, name = path.stem.partition("-")
        rule = find_rule(name)
        assert rule is not None
        assert rule.code == code


def test_misunderstood_expectation_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<entry/><!-- expect: CTC203 at 3 -->")

    with pytest.raises(ValueError, match="not understood: expect: CTC203 at 3"):
        fixture_file.read(path)


def test_expectation_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    expected = Expected("CTC203", "1:2-3:4", "warning", '`"x"` is wrong', ("a", "b"))
    lines = "\n".join(fixture_file.written(expected))
    path.write_text(f"<entry/><!-- {lines} --><!-- operation: update -->")

    fixture = fixture_file.read(path)

    assert fixture.expected == (expected,)
    assert fixture.operation == "update"
