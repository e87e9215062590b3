"""Measure dxlist query against floors of the same run: parse of the same list, and reading the JSON of a large one.

    python bench/query.py [--sizes 100] [--repeats N]

A normalised file of some megabytes is the shipped one again and again, its lines and projects varied.  Prints each
figure beside its goal and always exits 0: a goal that is missed is reported, never an error.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from make_list import LIST, MEGABYTE
from processes import run_both
from speed import DXLIST, HEADER, Figure, Goal, Plan, Result, divide, format_figure, format_goal, print_cells

NORMALISED = LIST.parent.parent / "normalized" / "fukushima_r04.json"
FLOOR = "import json, sys\nwith open(sys.argv[1], encoding='utf-8') as stream:\n    json.loads(stream.read())"
DEPT = ("--dept", "デジタル変革課")
QUERIES: dict[str, tuple[str, ...]] = {
    "--dept": DEPT,
    "--text": ("--text", "防災 訓練"),
    "--where": ("--where", "unit = '件' and value >= 10000"),
    "--group-by": ("--group-by", "department", "--format", "json"),
}
PLACE = "place of the records"
SHIPPED_GOAL, LARGE_GOAL = 1.3, 2.0


def write_normalised(target: Path, megabytes: float) -> int:
    """Write a normalised file of about so many megabytes, piece by piece; return its bytes.

    A process inherits the peak memory of the one that starts it, so this one must stay small.
    """
    whole = json.loads(NORMALISED.read_text(encoding="utf-8"))
    records, whole["initiatives"] = whole["initiatives"], [PLACE]
    head, tail = json.dumps(whole, ensure_ascii=False, indent=2).split(json.dumps(PLACE))
    turn, between = 0, ""
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(head)
        while stream.tell() < megabytes * MEGABYTE:
            varied = [vary(record, turn) for record in records]
            stream.write(between + json.dumps(varied, ensure_ascii=False, indent=2).strip("[]\n"))
            turn, between = turn + 1, ",\n"
        stream.write(tail)
    return target.stat().st_size


def vary(record: dict[str, object], turn: int) -> dict[str, object]:
    """Return a record with line, ID and project of its own."""
    line = int(str(record["line"])) + turn * 200
    name = record["project_name"] and f"{record['project_name']}その{turn}"
    project = f"{record['project_id']}{turn}"
    return {**record, "line": line, "initiative_id": f"list-{line:04d}", "project_name": name, "project_id": project}


def compare_shipped(plan: Plan) -> Result:
    """Ask the shipped list and compare with parsing it."""
    run, base = run_both(
        (*DXLIST, "query", str(LIST), *DEPT),
        (*DXLIST, "parse", str(LIST), "--output", str(plan.folder / "normalized")),
        (plan.folder / "ours.txt", plan.folder / "theirs.txt"),
        3 * plan.repeats,
    )
    figures = [Figure("dxlist parse, shipped list", base), Figure("dxlist query, shipped list", run)]
    return Result(figures, [Goal("query against parse, shipped list", divide(run, base), SHIPPED_GOAL, "x")])


def compare_size(plan: Plan, size: float) -> Iterator[Result]:
    """Ask a normalised file and compare with json.loads of it."""
    source = plan.folder / "list.json"
    megabytes = write_normalised(source, size) / MEGABYTE
    for name, question in QUERIES.items():
        run, base = run_both(
            (*DXLIST, "query", str(source), *question),
            (sys.executable, "-c", FLOOR, str(source)),
            (plan.folder / "ours.txt", plan.folder / "theirs.txt"),
            plan.repeats,
        )
        figures = [
            Figure(f"json.loads, {megabytes:.0f} MB", base, megabytes),
            Figure(f"query {name}, {megabytes:.0f} MB", run, megabytes),
        ]
        goal = f"query {name} against json.loads, {megabytes:.0f} MB"
        yield Result(figures, [Goal(goal, divide(run, base), LARGE_GOAL, "x")])


def results(plan: Plan) -> Iterator[Result]:
    yield compare_shipped(plan)
    for size in plan.sizes:
        yield from compare_size(plan, size)


def main() -> None:
    """Read the options, measure, print."""
    options = argparse.ArgumentParser(description="Measure dxlist query against floors of the same run.")
    options.add_argument("--sizes", default="100", help="megabytes of JSON, parted by commas")
    options.add_argument("--repeats", type=int, default=3, help="runs of each, of which the best counts")
    given = options.parse_args()
    goals: list[Goal] = []
    print_cells(HEADER)
    with tempfile.TemporaryDirectory() as folder:
        for result in results(Plan([float(size) for size in given.sizes.split(",")], given.repeats, Path(folder))):
            for figure in result.figures:
                print_cells(format_figure(figure))
            goals += result.goals
    print("", *map(format_goal, goals), sep="\n")


if __name__ == "__main__":
    main()
