"""The plain form of a row, the only one inside, and the record that leaves the library are one and the same."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic_core import from_json, to_json

import dxlist
from dxlist.document import ListReader
from dxlist.initiatives import DOUBTFUL, fields_to_initiative
from dxlist.model.initiative import Initiative
from dxlist.model.stages import LONGEST_CELL, Fields
from dxlist.reading.sources import source_of
from tests.cli.runs import HEADER, run_python, write
from tests.damage import generate
from tests.damage.generator import ALL_FORMS
from tests.lists import LISTS, ROOT, SHIPPED

CASES = [path for path in sorted((ROOT / "tests" / "cases").glob("*/*")) if path.suffix in {".tsv", ".csv"}]
SIDECAR = """
[[corrections]]
line = 3
column = "departments"
value = "市民部 市民課"
reason = "担当課に確かめた"
[[confirmed]]
line = 2
reason = "担当課に確かめた"
"""


def rows_of(origin: Path | bytes) -> Iterator[Fields]:
    """Yield the rows of a list in plain form."""
    for _, page in ListReader(source_of(origin)).pages():
        yield from page


def assert_same(fields: Fields) -> None:
    record = fields_to_initiative(fields)
    assert to_json(fields) == record.model_dump_json().encode()
    assert list(fields) == [key for key in Initiative.model_fields if key != "confirmed" or record.confirmed]
    assert Initiative.model_validate(from_json(to_json(fields))) == record


@pytest.mark.parametrize("path", [*LISTS, *CASES[::5]], ids=lambda path: path.name)
def test_plain_form_is_what_the_record_writes(path: Path) -> None:
    with suppress(dxlist.DxlistError):  # a case that is no list has no rows
        for fields in rows_of(path):
            assert_same(fields)


def test_what_a_person_settled_stands_in_the_plain_form(tmp_path: Path) -> None:
    rows = (
        "1 行政\t1(1) 手続の電子化\t総務部 情報課\t電子申請\t申請を広める。\t申請を100件とする。",
        "\t\t市民部 市民課係\t窓口\t\t年4回とする。",
    )
    (tmp_path / "a.toml").write_text(SIDECAR, encoding="utf-8")
    found = list(rows_of(Path(write(tmp_path / "a.tsv", HEADER + "".join(f"{row}\n" for row in rows)))))
    for fields in found:
        assert_same(fields)
    assert [one.get("confirmed") for one in found] == ["担当課に確かめた", None]
    assert [repair["value"] for repair in found[1]["repairs"] if repair["kind"] == "corrected"] == ["市民部 市民課"]


@pytest.mark.parametrize("form", ALL_FORMS)
def test_plain_form_of_damaged_lists_is_what_the_record_writes(form: str) -> None:
    for seed in range(3):
        for fields in rows_of(generate(seed, form).data):
            assert_same(fields)


LOADED = """
import sys
from dxlist.cli import main
sys.argv = ["dxlist", "parse", "-", "--output", "-", "-q", *sys.argv[1:]]
try:
    main()
finally:
    from dxlist.model.document import Document, DocumentInfo
    from dxlist.model.indicator import Indicator, IndicatorValue
    from dxlist.model.initiative import Department, Initiative, Level, Source
    from dxlist.model.kpi import KpiTarget
    models = (Document, DocumentInfo, Indicator, IndicatorValue, Department, Initiative, Level, Source, KpiTarget)
    print(*(model.__name__ for model in models if model.__pydantic_complete__), file=sys.stderr)
    print(*(name for name in sys.modules if name.startswith("dxlist.")), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("format_", "built", "not_loaded"),
    [
        ("jsonl", set(), ("dxlist.rules", "dxlist.fixes", "dxlist.projects", "dxlist.report.correction_notes")),
        (
            "csv",
            {"Document", "DocumentInfo", "Initiative", "Department", "Source"},
            (
                "dxlist.rules",
                "dxlist.fixes",
                "dxlist.projects.finding",
                "dxlist.projects.conflicts",
                "dxlist.cli.inputs",
            ),
        ),
    ],
)
def test_parse_builds_and_loads_what_it_needs(format_: str, built: set[str], not_loaded: tuple[str, ...]) -> None:
    """A stream makes no record at all; what checks records is built where one is made, and no other command's modules."""
    done = run_python(LOADED, "--format", format_, stdin=SHIPPED.read_bytes())
    assert done.code == 0
    models, modules = done.err.splitlines()[-2:]
    assert set(models.split()) == built
    assert not [name for name in modules.split() if name.startswith(not_loaded)]


def test_a_row_with_a_cell_too_long_to_be_read_is_doubted_and_the_text_kept() -> None:
    """The first row of the two was as sure as the other."""
    long = "窓口の職員を育てる" * (LONGEST_CELL // 9 + 1)
    row = "1 行政\t1(1) 手続の電子化\t総務部 情報課\t{}\t申請を広める。\t申請を100件とする。\n"
    first, second = dxlist.parse((HEADER + row.format(long) + row.format("電子申請推進事業")).encode())
    assert first.confidence < DOUBTFUL <= second.confidence
    assert first.project_name == long
