"""`ctct_lint.lint`: what it takes, what it returns, what it promises."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fixture_file import FIXTURES, GOOD, documents
from linting import lint_bytes, lint_text

import ctct_lint
from ctct_lint import Diagnostic, Operation, Severity, lint
from ctct_lint.config import Settings
from ctct_lint.engine import lint as engine
from ctct_lint.profiles.ctct import rulebook
from ctct_lint.rules import registry
from ctct_lint.rules.base import Rule
from ctct_lint.rules.registry import rule_named

TEN = FIXTURES / "invalid" / "ten-faults.xml"
FEED = FIXTURES / "invalid" / "feed.xml"
CLEAN = FIXTURES / "valid" / "campaign-minimal.create.xml"
EVERYTHING = documents("rules") + documents("invalid") + documents("valid")


def codes(data: bytes | str | Path, **options: object) -> list[str]:
    return [d.code for d in lint(data, **options)]  # type: ignore[arg-type]


def replaced(path: Path, old: str, new: str) -> str:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)


# ------------------------------------------------------------------ the input


def test_bytes_text_and_path_give_the_same() -> None:
    found = lint(TEN)

    assert len(found) == 10
    assert lint(TEN.read_bytes()) == found
    assert lint(TEN.read_text("utf-8")) == found


def test_encoding_that_decoded_text_declares_is_no_matter() -> None:
    text = replaced(CLEAN, 'encoding="UTF-8"', 'encoding="iso-8859-1"')

    assert lint(text.replace("Tulips", "Tülips")) == []


def test_path_that_cannot_be_read_raises() -> None:
    with pytest.raises(FileNotFoundError):
        lint(Path("missing.xml"))


def test_operation_that_does_not_exist_raises() -> None:
    with pytest.raises(ValueError, match="'delete' is not a valid Operation"):
        lint(b"<entry/>", operation="delete")


def test_clean_document_has_no_diagnostics() -> None:
    assert lint(CLEAN) == []


# -------------------------------------------------------------- the operation


def test_entry_is_a_create_unless_said_otherwise() -> None:
    text = replaced(CLEAN, "<Name>", "<Status>Scheduled</Status><Name>")

    assert codes(text) == ["CTC406"]
    assert codes(text, operation="create") == ["CTC406"]
    assert codes(text, operation="update") == ["CTC309", "CTC423"]
    assert codes(text, operation=Operation.RESPONSE) == []


def test_feed_is_a_response_unless_said_otherwise() -> None:
    as_response = lint(FEED)

    assert as_response == lint(FEED, operation="response")
    assert {d.severity for d in as_response} == {Severity.WARNING}
    assert Severity.ERROR in {d.severity for d in lint(FEED, operation="create")}


@pytest.mark.parametrize("operation", [None, "response"])
def test_service_document_is_checked(operation: str | None) -> None:
    document = FIXTURES / "valid" / "service-document.response.xml"
    text = document.read_text("utf-8").replace("href=", "hef=", 1)

    assert lint(document, operation=operation) == []
    assert {d.code for d in lint(text, operation=operation)} == {"CTC210"}


APP, ATOM = "http://www.w3.org/2007/app", "http://www.w3.org/2005/Atom"


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("http://purl.org/atom/app#", "CTC212"),
        (f"{APP}/", "CTC212"),
        (ATOM, "CTC212"),
        ("", "CTC213"),
    ],
)
def test_service_document_in_another_namespace_is_checked(uri: str, code: str) -> None:
    document = FIXTURES / "valid" / "service-document.response.xml"
    text = document.read_text("utf-8").replace(APP, uri, 1)

    assert [d.code for d in lint(text, operation="response")] == [code]
    wrong = text.replace("href=", "hef=", 1)
    assert [d.code for d in lint(wrong, operation="response")] == [code, "CTC210"]


def test_response_may_lack_what_a_request_needs() -> None:
    small = FIXTURES / "rules" / "CTC406-status-on-create.xml"
    select = ["missing-element"]

    assert codes(small, operation="create", select=select)
    assert codes(small, operation="update", select=select)
    assert codes(small, operation="response", select=select) == []


# ----------------------------------------------------------- select and ignore


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"select": ["CTC402"]}, {"CTC402"}),
        ({"select": ["ctc40"]}, {"CTC402", "CTC407"}),
        ({"select": ["duplicate-element", "CTC3"]}, {"CTC205", "CTC301"}),
        ({"select": ["CTC4"], "ignore": ["CTC402"]}, {"CTC407"}),
        ({"ignore": ["CTC2", "CTC4"]}, {"CTC301"}),
        ({"ignore": ["CTC"]}, set()),
        ({"select": ["CTC9"]}, set()),
    ],
)
def test_selectors_are_codes_prefixes_and_names(
    options: dict[str, list[str]], expected: set[str]
) -> None:
    assert set(codes(TEN, **options)) == expected


@pytest.mark.parametrize("option", ["select", "ignore"])
@pytest.mark.parametrize(
    ("selectors", "message"),
    [
        (["CTC2", "CTC299x"], "no rule has the code or name `CTC299x`; "),
        (["duplicate"], "no rule has the code or name `duplicate`; did you mean `"),
        ("CTC2,CTC4", "no rule has the code or name `CTC2,CTC4`; "),
        ([""], "the string is empty"),
        ([5], "must be a string, not an integer"),
    ],
)
def test_selector_of_no_rule_is_refused(
    option: str, selectors: Any, message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        lint(TEN, **{option: selectors})


def test_a_text_is_one_selector() -> None:
    assert codes(TEN, select="CTC4") == codes(TEN, select=["CTC4"]) != []
    assert codes(TEN, ignore="CTC4") == codes(TEN, ignore=["CTC4"]) != []


# ---------------------------------------------------------------- many faults


def many(count: int) -> str:
    unknown = "<Extra/>" * count
    return replaced(CLEAN, "<Name>", f"{unknown}<Name>")


def test_hundred_of_one_code_are_shown() -> None:
    assert codes(many(100)) == ["CTC201"] * 100


def test_after_hundred_of_one_code_one_line_counts_the_rest() -> None:
    found = lint(many(120))

    assert [d.code for d in found] == ["CTC201"] * 100 + ["CTC902"]
    assert found[-1].message == "20 more CTC201 (unknown-element) not shown"
    assert found[-1].severity is Severity.INFORMATION
    assert found[-1].range.start.offset > found[-2].range.start.offset


def test_limit_counts_each_code_for_itself() -> None:
    text = many(120).replace("<Name>", "<Font/>Rye<Name>")
    found = lint_text(text, Settings(most=2)).diagnostics

    assert [d.code for d in found] == ["CTC201", "CTC201", "CTC902", "CTC211"]


# ------------------------------------------------------------- broken programs


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function that makes the rule of a name raise."""

    def fail(_subject: object, _operation: Operation) -> Iterator[object]:
        raise RuntimeError("oven\nout")

    def break_it(name: str) -> None:
        real = registry._rule_in

        def rule_in(module: str) -> Rule:
            rule = real(module)
            return rule._replace(check=fail) if rule.name == name else rule

        monkeypatch.setattr(registry, "_rule_in", rule_in)
        clear()

    def clear() -> None:
        rules = (registry.rule_named, registry.rules_in, registry.all_rules)
        for cached in (*rules, rulebook.rules_on, rulebook.calls):
            cached.cache_clear()

    yield break_it
    monkeypatch.undo()
    clear()


def test_rule_that_raises_is_a_diagnostic_and_the_others_run(
    broken: Callable[[str], None],
) -> None:
    usual = lint(TEN)
    broken("state-outside-country")

    outcome = lint_bytes(TEN.read_bytes(), Settings())

    (crash,) = (d for d in outcome.diagnostics if d.code == "CTC901")
    assert crash.message == "CTC402 failed: RuntimeError: oven\nout"
    assert crash.path == "/entry/content/Campaign"
    assert outcome.crashed
    rest = [d for d in outcome.diagnostics if d.code != "CTC901"]
    assert rest == [d for d in usual if d.code != "CTC402"]


def test_rule_for_a_fault_that_raises_is_a_diagnostic_at_the_fault(
    broken: Callable[[str], None],
) -> None:
    (usual,) = lint(TEN, select=["CTC205"])
    broken("duplicate-element")

    (crash,) = lint(TEN, select=["CTC901"])

    assert crash.message == "CTC205 failed: RuntimeError: oven\nout"
    assert crash.range == usual.range


def test_crash_is_told_even_if_it_is_not_selected(
    broken: Callable[[str], None],
) -> None:
    broken("duplicate-element")

    outcome = lint_bytes(TEN.read_bytes(), Settings(select=("CTC4",)))

    assert outcome.crashed
    assert {d.code for d in outcome.diagnostics} == {"CTC402", "CTC407", "CTC901"}


def test_crash_counts_even_if_it_is_ignored(broken: Callable[[str], None]) -> None:
    broken("duplicate-element")

    outcome = lint_bytes(TEN.read_bytes(), Settings(ignore=("CTC901",)))

    assert outcome.crashed
    assert "CTC901" not in {d.code for d in outcome.diagnostics}


@pytest.mark.parametrize("data", [b"<entry/>", b"\xff", b""])
def test_bug_of_the_engine_is_a_diagnostic(
    monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    def read(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(engine, "read", read)
    text = data.decode("utf-8", "replace")
    for outcome in (lint_bytes(data, Settings()), lint_text(text, Settings())):
        (found,) = outcome.diagnostics
        assert outcome.crashed
        assert found.code == "CTC901"
        assert found.message == "the linter failed: RecursionError: too deep"


# --------------------------------------------------------------- large and deep


def test_what_was_linted_before_changes_nothing() -> None:
    name = "<GreetingName>{}</GreetingName>"
    clean = CLEAN.read_text("utf-8").replace(
        "<Subject>", name.format("None") + "<Subject>"
    )
    changes = [
        ("<Subject>", "<Subject>", []),
        (name.format("None"), name.format("cmp_grt_name"), ["CTC203"]),
        (name.format("None"), name.format("LastName"), []),
        ("<Subject>", "<Subject>\x01", ["CTC129"]),
    ]
    documents = [(clean.replace(old, new), said) for old, new, said in changes]
    for text, said in documents * 2:
        assert codes(text) == codes(text.encode()) == said


def test_document_over_the_limit_is_not_read() -> None:
    data = CLEAN.read_bytes() + b" " * (2 << 20)

    (found,) = lint_bytes(data, Settings(largest=1 << 20)).diagnostics

    assert found.code == "CTC007"
    assert found.message == "the document has more than 1 MiB"
    assert (found.range.start.offset, found.range.end.offset) == (0, 1)


def test_nesting_deeper_than_xml_processors_take_is_one_diagnostic() -> None:
    deep = "<x>" * 300 + "</x>" * 300
    text = replaced(CLEAN, "</ContactLists>", f"</ContactLists>{deep}")

    found = [d for d in lint(text) if d.code == "CTC006"]

    assert [d.message for d in found] == [
        "elements are nested more than 256 levels deep"
    ]


# ------------------------------------------------------------------ the results


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: path.stem)
def test_results_are_plain_sorted_values(path: Path) -> None:
    found = lint(path)

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
    assert all(hash(d) is not None for d in found)
    assert lint(path) == found
    assert sorted(found, key=lambda d: d.sort_key) == found
    assert len(set(found)) == len(found)


def test_outcome_and_settings_can_be_sent_to_another_process() -> None:
    settings = Settings(Operation.UPDATE, ("CTC2",), ("CTC201",))
    outcome = lint_bytes(TEN.read_bytes(), settings)

    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301
    assert pickle.loads(pickle.dumps(outcome)) == outcome  # noqa: S301


def test_diagnostic_says_where_what_and_what_to_do() -> None:
    path = FIXTURES / "rules" / "CTC203-invalid-enum-value.xml"
    (found,) = lint(path, select=["CTC203"])

    assert isinstance(found, Diagnostic)
    assert found.name == "invalid-enum-value"
    assert found.path == "/entry/content/Campaign/GreetingName"
    assert found.help == (
        "did you mean `FirstName`?",
        "expected one of `FirstName`, `LastName`, `FirstAndLastName`, `None`",
    )
    (fix,) = found.fixes
    (edit,) = fix.edits
    assert (edit.range, edit.new_text) == (found.range, "FirstName")


def test_public_names_are_there() -> None:
    assert all(hasattr(ctct_lint, name) for name in ctct_lint.__all__)
    assert re.fullmatch(r"\d+\.\d+\.\d+", ctct_lint.__version__)


def test_rule_is_found_by_name_only_if_it_is_there() -> None:
    assert rule_named("missing-state").code == "CTC401"
    with pytest.raises(KeyError):
        rule_named("missing-country")


# ------------------------------------------------------------- one cause, one finding


@pytest.mark.parametrize(
    "cut",
    [
        "<Subject>",
        "</Subject>",
        "</Campaign>",
        "Campaign xmlns",
        "</entry>",
        "FromName>",
    ],
)
def test_document_that_was_cut_off_is_one_finding(cut: str) -> None:
    data = GOOD[: GOOD.index(cut)]

    assert [d.name for d in lint(data)] == ["truncated-document"]


@pytest.mark.parametrize("last", ["<!-- what was", "<Name><![CDATA[half a "])
def test_document_that_was_cut_off_inside_something(last: str) -> None:
    data = GOOD[: GOOD.index("<Name>")] + last

    assert [d.name for d in lint(data)] == ["truncated-document"]


def test_two_documents_in_one_file_are_one_finding() -> None:
    assert [d.name for d in lint(GOOD + GOOD)] == ["second-root"]


def test_value_lost_in_markup_is_not_judged() -> None:
    start, end = GOOD.index("<updated>"), GOOD.index("</updated>")
    data = GOOD[:start] + "<updated><b>2011</b>" + GOOD[end:]

    assert [d.name for d in lint(data)] == ["unescaped-markup"]


def test_second_byte_order_mark_is_a_finding() -> None:
    (found,) = lint(b"\xef\xbb\xbf\xef\xbb\xbf" + GOOD.encode())

    assert found.severity is Severity.ERROR
    assert found.range.start.offset == 0


def test_same_place_is_sorted_by_code() -> None:
    found = lint(GOOD.replace("<Name>", '<Name lang="en" id="x">'))

    assert [(d.range.start, d.code) for d in found] == sorted(
        (d.range.start, d.code) for d in found
    )


def test_faults_beyond_the_limit_are_counted() -> None:
    subject = GOOD.index("</Subject>")
    data = GOOD[:subject] + " & " * 250 + "x &nbsp; " + GOOD[subject:]
    found = lint(data, ignore=["value-too-long"])

    assert [d.code for d in found] == ["CTC107"] * 100 + ["CTC902", "CTC108"]
    assert found[100].message == "150 more CTC107 (bare-ampersand) not shown"


# ----------------------------------------------------------------------- encoded twice


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CafÃ©", [("Ã©", "é")]),
        ("it â€™s â€œnewâ€", [("â€™", "\u2019"), ("â€œ", "\u201c")]),
        ("ðŸ˜€", [("ðŸ˜€", "\U0001f600")]),
        # As it was read in ISO-8859-1.
        ("Ã\x89milie â\x80\x99", [("Ã\x89", "É"), ("â\x80\x99", "\u2019")]),
        ("Café, São Tomé, Ångström, Ä", []),
        ("à€€ is no character", []),
    ],
)
def test_text_that_was_encoded_twice(text: str, found: list[tuple[str, str]]) -> None:
    data = GOOD.replace("</Subject>", f" {text}</Subject>")
    told = lint(data, ignore=["CTC425"])

    ranges = [data[d.range.start.offset : d.range.end.offset] for d in told]
    meant = [d.fixes[0].edits[0].new_text for d in told]
    assert list(zip(ranges, meant, strict=True)) == found
    assert {d.code for d in told} <= {"CTC010"}


# ---------------------------------------------------------------------------- templates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<?php echo $subject; ?>", ["<?php echo $subject; ?>"]),
        ("\n  <?php echo $subject; ?>", ["<?php echo $subject; ?>"]),
        ("<?php echo 1 ?> and <?PHP echo 2 ?>", ["<?php echo 1 ?>", "<?PHP echo 2 ?>"]),
        ("<?php echo $subject;", ["<?php"]),
        ("News <?xml-stylesheet href=''?>", []),
        (
            "News <!-- <?php echo 1 ?> --> <![CDATA[<?php echo 2 ?>]]>",
            ["<?php echo 2 ?>"],
        ),
    ],
)
def test_code_of_a_template_is_all_that_is_said(text: str, found: list[str]) -> None:
    start, end = GOOD.index("<Subject>") + 9, GOOD.index("</Subject>")
    data = GOOD[:start] + text + GOOD[end:]
    told = lint(data)

    assert {d.name for d in told} <= {"template-leftover", "unrendered-placeholder"}
    assert [data[d.range.start.offset : d.range.end.offset] for d in told] == found


@pytest.mark.parametrize("code", ["<%= list.url %>", "<?= $list ?>", "{{ a & b }}"])
def test_code_in_an_attribute_is_all_that_is_said_of_its_value(code: str) -> None:
    found = lint(re.sub('<ContactList id="[^"]*"', f'<ContactList id="{code}"', GOOD))

    assert [d.message for d in found] == [
        f"`{code}` is the code of a template, not its result"
    ]


@pytest.mark.parametrize("end", ["<", "&", "&am", "&amp", "&#", "&#x4", "</", "<b"])
def test_document_that_is_cut_off_in_a_sign_has_one_fault(end: str) -> None:
    text = (
        f'<entry xmlns="http://www.w3.org/2005/Atom"><title>Rye & Oats</title><id>{end}'
    )

    found = lint(text, select=["CTC1"])

    assert [d.name for d in found] == ["bare-ampersand", "truncated-document"]


def test_what_is_no_text_is_said_and_nothing_else() -> None:
    found = lint(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")

    assert [(d.code, d.message) for d in found] == [("CTC005", "a PNG image, not XML")]


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_any_kind_are_a_document(
    kind: Callable[[bytes], bytes | bytearray | memoryview],
) -> None:
    assert [d.code for d in lint(kind(GOOD.encode()))] == []
    assert lint(kind(b" ")) == lint(" ")
