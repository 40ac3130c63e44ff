"""Document type declarations whose end is nowhere."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

CUT = [
    ("<!DOCTYPE a [ b c", "<!DOCTYPE a", " b c"),
    ('<!DOCTYPE a [="b" c', "<!DOCTYPE a", '="b" c'),
    ("<!DOCTYPE a b c", "<!DOCTYPE a", " b c"),
    ("<!DOCTYPE a", "<!DOCTYPE a", ""),
    ("<!DOCTYPE", "<!DOCTYPE", ""),
]


@pytest.mark.parametrize(("written", "declaration", "rest"), CUT)
def test_the_text_behind_it_is_none_of_it(
    written: str, declaration: str, rest: str, model: ContentModel
) -> None:
    text = f"<entry><author/>{written}"
    found = repair(text, model)

    assert pointed_at(text, found.faults)[0] == ("doctype", declaration)
    assert found.text == f"<entry><author/>{rest}</entry>"


def test_it_ends_with_the_first_sign_of_an_end(model: ContentModel) -> None:
    text = "<!DOCTYPE a [ b > <entry/>"
    assert repair(text, model).text == " <entry/>"
