"""How a name is written in an element, as its declarations have it."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schema.names import written_name


@pytest.mark.parametrize(
    ("element", "uri", "written"),
    [
        ('<a xmlns="urn:a"/>', "urn:a", "x"),
        ('<p:a xmlns:p="urn:a"/>', "urn:a", "p:x"),
        ('<p:a xmlns:q="urn:a" xmlns:p="urn:a"/>', "urn:a", "p:x"),
        ('<a xmlns="urn:a" xmlns:q="urn:b"/>', "urn:b", "q:x"),
        ('<p:a xmlns="urn:b" xmlns:q="urn:b" xmlns:p="urn:a"/>', "urn:b", "x"),
        ('<a xmlns="urn:a"/>', "urn:b", ""),
        ("<a/>", "", "x"),
        ('<p:a xmlns:p="urn:a"/>', "", "x"),
        ('<a xmlns="urn:a"/>', "", ""),
    ],
)
def test_a_name_has_a_prefix_that_is_declared_where_it_stands(
    element: str, uri: str, written: str
) -> None:
    assert written_name(etree.fromstring(element), uri, "x") == written
