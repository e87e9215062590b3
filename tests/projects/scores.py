"""Pairwise precision and recall of clusters against a known truth, counted without listing the pairs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Score(NamedTuple):
    """What clusters are worth, 0 to 1; the suggestions as a share of the mentions."""

    precision: float
    recall: float
    recall_suggested: float
    suggestions: float

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.5f}  recall {self.recall:.4f}"
            f"  with suggestions {self.recall_suggested:.4f}  suggestions {self.suggestions:.2%} of mentions"
        )


def score(clusters: Sequence[Sequence[int]], suggested: Iterable[tuple[int, int]], mentions: int) -> Score:
    """Return the score.

    Args:
        clusters: of each cluster the true projects of its mentions.
        suggested: pairs of clusters, as positions.
        mentions: how many there are.
    """
    counts = [Counter(cluster) for cluster in clusters]
    truth = Counter(project for cluster in clusters for project in cluster)
    joined = sum(map(_pairs, map(len, clusters)))
    right = sum(_pairs(n) for count in counts for n in count.values())
    real = sum(map(_pairs, truth.values()))
    pairs = set(suggested)
    more = sum(n * counts[b][project] for a, b in pairs for project, n in counts[a].items())
    return Score(right / max(joined, 1), right / max(real, 1), (right + more) / max(real, 1), len(pairs) / mentions)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
