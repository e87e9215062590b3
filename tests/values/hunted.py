"""Variants of kinds of faults, read whole: ``python -m tests.values.hunted`` prints what is wrong, by kind.

With ``--write`` it writes which ones are wrong into ``hunted_failures.txt``, from which the tests know them.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import dxlist
from dxlist.model.finding import Finding
from dxlist.model.initiative import Initiative
from dxlist.model.kpi import KpiTarget
from tests.damage.compare import DOUBTFUL
from tests.values.hunted_cases import KINDS
from tests.values.hunted_lists import COLUMNS, OFFICES
from tests.values.real_cells import Target, said_of, target_of, written_levels

FAILURES = Path(__file__).with_name("hunted_failures.txt")
BROKEN = "a broken number"
_BEFORE = "分野\t項目\t担当課\t事業名\t事業概要"
_OFFICE, _OVERVIEW = "総務部 人事課", "窓口を開く。"


class Variant(NamedTuple):
    """A row of a list, and what it must be read as."""

    kind: str
    cell: str
    expected: tuple[str, ...]
    line: int
    table: str
    """The whole list."""

    @property
    def name(self) -> str:
        return f"{self.kind}: {ascii_of(self.cell)}"


def ascii_of(text: str) -> str:
    """Return a text with what nobody sees written out."""
    return "".join(letter if letter.isprintable() and letter != "\u3000" else f"<{ord(letter):04X}>" for letter in text)


def variants() -> Iterator[Variant]:
    """Yield every variant with its list: a kind is a list, a variant a row."""
    for kind, rows in KINDS.items():
        yield from _list(kind, f"{_BEFORE}\t指標・目標", rows, [f"{_OFFICE}\t%\t{_OVERVIEW}\t{row[0]}" for row in rows])
    for kind, (header, rows) in COLUMNS.items():
        cells = [row[0].replace("|", "\t") for row in rows]
        yield from _list(kind, f"{_BEFORE}\t{header}", rows, [f"{_OFFICE}\t%\t{_OVERVIEW}\t{row}" for row in cells])
    for kind, rows in OFFICES.items():
        texts = [f"{row[0]}\t%\t{_OVERVIEW}\t{i}0件" for i, row in enumerate(rows, 1)]
        yield from _list(f"departments: {kind}", f"{_BEFORE}\t指標・目標", rows, texts)


def _list(kind: str, header: str, rows: Sequence[Sequence[str]], cells: Sequence[str]) -> Iterator[Variant]:
    names = (f"{'橋道川森港町駅畑山島'[i % 10]}の第{i}事業" for i, _ in enumerate(cells, 1))
    lines = (
        f"1 行政\t1({i}) 項目{i}\t{cell.replace('%', name, 1)}"
        for i, (cell, name) in enumerate(zip(cells, names, strict=True), 1)
    )
    table = "\n".join([header, *lines]) + "\n"
    for line, row in enumerate(rows, 2):
        yield Variant(kind, row[0], tuple(row[1:]), line, table)


@cache
def records(table: str) -> dict[int, Initiative]:
    """Read a list as anybody would, and return its records by line."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "list.tsv")
        path.write_text(table, "utf-8", newline="")
        return {one.line: one for one in dxlist.stream(path)}


def faults(variant: Variant) -> Iterator[str]:
    """Yield what is read wrongly of a variant."""
    record = records(variant.table).get(variant.line)
    if record is None:
        yield "there is no record"
    elif variant.kind.startswith("departments: "):
        yield from _office_faults(variant, record)
    else:
        yield from _target_faults(variant, record)


def _office_faults(variant: Variant, record: Initiative) -> Iterator[str]:
    got = [written_levels(unit.known_levels) for unit in record.departments]
    wanted = [unit.split(" or ") for unit in variant.expected]
    if len(got) != len(wanted) or any(unit not in one for unit, one in zip(got, wanted, strict=True)):
        yield f"wanted {list(variant.expected)}, got {got}"


def _target_faults(variant: Variant, record: Initiative) -> Iterator[str]:
    further = dict(word.split(": ", 1) for word in variant.expected if word.startswith(("status: ", "actuals: ")))
    wanted = [target_of(word) for word in variant.expected if " | " in word]
    left = list(record.kpi_targets)
    for target in wanted:
        found = next((one for one in left if _is_met(target, one)), None)
        if found is not None:
            left.remove(found)
        elif not target.may_be_left:
            yield f"wanted {target.text}"
    yield from (f"got    {said_of(one)}" for one in left)
    is_set = any(not target.may_be_left for target in wanted)
    status = further.get("status", "quantitative" if is_set else record.kpi_status)
    if record.kpi_status not in status.split(" or "):
        yield f"status: wanted {status}, got {record.kpi_status}"
    if "actuals" in further and (got := _actuals(record)) != further["actuals"]:
        yield f"actuals: wanted {further['actuals']}, got {got}"


def _is_met(target: Target, got: KpiTarget) -> bool:
    """Return whether a target is this one, of a column too: less is a sign of the value or said beside it."""
    plain = got.model_copy(update={"baseline_value": None} if got.header else {})
    if got.value.startswith("-") and got.comparator == "eq":
        plain = plain.model_copy(update={"value": got.value[1:], "comparator": "decrease"})
    return target.is_met_by(plain) and target.holds_metric(got) and target.holds_time(got)


def unsaid(variant: Variant) -> bool:
    """Return whether no target is read of a cell with a broken number, and nobody is told."""
    record = records(variant.table).get(variant.line)
    if record is None or record.kpi_targets:
        return False
    return record.confidence >= DOUBTFUL and all(one.line != variant.line for one in warnings_of(variant.table))


@cache
def warnings_of(table: str) -> list[Finding]:
    """Return the findings of a list that people are shown."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "list.tsv")
        path.write_text(table, "utf-8", newline="")
        return [one for one in dxlist.validate(path) if one.severity != "info"]


def _actuals(record: Initiative) -> str:
    values = (value for one in record.indicators for value in one.actuals if value.value)
    return ", ".join(f"{value.value} {value.fiscal_year}" for value in values)


def main(arguments: Sequence[str]) -> None:
    """Print what is wrong and how many are right; with ``--write`` keep the names of the wrong ones."""
    wrong = list[str]()
    every = list(variants())
    for variant in every:
        if found := list(faults(variant)):
            wrong.append(variant.name)
            print(variant.name, *found, sep="\n    ")
        if variant.kind == BROKEN and unsaid(variant):
            wrong.append(f"unsaid: {variant.name}")
            print(wrong[-1])
    print(f"{len(every) - sum(not name.startswith('unsaid: ') for name in wrong)} of {len(every)} variants are right")
    if "--write" in arguments:
        FAILURES.write_text("".join(f"{name}\n" for name in wrong), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
