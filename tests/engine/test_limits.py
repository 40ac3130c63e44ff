"""What is not shown of a rule's findings is counted, and no diagnostic is built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from linting import lint_bytes

from ctct_lint.config import Settings
from ctct_lint.engine import run
from ctct_lint.engine.found import RuleFinding
from ctct_lint.engine.limits import limited_more
from ctct_lint.engine.locate import Located, Locations
from ctct_lint.model.diagnostic import Diagnostic
from ctct_lint.model.fault import Fault
from ctct_lint.model.left_out import LeftOut, as_left_out, number_of
from ctct_lint.model.quota import MOST_OF_KIND
from ctct_lint.profiles.ctct.operation import Operation

SETTINGS = Settings(most=2)


def mail(html: str, before: str = "", subject: str = "Rye") -> bytes:
    return (
        f'{before}<entry xmlns="http://www.w3.org/2005/Atom">'
        '<content type="application/vnd.ctct+xml">'
        '<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/">'
        f"<Subject>{subject}</Subject>"
        f"<EmailContent><![CDATA[<html><body>{html}</body></html>]]></EmailContent>"
        "</Campaign></content></entry>"
    ).encode()


def campaign(children: str) -> bytes:
    return (
        '<entry xmlns="http://www.w3.org/2005/Atom">'
        '<content type="application/vnd.ctct+xml">'
        '<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/">'
        f"{children}</Campaign></content></entry>"
    ).encode()


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the codes of the findings that diagnostics were built of."""
    codes: list[str] = []
    real = Locations.diagnostic

    def noted(self: Locations, located: Located) -> Diagnostic:
        codes.append(located.code)
        return real(self, located)

    monkeypatch.setattr(Locations, "diagnostic", noted)
    return codes


IMAGES = '<img src="http://a.example/a.gif">' * 9


@pytest.mark.parametrize(
    "data",
    [
        mail(IMAGES),
        mail(IMAGES, "<!-- ctct-lint: ignore-file[CTC4] -->"),
        mail(IMAGES, subject="R & y"),
        mail(IMAGES, subject="CafÃ©"),
    ],
    ids=["plain", "comment", "syntax fault", "encoded twice"],
)
def test_what_is_not_shown_is_counted_and_not_built(
    data: bytes, built: list[str]
) -> None:
    found = lint_bytes(data, SETTINGS).diagnostics

    assert built.count("CTC543") == 2
    assert [d.code for d in found].count("CTC543") == 2
    assert "7 more CTC543 (image-without-alt) not shown" in [d.message for d in found]


def test_what_is_suppressed_is_not_counted(built: list[str]) -> None:
    found = lint_bytes(
        mail(IMAGES, "<!-- ctct-lint: ignore-file[CTC543] -->"), SETTINGS
    )

    assert "CTC543" not in built
    assert not [d for d in found.diagnostics if "CTC543" in d.code + d.message]


def test_what_is_not_selected_is_neither_counted_nor_built(built: list[str]) -> None:
    found = lint_bytes(mail(IMAGES), SETTINGS._replace(select=("CTC5",)))

    assert set(built) == {d.code for d in found.diagnostics} - {"CTC902"}
    assert {code[:4] for code in built} == {"CTC5"}


@pytest.mark.parametrize(
    ("children", "code"),
    [
        ("<Unknown/>" * 9, "CTC201"),
        ("".join(f"<x{n}/>" for n in range(9)), "CTC201"),
        ("<link/>" * 9, "CTC206"),
        ("<Name>a</Name>" * 10, "CTC205"),
    ],
)
def test_faults_of_the_schema_that_are_not_shown_are_not_worded(
    children: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    worded: list[str] = []
    real = run.word_faults

    def noted(faults: Iterable[Fault], operation: Operation) -> Iterator[RuleFinding]:
        for found in real(faults, operation):
            worded.append(found.rule.code)
            yield found

    monkeypatch.setattr(run, "word_faults", noted)
    found = lint_bytes(campaign(children), SETTINGS).diagnostics

    assert worded.count(code) == SETTINGS.most + 1
    assert [d.code for d in found].count(code) == SETTINGS.most
    assert f"7 more {code}" in " ".join(d.message for d in found)


def test_all_are_worded_where_a_comment_may_suppress_the_first_ones() -> None:
    suppressed = "<!-- ctct-lint: ignore[CTC201] --><x/>\n" * 8
    found = lint_bytes(campaign(suppressed + "\n<y/>" * 2), SETTINGS).diagnostics

    messages = [d.message for d in found if d.code == "CTC201"]
    assert messages == ["`y` is not a known element of `Campaign`"] * 2


def test_findings_of_many_payloads_are_counted_and_not_located(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    codes: list[str] = []
    real = Locations.locate

    def noted(self: Locations, found: Iterable[RuleFinding]) -> list[Located]:
        found = list(found)
        codes.extend(one.rule.code for one in found)
        return real(self, found)

    monkeypatch.setattr(Locations, "locate", noted)
    images = IMAGES[: len(IMAGES) // 9] * (MOST_OF_KIND + 5)
    one = mail(images).partition(b'ctct+xml">')[2].partition(b"</content>")[0]
    data = campaign("").replace(b"</content>", one * 3 + b"</content>")

    said = [d.message for d in lint_bytes(data, SETTINGS).diagnostics]

    # One more than is shown: where it is, it is said how many there are.
    assert codes.count("CTC543") == codes.count("CTC410") == 3
    number = 3 * (MOST_OF_KIND + 5) - 2
    assert f"{number} more CTC543 (image-without-alt) not shown" in said
    assert "2 more CTC410 (incomplete-address) not shown" in said


@pytest.mark.parametrize("most", [2, 5, 7])
def test_what_is_limited_can_be_limited_more(most: int) -> None:
    data = mail(IMAGES, subject="R & y")
    found = lint_bytes(data, Settings(most=8)).diagnostics
    fewer = lint_bytes(data, Settings(most=most)).diagnostics

    assert tuple(limited_more(found, most)) == fewer
    assert number_of(found) == number_of(fewer)


def test_what_a_diagnostic_stands_for_can_be_told() -> None:
    found = lint_bytes(mail(IMAGES), SETTINGS).diagnostics
    left = [one for one in map(as_left_out, found) if one is not None]

    assert LeftOut(7, "CTC543", "image-without-alt") in left
    more = next(one for one in found if as_left_out(one))
    assert as_left_out(more._replace(message="of another version")) is None
