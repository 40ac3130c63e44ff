"""How a name is written in an element, as its declarations have it."""

from __future__ import annotations

import pytest
from lxml import etree

from ctct_lint.schema.names import uri_of, written_name


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


@pytest.mark.parametrize(
    ("element", "prefix", "uri"),
    [
        ('<a xmlns="urn:a"/>', None, "urn:a"),
        ('<p:a xmlns:p="urn:a"/>', "p", "urn:a"),
        ('<p:a xmlns="urn:b" xmlns:p="urn:a"/>', None, "urn:b"),
        ('<a xmlns:p="urn:a"/>', "p", "urn:a"),
        ('<a xmlns=""/>', None, ""),
        ("<a/>", None, None),
        ('<a xmlns="urn:a"/>', "p", None),
    ],
)
def test_a_prefix_stands_for_what_is_declared_in_the_element(
    element: str, prefix: str | None, uri: str | None
) -> None:
    assert uri_of(etree.fromstring(element), prefix) == uri
