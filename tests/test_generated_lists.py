"""Lists damaged in every way that the documents name, in words of other governments: the same records come back."""

from tests.damage.measure import measure

SEEDS = range(0, 2000, 12)
RIGHT = 0.985
SLID_RIGHT = 0.97
DOUBTED = 0.8
"""Nine in ten over all 2,000 lists; the sample of a test is smaller and may fall somewhat below."""


def test_rows_come_back_right_and_wrong_ones_are_doubted() -> None:
    result = measure((seed, "printed") for seed in SEEDS)
    rows, right = result.rows, result.right
    print(f"rows right {right}/{rows}, wrong and doubted {result.wrong_doubted}/{result.wrong}")
    assert result.errors == []
    assert result.missing == 0
    assert right / rows >= RIGHT
    assert result.slid_right / result.slid >= SLID_RIGHT
    assert result.wrong_doubted / max(result.wrong, 1) >= DOUBTED
