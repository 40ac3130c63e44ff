"""What the settings of a document say of rules."""

from __future__ import annotations

import pytest
from linting import lint_bytes

from ctct_lint.config import Settings
from ctct_lint.config.settings import by_weight
from ctct_lint.model.severity import Severity
from ctct_lint.rules.registry import all_rules

E, W, N, H = Severity


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(), True),
        (Settings(select=("ctc4",)), True),
        (Settings(select=("CTC2", "malformed-date")), True),
        (Settings(select=("CTC2",)), False),
        (Settings(ignore=("CTC405",)), False),
        (Settings(select=("CTC405",), ignore=("malformed-date",)), False),
    ],
)
def test_rule_is_reported_if_it_is_selected_and_not_ignored(
    settings: Settings, expected: bool
) -> None:
    assert settings.reports("CTC405", "malformed-date", E) is expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(select=("CTC2",)), True),
        (Settings(select=("CTC2",), ignore=("CTC4",)), True),
        (Settings(select=("CTC2",), ignore=("CTC107",)), False),
        (Settings(select=("CTC2",), ignore=("CTC1",)), False),
        (Settings(ignore=("bare-ampersand",)), False),
    ],
)
def test_what_is_no_xml_is_reported_unless_it_is_ignored(
    settings: Settings, expected: bool
) -> None:
    assert settings.reports("CTC107", "bare-ampersand", E) is expected


def test_choice_hides_no_error_of_the_form_or_of_the_linter() -> None:
    settings = Settings(select=("CTC444",))
    shown = {
        r.code for r in all_rules() if settings.reports(r.code, r.name, r.severity)
    }

    assert shown == {
        rule.code
        for rule in all_rules()
        if not rule.is_about_meaning and rule.severity is E
    }


def test_form_that_is_no_error_is_hidden_like_all_else() -> None:
    settings = Settings(select=("CTC2",))

    assert not settings.reports("CTC130", "no-element", N)
    assert not settings.chooses("CTC130", "no-element")


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ((), E),
        ((("CTC2", W),), E),
        ((("ctc4", W),), W),
        ((("CTC405", H), ("CTC4", W)), W),
        ((("CTC4", W), ("malformed-date", N)), N),
        ((("malformed", W),), E),
    ],
)
def test_last_severity_that_covers_the_rule_decides(
    severities: tuple[tuple[str, Severity], ...], expected: Severity
) -> None:
    found = Settings(severities=severities).severity_of("CTC405", "malformed-date", E)

    assert found is expected


def test_whole_codes_and_names_come_behind_prefixes_in_their_order() -> None:
    given = (("CTC405", H), ("CTC", W), ("malformed-date", N), ("CTC40", E))

    assert by_weight(given) == (
        ("CTC", W),
        ("CTC40", E),
        ("CTC405", H),
        ("malformed-date", N),
    )


def test_document_larger_than_is_asked_for_is_not_read() -> None:
    small = b" " * (1 << 20)
    large = small + b" "
    settings = Settings(largest=1 << 20)

    (found,) = lint_bytes(large, settings).diagnostics

    assert found.message == "the document has more than 1 MiB"
    assert [d.code for d in lint_bytes(small, settings).diagnostics] == ["CTC001"]
    assert [d.code for d in lint_bytes(large, Settings()).diagnostics] == ["CTC001"]


def test_severity_that_is_asked_for_is_reported() -> None:
    settings = Settings(severities=(("CTC0", H),))

    assert [d.severity for d in lint_bytes(b"", settings).diagnostics] == [H]
