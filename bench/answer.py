"""The answer of the shipped list and the measure by which any reader of it is scored.

The answer is what dxlist publishes (`data/normalized/fukushima_r04.json`) or a file of JSON lines, one initiative a
line, read by hand. A reader gives rows of cells: field, item, departments, project, overview, KPI. Its row is right
where the six cells hold what the answer's row holds, an item and a field with their codes.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Cells = Sequence[str]
Record = dict[str, Any]
Same = Callable[["Answer", Cells], bool]

COLUMNS = ("field", "item", "departments", "project_name", "overview", "kpi_text")
FILLED = frozenset({"field", "item"})
LEVELS = ("department", "bureau", "division")


class Answer(NamedTuple):
    """One row of the answer: its six texts, the code before the item's title, the columns printed on another row."""

    line: int
    texts: tuple[str, ...]
    item_code: str
    merged: frozenset[str]


def fold(text: str) -> str:
    """Fold a text so that a wrong column is told from a wrong blank: NFKC, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def join_units(departments: list[dict[str, str | None]]) -> str:
    """Write departments as the list prints them: 「教育庁 教育総務課 高校教育課」 names a shared unit once."""
    units: list[str] = []
    for department in departments:
        units += [unit for level in LEVELS if (unit := department[level]) and unit not in units]
    return " ".join(units)


def find_merged(record: Record) -> frozenset[str]:
    """Name the columns whose text stands on another line, from dxlist's sources or from the hand-read form."""
    if "sources" not in record:
        return frozenset({"dept": "departments"}.get(column, column) for column in record["filled_from"])
    sources = record["sources"].items()
    return frozenset(column for column, source in sources if source and source["line"] != record["line"])


def read_answer(record: Record) -> Answer:
    """Bring one initiative into the form that rows of cells are compared with."""
    code = "計画" if record["plan_only"] else "".join(record["item_codes"][:1])
    field = " ".join(filter(None, (record["field_code"], record["field_name"])))
    departments = join_units(record["departments"])
    others = (record[column] or "" for column in COLUMNS[3:])
    texts = (field, record["item_name"] or "", departments, *others)
    return Answer(record["line"], texts, code, find_merged(record))


def load_answers(path: Path) -> list[Answer]:
    """Load dxlist's JSON of a document, or JSON lines."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        records = [json.loads(line) for line in text.splitlines() if line.strip()]
    else:
        records = json.loads(text)["initiatives"]
    return [read_answer(record) for record in records]


def is_same_item(answer: Answer, cell: str, title: str) -> bool:
    """Tell whether a cell holds the code and the title of an item; of several codes the first must lead."""
    return fold(cell).startswith(fold(answer.item_code)) and fold(cell).endswith(fold(title))


def is_cell_placed(answer: Answer, column: str, cell: str, blank: frozenset[str]) -> bool:
    """Tell whether a cell holds the text of its column, blanks aside; a column of `blank` must be empty."""
    text = answer.texts[COLUMNS.index(column)]
    if column in blank:
        return not cell.strip()
    return is_same_item(answer, cell, text) if column == "item" else fold(cell) == fold(text)


def is_placed(answer: Answer, cells: Cells, blank: frozenset[str], columns: Cells = COLUMNS) -> bool:
    """Tell whether the cells of some columns are placed, and nothing stands right of the six."""
    placed = dict(zip(COLUMNS, cells, strict=False))
    return not any(cells[len(COLUMNS) :]) and all(
        is_cell_placed(answer, column, placed[column], blank) for column in columns
    )


def is_text_placed(answer: Answer, cells: Cells) -> bool:
    """Tell whether departments, project, overview and KPI are right, whatever 分野 and 項目 hold."""
    return is_placed(answer, cells, answer.merged, COLUMNS[2:])


def is_row_placed(answer: Answer, cells: Cells) -> bool:
    """Tell whether a row is right as it is printed: what was merged with a cell above is still empty."""
    return is_placed(answer, cells, answer.merged)


def is_row_filled(answer: Answer, cells: Cells) -> bool:
    """Tell whether a row is right with 分野 and 項目 filled from above."""
    return is_placed(answer, cells, answer.merged - FILLED)


def is_row_mended(answer: Answer, cells: Cells) -> bool:
    """Tell whether a filled row is right to the character: printed line ends mended, no other blank touched."""
    if not is_row_filled(answer, cells):
        return False
    triples = zip(COLUMNS, answer.texts, cells, strict=False)
    wanted = [triple for triple in triples if triple[0] not in answer.merged - FILLED]
    # The code before the title of an item is compared when the row is placed.
    return all(cell.endswith(text) if column == "item" else cell == text for column, text, cell in wanted)


def count_right(answers: Iterable[Answer], rows: Mapping[int, Cells], same: Same) -> int:
    """Count the answers that the row of their line gives."""
    return sum(answer.line in rows and same(answer, rows[answer.line]) for answer in answers)


def as_cells(answer: Answer) -> Iterator[str]:
    """Yield the six texts of a record as cells, the item led by its code."""
    for column, text in zip(COLUMNS, answer.texts, strict=True):
        yield f"{answer.item_code} {text}".strip() if column == "item" else text
