"""Over several years a project continues; what one year prints twice is counted within that year."""

import csv
import io
from pathlib import Path

import pytest

from dxlist import find_projects
from dxlist.model.initiative import Initiative
from dxlist.projects.identity import fill_projects
from dxlist.projects.years import continues, others_of_year, stands_twice
from tests.cli.runs import FIRST, HEADER, run
from tests.projects.dedupe_lists import write_list
from tests.projects.rows import TARGET, row

NAME = "統計データ公開促進事業"
BOTH = HEADER + FIRST + FIRST.replace("1(1)", "1(2)")


def rows(*years: int | None, kpis: tuple[str, ...] = ()) -> list[Initiative]:
    texts = kpis or (None,) * len(years)
    return [row(NAME, year=year, line=at, kpi=kpi) for at, (year, kpi) in enumerate(zip(years, texts, strict=True), 1)]


YEARS = [
    # years of the rows, whether one year prints it twice, whether it continues, how many other rows each row names
    ((2021, 2022), False, True, [0, 0]),
    ((2022, 2022), True, False, [1, 1]),
    ((2021, 2021, 2022), True, True, [1, 1, 0]),
    ((2020, 2021, 2022), False, True, [0, 0, 0]),
    ((None, None), True, False, [1, 1]),
    ((None, 2022), False, False, [0, 0]),
    ((None, None, 2021, 2022), True, True, [1, 1, 0, 0]),
    ((2022,), False, False, [0]),
]


@pytest.mark.parametrize(("years", "twice", "on", "others"), YEARS)
def test_rows_are_shared_within_a_year(years: tuple[int | None, ...], twice: bool, on: bool, others: list[int]) -> None:
    own = rows(*years)
    (project,) = find_projects(own).projects
    assert (stands_twice(project.mentions), continues(project)) == (twice, on)
    assert [len(record.shared_with or ()) for record in fill_projects(own)] == others
    assert others_of_year(own) == {record.initiative_id: record.shared_with for record in fill_projects(own)}


TARGETS = [
    # years, what the rows aim at, grades of the conflicts
    ((2021, 2022), (TARGET, TARGET.replace("11万", "1万")), []),
    ((2022, 2022), (TARGET, TARGET.replace("11万", "1万")), ["contradiction"]),
    ((2021, 2022, 2022), (TARGET.replace("11", "9"), TARGET, TARGET), []),
    ((None, None), (TARGET, TARGET.replace("11万", "1万")), ["contradiction"]),
]


@pytest.mark.parametrize(("years", "kpis", "grades"), TARGETS)
def test_a_target_that_changed_between_years_is_no_contradiction(
    years: tuple[int | None, ...], kpis: tuple[str, ...], grades: list[str]
) -> None:
    found = find_projects(rows(*years, kpis=kpis))
    assert [conflict.grade for conflict in found.conflicts if conflict.column == "kpi_targets"] == grades


SAID = [
    ("en", "4 rows, 1 project, 1 shared within a year, 1 continuing from year to year, 0 programmes"),
    ("ja", "4行、1事業、うち同じ年度の複数の行にあるもの1、年度をまたいで続くもの1、上位事業0"),
]


@pytest.mark.parametrize(("language", "said"), SAID)
def test_dedupe_of_two_years(tmp_path: Path, language: str, said: str) -> None:
    paths = [write_list(tmp_path, f"r{year}", BOTH, year=2018 + year) for year in (3, 4)]
    printed = run("--lang", language, "dedupe", *paths).out.decode()
    assert printed.splitlines()[0] == said
    year = "fiscal year 2021: 2 rows, fiscal year 2022: 2 rows" if language == "en" else "2021年度: 2行、2022年度: 2行"
    assert year in printed
    assert ("(fiscal year 2021, fiscal year 2022)" if language == "en" else "（2021年度、2022年度）") in printed


def test_dedupe_of_two_lists_of_one_year_each_printing_it_once(tmp_path: Path) -> None:
    paths = [write_list(tmp_path, f"r{year}", HEADER + FIRST, year=2018 + year) for year in (3, 4)]
    printed = run("dedupe", *paths).out.decode()
    assert (
        printed.splitlines()[0]
        == "2 rows, 1 project, 0 shared within a year, 1 continuing from year to year, 0 programmes"
    )
    assert "shared projects" not in printed


def test_rows_of_unknown_year_are_said(tmp_path: Path) -> None:
    paths = [write_list(tmp_path, f"list{at}", HEADER + FIRST) for at in (1, 2)]
    for path in paths:
        sidecar = Path(path).with_suffix(".toml")
        sidecar.write_text(sidecar.read_text(encoding="utf-8").replace("fiscal_year = 2022\n", ""), encoding="utf-8")
    for command in ("dedupe", "stats"):
        assert "2 rows of unknown year counted as one year" in " ".join(run(command, *paths).out.decode().split())


def test_stats_and_exports_of_two_years(tmp_path: Path) -> None:
    paths = [write_list(tmp_path, f"r{year}", BOTH, year=2018 + year) for year in (3, 4)]
    text = " ".join(run("stats", *paths).out.decode().split())
    assert (
        "4 rows of 1 project (4 rows of projects in several rows of a year, 1 project continuing from year to year)"
        in text
    )
    table = run("export", *paths, "--format", "csv", "--table", "initiatives", "--output", "-").out.decode()
    shared = {one["initiative_id"]: one["shared_with"] for one in csv.DictReader(io.StringIO(table))}
    assert len(shared) == 4
    assert all(shared[other] == own and other[:2] == own[:2] for own, other in shared.items())
