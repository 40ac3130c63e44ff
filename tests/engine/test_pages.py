"""A page of HTML in the place of a document is one fault, whatever HTML leaves out."""

from __future__ import annotations

import pytest
from said import underlined

from ctct_lint import lint

BODY = "<body bgcolor=white><h1>Not Found</h1><p>No such<br>page<p><hr></body></html>"


@pytest.mark.parametrize(
    "head",
    [
        "<html><head><title>404 Not Found</title></head>",
        '<html lang="en"><title>404 Not Found</title>',
        "<!-- of a proxy -->\n<!DOCTYPE html>\n<HTML><TITLE>404 Not Found</TITLE>",
        '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html>404 Not Found',
    ],
)
def test_page_of_html_is_no_document(head: str) -> None:
    text = head + BODY

    (told,) = lint(text)

    assert (told.code, underlined(text, told).lower()) == ("CTC130", "html")
    assert told.message.startswith("this is a page of HTML (`404 Not Found")


def test_page_that_is_well_formed_is_of_another_vocabulary() -> None:
    assert [d.code for d in lint("<html><p>Not found</p></html>")] == ["CTC224"]


def test_xhtml_that_is_not_well_formed_has_the_faults_of_its_tags() -> None:
    text = f'<html xmlns="http://www.w3.org/1999/xhtml">{BODY}'

    assert "CTC102" in {d.code for d in lint(text)}
