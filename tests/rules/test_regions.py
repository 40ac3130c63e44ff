"""What is said of a region that stands in the element of states."""

from __future__ import annotations

import pytest

from ctct_lint import Diagnostic, Severity, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.profiles.ctct.names import ATOM, CTCT
from ctct_lint.xml.edits import apply_edits

HEAD = f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
RULES = ("CTC203", "CTC402", "CTC403")
ABROAD = (
    "write the region in `OrganizationInternationalState`: states are for `us` and `ca`"
)
NAMES = {"S": "OrganizationState", "R": "OrganizationInternationalState"}
NAMES["C"] = "OrganizationCountry"


def campaign(short: str) -> str:
    """Return a campaign with these elements: `<S>Bayern</S>` for the state."""
    for letter, name in NAMES.items():
        short = short.replace(f"<{letter}", f"<{name}")
        short = short.replace(f"</{letter}", f"</{name}")
    return f'{HEAD}<Campaign xmlns="{CTCT}">{short}</Campaign></content></entry>'


def found_in(short: str, operation: str = "create") -> list[Diagnostic]:
    return lint(campaign(short), operation=operation, select=RULES)


def mended(short: str) -> tuple[str, str]:
    """Return the title of the one fix, and what it makes of the document."""
    (found,) = found_in(short)
    (fix,) = found.fixes
    assert fix.applicability is Applicability.UNSAFE
    return fix.title, apply_edits(campaign(short), edits_of([ChosenFix(found, fix)]))


@pytest.mark.parametrize("country", ["de", "DE", "Germany", " gb "])
def test_region_abroad_belongs_in_the_other_element(country: str) -> None:
    (found,) = found_in(f"<S>Bayern</S><C>{country}</C>")

    assert found.code == "CTC203"
    assert found.message == "`Bayern` is not a valid OrganizationState"
    assert found.help == (ABROAD,)
    assert [label.message for label in found.related] == ["the country"]


@pytest.mark.parametrize(
    "country", ["<C>us</C>", "<C>CA</C>", "<C>USA</C>", "<C>Oz</C>", "<C/>", ""]
)
def test_codes_are_listed_where_there_may_be_states(country: str) -> None:
    (found,) = found_in(f"<S>Bayern</S>{country}")

    assert found.help[0].startswith("expected one of `")
    assert (found.fixes, found.related) == ((), ())


def test_state_that_is_misspelt_at_home_is_corrected() -> None:
    (found,) = found_in("<S>ma</S><C>us</C>")

    assert found.help[0] == "did you mean `MA`?"


@pytest.mark.parametrize(
    ("before", "title", "after"),
    [
        ("<S>Bayern</S><C>de</C>", "R", "<R>Bayern</R><C>de</C>"),
        (
            "<S>Bayern</S><R></R><C>de</C>",
            "R",
            "<R>Bayern</R><S></S><C>de</C>",
        ),
        ("<R/><S>Bayern</S><C>de</C>", "R", "<S/><R>Bayern</R><C>de</C>"),
        ("<S>Bayern</S><R>Bavaria</R><C>de</C>", "", "<S></S><R>Bavaria</R><C>de</C>"),
    ],
)
def test_fix_renames_the_element_unless_there_are_two_regions(
    before: str, title: str, after: str
) -> None:
    titles = {
        "R": "rename it to `OrganizationInternationalState`",
        "": "remove the text of `OrganizationState`",
    }
    assert mended(before) == (titles[title], campaign(after))
    assert found_in(after) == []


def test_prefix_is_kept() -> None:
    before = campaign("<S>Bayern</S><C>de</C>").replace("xmlns=", "xmlns:c=")
    before = before.replace("xmlns:c=", "xmlns=", 1)
    for name in ("Campaign", *NAMES.values()):
        before = before.replace(f"<{name}", f"<c:{name}")
        before = before.replace(f"</{name}", f"</c:{name}")
    (found,) = lint(before, operation="create", select=RULES)
    after = apply_edits(before, edits_of([ChosenFix(found, found.fixes[0])]))

    name = "c:OrganizationInternationalState"
    assert f"<{name}>Bayern</{name}><c:OrganizationCountry>" in after


def test_region_that_the_server_wrote_is_a_warning() -> None:
    found = found_in("<S>Bayern</S><C>de</C>", "response")

    assert [(d.help, d.severity) for d in found] == [((ABROAD,), Severity.WARNING)]


@pytest.mark.parametrize(
    ("short", "codes"),
    [
        ("<S>Bayern</S><R>Bayern</R><C>de</C>", ["CTC203"]),
        ("<S>MA</S><R>Kent</R><C>gb</C>", ["CTC403"]),
        ("<S>MA</S><R>$ACCOUNT.STATE</R><C>gb</C>", ["CTC402"]),
        ("<S>MA</S><R></R><C>gb</C>", ["CTC402"]),
        ("<S>Bayern</S><R>Bayern</R><C>us</C>", ["CTC203", "CTC403"]),
        ("<S>ON</S><R>Kent</R><C>us</C>", ["CTC402", "CTC403"]),
    ],
)
def test_state_and_region_that_are_both_wrong_are_told_once_each(
    short: str, codes: list[str]
) -> None:
    assert [d.code for d in found_in(short)] == codes
