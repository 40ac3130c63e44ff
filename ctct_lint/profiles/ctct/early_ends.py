"""Elements of an entry that end too early: what follows them belongs inside.

In `<content><Campaign>...</Campaign><FromEmail/><ReplyToEmail/></content>` it has lost
the namespace of the payload as well. It is one fault; in the tree all is moved back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import after, end_tag_of, name_of
from ctct_lint.profiles.ctct.facts import children_of
from ctct_lint.schema.names import (
    children,
    has_text,
    local_name,
    namespace,
    qualified,
    with_prefix,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.schema import Model, Schema

# Of a single one it is as likely that it stands in the wrong place itself.
_FEWEST = 2


def mend_early_ends(root: _Element, schema: Schema) -> list[Fault]:
    """Move what follows an early end tag before it; return the faults.

    An empty element has no end tag to move.
    """
    declared = schema.root(root.tag)
    todo = [] if declared is None else [(root, declared)]
    faults = []
    while todo:
        element, declaration = todo.pop()
        model = schema.model(declaration)
        if model is None:
            continue
        inside, known = children(element), model.declared
        if _may_run(inside, model):
            for home, run in list(_runs(inside, model, schema)):
                faults.append(_fault(element, home, run))
                _move(run, home, known[str(home.tag)], schema)
            inside = children(element)
        holders = (child for child in inside if len(child) and child.tag in known)
        todo += [(child, known[child.tag]) for child in holders]
    return faults


def _runs(
    inside: list[_Element], model: Model, schema: Schema
) -> Iterator[tuple[_Element, list[_Element]]]:
    """Yield children that hold others, with those behind that belong in them."""
    at = 0
    while at < len(inside) - _FEWEST:
        home = inside[at]
        declared = model.declared.get(str(home.tag))
        run = []
        if declared is not None and len(home):
            run = _run_behind(home, inside[at + 1 :], declared, model, schema)
        if run:
            yield home, run
        at += 1 + len(run)


def _may_run(inside: list[_Element], model: Model) -> bool:
    """Can one of them be followed by as many that are unknown or there twice?"""
    if len(inside) <= _FEWEST:
        return False
    tags = [child.tag for child in inside]
    names = set(tags)
    return len(names - model.declared.keys()) + len(tags) - len(names) >= _FEWEST


def _run_behind(
    home: _Element,
    others: list[_Element],
    declared: Element,
    model: Model,
    schema: Schema,
) -> list[_Element]:
    """Return the siblings behind an element that are in place nowhere but in it.

    Such as may stand beside it as well belong to them if one follows that may not.
    """
    held = schema.held_by(declared)
    run: list[_Element] = []
    before = home
    for child in others:
        if _as_in(home, child) not in held or has_text(before.tail):
            break
        run.append(child)
        before = child
    if len(run) < _FEWEST:
        return []
    once, known = _once_in(home), {child.tag for child in (home, *home)}
    once -= known
    strange = [
        number
        for number, child in enumerate(run, 1)
        if child.tag in once or not _has_place(child, model)
    ]
    return run[: strange[-1]] if len(strange) >= _FEWEST else []


def _has_place(child: _Element, model: Model) -> bool:
    return str(child.tag) in model.declared or any(
        wildcard.matches(str(child.tag)) for wildcard in model.wildcards
    )


def _once_in(home: _Element) -> set[str]:
    """Return the tags that stand beside an element before it, and only once may."""
    parent = home.getparent()
    facts = {} if parent is None else children_of(local_name(parent))
    before = (one for one in home.itersiblings("{*}*", preceding=True))
    once = frozenset(name for name, fact in facts.items() if fact.at_most == 1)
    return {str(one.tag) for one in before if local_name(one) in once}


def _as_in(home: _Element, element: _Element) -> str:
    """Return the tag that an element would have in another one beside it.

    Where that declares the namespace of names without a prefix, it would be in this.
    """
    outside, inside = element.nsmap.get(None, ""), home.nsmap.get(None, "")
    is_bare = not element.prefix and namespace(element) == outside
    if not is_bare or not inside or inside == outside:
        return str(element.tag)
    return qualified(inside, local_name(element))


def _move(run: list[_Element], home: _Element, owner: Element, schema: Schema) -> None:
    """Move elements to the end of another one, in the namespace that they have there.

    What the schema does not know so declares its own.
    """
    todo = [(child, owner) for child in run]
    while todo:
        element, holder = todo.pop()
        declared = schema.held_by(holder).get(_as_in(home, element))
        if declared is not None:
            todo += ((child, declared) for child in children(element))
            element.tag = declared.name
    home.extend(run)


def _fault(parent: _Element, home: _Element, run: list[_Element]) -> Fault:
    """Return the fault of the first of them; its edits let the other one end later."""
    first, *others = run
    end = f"</{with_prefix(home, local_name(home))}>"
    return Fault(
        "misplaced-element",
        name_of(first),
        local_name(first),
        local_name(parent),
        (local_name(home),),
        related=tuple((name_of(child), local_name(child)) for child in others),
        edits=((end_tag_of(home), ""), (after(run[-1]), end)),
        detail="behind",
    )
