"""What supersedes a finding counts where it stands, and nowhere else."""

from __future__ import annotations

from ctct_lint.engine.deduplicate import _ranges
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span


def test_a_fault_says_all_there_is_to_say_where_it_stands() -> None:
    faults = [
        Fault("bare-ampersand", source_span(3, 4)),
        Fault("bare-less-than", source_span(5, 6)),
        Fault("bare-ampersand", source_span(8, 9)),
    ]

    assert list(_ranges(faults, "bare-ampersand")) == [(3, 4), (8, 9)]
    assert list(_ranges(faults, "stray-end-tag")) == []
