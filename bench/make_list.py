"""Make a list of N megabytes from the shipped one: same pages, same damage, texts that never repeat.

    python bench/make_list.py 10 big.tsv

The shipped list is copied again and again, page after page. What stands right of a department cell (project, overview,
KPI) changes from copy to copy: nouns are drawn from a table of words of the same length, amounts from numbers of the
same length, and a text without blanks gets the number of its row, so that no cache keyed by text helps a reader.
The same size and seed give the same bytes. One line is in memory at a time.
"""

import argparse
import itertools
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).resolve().parent.parent / "data" / "raw" / "fukushima_r04.tsv"
MEGABYTE = 1_000_000

NOUNS = """
    導入 活用 業務 推進 変革 職員 実施 支援 庁内 検討 提供 情報 共通 連携 県民 開発 仕様 対象 環境 派遣 創出
    分析 整備 策定 認識 利用 人材 研修 人事 給与 構築 把握 検証 育成 構想 学校 教育 補助 企業 促進 会議 対応
    確保 機能 削減 開催 地域 管理 普及 研究 機器 課題 整理 方法 拡充 設計 運用 拡大 効果 実証 端末 設置 向上
    助言 復興 産業 防災 観光 農業 システム デジタル サービス ロボット ポータル モバイル パソコン セミナー
    テレワーク タブレット クラウド ワクチン オンライン スマート ネットワーク アドバイザー プロジェクト
    リテラシー ペーパーレス セキュリティ
""".split()  # noqa: SIM905 - a table of words is read as words
BY_LENGTH = {length: [noun for noun in NOUNS if len(noun) == length] for length in {len(noun) for noun in NOUNS}}

# 「総務部 職員研修課」, 「商工労働部 観光交流局 県産品振興戦略課」: the cell from which on the texts vary.
DEPARTMENTS = re.compile(r"[^\s\d]+[部局庁](?: \S+)* ?\S*[課室]")
# An amount, not a year: 「24,595件」, 「61.0%」.
VARIED = re.compile("|".join(sorted(NOUNS, key=len, reverse=True)) + r"|\d[\d,]*(?=[件人名団社回台校万%.])")


class Line(NamedTuple):
    """One line of the shipped list, parted where its texts begin to vary."""

    fixed: str
    texts: tuple[str, ...]


def part_line(line: str) -> Line:
    """Part a line after its department cell; a title, a header or a row without one has nothing that varies."""
    cells = line.split("\t")
    for place, cell in enumerate(cells, start=1):
        if DEPARTMENTS.fullmatch(cell) and place < len(cells):
            return Line("\t".join([*cells[:place], ""]), tuple(cells[place:]))
    return Line(line, ())


def draw(match: re.Match[str], numbers: random.Random) -> str:
    """Another noun of the same length, or another number with its commas where they were."""
    found = match[0]
    if found[0].isdecimal():
        return re.sub(r"\d", lambda _: str(1 + int(numbers.random() * 9)), found)
    nouns = BY_LENGTH[len(found)]
    return nouns[int(numbers.random() * len(nouns))]


def vary_text(text: str, serial: int, numbers: random.Random) -> str:
    """Draw the nouns and amounts of a text anew; one that the printer did not wrap gets its serial number too."""
    drawn = VARIED.sub(lambda match: draw(match, numbers), text)
    if not text or " " in text:
        return drawn
    return f"{drawn[:-1]}（{serial}番）。" if drawn.endswith("。") else f"{drawn}（{serial}番）"


def make_lines(source: Path, seed: int) -> Iterator[str]:
    """Yield the lines of copy after copy without end, each with its line end."""
    lines = [part_line(line) for line in source.read_text(encoding="utf-8").split("\n")]
    numbers = random.Random(seed)
    for serial, line in enumerate(itertools.cycle(lines), start=1):
        yield line.fixed + "\t".join(vary_text(text, serial, numbers) for text in line.texts) + "\n"


def write_list(source: Path, target: Path, megabytes: float, seed: int = 4) -> int:
    """Write whole lines until the target holds the megabytes (of a million bytes); return its size in bytes."""
    size = 0
    with target.open("wb") as stream:
        for line in make_lines(source, seed):
            size += stream.write(line.encode())
            if size >= megabytes * MEGABYTE:
                break
    return size


def main() -> None:
    """Read the options, write the list, say what was written."""
    options = argparse.ArgumentParser(description="Make a list of N megabytes from the shipped one.")
    options.add_argument("megabytes", type=float, help="for example 1, 10, 100 or 1000")
    options.add_argument("target", type=Path)
    options.add_argument("--list", type=Path, default=LIST, help="the list to copy (default: the shipped one)")
    options.add_argument("--seed", type=int, default=4)
    given = options.parse_args()
    size = write_list(given.list, given.target, given.megabytes, given.seed)
    print(f"{given.target}: {size:,} bytes")


if __name__ == "__main__":
    main()
