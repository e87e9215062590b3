"""The columns of every table are those of its golden file; where they change on purpose: python -m tests.cli.headers."""

from pathlib import Path

import pytest

from tests.cli.headers import FOLDER, TABLES, golden
from tests.cli.runs import names


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_of_its_golden_file(name: str, tmp_path: Path) -> None:
    wanted = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert golden(name, tmp_path).splitlines() == wanted.splitlines(), "python -m tests.cli.headers"


def test_no_golden_file_is_of_a_table_that_is_gone() -> None:
    assert names(FOLDER) == sorted(f"{name}.txt" for name in TABLES)
