"""``KeptFindings``: the findings of many lists, packed list by list and unpacked while they are gone through.

A finding takes some 5 KB in memory and a twentieth of that packed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from dxlist.packing import pack, unpack
from dxlist.rules.checking import Reported

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from dxlist.model.finding import Severity
    from dxlist.rules.registry import Rule


class PackedFindings(NamedTuple):
    """The findings of one list."""

    counts: Mapping[Severity, int]
    data: bytes


def pack_findings(reported: Iterable[Reported]) -> PackedFindings:
    """Return the findings of a list packed, the rules by their codes."""
    found = list(reported)
    plain = [
        (one.rule.code, one.found, one.file, one.fix, one.fingerprint, one.fingerprint_by_name, one.about)
        for one in found
    ]
    return PackedFindings(Counter(one.severity for one in found), pack(plain))


class KeptFindings(Sequence[Reported]):
    """Findings in the order of their lists."""

    def __init__(
        self, parts: Sequence[PackedFindings], rules: Iterable[Rule], severities: Collection[Severity] | None = None
    ) -> None:
        """Hold the findings of each list.

        Args:
            parts: of each list, packed.
            rules: those that were applied.
            severities: the findings of these alone; None: of all.
        """
        self._parts = parts
        self._rules = {rule.code: rule for rule in rules}
        self._severities = severities

    def of_severities(self, severities: Collection[Severity]) -> KeptFindings:
        """Return those of these severities."""
        return KeptFindings(self._parts, self._rules.values(), severities)

    def __len__(self) -> int:
        return sum(
            count
            for part in self._parts
            for severity, count in part.counts.items()
            if self._severities is None or severity in self._severities
        )

    def __iter__(self) -> Iterator[Reported]:
        for part in self._parts:
            for code, *rest in unpack(part.data):
                found, file, fix, fingerprint, by_name, about = rest
                one = Reported(self._rules[code], found, file, fix, fingerprint, by_name, about)
                if self._severities is None or one.severity in self._severities:
                    yield one

    @overload
    def __getitem__(self, at: int) -> Reported: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reported]: ...
    def __getitem__(self, at: int | slice) -> Reported | list[Reported]:
        return list(self)[at]
