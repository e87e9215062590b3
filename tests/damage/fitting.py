"""Logistic regression and isotonic regression in plain Python, for the few numbers that decide confidence."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

Features = Mapping[str, float]
_RIDGE = 1e-2
"""Of each weight squared: a feature that parts right from wrong wholly keeps a finite weight."""


class Case(NamedTuple):
    """A row: what is known of it before anybody compares, and whether it was right."""

    features: Features
    is_right: bool


class Group(NamedTuple):
    """Rows of the same features."""

    x: tuple[float, ...]
    rows: int
    right: int


def sigmoid(score: float) -> float:
    """Return the probability of log-odds, without overflow."""
    return 1 / (1 + math.exp(-score)) if score >= 0 else math.exp(score) / (1 + math.exp(score))


def group_cases(cases: Iterable[Case], names: Sequence[str]) -> list[Group]:
    """Count the rows of the same features; the first feature is 1, for the intercept."""
    counts = defaultdict[tuple[float, ...], Counter[bool]](Counter)
    for case in cases:
        counts[(1.0, *(case.features.get(name, 0.0) for name in names))][case.is_right] += 1
    return [Group(x, one.total(), one[True]) for x, one in sorted(counts.items())]


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a system of linear equations by elimination with pivots.

    >>> solve([[0.0, 2.0], [1.0, 1.0]], [4.0, 5.0])
    [3.0, 2.0]
    """
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in rows[at + 1 :]:
            share = below[at] / rows[at][at]
            below[at:] = [b - share * a for a, b in zip(rows[at][at:], below[at:], strict=True)]
    found = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(a * b for a, b in zip(rows[at][at + 1 : -1], found[at + 1 :], strict=True))
        found[at] = (rows[at][-1] - known) / rows[at][at]
    return found


def _dot(weights: Sequence[float], x: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(weights, x, strict=True))


def _newton_step(groups: list[Group], weights: list[float]) -> list[float]:
    size = len(weights)
    gradient = [-_RIDGE * weight if at else 0.0 for at, weight in enumerate(weights)]
    hessian = [[_RIDGE if at == other else 0.0 for other in range(size)] for at in range(size)]
    for x, rows, right in groups:
        p = sigmoid(_dot(weights, x))
        missing, spread = right - rows * p, rows * p * (1 - p)
        for at in range(size):
            if x[at]:
                gradient[at] += x[at] * missing
                for other in range(size):
                    hessian[at][other] += spread * x[at] * x[other]
    return solve(hessian, gradient)


def _log_loss(groups: list[Group], weights: Sequence[float]) -> float:
    loss = _RIDGE / 2 * sum(weight * weight for weight in weights[1:])
    for x, rows, right in groups:
        score = _dot(weights, x)
        certain = math.log1p(math.exp(-abs(score)))
        loss += right * (certain + max(-score, 0.0)) + (rows - right) * (certain + max(score, 0.0))
    return loss


def fit_logistic(groups: list[Group], steps: int = 40) -> list[float]:
    """Return the weights, the intercept first, that make the outcomes most likely: Newton's method, halved where it overshoots."""
    weights = [0.0] * len(groups[0].x)
    loss = _log_loss(groups, weights)
    for _ in range(steps):
        step, share = _newton_step(groups, weights), 1.0
        while share > 1e-4:
            tried = [weight + share * change for weight, change in zip(weights, step, strict=True)]
            after = _log_loss(groups, tried)
            if after <= loss:
                break
            share /= 2
        if loss - after < 1e-9 * (1 + loss):
            return weights
        weights, loss = tried, after
    return weights


def isotonic(points: Iterable[tuple[float, int, int]]) -> list[tuple[float, float]]:
    """Return the best rising steps through (score, rows, right): from which score on, and the share right.

    Neighbours that fall are pooled (pool adjacent violators).

    >>> isotonic([(1.0, 10, 2), (2.0, 10, 1), (3.0, 10, 9)])
    [(1.0, 0.15), (3.0, 0.9)]
    """
    pools: list[tuple[float, int, int]] = []
    for score, rows, right in sorted(points):
        pools.append((score, rows, right))
        while len(pools) > 1 and pools[-2][2] * pools[-1][1] >= pools[-1][2] * pools[-2][1]:
            (start, rows_1, right_1), (_, rows_2, right_2) = pools[-2:]
            pools[-2:] = [(start, rows_1 + rows_2, right_1 + right_2)]
    return [(score, right / rows) for score, rows, right in pools]
