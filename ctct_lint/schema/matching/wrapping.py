"""Children without the one element that would hold them: `ContactList` in `Campaign`.

The wrapper is missing once: one fault for all that belongs into it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.schema.content.match import Missing, Wrapped
from ctct_lint.schema.matching.fitting import cheapest, misfits
from ctct_lint.schema.matching.lost_tags import mixed_among, texts_beside
from ctct_lint.schema.matching.settled import elements_there, wrap
from ctct_lint.schema.matching.wrapper import cost_in, takes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.content.inside import Holders
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.matching.parent import Parent
    from ctct_lint.schema.schema import Schema


def find_wrapped(parent: Parent, match: Match) -> None:
    """Move what lacks its wrapper from `unknown` to `wrapped`.

    Where an element that would hold the child is there already, only a required one
    can be missing, or one that has lost its tags round several, or round a child and
    the text beside it. In a mixed parent text says nothing.
    """
    schema = parent.schema
    holders = parent.model.inside.holders if match.unknown else {}
    strangers = [child for child in match.unknown if child.tag in holders]
    if not strangers:
        return
    search = _Search(parent, match)
    wrapped = search.found(strangers)
    for one in wrapped:
        one.is_there = any(wrapper in search.there for wrapper in one.wrappers)
        _forget_missing(match.missing, one)
        _with_duplicates(one, match, schema)
        if not parent.mixed:
            _with_texts(one, schema)
    lost = {child for one in wrapped for child in one.children}
    match.unknown = [child for child in match.unknown if child not in lost]
    wrap(parent, match, wrapped)


class _Search:
    """Looks for what strangers in one parent have lost; `there` is what it holds."""

    def __init__(self, parent: Parent, match: Match) -> None:
        pairs = (*match.matched, *match.renamed)
        self.there = elements_there(pairs, parent.schema)
        self._schema = parent.schema
        self._mixed = parent.mixed
        self._required = {m.name for m in match.missing}
        self._holders = parent.model.inside.holders
        # What is said to be lost already.
        self._lost: list[Element] = []
        # By names: which is the first wrapper that may still take one.
        self._open: dict[str, int] = {}

    def found(self, strangers: Sequence[_Element]) -> list[Wrapped]:
        """Return the wrappers that lack: first those round rows, then all others."""
        runs = _runs(strangers, self._holders, self._schema)
        wrapped = [best for run in runs for best in self._best(run)]
        for run in wrapped:
            # One that is there has no need of them while another one is missing.
            run.wrappers[:] = self._missing(run.wrappers) or run.wrappers
        self._share(wrapped)
        in_runs = {child for run in wrapped for child in run.children}
        self._lost = [run.wrappers[0] for run in wrapped]
        for child in strangers:
            if child not in in_runs:
                self._add(child, wrapped)
        return wrapped

    def _share(self, rows: Iterable[Wrapped]) -> None:
        """Give each row one wrapper, where as many rows are as wrappers that lack."""
        alike: defaultdict[tuple[Element, ...], list[Wrapped]] = defaultdict(list)
        for row in rows:
            alike[tuple(row.wrappers)].append(row)
        for wrappers, same in alike.items():
            if len(same) == len(wrappers) and all(map(self._is_absent, wrappers)):
                for row, wrapper in zip(same, wrappers, strict=True):
                    row.wrappers[:] = [wrapper]

    def _best(self, run: Wrapped) -> Iterator[Wrapped]:
        """Yield a row of more than one with the wrappers that it fits into best.

        One child with text beside it is a row as well, if a wrapper may hold both.
        """
        children, schema = run.children, self._schema
        among = [] if self._mixed else mixed_among(run.wrappers, children, schema)
        if len(children) == 1 and not among:
            return
        yield Wrapped(
            children,
            cheapest(
                among or run.wrappers,
                lambda w: (cost_in(w, children, schema), misfits(children, w, schema)),
            ),
        )

    def _missing(self, wrappers: Iterable[Element]) -> list[Element]:
        """Return those that are required and not there."""
        required = (w for w in wrappers if w.local_name in self._required)
        return [w for w in required if self._is_absent(w)]

    def _is_absent(self, wrapper: Element) -> bool:
        return wrapper not in self.there and wrapper not in self._lost

    def _add(self, child: _Element, wrapped: list[Wrapped]) -> None:
        """Add a child to those that lack the same wrapper, or one of its own."""
        first = self._open.get(child.tag, 0)
        for at in range(first, len(wrapped)):
            known = wrapped[at]
            if takes(known.wrappers[0], known.children, child, self._schema):
                known.children.append(child)
                self._open[child.tag] = at
                return
        self._open[child.tag] = len(wrapped)
        holders = self._holders[child.tag]
        candidates = [d for d in holders if self._is_absent(d)]
        if any(d in self.there for d in holders):
            candidates = self._missing(holders)
        candidates = cheapest(candidates, lambda w: misfits([child], w, self._schema))
        if candidates:
            wrapped.append(Wrapped([child], candidates))
            self._lost.append(candidates[0])


def _runs(
    strangers: Iterable[_Element], holders: Holders, schema: Schema
) -> list[Wrapped]:
    """Return siblings in a row that belong into the same element, though one is there.

    Its tags have been lost, or it ends before them.
    """
    runs: list[Wrapped] = []
    for child in strangers:
        follows = bool(runs) and child.getprevious() is runs[-1].children[-1]
        if not (follows and _join(runs[-1], child, schema)):
            runs.append(Wrapped([child], list(holders[child.tag])))
    return runs


def _join(run: Wrapped, child: _Element, schema: Schema) -> bool:
    """Add a child to a run, if one of the wrappers takes them all."""
    fitting = [w for w in run.wrappers if takes(w, run.children, child, schema)]
    if fitting:
        run.children.append(child)
        run.wrappers[:] = fitting
    return bool(fitting)


def _with_duplicates(wrapped: Wrapped, match: Match, schema: Schema) -> None:
    """Add the duplicates beside those that lack a wrapper which belong into it."""
    doubles = {d.child: d for d in match.duplicates if not d.is_earlier}
    children, wrapper = wrapped.children, wrapped.wrappers[0]

    def join(place: int, child: _Element | None) -> bool:
        if child not in doubles or not takes(wrapper, children, child, schema):
            return False
        children.insert(place, child)
        match.duplicates.remove(doubles.pop(child))
        return True

    while join(0, children[0].getprevious()):
        pass
    for place, child in enumerate(children, 1):  # grows while it is walked
        join(place, child.getnext())


def _with_texts(wrapped: Wrapped, schema: Schema) -> None:
    """Add the texts beside those that lack a wrapper, if that may hold text."""
    among = mixed_among(wrapped.wrappers, wrapped.children, schema)
    if among:
        wrapped.wrappers[:] = among
        wrapped.texts.extend(texts_beside(wrapped.children))


def _forget_missing(missing: list[Missing], wrapped: Wrapped) -> None:
    """Take the wrapper from what is missing; with a choice of them the first one."""
    names = {wrapper.local_name for wrapper in wrapped.wrappers}
    found = next((one for one in missing if not names.isdisjoint(one.names)), None)
    if found is not None:
        missing.remove(found)
