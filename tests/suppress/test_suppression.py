"""Comments of a document suppress its diagnostics, and nothing else."""

from __future__ import annotations

import pytest
from fixture_file import FIXTURES, GOOD
from hypothesis import given
from hypothesis import strategies as st
from linting import lint_bytes, lint_text

from ctct_lint import Diagnostic, lint
from ctct_lint.config import Settings, covers
from ctct_lint.model.severity import Severity
from ctct_lint.schema.repairing.unknown_model import UnknownModel
from ctct_lint.suppress.rulebook import Rulebook
from ctct_lint.suppress.scope import find_directives

TEN = (FIXTURES / "invalid" / "ten-faults.xml").read_text("utf-8")
TWO = GOOD.replace("<Name>", "<Oven>1</Oven>\n<Yeast>\n2</Yeast>\n<Name>", 1)


def comment(words: str) -> str:
    return f"<!-- ctct-lint: {words} -->"


def with_comments(text: str, **before: str) -> str:
    """Put comments before the first start tags of these names."""
    for name, words in before.items():
        assert f"<{name}" in text
        text = text.replace(f"<{name}", f"{comment(words)}<{name}", 1)
    return text


def found(text: str, **options: object) -> list[str]:
    """Return the codes with the words that they are about, in order."""
    return [
        f"{d.code} {d.message.partition('`')[2].partition('`')[0]}"
        for d in lint(text, **options)  # type: ignore[arg-type]
    ]


def test_documents_have_what_is_suppressed_here() -> None:
    assert found(GOOD) == []
    assert found(TWO) == ["CTC201 Oven", "CTC201 Yeast"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ctct-lint-ignore[CTC201]", ["CTC905 ctct-lint-ignore"]),
        ("checked with ctct-lint", []),
    ],
)
def test_comment_without_the_colon_is_told_in_a_document_in_order(
    words: str, expected: list[str]
) -> None:
    text = GOOD.replace("<Name>", f"<!-- {words} --><Name>", 1)

    assert found(text) == expected
    assert [d.code for d in lint_bytes(text.encode(), Settings()).diagnostics] == [
        code[:6] for code in expected
    ]


# ---------------------------------------------------------------------------- ignore


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"Oven": "ignore"}, ["CTC201 Yeast"]),
        ({"Oven": "ignore[CTC201]"}, ["CTC201 Yeast"]),
        ({"Oven": "ignore[ctc2] in the shop"}, ["CTC201 Yeast"]),
        ({"Yeast": "ignore[unknown-element]"}, ["CTC201 Oven"]),
        ({"Oven": "ignore", "Yeast": "ignore"}, []),
        ({"Campaign": "ignore[CTC201]"}, []),
        ({"entry": "ignore[CTC201]"}, []),
    ],
)
def test_ignore_is_about_the_next_element(
    before: dict[str, str], expected: list[str]
) -> None:
    assert found(with_comments(TWO, **before)) == expected


def test_ignore_reaches_from_the_start_tag_to_the_end_tag() -> None:
    text = GOOD.replace("</ContactLists>", "<Salt/></ContactLists><Rye/>")
    assert found(text) == ["CTC201 Salt", "CTC201 Rye"]

    assert found(with_comments(text, ContactLists="ignore")) == ["CTC201 Rye"]
    assert found(with_comments(text, Salt="ignore")) == ["CTC201 Rye"]
    assert found(with_comments(text, Rye="ignore")) == ["CTC201 Salt"]


@pytest.mark.parametrize(
    "value", ["{}cmp_grt_name", "cmp_grt_name{}", "cmp_{}grt_name", "\n  {}\n  x\n"]
)
def test_ignore_in_a_text_is_about_the_element_that_holds_it(value: str) -> None:
    def put(mark: str) -> str:
        return GOOD.replace("Format>HTML<", f"Format>{value.format(mark)}<")

    assert [f.partition(" ")[0] for f in found(put(""))] == ["CTC203"]
    assert found(put(comment("ignore[CTC203] filled in later"))) == []


def test_ignore_behind_the_last_element_is_about_nothing() -> None:
    text = TWO.replace("</Campaign>", comment("ignore[CTC201]") + "</Campaign>")

    assert found(text) == ["CTC201 Oven", "CTC201 Yeast", "CTC903 ignore[CTC201]"]


def test_innermost_ignore_is_the_one_that_counts() -> None:
    text = with_comments(TWO, Campaign="ignore[CTC201]", Oven="ignore", Yeast="ignore")

    assert found(text) == ["CTC903 ignore[CTC201]"]


def test_ignore_of_siblings_does_not_reach_what_is_between() -> None:
    three = TWO.replace("<Yeast>", "<Rye/><Yeast>")

    assert found(with_comments(three, Oven="ignore", Yeast="ignore")) == ["CTC201 Rye"]


# ------------------------------------------------------------------ disable and enable


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"Oven": "disable"}, []),
        ({"Oven": "disable[CTC201]", "Yeast": "enable[CTC201]"}, ["CTC201 Yeast"]),
        ({"Oven": "disable[CTC201]", "Yeast": "enable"}, ["CTC201 Yeast"]),
        ({"Oven": "disable", "Yeast": "enable[CTC2]"}, ["CTC201 Yeast"]),
        (
            {"Oven": "disable[CTC2]", "Yeast": "enable[unknown-element]"},
            ["CTC201 Yeast"],
        ),
        ({"Yeast": "disable[CTC201]"}, ["CTC201 Oven"]),
        ({"entry": "disable[CTC201]"}, []),
        (
            {"Oven": "disable[CTC201]", "Yeast": "enable[CTC4]"},
            ["CTC903 enable[CTC4]"],
        ),
        (
            {"Oven": "disable[CTC201]", "Yeast": "enable[CTC4, CTC201]"},
            ["CTC903 CTC4", "CTC201 Yeast"],
        ),
        (
            {"Oven": "enable", "Yeast": "disable[CTC201]"},
            ["CTC903 enable", "CTC201 Oven"],
        ),
        (
            {"Oven": "disable[CTC201]", "Yeast": "enable", "Name": "enable"},
            ["CTC201 Yeast", "CTC903 enable"],
        ),
        (
            {"Oven": "disable[CTC201]", "Yeast": "disable[CTC2]"},
            [],
        ),
        (
            {"Oven": "disable[CTC201]", "Yeast": "ignore"},
            [],
        ),
        (
            {"Name": "disable[CTC201]"},
            ["CTC201 Oven", "CTC201 Yeast", "CTC903 disable[CTC201]"],
        ),
    ],
)
def test_disable_reaches_up_to_enable_or_the_end(
    before: dict[str, str], expected: list[str]
) -> None:
    assert found(with_comments(TWO, **before)) == expected


# ------------------------------------------------------------------------ ignore-file


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"entry": "ignore-file"}, []),
        ({"entry": "ignore-file", "Name": "ignore[CTC999]"}, []),
        ({"entry": "ignore-file[CTC201]"}, []),
        ({"Name": "ignore-file[CTC201]"}, []),
        ({"Name": "ignore-file[CTC201]", "Oven": "ignore"}, []),
        (
            {"Name": "ignore-file"},
            ["CTC201 Oven", "CTC201 Yeast", "CTC905 ignore-file"],
        ),
        (
            {"Name": "ignore-file[CTC4]"},
            ["CTC201 Oven", "CTC201 Yeast", "CTC903 ignore-file[CTC4]"],
        ),
        (
            {"Oven": "ignore-file[CTC2]", "Yeast": "ignore-file[CTC201]"},
            ["CTC903 ignore-file[CTC201]"],
        ),
    ],
)
def test_ignore_file_is_about_all_of_the_file(
    before: dict[str, str], expected: list[str]
) -> None:
    assert found(with_comments(TWO, **before)) == expected


def test_file_that_is_ignored_needs_no_reason_to_be() -> None:
    assert found(with_comments(GOOD, entry="ignore-file")) == []
    assert found(with_comments(GOOD, entry="ignore-file[CTC2]")) == [
        "CTC903 ignore-file[CTC2]"
    ]


def test_enable_does_not_end_what_is_said_of_the_file() -> None:
    text = with_comments(TWO, entry="ignore-file[CTC2]", Oven="disable", Yeast="enable")

    assert found(text) == []


# ------------------------------------------------------------- what is no suppression


@pytest.mark.parametrize(
    "hidden",
    [
        "<![CDATA[{}]]>",
        "<!-- see {} -->".replace("{}", "ctct-lint: ignore-file"),
        "<?note {}?>",
        "&lt;!-- ctct-lint: ignore-file --&gt;",
    ],
)
def test_text_that_only_looks_like_a_comment_suppresses_nothing(hidden: str) -> None:
    text = TWO.replace("<Oven>1", "<Oven>" + hidden.format(comment("ignore[CTC201]")))

    assert found(text) == ["CTC201 Oven", "CTC201 Yeast"]


def test_attribute_that_looks_like_a_comment_suppresses_nothing() -> None:
    value = "ctct-lint: ignore[CTC201]"
    text = TWO.replace("<Name>", f'<Name note="&lt;!-- {value} -->">')

    assert found(text)[:2] == ["CTC201 Oven", "CTC201 Yeast"]


# --------------------------------------------------------------------- broken documents


def test_faults_of_the_syntax_are_not_suppressed() -> None:
    text = with_comments(TWO, entry="ignore-file").replace("<Oven>1", "<Oven>&")

    assert found(text) == ["CTC107 &"]


@pytest.mark.parametrize("selector", ["CTC1", "CTC107", "bare-ampersand", "CTC9"])
def test_comment_about_what_cannot_be_suppressed_says_so(selector: str) -> None:
    text = with_comments(GOOD, Name=f"ignore[{selector}]")

    (only,) = lint(text)
    assert only.message == f"`{selector}` cannot be suppressed by a comment"


def test_end_tag_without_a_name_closes_nothing_behind_the_root() -> None:
    text = f"{GOOD}</>{comment('ignore[CTC201]')}"

    assert found(text) == ["CTC103 </>", "CTC903 ignore[CTC201]"]


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ("<Oven>1", []),
        ("<Oven>1</Ovne>", ["CTC201 Yeast"]),
        ("<Oven>1</Oven", ["CTC201 Yeast"]),
        ("<Oven", []),
        ("<Oven>1</Rye></Oven>", ["CTC201 Yeast"]),
        ("<Oven>1</></Oven>", ["CTC201 Yeast"]),
    ],
)
def test_element_of_a_broken_document_ends_with_its_tag_or_with_the_one_around_it(
    broken: str, expected: list[str]
) -> None:
    text = TWO.replace("<Oven>1</Oven>", f"{comment('ignore[CTC201]')}{broken}")

    assert [f for f in found(text) if f.startswith("CTC201")] == expected


def test_misspelt_end_tag_of_a_known_element_ends_it() -> None:
    text = with_comments(TWO, Name="ignore[CTC201]").replace("</Name>", "</Nmae>")
    text = text.replace("</Nmae>", "</Nmae><Salt/>")

    assert [f for f in found(text) if f.startswith("CTC201")] == [
        *("CTC201 Oven", "CTC201 Yeast", "CTC201 Salt")
    ]


@pytest.mark.parametrize(
    "text", ["<!-- ctct-lint: ignore[CTC2] -->", "ctct-lint: nothing", "ctct-lint:<"]
)
def test_what_is_no_document_has_no_suppressions(text: str) -> None:
    assert [one.split()[0] for one in found(text)] == ["CTC130"]


def test_comment_in_a_cut_off_document() -> None:
    text = with_comments(TWO, entry="ignore-file[CTC2]")
    text = text[: text.index("</Yeast>")]

    assert [f.partition(" ")[0] for f in found(text)] == ["CTC104"]


def test_many_comments_and_tags_take_no_time_of_their_own() -> None:
    """A square of twenty thousand would not end while anyone waits."""
    deep = "<b>" * 200 + "</b>" * 200
    marks = (comment("ignore[CTC2]") + "<c>") * 20_000 + "</d>" * 20_000
    text = f"<a>{deep}{marks}"
    opened = find_directives(text, UnknownModel(declares_entities=False)).directives

    assert len(opened) == 20_000


# ----------------------------------------------------------------- selection and limits


@pytest.mark.parametrize("options", [{"ignore": ["CTC201"]}, {"select": ["CTC9"]}])
def test_what_is_not_selected_counts_as_found(options: dict[str, list[str]]) -> None:
    text = with_comments(TWO, Oven="ignore[CTC201]", Yeast="ignore[CTC405]")

    assert found(text, **options) == ["CTC903 ignore[CTC405]"]


def test_comments_at_fault_can_be_left_out() -> None:
    text = with_comments(GOOD, Name="ignore")

    assert found(text, ignore=["CTC903"]) == []
    assert found(text, select=["CTC2"]) == []


def test_severity_of_comments_at_fault_can_be_changed() -> None:
    text = with_comments(TWO, Name="ignore")
    settings = Settings(severities=(("CTC", Severity.HINT),))

    assert {d.severity for d in lint_text(text, settings).diagnostics} == {
        Severity.HINT
    }
    assert {d.severity for d in lint_text(TWO, settings).diagnostics} == {Severity.HINT}


def test_only_what_is_left_is_counted() -> None:
    many = "<Salt/>" * 3
    text = TWO.replace(
        "<Oven>", f"{comment('disable[CTC201]')}{many}{comment('enable')}<Oven>"
    )
    text = text.replace("<Name>", f"{many}<Name>")

    outcome = lint_text(text, Settings(most=2))

    assert [d.message for d in outcome.diagnostics][-1] == (
        "3 more CTC201 (unknown-element) not shown"
    )
    assert len(outcome.diagnostics) == 3


def test_bytes_and_text_are_suppressed_alike() -> None:
    text = with_comments(TWO, Oven="ignore")

    expected = lint_text(text, Settings())
    assert lint_bytes(text.encode(), Settings()) == expected
    utf16 = text.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert found(text) == [
        f"{d.code} Yeast" for d in lint_bytes(utf16, Settings()).diagnostics
    ]


# ---------------------------------------------------------------------------- the fixes


def mended(text: str) -> str:
    """Apply the fixes of the first comment at fault until there is none."""
    while True:
        faulty = [d for d in lint(text) if d.code.startswith("CTC90")]
        if not faulty:
            return text
        text = _applied(text, faulty[0])


def _applied(text: str, diagnostic: Diagnostic) -> str:
    (fix,) = diagnostic.fixes
    (edit,) = fix.edits
    start, end = edit.range.start.offset, edit.range.end.offset
    return text[:start] + edit.new_text + text[end:]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{ignore}<Name>", "<Name>"),
        ("  {ignore}  \n  <Name>", "  <Name>"),
        ("\r\n  {ignore}\r\n<Name>", "\r\n<Name>"),
        ("\r  {ignore}\r<Name>", "\r<Name>"),
        ("\r  {ignore}\n\r<Name>", "\r\r<Name>"),
        ("<Name>{ignore} ", "<Name> "),
        ("<Name>\n {ignore}\n", "<Name>\n \n"),
        ("<Name><![CDATA[]]>{ignore}", "<Name><![CDATA[]]>"),
        ("{ignore[CTC4, CTC9]}<Name>", "<Name>"),
        ("{ignore[CTC4, malformed-dat] why}<Name>", "<Name>"),
        ("{ignore CTC405}<Name>", "<Name>"),
    ],
)
def test_comment_that_does_nothing_is_taken_away(written: str, expected: str) -> None:
    def put(words: str) -> str:
        for words_inside in [w.partition("}")[0] for w in words.split("{")[1:]]:
            words = words.replace(f"{{{words_inside}}}", comment(words_inside))
        return GOOD.replace("      <Name>", words, 1)

    assert mended(put(written)) == put(expected)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_is_taken_away_at_the_start_and_the_end_of_a_document(end: str) -> None:
    text = GOOD.partition("\n")[2].rstrip().replace("\n", end)
    first, last = f"{comment('ignore')} {end}", f"{end}{comment('ignore')}"

    assert mended(first + text + last) == text + end


@pytest.mark.parametrize(
    ("selectors", "expected"),
    [
        ("CTC201, CTC405", "CTC201"),
        ("CTC405,CTC201", "CTC201"),
        ("CTC405, CTC201, CTC406", "CTC201"),
        ("CTC201, CTC201", "CTC201"),
        ("CTC2, CTC201", "CTC2"),
        ("unknown-elemnt", "unknown-element"),
        ("bread, CTC201", "CTC201"),
        ("CTC107 CTC201", "CTC201"),
    ],
)
def test_selector_that_does_nothing_is_taken_away(
    selectors: str, expected: str
) -> None:
    text = with_comments(TWO, Oven=f"ignore[{selectors}] because")

    assert mended(text) == with_comments(TWO, Oven=f"ignore[{expected}] because")


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ({"Oven": "ignore[CTC4, CTC201]"}, "`CTC4` suppresses nothing"),
        (
            {"Oven": "disable[CTC201]", "Yeast": "enable[CTC4, CTC201]"},
            "`CTC4` ends nothing: that is not disabled here",
        ),
        (
            {"Oven": "ignore[CTC101, CTC201]"},
            "`CTC101` cannot be suppressed by a comment",
        ),
        (
            {"Oven": "disable[CTC201]", "Yeast": "enable[CTC101, CTC201]"},
            "`CTC101` cannot be suppressed by a comment",
        ),
    ],
)
def test_why_a_selector_does_nothing(before: dict[str, str], message: str) -> None:
    said = [d.message for d in lint(with_comments(TWO, **before)) if d.code == "CTC903"]

    assert said == [message]


RAW = GOOD.replace("<Subject>", "<Subject>a <b>c<br> d ", 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ignore-file", []),
        ("ignore-file[CTC501]", ["CTC903 CTC501"]),
        ("ignore-file[unescaped-markup] why", ["CTC903 unescaped-markup"]),
        ("disable[CTC5]", ["CTC903 CTC5"]),
        ("disable", ["CTC903 disable"]),
    ],
)
def test_what_keeps_a_document_from_being_xml_cannot_be_suppressed(
    words: str, expected: list[str]
) -> None:
    assert found(RAW) == ["CTC501 <b>"]
    assert found(with_comments(RAW, entry=words)) == [*expected, "CTC501 <b>"]


def test_markup_that_is_not_escaped_but_balanced_can_be_suppressed() -> None:
    text = GOOD.replace("<Subject>", "<Subject><b>c</b> ", 1)

    assert found(text) == ["CTC501 <b>"]
    assert found(with_comments(text, Subject="ignore[CTC501]")) == []


def test_clean_document_without_comments_needs_no_suppression() -> None:
    assert "ctct-lint:" not in GOOD
    assert lint(TEN) == list(lint_text(TEN, Settings()).diagnostics)


def test_only_so_many_misspelt_names_are_compared() -> None:
    rulebook = Rulebook(lambda: [("CTC201", "unknown-element")], covers)

    meant = [rulebook.name_meant("unknown-elemnt") for _ in range(201)]

    assert meant == ["unknown-element"] * 200 + [None]


# ---------------------------------------------------------------------- any documents


VERBS = ["ignore", "disable", "enable", "ignore-file", "disabel", ""]
SELECTORS = ["CTC2", "CTC201", "CTC4", "CTC1", "bread", "unknown-elemnt", "duplicate"]
PARTS = ["<Name>", "</Name>", "<Oven/>", "<Oven>", "&", "<", "-->", "<!--", "]]>"]


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Return a document with comments, and what breaks it, wherever that may be."""
    text = draw(st.sampled_from([TEN, TWO, GOOD]))
    for _ in range(draw(st.integers(1, 5))):
        chosen = draw(st.lists(st.sampled_from(SELECTORS), max_size=3))
        codes = f"[{', '.join(chosen)}]" if draw(st.booleans()) else ""
        mark = comment(draw(st.sampled_from(VERBS)) + codes)
        piece = draw(st.sampled_from([mark, mark, mark, *PARTS]))
        at = draw(st.integers(0, len(text)))
        tag = text.find("<", at) if draw(st.booleans()) else at
        text = text[:tag] + piece + text[tag:] if tag >= 0 else text + piece
    return text


@given(spoilt())
def test_comments_only_ever_take_away(text: str) -> None:
    """What is left was there without them; what is about them is besides."""
    outcome = lint_text(text, Settings(most=10_000))
    deaf = text.replace("ctct-lint:", "ctct_lint:")
    without = [
        (d.code, d.range, d.path)
        for d in lint_text(deaf, Settings(most=10_000)).diagnostics
    ]
    kept = [
        (d.code, d.range, d.path)
        for d in outcome.diagnostics
        if d.code not in {"CTC903", "CTC904", "CTC905"}
    ]

    assert not outcome.crashed
    assert [one for one in without if one in kept] == kept
    fixed = [one for one in without if one[0].startswith(("CTC00", "CTC1"))]
    assert [one for one in kept if one in fixed] == fixed
