"""What the rows of a list say of each other's units: cells in the order of a list, and where the last one's units stand."""

import pytest

import dxlist
from dxlist.values.departments import read_departments
from dxlist.values.unit_homes import HousedUnit, UnitHomes

Units = list[str]

CASES: list[tuple[list[str], Units, int | None]] = [
    # wrong before: 財務部 政策課
    (["総合政策部 政策課", "財務部 財政課 政策課"], ["財務部||財政課", "(総合政策部)||政策課"], 1),
    (["総合政策部　政策課", "財務部　財政課、政策課"], ["財務部||財政課", "(総合政策部)||政策課"], 1),
    (["総合政策部政策課", "財務部財政課・政策課"], ["財務部||財政課", "(総合政策部)||政策課"], 1),
    (["", "総合政策部（政策課）", "財務部／財政課／政策課"], ["財務部||財政課", "(総合政策部)||政策課"], 2),
    (["企画部 文化局 国際課", "経済部 商工課 国際課"], ["経済部||商工課", "(企画部 文化局)||国際課"], 1),
    (["健康部 保健所 予防課", "子ども部 育成課\n予防課"], ["子ども部||育成課", "(健康部 保健所)||予防課"], 1),
    (["総合政策部 政策課", "財務部 財政課、政策課（DX担当）"], ["財務部||財政課", "(総合政策部)||政策課（DX担当）"], 1),
    # the same bureau
    (["財務部 税務課", "財務部 財政課 税務課"], ["財務部||財政課", "財務部||税務課"], None),
    (["教育庁 高校教育課", "教育庁 教育総務課 高校教育課"], ["教育庁||教育総務課", "教育庁||高校教育課"], None),
    (["財務部 税務課", "市民部 税務課", "財務部 財政課 税務課"], ["財務部||財政課", "財務部||税務課"], None),
    (["病院部 業務課", "病院部 病院局管理課 業務課"], ["病院部|病院局|管理課", "病院部||業務課"], None),
    # a bracket and lines that are set in say more than another row
    (["総合政策部 政策課", "財務部（財政課、政策課）"], ["財務部||財政課", "財務部||政策課"], None),
    (["総合政策部 政策課", "財務部\n　財政課\n　政策課"], ["財務部||財政課", "財務部||政策課"], None),
    # not known
    (["財務部 財政課 政策課"], ["財務部||財政課", "||政策課"], None),
    (["総合政策部 企画課", "財務部 財政課 政策課"], ["財務部||財政課", "||政策課"], None),
    (["市民部 支所課", "経済部 支所課", "財務部 財政課 支所課"], ["財務部||財政課", "||支所課"], None),
    (["財務部 財政課 政策課", "経済部 商工課 政策課"], ["経済部||商工課", "||政策課"], None),
    (["政策課", "財務部 財政課 政策課"], ["財務部||財政課", "||政策課"], None),
    (["消防本部 総務課", "教育部 学校教育課 総務課"], ["教育部||学校教育課", "||総務課"], None),
    # a list that prints the bureau wherever it changes
    (["企画部 政策課 財務部 税務課", "財務部 財政課 契約課"], ["財務部||財政課", "財務部||契約課"], None),
    (["企画部政策課、財務部税務課", "財務部財政課、契約課"], ["財務部||財政課", "財務部||契約課"], None),
    # … and one that does not always
    (
        ["企画部 政策課 財務部 税務課", "市民部 市民課", "企画部 広報課 市民課", "財務部 財政課 契約課"],
        ["財務部||財政課", "||契約課"],
        None,
    ),
    (["企画部 政策課 教育部総務課", "財務部 財政課 契約課"], ["財務部||財政課", "||契約課"], None),
]


@pytest.mark.parametrize(("cells", "units", "line"), CASES)
def test_what_a_list_says_of_its_last_cell(cells: list[str], units: Units, line: int | None) -> None:
    homes = UnitHomes()
    for number, cell in enumerate(cells, 1):
        homes.learn(read_departments(cell), number)
    placed = homes.place(read_departments(cells[-1]))
    assert (list(map(_said, placed)), next((one.line for one in placed if one.line), None)) == (units, line)


def test_the_order_of_the_rows_does_not_matter() -> None:
    for cells, units, _ in CASES:
        homes = UnitHomes()
        for number, cell in enumerate(reversed(cells), 1):
            homes.learn(read_departments(cell), number)
        placed = homes.place(read_departments(cells[-1]))
        assert list(map(_said, placed)) == units


def _said(placed: HousedUnit) -> str:
    """Return what is known of a unit: its levels, or in brackets what stands above it elsewhere."""
    unit, above = placed.unit, placed.elsewhere
    levels = "|".join(name or "" for name in (unit.department, unit.bureau, unit.division))
    return f"({' '.join(filter(None, above))}){levels}" if above else levels


def rows(*units: str) -> bytes:
    lines = (
        f"1 行政\t1(1) 窓口\t{unit}\t事業{i}\t窓口を改める。\t{i + 2}件を目標とする。" for i, unit in enumerate(units)
    )
    return "\n".join(["分野\t項目\t担当課\t事業名\t事業概要\t指標", *lines]).encode()


def test_a_row_says_which_line_it_took_a_department_from() -> None:
    document = dxlist.parse(rows("財務部 財政課 政策課", "財務部 財政課", "総合政策部 政策課"))
    first = document.initiatives[0]
    assert [(unit.printed, unit.elsewhere) for unit in first.departments] == [
        ("財務部 財政課", None),
        ("政策課", "総合政策部"),
    ]
    assert [repair.model_dump() for repair in first.repairs if repair.column == "departments"] == [
        {"kind": "inferred", "column": "departments", "value": "総合政策部 政策課", "from_line": 4}
    ]
    assert first.confidence >= 0.7


def test_a_stream_asks_the_rows_before_and_the_next_ones() -> None:
    units = ["財務部 財政課 政策課", *["財務部 財政課"] * 900, "総合政策部 政策課", "財務部 財政課 政策課"]
    streamed = [[unit.known_levels[0] for unit in one.departments] for one in dxlist.stream(rows(*units))]
    assert streamed[0][-1] is None
    assert streamed[-1] == ["財務部", "総合政策部"]
    assert [unit.known_levels[0] for unit in dxlist.parse(rows(*units)).initiatives[0].departments] == streamed[-1]
