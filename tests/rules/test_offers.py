"""No value that a fix offers is refused in its turn, by a rule on the same field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.profiles.ctct.facts import FACTS, enumerated
from ctct_lint.schema.facts.annotated import root_of
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
DOCUMENTS = {
    owner: (VALID / name).read_text("utf-8")
    for owner, name in {
        "Campaign": "campaign-html.create.xml",
        "Contact": "contact.create.xml",
        "ContactList": "list.create.xml",
    }.items()
}
FIELDS = [(owner, name) for owner in DOCUMENTS for name in enumerated(owner)]
ALSO = "{urn:ctct-lint:facts}also"


def spellings(values: frozenset[str]) -> list[str]:
    """Return what people write for the values: other words, other case, a slip."""
    found = {v.lower() for v in values} | {v.upper() for v in values}
    found |= {v[:-1] for v in values if len(v) > 4} | {f"{v}x" for v in values}
    for file in filter(None, (*FACTS.files, FACTS.codes)):
        for also in root_of(FACTS._path(file)).iter(ALSO):
            if also.get("value") in values:
                found.update(map(str.strip, (also.text or "").split(";")))
    return sorted(found - values)


def with_value(owner: str, name: str, value: str) -> str:
    text = re.sub(rf"<{name}>[^<]*</{name}>|<{name}/>", "", DOCUMENTS[owner])
    return text.replace(f"</{owner}>", f"<{name}>{value}</{name}></{owner}>", 1)


def refused(text: str, name: str) -> list[tuple[str, str]]:
    """Return the fixes of a field that leave a fault in it, and what that is."""
    found = [d for d in lint(text) if d.path.endswith(f"/{name}")]
    codes = {d.code for d in found}
    offers = [(d, f) for d in found for f in d.fixes if f.title.startswith("write `")]
    mended = [(f, apply_edits(text, edits_of([ChosenFix(d, f)]))) for d, f in offers]
    return [
        (fix.title, d.message)
        for fix, better in mended
        for d in lint(better)
        if d.path.endswith(f"/{name}") and d.code not in codes
    ]


@pytest.mark.parametrize(("owner", "name"), FIELDS)
def test_no_offered_value_is_refused(owner: str, name: str) -> None:
    tried = spellings(enumerated(owner)[name])

    assert tried
    assert [r for v in tried for r in refused(with_value(owner, name, v), name)] == []


@pytest.mark.parametrize(
    ("owner", "state", "written", "advice"),
    [
        ("Campaign", "OrganizationState", "Puerto Rico", "OrganizationCountry"),
        ("Campaign", "OrganizationState", "pr", "OrganizationCountry"),
        ("Contact", "StateCode", "Puerto Rico", "CountryCode"),
        ("Contact", "StateCode", "P.R.", "CountryCode"),
        ("Contact", "StateCode", "pr", "CountryCode"),
    ],
)
def test_puerto_rico_is_a_country(
    owner: str, state: str, written: str, advice: str
) -> None:
    (found,) = lint(with_value(owner, state, written))

    assert found.help[0] == f"leave `{state}` empty and write `pr` in `{advice}`"
    assert found.fixes == ()


@pytest.mark.parametrize(
    ("state", "country", "help_"),
    [
        ("Ontario", "us", "`ON` is no state of `us`: correct it or the country"),
        ("ab", "us", "`AB` is no state of `us`: correct it or the country"),
        ("Texas", "CA", "`TX` is no state of `ca`: correct it or the country"),
        ("Texas", "us", "did you mean `TX`?"),
        ("Texas", "Oz", "did you mean `TX`?"),
    ],
)
def test_state_of_another_country_is_not_offered(
    state: str, country: str, help_: str
) -> None:
    text = with_value("Campaign", "OrganizationState", state)
    text = re.sub(r"(<OrganizationCountry>)[^<]*", rf"\g<1>{country}", text)

    found = [d for d in lint(text) if d.code == "CTC203"]

    assert [d.help[0] for d in found] == [help_]
