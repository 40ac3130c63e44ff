"""Items are worked on side by side, a step of each in turn; results come in order."""

from __future__ import annotations

from collections.abc import Iterator

from fixture_file import documents

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter, Outcome
from ctct_lint.session.processes.each import each
from ctct_lint.session.processes.worker import Work

FEW = 1000


class Logged:
    """Notes which step of which item is taken: each item has as many as its number."""

    def __init__(self, *, memory: int = 1, here: int = -1) -> None:
        self.log: list[tuple[int, int]] = []
        self.memory = memory
        self._here = here

    def __call__(self, item: int) -> int:
        raise AssertionError(item)

    def work(self, item: int) -> Work[int]:
        for step in range(1, item):
            self.log.append((item, step))
            yield self.memory
        self.log.append((item, item))
        return item * item

    def here(self, item: int) -> bool:
        return item == self._here

    def lost(self, item: int, why: str) -> int:
        raise AssertionError((item, why))

    def size(self, result: int) -> int:
        return result


def done(plan: Logged, items: list[int]) -> list[tuple[int, int]]:
    return list(each(plan, items, 1, FEW))


def test_each_step_is_taken_of_all_before_the_next_one() -> None:
    plan = Logged()

    assert done(plan, [3, 2, 4]) == [(3, 9), (2, 4), (4, 16)]
    assert plan.log == [
        *((3, 1), (2, 1), (4, 1)),
        *((3, 2), (2, 2), (4, 2)),
        *((3, 3), (4, 3)),
        (4, 4),
    ]


def test_no_more_than_thirty_two_are_begun() -> None:
    plan = Logged()
    results = each(plan, [2] * 40, 1, FEW)

    assert next(iter(results)) == (2, 4)
    assert len(plan.log) == 64
    assert list(results) == [(2, 4)] * 39


def test_what_takes_much_memory_is_ended_before_more_is_begun() -> None:
    plan = Logged(memory=200_000)

    assert done(plan, [2, 3, 2]) == [(2, 4), (3, 9), (2, 4)]
    assert plan.log == [(2, 1), (3, 1), (2, 2), (3, 2), (3, 3), (2, 1), (2, 2)]


def test_result_of_one_step_is_not_held_up() -> None:
    plan = Logged()
    results = iter(each(plan, [2, 1, 5], 1, FEW))

    assert [next(results), next(results)] == [(2, 4), (1, 1)]
    assert plan.log == [(2, 1), (1, 1), (2, 2)]


def test_what_is_to_be_done_here_holds_nothing_up() -> None:
    plan = Logged(here=3)

    assert done(plan, [2, 3, 2]) == [(2, 4), (3, 9), (2, 4)]
    assert plan.log[:3] == [(2, 1), (2, 2), (3, 1)]


def data() -> Iterator[bytes]:
    """Yield documents of all kinds: valid, wrong, broken, foreign, and no document."""
    for folder in ("valid", "invalid", "rules"):
        yield from (path.read_bytes() for path in documents(folder)[:40])
    yield from (b"", b"<a/>", b"words", b"<entry>")


class Lints(Logged):
    """Lints documents, by their numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.documents = list(data())
        self.linter = Linter()

    def work(self, item: int) -> Work[Outcome]:  # type: ignore[override]
        return self.linter.steps(self.documents[item], Settings())


def test_documents_side_by_side_are_told_the_same_of_as_alone() -> None:
    plan, alone = Lints(), Linter()
    found = dict(done(plan, list(range(len(plan.documents)))))

    assert len(found) > 60
    for number, document in enumerate(plan.documents):
        assert found[number] == alone.lint_bytes(document, Settings())
