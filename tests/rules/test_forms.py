"""Form data of bulk activities: how it is read, and what is wrong with it."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.model.diagnostic import Severity
from ctct_lint.profiles.ctct.forms.activities import head_meant, head_named
from ctct_lint.profiles.ctct.forms.read import read_form

LIST = "http%3A%2F%2Fapi.constantcontact.com%2Fws%2Fcustomers%2Fjoe%2Flists%2F2"
PLAIN = "http://api.constantcontact.com/ws/customers/joe/lists/2"
DATA = "Email+Address%2CFirst+Name%0Afred%40example.com%2C+Fred"
ADD = f"activityType=SV_ADD&data={DATA}&lists={LIST}"
EXPORT = (
    "activityType=EXPORT_CONTACTS&fileType=CSV&exportOptDate=true&exportOptSource=true"
    f"&exportListName=false&sortBy=DATE_DESC&columns=EMAIL%20ADDRESS&listId={LIST}"
)


def said(text: str) -> list[str]:
    """Return what is said beside that it is no XML, with the characters."""
    return [
        f"{d.code} {text[d.range.start.offset : d.range.end.offset]}: {d.message}"
        for d in lint(text)
        if d.code != "CTC130"
    ]


def multipart(*fields: tuple[str, str], end: str = "\r\n") -> str:
    parts = [
        f"--x1{end}Content-Disposition: form-data; {name}{end}{end}{value}{end}"
        for name, value in fields
    ]
    return "".join(parts) + f"--x1--{end}"


def fixed(text: str) -> str:
    """Return the text with the first fix of each finding made."""
    edits = [e for d in lint(text) for fix in d.fixes[:1] for e in fix.edits]
    for edit in sorted(edits, key=lambda e: -e.range.start.offset):
        start, end = edit.range.start.offset, edit.range.end.offset
        text = text[:start] + edit.new_text + text[end:]
    return text


# ------------------------------------------------------------------------- reading


def test_names_and_values_are_decoded_and_found_again() -> None:
    text = "  a%5B0%5D=x+%C3%A9%2By&b=%FF&c\n"
    first, second, third = read_form(text)

    assert (first.name.text, first.text) == ("a[0]", "x é+y")
    assert text[slice(*first.name.span)] == "a%5B0%5D"
    assert text[slice(*first.at)] == "x+%C3%A9%2By"
    assert first.value is not None
    assert text[slice(*first.value.part(2, 3))] == "%C3%A9"
    assert second.text == "ÿ"
    assert (third.value, third.text, third.at) == (None, "", third.name.span)


def test_parts_of_a_multipart_form_are_as_they_stand() -> None:
    text = multipart(('name="a"', "1+1%20"), ("name=b; filename=c.csv", "x\r\ny"))
    first, second = read_form(text)

    assert (first.name.text, first.text) == ("a", "1+1%20")
    assert (second.name.text, second.text) == ("b", "x\r\ny")
    assert text[slice(*second.at)] == "x\r\ny"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        ("Rye bread", []),
        ("--x1\r\nContent-Type: text/csv\r\n\r\nno name", []),
        ('--x1\nContent-Disposition: form-data; name="a"', ["a"]),
        ('--x1\nContent-Disposition: form-data; name="a"\n\n1\n--x1--', ["a"]),
        ("&".join(["a=1"] * 1200), ["a"] * 1000),
        (multipart(*[('name="a"', "1")] * 1200), ["a"] * 1000),
    ],
)
def test_other_texts_are_no_forms_and_a_form_has_an_end(
    text: str, names: list[str]
) -> None:
    assert [field.name.text for field in read_form(text)] == names


# -------------------------------------------------------------- what is right already


@pytest.mark.parametrize(
    "text",
    [
        ADD,
        f"{ADD}&lists={LIST}\n",
        f"activityType=ADD_CONTACTS&data={DATA}&lists={LIST}",
        f"activityType=REMOVE_CONTACTS_FROM_LISTS&data=EMAIL%20ADDRESS&lists={LIST}",
        f"activityType=CLEAR_CONTACTS_FROM_LISTS&lists={LIST}&lists={LIST}",
        EXPORT,
        f"activityType=EXPORT_CONTACTS&listId={LIST.replace('%2F2', '%2Factive')}",
        multipart(
            ('name="activityType"', "SV_ADD"),
            ('name="lists"', PLAIN),
            ('name="data"; filename="a.csv"', '"Email Address","City"\nf@b.example,X'),
        ),
        "foo=1&bar=2",
        "lists=all&page=2",
        "a,b\n1,2\n",
        "Email Address,First Name\nfred@example.com,Fred\n",
    ],
)
def test_nothing_is_said_of_a_form_that_is_right(text: str) -> None:
    assert said(text) == []


def test_form_of_an_activity_is_told_by_its_type_alone() -> None:
    (found,) = lint(ADD)

    assert (found.code, found.severity) == ("CTC130", Severity.INFORMATION)
    assert found.message == "this is form data (`activityType=...`), not XML"
    assert found.help == (
        "this is right for `activities` alone, where a bulk activity is posted",
    )
    assert ADD[: found.range.end.offset] == "activityType"


# ---------------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ADD.replace("SV_ADD", "sv-add"),
            ["CTC740 sv-add: `sv-add` is not an activity type"],
        ),
        (
            ADD.replace("SV_ADD", "IMPORT"),
            ["CTC740 IMPORT: `IMPORT` is not an activity type"],
        ),
        (
            f"data={DATA}&lists={LIST}",
            [f"CTC741 {DATA}: the bulk activity lacks `activityType`"],
        ),
        (
            "activityType=SV_ADD",
            ["CTC741 SV_ADD: the bulk activity lacks `data` and `lists`"],
        ),
        ("activityType=", ["CTC741 activityType: `activityType` has no value"]),
        (
            ADD.replace("activityType", "activitytype"),
            ["CTC742 activitytype: `activitytype` is not a parameter of this activity"],
        ),
        (
            ADD.replace("lists=", "listId="),
            ["CTC742 listId: `listId` is not a parameter of this activity"],
        ),
        (
            ADD.replace("&", "&amp;"),
            [
                "CTC742 amp;data: `amp;data` is not a parameter of this activity",
                "CTC742 amp;lists: `amp;lists` is not a parameter of this activity",
            ],
        ),
        (
            f"activityType=CLEAR_CONTACTS_FROM_LISTS&lists={LIST}&data={DATA}",
            ["CTC743 data: `data` is not a parameter of this activity"],
        ),
        (
            f"{ADD}&apiKey=1",
            ["CTC743 apiKey: `apiKey` is not a parameter of any activity"],
        ),
        (
            f"{ADD}&data={DATA}",
            ["CTC744 data: `data` stands twice, but an activity has one"],
        ),
        (
            f"{ADD}&{'[x]' * 40}=1",
            [f"CTC743 {'[x]' * 40}: `{'[x]' * 13}…` is not a parameter"],
        ),
        (
            f"{ADD}&data=",
            ["CTC744 data: `data` stands twice, but an activity has one"],
        ),
        (ADD.replace(LIST, "2"), ["CTC745 2: `2` is not the URI of a list"]),
        (
            EXPORT.replace("DATE_DESC", "date_desc"),
            ["CTC746 date_desc: `date_desc` is not a valid sortBy"],
        ),
        (ADD.replace(LIST, PLAIN), ["CTC747 :: `:` in `lists` is not percent-encoded"]),
        (
            f"{ADD}%0A100%",
            [
                "CTC745 "
                + LIST
                + "%0A100%: `"
                + PLAIN[:39]
                + "…` is not the URI of a list"
            ],
        ),
        (
            ADD.replace("%2C+Fred", "%2C+Fred&Co"),
            ["CTC748 &: the `&` begins a new parameter, and the value ends before it"],
        ),
        (
            ADD.replace("fred%40", "fred+news%40"),
            ["CTC747 fred+news%40example.com: the `+` in an address becomes a blank"],
        ),
        (ADD.replace("fred%40", "fred%20news%40"), []),
        (
            ADD.replace("First", "Frist"),
            ["CTC749 Frist+Name: `Frist Name` is not a known head of a column"],
        ),
        (
            ADD.replace("First+Name", "Shoe+Size"),
            ["CTC749 Shoe+Size: `Shoe Size` is not a known head of a column"],
        ),
        (
            ADD.replace("Email+Address", "E-mail"),
            ["CTC749 E-mail: `E-mail` is not a known head of a column"],
        ),
        (
            EXPORT.replace("EMAIL%20", "MAIL%20"),
            ["CTC749 MAIL%20ADDRESS: `MAIL ADDRESS` is not a known head of a column"],
        ),
        (
            ADD.replace("Email+Address%2C", ""),
            ["CTC750 First+Name: the data has no column `EMAIL ADDRESS`"],
        ),
        (
            ADD.replace(DATA, "fred%40example.com"),
            ["CTC750 fred%40example.com: the first line is a contact, not the heads"],
        ),
        (
            "Email Address,Frist Name\nfred@example.com,Fred\n",
            ["CTC749 Frist Name: `Frist Name` is not a known head of a column"],
        ),
    ],
)
def test_each_fault_of_a_form_is_said_at_its_characters(
    text: str, expected: list[str]
) -> None:
    found = said(text)

    assert [line[: len(e)] for line, e in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(
    "text",
    [
        ADD.replace("SV_ADD", "sv_add"),
        ADD.replace("lists=", "lists%5B0%5D="),
        ADD.replace("&", "&amp;"),
        ADD.replace(LIST, PLAIN),
        ADD.replace("http%3A", "https%3A"),
        ADD.replace(LIST, LIST.replace("%", "%25")),
        EXPORT.replace("CSV", "csv"),
    ],
)
def test_fixes_make_the_form_right(text: str) -> None:
    assert said(text) != []
    assert fixed(text) in {ADD, EXPORT}


def test_value_too_long_to_be_written_anew_has_no_fix() -> None:
    text = ADD.replace("%2C+Fred", "%2C" + "é" * 20_000)
    (found,) = [d for d in lint(text) if d.code == "CTC747"]

    assert (found.help, found.fixes) == (("write `%C3%A9`",), ())


def test_heads_of_columns_are_known_by_other_names() -> None:
    assert head_named("custom_field_15") == "CUSTOM FIELD 15"
    assert (head_named("Zip"), head_meant("Zip")) == (None, "POSTAL CODE")
    assert head_meant("Colour") is None


# ------------------------------------------------------- what looks like another text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            "EMAIL+ADDRESS%0AJoe+<joe%40example.com>",
            ["CTC747 <: `<` in `data` is not percent-encoded"],
        ),
        (
            "EMAIL ADDRESS,COMPANY NAME%0Aa@example.com,a<b",
            ["CTC747  : a blank in `data` is not percent-encoded"],
        ),
        (
            "EMAIL+ADDRESS\na@example.com",
            ["CTC747 \n: a line break in `data` is not percent-encoded"],
        ),
        (
            "%3CContact%3E%0A%3C/Contact%3E",
            [
                "CTC747 /: `/` in `data` is not percent-encoded",
                "CTC750 %3CContact%3E: the data is XML, but must be a table in CSV",
            ],
        ),
    ],
)
def test_a_form_is_one_whatever_signs_it_holds(data: str, expected: list[str]) -> None:
    text = ADD.replace(DATA, data)

    assert sorted(said(text)) == expected
    (about,) = (d for d in lint(text) if d.code == "CTC130")
    assert about.severity == Severity.INFORMATION


def test_multipart_form_may_hold_signs_of_markup() -> None:
    data = "EMAIL ADDRESS,FIRST NAME\n<fred@example.com>,Fred"
    text = multipart(
        ('name="activityType"', "SV_ADD"),
        ('name="data"', data),
        ('name="lists"', PLAIN),
    )

    assert said(text) == []


def test_form_without_a_type_is_not_told_to_be_an_entry() -> None:
    (about,) = (d for d in lint(f"data={DATA}&lists={LIST}") if d.code == "CTC130")

    assert about.severity == Severity.INFORMATION
    assert about.message == "this is form data (`data=...`), not XML"


@pytest.mark.parametrize(
    "before",
    [
        "POST /ws/customers/joe/activities HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "Content-Type: application/x-www-form-urlencoded\n\n",
        "curl -u 'key%joe:secret' --data-binary ",
        "$ curl https://api.constantcontact.com/ws/customers/joe/activities -d '",
    ],
)
def test_form_behind_a_header_or_in_a_command_is_read(before: str) -> None:
    text = f"{before}{ADD.replace(LIST, '2')}" + "'" * before.endswith("'")
    about, found = lint(text)

    assert (about.code, about.severity) == ("CTC130", Severity.ERROR)
    assert about.range.start.offset == 0
    assert found.message == "`2` is not the URI of a list"
    assert text[found.range.start.offset : found.range.end.offset] == "2"


def test_parts_that_a_command_sends_are_read() -> None:
    text = (
        "curl -F activityType=SV_ADD --form 'data=@contacts.csv' -F x "
        f'-F "lists={PLAIN}" https://localhost/'
    )

    assert said(text) == []
    assert said(text.replace(PLAIN, "2")) == ["CTC745 2: `2` is not the URI of a list"]


def test_command_that_sends_nothing_is_no_form() -> None:
    (found,) = lint("curl https://localhost/")

    assert found.message == (
        "this is a command of a shell (`curl https://localhost/`), not XML"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Email,First Name\njoe@example.com,Joe",
            ["CTC749 Email: `Email` is not a known head of a column"],
        ),
        (
            "FIRST NAME,LAST NAME\nJoe,Rye",
            ["CTC750 FIRST NAME,LAST NAME: the data has no column `EMAIL ADDRESS`"],
        ),
        ("Dear company, dear all\nof you", []),
    ],
)
def test_bare_table_is_known_by_two_heads(text: str, expected: list[str]) -> None:
    assert [s for s in said(text) if "CTC130" not in s] == expected


@pytest.mark.parametrize("mark", ["'", '"'])
def test_string_of_a_program_is_no_form_yet_but_read_as_one(mark: str) -> None:
    form = f"activityType=ADD_CONTACT&data={DATA}&lists=2"

    assert said(f"{mark}{form}{mark}\n") == [
        "CTC740 ADD_CONTACT: `ADD_CONTACT` is not an activity type",
        "CTC745 2: `2` is not the URI of a list",
    ]
    (about,) = lint(f"{mark}{ADD}{mark}")
    assert about.message == f"this is a quotation mark (`{mark}`), not XML"
    assert about.help == ("send only what stands between the quotes",)
    assert about.severity == Severity.ERROR


@pytest.mark.parametrize("text", ['"', "'activityType=SV_ADD", '"a","b"', "\"'"])
def test_lone_quotation_marks_hold_no_form(text: str) -> None:
    assert [d.code for d in lint(text)] == ["CTC130"]
