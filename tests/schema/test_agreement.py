"""libxml2 and what is explained agree, over generated schemas and documents."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from schema.generated import Generator, documents
from xmlschema import XMLSchema10, XMLSchemaException

from ctct_lint.model.fault import Fault
from ctct_lint.schema.compiling.compile import compile_schema
from ctct_lint.schema.explain.explain import explain
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.verdict.check import explained
from ctct_lint.schema.verdict.roots import strange_root

# A schema is compiled for each example: they are few, and each has some documents.
few = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
randoms = st.randoms(use_true_random=True)


def made(random: Random) -> tuple[etree.XMLSchema, Schema, Generator]:
    """Return a schema that both libxml2 and xmlschema take."""
    generator = Generator(random)
    generator.make()
    try:
        validator = etree.XMLSchema(etree.fromstring(generator.xsd))
        compiled = Schema(compile_schema(XMLSchema10(generator.xsd)))
    except (etree.XMLSchemaParseError, XMLSchemaException):
        # Which particle takes an element is not clear in every model.
        assume(False)
    return validator, compiled, generator


def told(
    root: etree._Element, validator: etree.XMLSchema, schema: Schema
) -> Iterator[Fault]:
    """Yield the faults of a tree that libxml2 refuses."""
    found: list[Fault] = []
    if schema.root(root.tag) is None:
        found += strange_root(root, schema)
        yield from found
    if schema.root(root.tag) is not None and not validator.validate(root):
        yield from explained(root, schema, validator, "", found)


@few
@given(randoms)
def test_of_a_document_made_by_its_schema_nothing_is_told(random: Random) -> None:
    _, schema, generator = made(random)
    for root, slips in documents(random, generator.document, 3):
        if not slips:
            kinds = {fault.kind for fault in explain(root, schema).faults}
            # The values of a key are chosen at random.
            assert kinds <= {"duplicate-key", "missing-key"}


@few
@given(randoms)
def test_of_a_document_that_libxml2_refuses_something_is_told(random: Random) -> None:
    validator, schema, generator = made(random)
    for root, _ in documents(random, generator.document, 3):
        if not validator.validate(root):
            faults = list(told(root, validator, schema))
            assert faults
            # Nothing is told twice.
            places = [(f.kind, f.at, f.subject) for f in faults]
            assert len(places) == len(set(places))
