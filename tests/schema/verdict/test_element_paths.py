"""Paths of libxml2 lead to the elements that they mean."""

from __future__ import annotations

from lxml import etree

from ctct_lint.schema.names import local_name
from ctct_lint.schema.verdict.unexplained import ElementPaths


def test_comments_are_no_steps_of_a_path() -> None:
    root = etree.fromstring("<a><!-- c --><b/><?p?><b/></a>")

    assert ElementPaths(root).element_at("/*/*[2]") is root[3]


def test_every_path_of_libxml2_leads_to_its_element() -> None:
    root = etree.fromstring(
        """<a xmlns="urn:a"><b/><x:c xmlns:x="urn:x"/><b><x:c xmlns:x="urn:x"/>
        <x:c xmlns:x="urn:x"/><d xmlns=""/><d xmlns=""/><e xmlns=""/></b></a>"""
    )
    tree = root.getroottree()

    for element in root.iter("*"):
        assert ElementPaths(root).element_at(tree.getpath(element)) is element


def test_a_path_that_leads_nowhere_ends_where_it_still_led() -> None:
    root = etree.fromstring("<a><b/></a>")

    assert ElementPaths(root).element_at("") is root
    assert local_name(ElementPaths(root).element_at("/a/b/text()")) == "b"
    assert local_name(ElementPaths(root).element_at("/a/b[7]")) == "a"
