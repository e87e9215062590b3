"""A draft → the text of a file: the header tree, front matter, rows, pages, notes; every row is told its line."""

import csv
import io

from tests.damage.forms import phrases
from tests.damage.forms.table import Col, Draft, Line
from tests.damage.sentences import pick

Cells = list[str]


def header_rows(draft: Draft, columns: list[Col]) -> list[Cells]:
    """The header as rows of cells: a name that spans several columns stands over the first of them."""
    depth = max(len(column.path) for column in columns)
    low = depth > 1 and "header_at_the_bottom" in draft.done
    rows = [["" for _ in columns] for _ in range(depth)]
    for at, column in enumerate(columns):
        start = depth - len(column.path) if low and len(column.path) == 1 else 0
        for down, name in enumerate(column.path):
            left = columns[at - 1].path if at else ()
            spanned = down < len(column.path) - 1 and left[: down + 1] == column.path[: down + 1]
            rows[start + down][at] = "" if spanned else name
    return [[_set_name(draft, name) for name in row] for row in rows]


def _set_name(draft: Draft, name: str) -> str:
    """A name as it is set: broken over lines within its cell, its letters apart."""
    if "header_line_break" in draft.done and len(name) > 4 and name.isalpha() and draft.chance(0.3):
        return f"{name[: len(name) // 2]}\n{name[len(name) // 2 :]}"
    if "header_letters_apart" in draft.done and 2 <= len(name) <= 3 and all(letter > "ぁ" for letter in name):
        return "　".join(name)
    return name


def _front(draft: Draft) -> list[Cells]:
    """Lines above the table that are no table."""
    chosen: list[Cells] = []
    width = len(draft.columns)
    if draft.chance(0.4):
        chosen.append([f"{draft.government.name}　令和{draft.year - 2018}年度 事業一覧"])
        draft.done.add("title_line")
    if draft.chance(0.12):
        chosen.append(["この一覧は、総合計画に掲げた事業の進み具合を取りまとめたものです。"])
        draft.done.add("prose_above")
    if draft.chance(0.1):
        chosen.append(
            pick(draft.rng, (["作成者", "総務部 情報政策課"], ["担当", "課長 例示太郎"], ["問い合わせ先", "企画課"]))
        )
        draft.done.add("maker_line")
    if draft.chance(0.08):
        chosen.append(["凡例", "◎：新規", "○：継続", "△：縮小"][: max(2, min(4, width))])
        draft.done.add("legend_line")
    if draft.chance(0.1) and width > 3:
        chosen.append(["資料1", *[""] * (width - 2), "総務部"])
        draft.done.add("office_at_the_right")
    if draft.chance(0.15) and width > 2:
        chosen.append([*[""] * (width - 1), pick(draft.rng, ("（単位：千円）", "令和7年4月1日現在", "2025/6/30"))])
        draft.done.add("unit_or_date_line")
    if chosen and draft.chance(0.4):
        chosen.append([])
    return chosen


def _filler(draft: Draft) -> list[Cells]:
    if "year_groups" in draft.done and draft.chance(0.25):
        draft.done.add("filler_row_above_header")
        return [["" if draft.chance(0.05) else "調整用（このセルは消さないでください）" for _ in draft.columns]]
    return []


def _note(draft: Draft) -> Cells:
    return [pick(draft.rng, phrases.NOTES)]


def _total(draft: Draft) -> Cells | None:
    """合計 in the first column of words, the sum below the money."""
    money = [at for at, column in enumerate(draft.columns) if column.role.kind == "money"]
    if not money:
        return None
    cells = [""] * len(draft.columns)
    cells[0] = pick(draft.rng, phrases.SUMS)
    for at in money:
        cells[at] = f"{draft.rng.randint(100000, 99999999):,}"
    return cells


def _body(draft: Draft, line: Line) -> Cells:
    if line.alone:
        return [line.alone, *[""] * (len(draft.columns) - 1)] if draft.delimiter == "," else [line.alone]
    return [line.text(column.key) for column in draft.columns]


def rows_of(draft: Draft) -> list[tuple[Cells, Line | None]]:
    """All rows of the file in order, each with the line of the draft that it prints."""
    header = header_rows(draft, draft.columns)
    draft.done |= {f"header_rows_{len(header)}"}
    rows: list[tuple[Cells, Line | None]] = [(cells, None) for cells in (*_front(draft), *_filler(draft), *header)]
    breaks = _page_breaks(draft)
    for at, line in enumerate(draft.lines):
        if at and (line.new_page or at in breaks):
            rows += [([], None), *((cells, None) for cells in header)]
        rows.append((_body(draft, line), line))
    total = _total(draft) if draft.chance(0.15) and "budget_levels" not in draft.done else None
    if total:
        rows.append((total, None))
        draft.done.add("total_row")
    if draft.chance(0.15):
        rows += [([], None)] if draft.chance(0.5) else []
        rows.append((_note(draft), None))
        draft.done.add("note_below")
    return rows


def _page_breaks(draft: Draft) -> set[int]:
    """Places where the header is printed again; a merged cell goes on below it."""
    if len(draft.lines) < 12 or "row_cut_by_page_end" in draft.done or not draft.chance(0.15):
        return set()
    draft.done.add("header_repeated")
    return {len(draft.lines) // 2}


def write(draft: Draft) -> str:
    """The text of the file."""
    if draft.delimiter == ",":
        draft.done.add("comma_separated")
    out = io.StringIO()
    writer = csv.writer(out, delimiter=draft.delimiter, lineterminator="\n")
    line_number = 1
    cut_trailing = draft.delimiter == "\t" and draft.chance(0.2)
    for cells, line in rows_of(draft):
        before = out.tell()
        kept = cells
        if cut_trailing and line:
            draft.done.add("trailing_blanks_dropped")
            while kept and not kept[-1]:
                kept = kept[:-1]
        if kept:
            writer.writerow(kept)
        else:
            out.write("\n")
        if line:
            line.line = line_number
        out.seek(before)
        line_number += out.read().count("\n")
    return out.getvalue()
