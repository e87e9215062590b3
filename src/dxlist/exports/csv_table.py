r"""``initiatives_to_csv``: initiatives -> a CSV table, one row each.

UTF-8, LF line ends, quotes only where they are needed.  The columns have the English physical names of the official
rules, or the labels of the 自治体標準オープンデータセット.  What a cell of CSV cannot say is settled so:

- several values stand behind each other with ``;``.  A ``;`` within a value is written ``\;`` and a ``\`` is written
  ``\\``, so that :func:`split_values` gives the values back.
- the levels of a department stand with a blank between them, as they are printed; the JSON keeps them apart.
- a line break within a text becomes one blank; the JSON keeps it.
- a text that a spreadsheet would take for a formula (it begins with = + - @, a tab, or their full-width forms, and is
  no plain number or dash) gets one ``'`` in front, so that text of a list never becomes a formula of the reader's
  computer; :func:`without_guard` takes it off.  The JSON has the text as it is.
- true and false; nothing for what is not there.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from dxlist.model.initiative import Initiative
from dxlist.model.kpi import KpiTarget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.model.initiative import Department

Header = Literal["en", "ja"]

COLUMNS = (
    "local_government_code", "initiative_id", "local_government_name", "document_id", "fiscal_year", "part",
    "part_title", "page", "line", "field_code", "field_name", "item_codes", "item_name", "plan_only", "departments",
    "project_name", "project_levels", "project_id", "shared_with", "overview", "kpi_text", "kpi_status",
)  # fmt: skip
"""In order; then the first target, the further columns of the list, and last the confidence."""

FIRST_TARGET = ("metric", "value", "unit", "comparator", "cumulative", "target_fiscal_year", "target_date")
"""What the table says of the first target of a row, as ``target_metric`` …; the table of targets says all of each."""

LAST = "confidence"
_EXTRA = "extra."
_TARGET = "target_"
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FORMULA = re.compile(r"'*(?:\t|\s*[=+\-@＝＋－＠])")
_HARMLESS = re.compile(r"[+\-＋－]*[\s\d.,０-９．，]*[%％]?")


def initiatives_to_csv(initiatives: Sequence[Initiative], header: Header = "en") -> str:
    """Return the table with its header row."""
    further = tuple(dict.fromkeys(name for initiative in initiatives for name in initiative.extra))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(to_cell, header_row(further, header)))
    writer.writerows(map(to_cell, _row(initiative, further)) for initiative in initiatives)
    return stream.getvalue()


def header_row(further: Iterable[str], header: Header = "en") -> list[str]:
    """Return the names of the columns; a further column that is called like one before it gets ``extra.`` in front."""
    names = [*(_label(name, header) for name in COLUMNS), *(target_label(name, header) for name in FIRST_TARGET)]
    last = _label(LAST, header)
    taken = {*names, last}
    for name in further:
        free = _free_name(to_cell(name), taken)
        taken.add(free)
        names.append(free)
    return [*names, last]


def target_label(name: str, header: Header) -> str:
    """Return the name of a column that says something of a target."""
    if header == "ja":
        return KpiTarget.model_fields[name].title or name
    return f"{_TARGET}{name.removeprefix(_TARGET)}"


def _label(name: str, header: Header) -> str:
    return (Initiative.model_fields[name].title or name) if header == "ja" else name


def _free_name(name: str, taken: set[str]) -> str:
    while not name or name in taken:
        name = f"{_EXTRA}{name}"
    return name


def _row(initiative: Initiative, further: Iterable[str]) -> Iterator[object]:
    for name in COLUMNS:
        value = getattr(initiative, name)
        yield _joined(name, value) if isinstance(value, list) else value
    first = initiative.kpi_targets[0] if initiative.kpi_targets else None
    yield from (getattr(first, name, None) for name in FIRST_TARGET)
    yield from (initiative.extra.get(name) for name in further)
    yield initiative.confidence


def _joined(name: str, values: list[str] | list[Department]) -> str:
    texts = map(unit_text, values) if name == "departments" else values
    return join_values(map(str, texts))


def unit_text(department: Department | str) -> str:
    """Return the printed name of a unit: its levels with a blank between them."""
    if isinstance(department, str):
        return department
    return " ".join(filter(None, (department.department, department.bureau, department.division)))


def join_values(values: Iterable[str]) -> str:
    r"""Return the values in one text, so that they can be parted again.

    >>> join_values(["3(1)ア", "a;b"])
    '3(1)ア;a\\;b'
    """
    return ";".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def split_values(text: str) -> list[str]:
    r"""Return the values of a cell that holds several.

    >>> split_values("3(1)ア;a\\;b")
    ['3(1)ア', 'a;b']
    """
    values = re.findall(r"(?:[^;\\]|\\.)+", text)
    return [re.sub(r"\\(.)", r"\1", value) for value in values]


def to_cell(value: object) -> str:
    r"""Return a value as the text of one cell that no spreadsheet runs.

    >>> [to_cell(v) for v in (None, True, "一\n二", "=1+1", "－", "+10%", "-SUM(A1)")]
    ['', 'true', '一 二', "'=1+1", '－', '+10%', "'-SUM(A1)"]
    """
    return guarded(plain_cell(value))


def plain_cell(value: object) -> str:
    r"""Return a value as the text of one cell, on one line and otherwise as it is.

    >>> [plain_cell(v) for v in (None, True, "一\n二", "=1+1", ["3(1)ア", "a;b"])]
    ['', 'true', '一 二', '=1+1', '3(1)ア;a\\;b']
    """
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, list | tuple):
        value = join_values(map(plain_cell, value))
    return _LINE_BREAK.sub(" ", f"{value:f}" if isinstance(value, Decimal) else str(value))


def guarded(text: str) -> str:
    """Return a text with one ``'`` in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet would take this text for a formula.

    >>> is_formula("=1+1"), is_formula("＠SUM(A1)"), is_formula("-10.5%"), is_formula("－")
    (True, True, False, False)
    """
    return _FORMULA.match(text) is not None and not _HARMLESS.fullmatch(text)


def without_guard(cell: str) -> str:
    """Return the text of a cell without the ``'`` that :func:`to_cell` put before it.

    >>> without_guard("'=1+1"), without_guard("'引用'")
    ('=1+1', "'引用'")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
