"""Values of types with long lists are refused for the same facets as of others."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schema.components.types import Facet, SimpleType
from ctct_lint.schema.values import synthetic, verdicts
from ctct_lint.schema.values.judge import Judge

VALUES = (
    "a",
    " a ",
    "ab",
    "b",
    "c",
    "cc",
    "",
    "1",
    "01",
    "2",
    "+2",
    "-3",
    "3",
    "-0",
    "{u}a",
)
TYPES = (
    SimpleType("string"),
    SimpleType("token"),
    SimpleType("int"),
    SimpleType("QName"),
)
FACETS = (
    (),
    (Facet("pattern", "a.*"), Facet("pattern", "c.*")),
    (Facet("maxLength", "1"),),
    (Facet("whiteSpace", "collapse"),),
)
LISTS = (("a", "ab", "c"), (" a", "b"), ("1", "02", "-3", "0"))


def judge_of(base: int, listed: tuple[str, ...], own: tuple[Facet, ...]) -> Judge:
    """Return who judges a type, a type that restricts it, a list and a union of it."""
    facets = tuple(Facet("enumeration", value) for value in listed)
    number = len(TYPES)
    return Judge(
        (
            *TYPES,
            SimpleType("", base=base, facets=(*own, *facets)),
            SimpleType("", base=number, facets=(Facet("maxLength", "1"),)),
            SimpleType("", item=number),
            SimpleType("", members=(number, 2)),
            SimpleType("", base=number + 2, facets=(Facet("enumeration", "a a"),)),
        )
    )


@pytest.mark.parametrize(
    ("base", "listed"),
    # A list of texts is no list of numbers.
    [(base, listed) for base in (0, 1, 3) for listed in LISTS] + [(2, LISTS[-1])],
)
@pytest.mark.parametrize("own", FACETS)
def test_a_long_list_refuses_what_a_short_one_does(
    base: int,
    listed: tuple[str, ...],
    own: tuple[Facet, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short = refusals(judge_of(base, listed, own))
    for module in (verdicts, synthetic):
        monkeypatch.setattr(module, "MANY", 1)

    assert refusals(judge_of(base, listed, own)) == short


def refusals(judge: Judge) -> list[str | bool | None]:
    """Return what is said of each value: of lists whether, of others why."""
    found: list[str | bool | None] = []
    for kind in range(len(TYPES), len(TYPES) + 5):
        told = [judge.refusal(kind, value) for value in VALUES]
        is_list = judge.item(kind) is not None
        found += [one is None for one in told] if is_list else told
    return found


def test_a_long_list_of_texts_is_written_as_patterns() -> None:
    facets = tuple(Facet("enumeration", f"v{n}") for n in range(synthetic.MANY))
    types = (SimpleType("token"), SimpleType("", base=0, facets=facets))

    written = etree.tostring(synthetic._schema(types, (0, 1))).decode()

    assert "enumeration" not in written
    assert written.count("<xs:pattern") == 2
