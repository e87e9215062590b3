"""What dxlist says of the cells that were read by hand: ``python -m tests.values.real_cells --show`` prints the wrong ones.

A cell is right when value, upper value, unit, comparator and fiscal year of each target are right, no target is missing
and none is said that the cell does not set, and the status of its row is right.  A value is false when the cell does
not hold it, or holds it as something else.  Metrics, and words of time (annual, cumulative), are counted apart.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from dxlist.model.initiative import Initiative
from dxlist.model.kpi import KpiTarget
from tests.damage.compare import fold
from tests.values.real_lists import WORKBOOK, records_of

Cell = Mapping[str, Any]

HERE = Path(__file__).parent
INDICATORS: list[Cell] = tomllib.loads((HERE / "real_indicators.toml").read_text("utf-8"))["cell"]
DEPARTMENTS: list[Cell] = tomllib.loads((HERE / "real_departments.toml").read_text("utf-8"))["cell"]

_KINDS = {"活動指標": "activity", "成果指標": "outcome"}
_PERIODS = ("annual", "monthly")
_COMPARATORS = ("eq", "ge", "gt", "le", "lt", "approx", "increase", "decrease")


class Target(NamedTuple):
    """A target as a person read it."""

    metric: str | None
    value: str
    value_to: str | None
    units: tuple[str | None, ...]
    """Each of them is right."""
    comparator: str
    fiscal_year: int | None
    deadline: str | None
    """by, where the cell says so; in is not asked for."""
    period: str | None
    cumulative: bool
    baseline: str | None
    """The state that it starts from, which may be said or not."""
    may_be_left: bool
    text: str

    def is_met_by(self, got: KpiTarget) -> bool:
        """Return whether value, unit, comparator and year are these."""
        return (
            (got.value, got.value_to, got.comparator) == (self.value, self.value_to, self.comparator)
            and got.unit in self.units
            and got.target_fiscal_year == self.fiscal_year
            and (self.deadline is None or got.deadline_kind == self.deadline)
            and got.baseline_value in {None, self.baseline}
        )

    def holds_metric(self, got: KpiTarget) -> bool:
        return self.metric is None or bare(self.metric) == bare(got.metric)

    def holds_time(self, got: KpiTarget) -> bool:
        return (got.period, got.cumulative) == (self.period, self.cumulative)


_TARGET = re.compile(
    r"(?P<may>\? )?(?P<metric>.+?) \| (?P<value>[^ |~]+)(?:~(?P<to>[^ |]+))? \| (?P<units>[^|]+?)(?: \| (?P<further>.+))?"
)


def target_of(text: str) -> Target:
    """Return the target that is written ``metric | value | unit | further words``."""
    found = _TARGET.fullmatch(text)
    assert found is not None, text
    further = (found["further"] or "").split()
    years = [int(word) for word in further if word.isdigit()]
    return Target(
        metric=None if found["metric"] == "-" else found["metric"],
        value=found["value"],
        value_to=found["to"],
        units=tuple(None if unit == "-" else unit for unit in found["units"].split(" or ")),
        comparator=next((word for word in further if word in _COMPARATORS), "eq"),
        fiscal_year=years[0] if years else None,
        deadline="by" if "by" in further else None,
        period=next((word for word in further if word in _PERIODS), None),
        cumulative="cumulative" in further,
        baseline=next((word.removeprefix("from=") for word in further if word.startswith("from=")), None),
        may_be_left=found["may"] is not None,
        text=text,
    )


def bare(text: str | None) -> str:
    """Return a metric without what is taste: a mark of a list before it, a bracket of time or a particle behind it."""
    plain = re.sub(r"^(?:[①-⑳]|\([0-9]\))", "", re.sub(r"[\s　]", "", text or ""))
    plain = fold(plain)
    return re.sub(r"(?:[(【](?:年間|累計|延)[)】]|[の:])+$", "", plain)


@dataclass(slots=True)
class Score:
    """How many cells are right, and what is wrong."""

    cells: int = 0
    right: int = 0
    left_out: int = 0
    targets: int = 0
    metrics: int = 0
    times: int = 0
    false: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    """Targets whose value is right, and metric or time is not."""

    @property
    def share(self) -> float:
        return self.right / self.cells


# --- indicators


def score_indicators(cells: Sequence[Cell] = INDICATORS) -> Score:
    """Compare the indicator cells with the records of their lists."""
    score = Score()
    for cell in cells:
        if cell.get("left_out"):
            score.left_out += 1
            continue
        score.cells += 1
        said = list(_indicator_faults(cell, _record_of(cell, cells), score))
        score.right += not said
        score.wrong += [_shown(cell, said)] if said else []
    return score


def _record_of(cell: Cell, cells: Sequence[Cell]) -> Initiative | None:
    asked = frozenset(one["line"] for one in cells if one["list"] == cell["list"])
    return records_of(cell["list"], asked).get(cell["line"])


def _indicator_faults(cell: Cell, record: Initiative | None, score: Score) -> Iterator[str]:
    if record is None:
        yield "there is no record"
    elif cell["list"] == WORKBOOK:
        yield from _column_faults(cell, record)
    else:
        yield from _target_faults([target_of(text) for text in cell["targets"]], _targets_of(cell, record), cell, score)
        if record.kpi_status not in cell["status"].split(" or "):
            yield f"status: wanted {cell['status']}, got {record.kpi_status}"


def _targets_of(cell: Cell, record: Initiative) -> list[KpiTarget]:
    """Return the targets that a record has from one of its columns."""
    kind = _KINDS[cell["column"]]
    return [target for target in record.kpi_targets if target.indicator_kind in {kind, None}]


def _target_faults(wanted: list[Target], got: list[KpiTarget], cell: Cell, score: Score) -> Iterator[str]:
    score.targets += sum(not target.may_be_left for target in wanted)
    left = list(got)
    for target in wanted:
        found = next((one for one in left if target.is_met_by(one)), None)
        if found is not None:
            left.remove(found)
            score.metrics += not target.may_be_left and target.holds_metric(found)
            score.times += not target.may_be_left and target.holds_time(found)
            if not (target.holds_metric(found) and target.holds_time(found)):
                score.beside.append(f"{_place(cell)}: wanted {target.text}\n    got    {said_of(found)}")
        elif not target.may_be_left:
            yield f"wanted {target.text}"
    for one in left:
        yield f"got    {said_of(one)}"
    values = {value for target in wanted for value in (target.value, target.value_to)}
    score.false += [f"{_place(cell)}: {said_of(one)}" for one in left if one.value not in values or one.baseline_value]


def said_of(one: KpiTarget) -> str:
    value = f"{one.value}~{one.value_to}" if one.value_to else one.value
    further = (one.comparator, one.target_fiscal_year, one.deadline_kind, one.period, "cumulative" * one.cumulative)
    base = f" (from {one.baseline_value})" if one.baseline_value else ""
    return f"{one.metric or '-'} | {value} | {one.unit or '-'} | {' '.join(str(w) for w in further if w)}{base} 「{one.raw}」"


def _column_faults(cell: Cell, record: Initiative) -> Iterator[str]:
    """Yield what is wrong of an indicator in columns of its own."""
    one = next((one for one in record.indicators if one.number == cell["column"]), None)
    if one is None or fold(one.name) != fold(cell["begins"]):
        yield f"name: wanted {cell['begins']}, got {one and one.name}"
        return
    if one.unit != cell["unit"]:
        yield f"unit: wanted {cell['unit']}, got {one.unit}"
    if record.kpi_targets:
        yield f"wanted no target: the headers do not say which value is one, got {len(record.kpi_targets)}"
    values = [*one.targets, *one.actuals, *one.values]
    got = [_amount(value.value, value.unit) for value in values]
    if got != (wanted := [_amount(text, cell["unit"]) for text in cell["values"]]):
        yield f"values: wanted {wanted}, got {got}"
    if years := {value.fiscal_year for value in values} - {None}:
        yield f"the headers name no years, got {years}"


def _amount(value: str | None, unit: str | None) -> str:
    """Return a value with its unit; 千円 kept and 千円 resolved are one amount."""
    if value in {None, "-"}:
        return "-"
    return f"{value}000円" if unit == "千円" else f"{value}{unit}"


# --- departments


def score_departments(cells: Sequence[Cell] = DEPARTMENTS) -> Score:
    """Compare the department cells with the records of their lists."""
    score = Score(left_out=sum(bool(cell.get("left_out")) for cell in cells))
    for cell in (cell for cell in cells if not cell.get("left_out")):
        record = _record_of(cell, cells)
        got = [written_levels(unit.known_levels) for unit in record.departments] if record else []
        wanted = [one.split(" or ") for one in cell["units"]]
        is_right = len(got) == len(wanted) and all(unit in one for unit, one in zip(got, wanted, strict=True))
        score.cells += 1
        score.right += is_right
        score.wrong += [] if is_right else [_shown(cell, [f"wanted {cell['units']}", f"got    {got}"])]
    return score


def written_levels(levels: Sequence[str | None]) -> str:
    """Return a unit as ``department|bureau|division|section``, levels that it lacks left out at the end."""
    return "|".join(level or "" for level in levels).rstrip("|")


# --- showing


def _place(cell: Cell) -> str:
    return ":".join(str(cell[key]) for key in ("list", "line", "column") if key in cell)


def _shown(cell: Cell, faults: Sequence[str]) -> str:
    doubt = f"\n    ({cell['doubt']})" if "doubt" in cell else ""
    return f"{_place(cell)} {cell['begins']}" + "".join(f"\n    {fault}" for fault in faults) + doubt


def main(arguments: Sequence[str]) -> None:
    """Print the figures, with ``--show`` each wrong cell, and how many there are of each list."""
    for name, score in (("indicators", score_indicators()), ("departments", score_departments())):
        if "--show" in arguments:
            print(*score.wrong, *score.beside, sep="\n\n", end="\n\n")
        lists = Counter(re.split(r"[:]", wrong)[0] for wrong in score.wrong)
        print(
            f"{name}: {score.right} of {score.cells} cells right ({score.share:.1%}), {score.left_out} left out;",
            end=" ",
        )
        print(f"false values {len(score.false)}; wrong by list {dict(lists)}")
        if score.targets:
            print(
                f"    of {score.targets} targets: metric right {score.metrics}, annual and cumulative right {score.times}"
            )
        print(*(f"    false: {one}" for one in score.false), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
