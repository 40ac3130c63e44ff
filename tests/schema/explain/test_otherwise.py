"""What an element lacks is not told again where it is written otherwise."""

from __future__ import annotations

from lxml import etree

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of
from ctct_lint.schema.explain.otherwise import _without

AT = name_of(etree.Element("list"))


def test_of_several_attributes_those_are_told_that_are_written_nowhere() -> None:
    fault = Fault("missing-attribute", AT, "id", "list", ("id", "kind", "size"))

    assert list(_without(fault, {"kind"})) == [
        fault._replace(subject="id", expected=("id", "size"))
    ]
    assert list(_without(fault, {"id", "kind"})) == [
        fault._replace(subject="size", expected=())
    ]
    assert list(_without(fault, {"id", "kind", "size"})) == []
    assert list(_without(fault, {"name"})) == [fault]
