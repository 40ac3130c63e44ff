"""A sign that spoils a value is told alone if the value is right without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import messages, underlined, written_by_fixes

from ctct_lint import lint
from ctct_lint.model.severity import Applicability

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")
SOURCE = "ACTION_BY_CONTACT"


def contact_with(source: str) -> str:
    return CONTACT.replace(f">{SOURCE}<", f">{source}<")


@pytest.mark.parametrize(
    ("written", "code", "sign", "removed"),
    [
        (f"{SOURCE}&nbsp;", "CTC108", "&nbsp;", ["&nbsp;"]),
        (f"&nbsp;&shy;{SOURCE}", "CTC108", "&nbsp;", ["&nbsp;", "&shy;"]),
        (f"{SOURCE}&foo;", "CTC108", "&foo;", ["&foo;"]),
        (f"{SOURCE}&nbsp", "CTC110", "&nbsp", ["&nbsp"]),
        (f"{SOURCE}]]>", "CTC124", "]]>", ["]]>"]),
        (f"{SOURCE}&", "CTC107", "&", ["&"]),
        (f"{SOURCE} < ", "CTC106", "<", [" < "]),
        (f"& {SOURCE}", "CTC107", "&", ["& "]),
        (f"{SOURCE}<br>", "CTC501", "<br>", ["<br>"]),
        (f"<b>{SOURCE}", "CTC501", "<b>", ["<b>"]),
        (f'<?xml version="1.0"?>{SOURCE}', "CTC501", '<?xml version="1.0"?>', None),
    ],
)
def test_sign_in_a_value_that_is_right_without_it_is_all_that_is_told(
    written: str, code: str, sign: str, removed: list[str] | None
) -> None:
    text = contact_with(written)

    (told,) = lint(text, operation="create")

    assert (told.code, underlined(text, told)) == (code, sign)
    assert told.help == ("remove it: the value is right without it",)
    (fix,) = told.fixes
    assert (fix.title, fix.applicability) == ("remove it", Applicability.UNSAFE)
    spans = [(e.range.start.offset, e.range.end.offset) for e in fix.edits]
    assert [text[start:end] for start, end in spans] == (removed or [sign])
    assert not any(edit.new_text for edit in fix.edits)


@pytest.mark.parametrize(
    ("written", "code", "value"),
    [
        ("BY_CONTACT&nbsp;", "CTC108", "BY_CONTACT&nbsp;"),
        ("BY_CONTACT]]>", "CTC124", "BY_CONTACT]]>"),
        # A letter may have been meant.
        (f"{SOURCE}&eacute;", "CTC108", f"{SOURCE}&eacute;"),
    ],
)
def test_value_that_is_wrong_anyway_is_told_as_well(
    written: str, code: str, value: str
) -> None:
    text = contact_with(written)

    told = lint(text, operation="create")

    assert {(d.code, underlined(text, d)) for d in told} >= {("CTC203", value)}
    assert sorted(d.code for d in told) == sorted(["CTC203", code])


def test_each_value_is_judged_without_its_own_signs() -> None:
    text = contact_with(f"{SOURCE}&nbsp;")
    text = text.replace('type="text"', 'type="tex]]>&"', 1)

    told = lint(text, operation="create")

    assert messages(told) == [
        "`tex]]>&` is not a type of `title`",
        "`&` begins no reference here and is not escaped",
        "`&nbsp;` is no entity of XML",
    ]


def test_free_text_keeps_its_signs() -> None:
    text = CONTACT.replace("<FirstName>", "<FirstName>Tom & Jerry ]]>&nbsp;")

    told = lint(text, operation="create")

    assert written_by_fixes(text, told) == [
        ("CTC107", "&", "&amp;"),
        ("CTC124", "]]>", "]]&gt;"),
        ("CTC108", "&nbsp;", "&#160;"),
    ]


def test_namespace_with_a_sign_in_it_is_right_without_it() -> None:
    text = CONTACT.replace("2005/Atom", "2005/Atom&", 1)

    (told,) = lint(text, operation="create")

    assert (told.code, underlined(text, told)) == ("CTC107", "&")


def test_what_is_not_selected_decides_as_well() -> None:
    text = contact_with(f"{SOURCE}&nbsp;")

    (told,) = lint(text, operation="create", ignore=["CTC203"])

    assert [fix.title for fix in told.fixes] == ["remove it"]


def test_signs_without_which_there_is_no_xml_are_escaped() -> None:
    # What is left of `]]]>>` without the sign in it is one again.
    text = contact_with(f"{SOURCE}]]]]>>")

    told = lint(text, operation="create")

    assert sorted(d.code for d in told) == ["CTC124", "CTC203"]


@pytest.mark.parametrize(
    "very_much",
    [f"<Note>{'&' * 150}</Note>", "<Note>x</Note>" * 150],
    ids=["of the syntax", "of the schema"],
)
def test_where_very_much_is_only_counted_a_document_is_judged_once(
    very_much: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = contact_with(f"{SOURCE}&").replace("</Contact>", f"{very_much}</Contact>")
    alone = [one.code for one in lint(text, operation="create")]
    monkeypatch.setattr("ctct_lint.engine.needless._MOST_COUNTED", 20)

    codes = [one.code for one in lint(text, operation="create")]

    assert (alone.count("CTC203"), codes.count("CTC203")) == (0, 1)
