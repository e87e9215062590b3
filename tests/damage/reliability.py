"""Is a row as often right as its confidence says?  Outcomes → tables in Markdown."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

BUCKETS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)
"""Lower ends; the last one is of the rows that are called certain."""


class Outcome(NamedTuple):
    """One row: the form of its list, what the parser thought of it, and whether it was right; None: no record came."""

    form: str
    confidence: float | None
    is_right: bool


def bucket_of(confidence: float) -> float:
    """Return the lower end of the bucket.

    >>> bucket_of(0.7), bucket_of(0.699), bucket_of(1.0)
    (0.7, 0.5, 1.0)
    """
    return max(low for low in BUCKETS if low <= confidence)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "–"


def _name(low: float) -> str:
    at = BUCKETS.index(low)
    return f"{low:.2f} – {BUCKETS[at + 1]:.2f}" if low < BUCKETS[-1] else f"{low:.2f}"


def reliability_table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield the rows of a table: confidence, rows, of these right; the least sure first."""
    known = [one for one in outcomes if one.confidence is not None]
    yield "| confidence | rows | right | share right |"
    yield "|---|---:|---:|---:|"
    for low in BUCKETS:
        own = [one for one in known if bucket_of(one.confidence or 0.0) == low]
        right = sum(one.is_right for one in own)
        if own:
            yield f"| {_name(low)} | {len(own):,} | {right:,} | {_share(right, len(own))} |"


def _summary(name: str, own: list[Outcome], threshold: float) -> str:
    right = [one for one in own if one.is_right]
    silent = sum(not one.is_right and one.confidence is not None and one.confidence >= threshold for one in own)
    doubted = sum(one.confidence is not None and one.confidence < threshold for one in right)
    shares = (f"{len(right):,} ({_share(len(right), len(own))})", f"{silent:,} ({_share(silent, len(own))})")
    return f"| {name} | {len(own):,} | {' | '.join(shares)} | {doubted:,} ({_share(doubted, len(right))}) |"


def summary_table(outcomes: Iterable[Outcome], threshold: float) -> Iterator[str]:
    """Yield the rows of a table by form: rows, right, wrong and silent, right and doubted."""
    rows = sorted(outcomes, key=lambda one: one.form)
    yield "| form | rows | right | wrong and silent | right and doubted |"
    yield "|---|---:|---:|---:|---:|"
    for form, own in groupby(rows, key=lambda one: one.form):
        yield _summary(form, list(own), threshold)
    yield _summary("all", rows, threshold)
