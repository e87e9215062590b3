"""Measure how the time to read a cell grows with the columns of a page: rectangles as CSV, ratios within one run.

    python bench/columns.py [--widths 10,40,200,990] [--rows 400] [--repeats 2]

Each width is read by a process of its own, in turns, best of several; what a process takes that reads one row of ten
columns (its start, its imports) is taken off. Always exits 0: a goal that is missed is reported, never an error.
"""

import argparse
import csv
import io
import itertools
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from make_list import MEGABYTE
from processes import Run, pick_best, run_once
from speed import DXLIST, HEADER, Figure, Goal, count_lines, format_figure, format_goal, print_cells

GOAL = 5.0  # times the time of a cell of the narrowest page

# The sheet of an evaluation of projects: what every list has, then group after group of what one indicator has.
FIRST = ("政策名", "施策名", "担当部", "担当課", "事業名", "事業の概要")
GROUP = (
    "活動指標{0}名称",
    "活動指標{0}単位",
    "活動指標{0}目標値（令和{1}年度）",
    "活動指標{0}実績値（令和{1}年度）",
    "評価区分{0}",
    "課題と対応{0}",
    "事業費{0}（千円）",
    "財源内訳{0}",
)
POLICIES = ("健やかな暮らし", "学びと文化", "水と緑", "にぎわいの創出", "安全なまち")
MEASURES = ("子育ての支援", "図書館の充実", "水路の保全", "商店街の振興", "防災訓練の推進", "道路の維持")
OFFICES = (
    ("福祉部", "こども課"),
    ("教育部", "図書課"),
    ("建設部", "水路課"),
    ("産業部", "商工課"),
    ("総務部", "防災課"),
)
SUBJECTS = ("図書館", "水路", "保育所", "商店街", "公園", "橋りょう", "防災無線", "観光案内所", "農道", "学校給食")
DOINGS = ("整備事業", "運営事業", "補助金交付事業", "啓発事業", "点検事業")
UNITS = ("人", "件", "回", "％", "か所")
ENDS = ("を図る。", "に取り組んだ。", "を進めている。", "が課題である。")


def name_columns(width: int) -> list[str]:
    """Name as many columns as are asked for; each name is another one."""
    groups = (name.format(number, 3 + number % 5) for number in itertools.count(1) for name in GROUP)
    return list(itertools.islice(itertools.chain(FIRST, groups), width))


def write_text(numbers: random.Random) -> str:
    """Write some sentences; every third text holds line breaks, as a cell of a sheet does."""
    sentences = [
        f"{numbers.choice(SUBJECTS)}の{numbers.choice(DOINGS)}{numbers.choice(ENDS)}"
        for _ in range(numbers.randint(1, 4))
    ]
    return ("\n" if numbers.random() < 1 / 3 else "").join(sentences)


def make_group(numbers: random.Random) -> list[str]:
    """Make the cells of one group; one in four has nothing to say."""
    if numbers.random() < 1 / 4:
        return [""] * len(GROUP)
    amount = numbers.randint(1, 500)
    return [
        f"{numbers.choice(SUBJECTS)}の利用者数",
        numbers.choice(UNITS),
        str(amount),
        str(max(0, amount + numbers.randint(-20, 20))),
        numbers.choice("ＡＢＣ"),
        write_text(numbers),
        f"{numbers.randint(1, 90000):,}",
        numbers.choice(("国", "県", "一般財源")),
    ]


def make_row(serial: int, width: int, numbers: random.Random) -> list[str]:
    """Make one project with its groups, cut to the width."""
    first = [
        numbers.choice(POLICIES),
        numbers.choice(MEASURES),
        *numbers.choice(OFFICES),
        f"{numbers.choice(SUBJECTS)}{numbers.choice(DOINGS)}（{serial}）",
        write_text(numbers),
    ]
    groups = itertools.chain.from_iterable(make_group(numbers) for _ in itertools.count())
    return list(itertools.islice(itertools.chain(first, groups), width))


def write_rectangle(target: Path, width: int, rows: int, seed: int = 4) -> int:
    """Write a CSV of one header line and the rows, and return its size in bytes; equal arguments give equal bytes."""
    numbers = random.Random(seed)
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(name_columns(width))
    lines.writerows(make_row(serial, width, numbers) for serial in range(1, rows + 1))
    return target.write_bytes(text.getvalue().encode())


def compare_widths(widths: Sequence[int], rows: int, repeats: int, folder: Path) -> Iterator[tuple[int, Run]]:
    """Yield the best run of each width, all widths in turns, behind the run of a page of one row."""
    sources = {0: folder / "start.csv", **{width: folder / f"{width}.csv" for width in widths}}
    write_rectangle(sources[0], min(widths), 1)
    for width in widths:
        write_rectangle(sources[width], width, rows)
    runs: dict[int, list[Run]] = {width: [] for width in sources}
    for _, (width, source) in itertools.product(range(repeats), sources.items()):
        command = (*DXLIST, "parse", str(source), "--format", "jsonl", "--output", "-")
        runs[width].append(run_once(command, folder / f"{width}.jsonl"))
    yield from ((width, pick_best(found)) for width, found in runs.items())


def compare_cells(runs: dict[int, Run], rows: int) -> Iterator[Goal]:
    """Compare the time of a cell of each page with that of the narrowest one, without the time of the start."""
    seconds = {
        width: None if run.status or runs[0].status else (run.seconds - runs[0].seconds) / (rows * width)
        for width, run in runs.items()
        if width
    }
    narrowest = min(seconds)
    for width, found in seconds.items():
        base = seconds[narrowest]
        ratio = found / base if found is not None and base else None
        yield Goal(f"a cell of {width} columns against one of {narrowest}", ratio, GOAL, "x")


def main() -> None:
    """Read the options, write the pages, print the figures and how they compare."""
    options = argparse.ArgumentParser(
        description="Measure how the time to read a cell grows with the columns of a page."
    )
    options.add_argument("--widths", default="10,40,200,990", help="columns of the pages, with commas")
    options.add_argument("--rows", type=int, default=400, help="rows of each page (default: 400)")
    options.add_argument("--repeats", type=int, default=2, help="how often each page is read (default: 2)")
    given = options.parse_args()
    widths = sorted({int(width) for width in given.widths.split(",")})
    print_cells(HEADER)
    with tempfile.TemporaryDirectory() as name:
        folder, runs = Path(name), dict[int, Run]()
        for width, run in compare_widths(widths, given.rows, given.repeats, folder):
            runs[width] = run
            size = (folder / f"{width or 'start'}.csv").stat().st_size / MEGABYTE
            label = f"{given.rows} rows of {width} columns" if width else "one row (start, imports)"
            print_cells(format_figure(Figure(label, run, size, count_lines(folder / f"{width}.jsonl"))))
    print("", *map(format_goal, compare_cells(runs, given.rows)), sep="\n")


if __name__ == "__main__":
    main()
