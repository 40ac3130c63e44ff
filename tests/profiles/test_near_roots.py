"""A profile that names its root is that of a slip of this name in its namespace."""

from __future__ import annotations

import pytest

from ctct_lint.profiles.description import Description
from ctct_lint.profiles.opening import opening_of
from ctct_lint.profiles.roots import by_root


def profile_of(document: str, *roots: str) -> str:
    """Return the root of the profile that a document has, "" for none."""
    known = [Description(root, roots=(root,)) for root in roots]
    found = by_root(opening_of(document), known)
    return "" if found is None else found.name


@pytest.mark.parametrize(
    ("root", "slips"),
    [
        ("gpx", ["GPX", "Gpx", "gxp", "gp", "px", "gpxx", "gpz"]),
        ("doc", ["Doc", "docs", "dok", "do", "odc"]),
        ("tv", ["TV", "vt", "t", "tvs", "tw"]),
        ("r", ["R", "rr", "rs"]),
        ("order", ["ordr", "ORDER", "orber"]),
        ("project", ["projet", "Project", "Projcet", "prjct", "porjcet"]),
    ],
)
def test_a_slip_of_the_name_is_taken_for_it(root: str, slips: list[str]) -> None:
    described = f"{{urn:s}}{root}"
    assert [profile_of(f'<{s} xmlns="urn:s"/>', described) for s in slips] == [
        described
    ] * len(slips)
    assert [profile_of(f"<{s}/>", described) for s in slips] == [""] * len(slips)


@pytest.mark.parametrize(
    ("root", "others"),
    [
        ("gpx", ["kml", "g", "gpxml", "trk"]),
        ("tv", ["xy", "tvset"]),
        ("r", ["s", "abc"]),
        ("order", ["oder2", "invoice", "ordinary"]),
        ("project", ["prjt", "projects-list", "settings"]),
    ],
)
def test_another_name_is_not(root: str, others: list[str]) -> None:
    described = f"{{urn:s}}{root}"

    found = [profile_of(f'<{one} xmlns="urn:s"/>', described) for one in others]

    assert found == [""] * len(others)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('<Doc xmlns="urn:s"/>', "{urn:s}doc"),
        ('<dig xmlns="urn:s"/>', "{urn:s}dog"),
        ('<dog xmlns="urn:s"/>', "{urn:s}dog"),
        ('<dot xmlns="urn:s"/>', "{urn:s}dog"),
        ('<dot xmlns="urn:s/"/>', ""),
        ("no document", ""),
    ],
)
def test_the_nearest_wins_then_the_last(document: str, expected: str) -> None:
    assert profile_of(document, "{urn:s}doc", "{urn:s}dog") == expected


def test_the_namespace_alone_describes_better() -> None:
    found = profile_of('<Doc xmlns="urn:s"/>', "{urn:s}*", "{urn:s}doc")

    assert found == "{urn:s}*"
