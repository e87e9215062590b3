"""Cells of real lists against what a person read in them, where the lists stand beside the project."""

import pytest

from tests.values.real_cells import DEPARTMENTS, INDICATORS, score_departments, score_indicators
from tests.values.real_draw import drawn_departments, drawn_indicators
from tests.values.real_lists import IS_THERE
from tests.values.real_plain import plain_cells

pytestmark = pytest.mark.skipif(not IS_THERE, reason="the real lists are not here")

LEAST = 0.97
"""Share of the cells that are right."""


def test_the_cells_that_were_read_are_those_that_were_drawn() -> None:
    drawn = {(cell.list, cell.line, cell.column): cell.text for cell in drawn_indicators()}
    assert {(cell["list"], cell["line"], cell["column"]) for cell in INDICATORS} == drawn.keys()
    assert all(drawn[cell["list"], cell["line"], cell["column"]].startswith(cell["begins"]) for cell in INDICATORS)
    offices = {(cell.list, cell.line): cell.text for cell in drawn_departments()}
    assert {(cell["list"], cell["line"]) for cell in DEPARTMENTS} == offices.keys()
    assert all(offices[cell["list"], cell["line"]].startswith(cell["begins"]) for cell in DEPARTMENTS)


def test_indicator_cells_say_what_a_person_reads_in_them() -> None:
    score = score_indicators()
    assert not score.false
    assert score.share >= LEAST, "\n".join(score.wrong)


def test_department_cells_say_what_a_person_reads_in_them() -> None:
    score = score_departments()
    assert score.share >= LEAST, "\n".join(score.wrong)


def test_plain_cells_are_read_as_they_are_built() -> None:
    cells = list(plain_cells())
    wrong = [cell for cell in cells if not cell.is_right]
    assert len(wrong) <= (1 - LEAST) * len(cells), "\n".join(cell.text for cell in wrong)
