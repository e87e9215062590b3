"""Operands of a condition and the ways to compare them: each makes a test of a row and one of its targets."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.initiative import Initiative
from dxlist.model.kpi import KpiTarget
from dxlist.query.keys import search_key
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold

if TYPE_CHECKING:
    from dxlist.query.columns import ColumnKind, Scalar

Test = Callable[[Initiative, KpiTarget | None], bool]

KIND_WORDS: dict[ColumnKind, Bilingual] = {
    "text": Bilingual("文字列", "a text"),
    "number": Bilingual("数", "a number"),
    "boolean": Bilingual("true か false", "true or false"),
}


class Operand(NamedTuple):
    """A column or a constant: what it holds in a row; nothing where nothing is there."""

    kind: ColumnKind
    values: Callable[[Initiative, KpiTarget | None], tuple[Scalar, ...]]


def constant(value: Scalar) -> Operand:
    """Return an operand that is the same in every row."""
    kind: ColumnKind = "boolean" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"
    return Operand(kind, lambda _row, _target: (value,))


def is_like(text: str, pattern: str) -> bool:
    """Return whether a text fits a pattern in which % stands for any letters.

    >>> [is_like("abcb", pattern) for pattern in ("abcb", "a%", "%b", "a%c%", "%bb", "b%")]
    [True, True, True, True, False, False]
    """
    head, *inner = pattern.split("%")
    if not inner:
        return text == pattern
    tail, at, end = inner.pop(), len(head), len(text)
    end -= len(tail)
    if at > end or not (text.startswith(head) and text.endswith(tail)):
        return False
    for piece in inner:
        at = text.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


COMPARISONS: dict[str, Callable[..., bool]] = {
    "=": operator.eq, "==": operator.eq, "!=": operator.ne, "<>": operator.ne,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "~": operator.contains, "like": is_like,
}  # fmt: skip
_OF_TEXTS = ("~", "like")


def can_compare(left: Operand, sign: str, right: Operand) -> bool:
    """Return whether two operands can be compared so."""
    return left.kind == right.kind and (sign not in _OF_TEXTS or left.kind == "text")


def compare(left: Operand, sign: str, right: Operand) -> Test:
    """Return the test whether any value of one operand stands so to any value of the other."""
    if sign in {"!=", "<>"}:
        return opposite(compare(left, "=", right))
    fits, prepare = COMPARISONS[sign], search_key if sign == "~" else _comparable
    return lambda row, target: any(
        fits(prepare(one), prepare(other))  # type: ignore[arg-type]
        for one in left.values(row, target)
        for other in right.values(row, target)
    )


def _comparable(value: Scalar) -> object:
    if isinstance(value, float):
        return Decimal(str(value))
    return fold(value) if isinstance(value, str) else value


def is_null(left: Operand) -> Test:
    """Return the test whether the operand holds nothing."""
    return lambda row, target: not left.values(row, target)


def opposite(test: Test) -> Test:
    """Return the test that holds where the other does not."""
    return lambda row, target: not test(row, target)


def every(tests: Sequence[Test]) -> Test:
    """Return the test whether all of them hold."""
    return tests[0] if len(tests) == 1 else lambda row, target: all(test(row, target) for test in tests)


def some(tests: Sequence[Test]) -> Test:
    """Return the test whether one of them holds."""
    return tests[0] if len(tests) == 1 else lambda row, target: any(test(row, target) for test in tests)
