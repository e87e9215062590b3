"""Lists damaged in every way that the documents name, in words of other governments: the same records come back."""

import pytest

from tests.damage.forms.shapes import FORMS
from tests.damage.measure import measure

SEEDS = range(0, 2000, 12)
RIGHT = 0.985
SLID_RIGHT = 0.97
DOUBTED = 0.8
"""Nine in ten over all 2,000 lists; the sample of a test is smaller and may fall somewhat below."""

LEAST = dict.fromkeys(FORMS, 0.995)
"""Of the twelve lists of a form; to be raised with what is read better."""
RIGHT_DOUBTED = 0.03


def test_rows_come_back_right_and_wrong_ones_are_doubted() -> None:
    result = measure((seed, "printed") for seed in SEEDS)
    rows, right = result.rows, result.right
    print(f"rows right {right}/{rows}, wrong and doubted {result.wrong_doubted}/{result.wrong}")
    assert result.errors == []
    assert result.missing == 0
    assert right / rows >= RIGHT
    assert result.slid_right / result.slid >= SLID_RIGHT
    assert result.wrong_doubted / max(result.wrong, 1) >= DOUBTED


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_other_governments_come_back_right(form: str) -> None:
    """Twelve lists of each form; `python -m tests.damage.measure` reads them by the thousand."""
    result = measure((seed, form) for seed in range(12))
    print(f"{form}: rows right {result.right}/{result.rows}, wrong and doubted {result.wrong_doubted}/{result.wrong}")
    assert result.errors == []
    assert result.right / result.rows >= LEAST[form]
    assert result.right_doubted <= RIGHT_DOUBTED * result.right
