"""How well `dxlist.parse` reads the damaged lists.

python -m tests.damage.measure [--lists 2000] [--form FORM] [--kind KIND] [--show N] [--reliability] [--real FOLDER]

Half of the lists are of the printed form, the others of the forms in turn; --form takes one form alone.
"""

import argparse
import importlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from tests.damage.compare import COLUMNS, Difference, ListScore, score_rows
from tests.damage.forms.making import FORM_KINDS
from tests.damage.generator import ALL_FORMS, generate, mixed_form
from tests.damage.kinds import KINDS
from tests.damage.real import measure_real
from tests.damage.reliability import Outcome, reliability_table, summary_table

_ERRORS_SHOWN = 10


@dataclass(slots=True)
class Result:
    """The sum over all lists; a row counts as right where every column is."""

    lists: int = 0
    rows: int = 0
    right: int = 0
    slid: int = 0
    slid_right: int = 0
    wrong_doubted: int = 0
    right_doubted: int = 0
    missing: int = 0
    extra: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    kind_rows: Counter[str] = field(default_factory=Counter)
    kind_right: Counter[str] = field(default_factory=Counter)
    kind_silent: Counter[str] = field(default_factory=Counter)
    outcomes: list[Outcome] = field(default_factory=list)
    wrong_columns: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    extra_lines: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """Rows with at least one wrong column."""
        return self.rows - self.right

    def add(self, score: ListScore, threshold: float) -> None:
        """Count one list in."""
        self.lists += 1
        self.rows += score.rows
        self.right += len(score.right)
        self.slid += score.slid
        self.slid_right += score.slid_right
        self.wrong_doubted += sum(c is not None and c < threshold for c in score.wrong)
        self.right_doubted += sum(c < threshold for c in score.right)
        self.missing += sum(d.column == "missing" for d in score.differences)
        self.wrong_columns.update(d.column for d in score.differences)
        self.outcomes += [Outcome(score.form, confidence, is_right=True) for confidence in score.right]
        self.outcomes += [Outcome(score.form, confidence, is_right=False) for confidence in score.wrong]
        self._add_kinds(score, threshold)
        self.differences += score.differences
        self.extra += len(score.extra_lines)
        self.extra_lines += [(score.seed, line) for line in score.extra_lines]
        self.errors += [(score.seed, score.error)] if score.error else []

    def _add_kinds(self, score: ListScore, threshold: float) -> None:
        silent = sum(c is not None and c >= threshold for c in score.wrong)
        for kind in score.kinds:
            self.kind_silent[kind] += silent
            self.kinds[kind] += 1
            self.kind_rows[kind] += score.rows
            self.kind_right[kind] += len(score.right)


def _parse(data: bytes) -> list[Mapping[str, Any]]:
    parse: Callable[[bytes], Any] = importlib.import_module("dxlist").parse
    return [initiative.model_dump(mode="json") for initiative in parse(data).initiatives]


def measure_list(case: tuple[int, str]) -> ListScore:
    """Parse the list of one seed in one form and compare; a list that cannot be parsed has no row right."""
    damaged = generate(*case)
    try:
        return score_rows(damaged, _parse(damaged.data))
    except ModuleNotFoundError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one list, the others are measured
        score = score_rows(damaged, [])
        score.error = f"{type(error).__name__}: {error}"
        return score


def _scores(cases: Iterable[tuple[int, str]], jobs: int) -> Iterator[ListScore]:
    if jobs == 1:
        yield from map(measure_list, cases)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(measure_list, cases, chunksize=10)


def measure(cases: Iterable[tuple[int, str]], *, threshold: float = 0.7, jobs: int = 1) -> Result:
    """Measure the parser on the lists of these seeds and forms."""
    result = Result()
    for score in _scores(cases, jobs):
        result.add(score, threshold)
    return result


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({part / whole:.2%})" if whole else f"{part}/{whole}"


def _rows_lines(result: Result) -> Iterator[str]:
    yield f"lists that raised {len(result.errors)}"
    yield from (f"  seed {seed}: {error}" for seed, error in result.errors[:_ERRORS_SHOWN])
    yield f"rows right {_share(result.right, result.rows)} missing {result.missing} extra {result.extra}"


def _report_lines(result: Result, threshold: float) -> Iterator[str]:
    yield f"{'kind':36} {'lists':>5}  silent  rows right in lists that carry it"
    for kind in (*KINDS, *FORM_KINDS):
        if result.kinds[kind]:
            right = _share(result.kind_right[kind], result.kind_rows[kind])
            yield f"{kind:36} {result.kinds[kind]:5} {result.kind_silent[kind]:7}  {right}"
    yield ""
    yield from summary_table(result.outcomes, threshold)
    yield ""
    yield f"lists {result.lists}, rows slid {_share(result.slid, result.rows)}"
    yield f"slid rows right {_share(result.slid_right, result.slid)}"
    yield f"wrong rows with confidence < {threshold}: {_share(result.wrong_doubted, result.wrong)}"
    yield f"right rows with confidence < {threshold}: {_share(result.right_doubted, result.right)}"
    yield "rows wrong by column"
    for column in (*COLUMNS, "missing"):
        yield f"  {column:14} {result.wrong_columns[column]}"
    yield from _rows_lines(result)


def _shown(result: Result, rows: int) -> Iterator[str]:
    """The first wrong rows, a line a cell."""
    wrong: dict[tuple[int, int], list[Difference]] = {}
    for difference in result.differences:
        wrong.setdefault((difference.seed, difference.line), []).append(difference)
    for (seed, line), cells in islice(wrong.items(), rows):
        yield f"seed {seed} line {line}"
        for cell in cells:
            yield f"  {cell.column}\n     want {_json(cell.want)}\n     got  {_json(cell.got)}"
    for seed, line in result.extra_lines[:rows]:
        yield f"seed {seed} line {line}: a record where there is no row"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.damage.measure", description="Measure dxlist.parse.")
    parser.add_argument("--lists", type=int, default=2000, help="seeds 0 to N-1")
    parser.add_argument("--seeds", type=int, nargs="+", help="these seeds alone")
    parser.add_argument("--form", choices=ALL_FORMS, help="this form alone; else a mix of all")
    parser.add_argument(
        "--kind", choices=(*KINDS, *FORM_KINDS), metavar="KIND", help="lists that carry this kind alone"
    )
    parser.add_argument("--reliability", action="store_true", help="confidence against share right, as Markdown")
    parser.add_argument("--real", metavar="FOLDER", help="real lists with their truth beside them, too")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N wrong rows")
    parser.add_argument("--print", action="store_true", dest="text", help="print the lists instead of measuring")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--threshold", type=float, default=0.7)
    return parser.parse_args(arguments)


def _print_lists(cases: Iterable[tuple[int, str]], out: TextIO) -> None:
    """Each list with its line numbers, tabs as ⇥, and the answer below each row."""
    for damaged in (generate(*case) for case in cases):
        kinds = ", ".join(sorted(damaged.kinds))
        out.write(f"=== seed {damaged.seed} {damaged.form} {damaged.government}: {kinds}\n")
        answers = {row["line"]: row for row in damaged.answer}
        for number, line in enumerate(damaged.text.split("\n"), 1):
            mark = "*" if number in damaged.slid_lines else " "
            out.write(f"{number:4}{mark}{line.replace(chr(9), '⇥')}\n")
            if number in answers:
                out.write(f"       {_json({k: v for k, v in answers[number].items() if k != 'line'})}\n")


def _cases(given: argparse.Namespace) -> list[tuple[int, str]]:
    seeds: list[int] = given.seeds or list(range(given.lists))
    cases = [(seed, given.form or mixed_form(seed)) for seed in seeds]
    return [case for case in cases if not given.kind or given.kind in generate(*case).kinds]


def _report(result: Result, given: argparse.Namespace) -> Iterator[str]:
    if given.reliability:
        yield from reliability_table(result.outcomes)
        yield ""
        yield from summary_table(result.outcomes, given.threshold)
        return
    yield from _shown(result, given.show)
    yield from _report_lines(result, given.threshold)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and tell by the exit status whether every row was right."""
    given = _arguments(arguments)
    cases = _cases(given)
    if given.text:
        _print_lists(cases, sys.stdout)
        return 0
    result = measure(cases, threshold=given.threshold, jobs=given.jobs)
    if given.real:
        result.outcomes += measure_real(Path(given.real))
    for line in _report(result, given):
        print(line)
    return 0 if result.right == result.rows and not result.extra else 1


if __name__ == "__main__":
    sys.exit(main())
