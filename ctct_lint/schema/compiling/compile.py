"""From an XSD to its components, with xmlschema: files only, no network.

This is done once for a schema, when it changes. Nothing but this and what it calls
imports xmlschema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xmlschema.validators import XsdComplexType, XsdElement

from ctct_lint.schema.compiling.compiler import Compiler
from ctct_lint.schema.components.components import Components, Notes
from ctct_lint.schema.components.types import BUILT_IN
from ctct_lint.schema.sources.redefined import MARK
from ctct_lint.schema.sources.sources import Sources
from ctct_lint.schema.sources.xsd import read_schema

if TYPE_CHECKING:
    from xmlschema import XMLSchema10


def compile_file(path: str) -> Components:
    """Return the components of a schema; only its own folder is ever read."""
    return compile_schema(read_schema(Sources(path)))


def compile_notes(schema: XMLSchema10) -> Notes:
    """Return the documentation in a schema, by the numbers of its components."""
    compiler, _ = _compiled(schema)
    attributes = {
        (number, name): _documentation(attribute)
        for number, kind in enumerate(compiler.complex_types)
        for name, attribute in kind.attributes.items()
        if name is not None
    }
    return Notes(tuple(map(_documentation, compiler.elements)), attributes)


def compile_schema(schema: XMLSchema10) -> Components:
    """Return the components of a schema that xmlschema has read."""
    return _compiled(schema)[1]


def _compiled(schema: XMLSchema10) -> tuple[Compiler, Components]:
    """Return the components of a schema, and the compiler that has met them all."""
    compiler, maps = Compiler(schema), schema.maps
    for element in maps.iter_components(XsdElement):
        if isinstance(element, XsdElement) and _is_own(element):
            compiler.element(element)
    own = [element for element in maps.elements.values() if _is_own(element)]
    roots = {element.name: compiler.element(element) for element in own}
    types = (found for found in maps.types.values() if _is_for_documents(found))
    named = {found.name or "": compiler.type(found) for found in types}
    attributes = {
        name: compiler.attribute(name, found)
        for name, found in maps.attributes.items()
        if _is_own(found)
    }
    compiler.finish()
    return compiler, Components(
        elements=tuple(compiler.elements.values()),
        complex_types=tuple(compiler.complex_types.values()),
        simple_types=tuple(compiler.simple_types.values()),
        roots=roots,
        named=named,
        attributes=attributes,
    )


def _documentation(found: Any) -> str:
    """Return what the annotation of a component says, or else that of its type."""
    for annotation in (found.annotation, found.type.annotation):
        texts = () if annotation is None else annotation.documentation
        words = [" ".join("".join(text.itertext()).split()) for text in texts]
        if any(words):
            return "\n\n".join(filter(None, words))
    return ""


def _is_for_documents(found: Any) -> bool:
    """May an `xsi:type` name the type? Not those of schemas themselves."""
    if MARK in (found.name or ""):
        return False
    if isinstance(found, XsdComplexType):
        return _is_own(found) or found.local_name == "anyType"
    return _is_own(found) or found.local_name in BUILT_IN


def _is_own(component: Any) -> bool:
    """Is it none of the schema of schemas?"""
    return component.schema.meta_schema is not None
