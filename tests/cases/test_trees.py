"""The law of the header tree: below a merged upper cell every column keeps its cells, by the names joined from the top."""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dxlist
from tests.cases.answers import fold
from tests.cases.test_rectangles import DEPARTMENTS, LEVELS, PROJECTS

YEAR_FORMS = (
    lambda year: f"R{year - 2018}",
    lambda year: f"令和{year - 2018}年度",
    lambda year: f"{year}年度",
    lambda year: f"{year}",
    lambda year: f"Ｒ{year - 2018}".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
)
MONEY = ("予算額（千円）", "決算額（千円）", "事業費", "人件費")
PLANS = ("スケジュール", "年次計画", "年度別計画", "実施計画")
FIXED = (
    ("財源内訳", ("国庫支出金", "県支出金", "地方債", "一般財源"), ("1,200", "35,000", "0")),
    ("評価", ("妥当性", "有効性", "効率性"), ("A", "B", "C")),
)


class Group(NamedTuple):
    """An upper cell, the cells below it, and what stands in their columns; ``years`` where they are years of targets."""

    upper: str
    below: tuple[str, ...]
    cells: tuple[str, ...]
    years: tuple[int, ...] = ()


class Tree(NamedTuple):
    """A list: columns of one header cell, groups of several, how the merged cell is printed, and how many rows follow."""

    single: tuple[tuple[str, tuple[str, ...]], ...]
    groups: tuple[Group, ...]
    repeated: bool
    height: int

    def header(self) -> list[list[str]]:
        upper, below = [name for name, _ in self.single], [name if self.repeated else "" for name, _ in self.single]
        for group in self.groups:
            upper += [group.upper, *(group.upper if self.repeated else "" for _ in group.below[1:])]
            below += group.below
        return [upper, below]

    def row(self, number: int) -> list[str]:
        cells = [cells[number % len(cells)] for _, cells in self.single]
        return cells + [self.cell(group, at, number) for group in self.groups for at in range(len(group.below))]

    def cell(self, group: Group, at: int, number: int) -> str:
        return group.cells[(number + at) % len(group.cells)]

    def written(self) -> bytes:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([*self.header(), *map(self.row, range(self.height))])
        return text.getvalue().encode()


@st.composite
def years(draw: st.DrawFn) -> tuple[tuple[int, ...], tuple[str, ...]]:
    first, count = draw(st.integers(2020, 2026)), draw(st.integers(2, 5))
    form = draw(st.sampled_from(YEAR_FORMS))
    found = tuple(range(first, first + count))
    return found, tuple(form(year) for year in found)


@st.composite
def groups(draw: st.DrawFn) -> list[Group]:
    money = draw(st.lists(st.sampled_from(MONEY), max_size=2, unique=True))
    found = [Group(upper, draw(years())[1], ("1,200", "980", "43,000")) for upper in money]
    if draw(st.booleans()):
        found.append(Group(draw(st.sampled_from(PLANS)), draw(years())[1], ("検討", "実施", "→", "完了")))
    found += [Group(*one) for one in FIXED if draw(st.booleans())]
    return found


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Return a list with a project, and a group at least."""
    single = [("施策", draw(st.sampled_from(LEVELS))), ("事業名", draw(st.sampled_from(PROJECTS)))]
    if draw(st.booleans()):
        single.append(("担当課", draw(st.sampled_from(DEPARTMENTS))))
    found = draw(groups())
    if draw(st.booleans()) or not found:
        named, labels = draw(years())
        single.append(("成果指標", ("利用者数", "相談の件数", "開催の回数")))
        found.insert(0, Group("目標値", labels, ("30人", "1,500人", "24人"), named))
    return Tree(tuple(single), tuple(found), draw(st.booleans()), draw(st.integers(3, 20)))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_every_column_of_a_tree_keeps_its_cells(tree: Tree) -> None:
    document = dxlist.parse(tree.written(), stem="tree")
    assert [record.line for record in document.initiatives] == list(range(3, tree.height + 3))
    assert [(one.line, one.cell, one.text) for one in document.leftovers] == []
    for number, record in enumerate(document.initiatives):
        further = {fold(header): text for header, text in record.extra.items()}
        assert further == further_of(tree, number)
        assert record.project_name == dict(tree.single)["事業名"][number % len(dict(tree.single)["事業名"])]
        assert [(target.value, target.target_fiscal_year) for target in record.kpi_targets] == targets_of(tree, number)
        assert record.confidence >= 0.7


def further_of(tree: Tree, number: int) -> dict[str, str]:
    return {
        fold(f"{group.upper}{name}"): tree.cell(group, at, number)
        for group in tree.groups
        if not group.years
        for at, name in enumerate(group.below)
    }


def targets_of(tree: Tree, number: int) -> list[tuple[str, int]]:
    return [
        (tree.cell(group, at, number).removesuffix("人").replace(",", ""), year)
        for group in tree.groups
        for at, year in enumerate(group.years)
    ]
