"""Lists damaged in every way that the documents name, in words of other governments: the same records come back."""

import pytest

from tests.damage.forms.shapes import FORMS
from tests.damage.measure import measure

SEEDS = range(0, 2000, 12)
RIGHT = 0.985
SLID_RIGHT = 0.97
SILENT = 0.005
"""Share of all rows that may be wrong without a doubt; one in a thousand is wanted."""
DOUBTED = 0.8
"""Of the wrong rows, nine in ten are wanted over all 2,000 lists; the sample of a test is smaller."""

LEAST = dict.fromkeys(FORMS, 0.995)
"""Of the twelve lists of a form; to be raised with what is read better."""
RIGHT_DOUBTED = 0.03


def test_rows_come_back_right_and_few_are_wrong_in_silence() -> None:
    result = measure((seed, "printed") for seed in SEEDS)
    rows, right = result.rows, result.right
    print(f"rows right {right}/{rows}, wrong and doubted {result.wrong_doubted}/{result.wrong}")
    assert result.errors == []
    assert result.missing == 0
    assert right / rows >= RIGHT
    assert result.slid_right / result.slid >= SLID_RIGHT
    assert result.wrong - result.wrong_doubted <= SILENT * rows


@pytest.mark.xfail(reason="17 of 33: a blank behind 。 at the end of a line, and rows that slid on a page of few rows")
def test_most_wrong_rows_are_doubted() -> None:
    result = measure((seed, "printed") for seed in SEEDS[::2])
    assert result.wrong_doubted / max(result.wrong, 1) >= DOUBTED


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_other_governments_come_back_right(form: str) -> None:
    """Twelve lists of each form; `python -m tests.damage.measure` reads them by the thousand."""
    result = measure((seed, form) for seed in range(12))
    print(f"{form}: rows right {result.right}/{result.rows}, wrong and doubted {result.wrong_doubted}/{result.wrong}")
    assert result.errors == []
    assert result.right / result.rows >= LEAST[form]
    assert result.right_doubted <= RIGHT_DOUBTED * result.right
