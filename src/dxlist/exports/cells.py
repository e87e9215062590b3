r"""Values -> the text of one cell: what a table of text cannot say is settled here, once for all formats.

- several values stand behind each other with ``;``.  A ``;`` within a value is written ``\;`` and a ``\`` is written
  ``\\``, so that :func:`split_values` gives the values back.
- the levels of a department stand with a blank between them, as they are printed.
- a line break within a text becomes one blank.
- a text that a spreadsheet would take for a formula (it begins with = + - @, their full-width or small forms, or a tab,
  whatever invisible characters stand before, and is no plain number or dash) gets one ``'`` in front, so that text of a
  list never becomes a formula of the reader's computer; :func:`without_guard` takes it off.
- true and false; nothing for what is not there.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.model.initiative import Department

BREAK = regex(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line in some program."""
# Blanks, controls, format characters, fillers and variation selectors: Excel and its kin pass over some of them, and a
# reader sees none.  U+FEFF before a sign is enough for a spreadsheet that strips a byte-order mark from every cell.
_INVISIBLE = (
    r"\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_FORMULA = regex(rf"'*(?:\t|[{_INVISIBLE}]*[=+\-@＝＋－＠﹦﹢﹣﹫])")
_HARMLESS = regex(r"[+\-＋－]*[\s\d.,０-９．，]*[%％]?")


def unit_text(department: Department | str) -> str:
    """Return the printed name of a unit: its levels, down to the section, with a blank between them."""
    return department if isinstance(department, str) else department.printed


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
    r"""Return a value as the text of one cell that no spreadsheet runs; a number is never guarded.

    >>> [to_cell(v) for v in (None, True, "一\n二", "=1+1", "\ufeff=1", "－", "+10%", "-SUM(A1)", -5)]
    ['', 'true', '一 二', "'=1+1", "'\ufeff=1", '－', '+10%', "'-SUM(A1)", '-5']
    """
    if isinstance(value, str):
        return guarded(_one_line(value))
    text = plain_cell(value)
    return text if isinstance(value, _NUMBERS) else guarded(text)


def plain_cell(value: object) -> str:
    r"""Return a value as the text of one cell, on one line and otherwise as it is.

    >>> [plain_cell(v) for v in (None, True, "一\n二", "=1+1", ["3(1)ア", "a;b"], b"\x0f")]
    ['', 'true', '一 二', '=1+1', '3(1)ア;a\\;b', '0f']
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _one_line(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return _one_line(join_values(map(plain_cell, value)))
    if isinstance(value, bytes):
        return value.hex()
    return _one_line(f"{value:f}" if isinstance(value, Decimal) else str(value))


_NUMBERS = (int, float, Decimal)


def _one_line(text: str) -> str:
    return text if text.isprintable() else BREAK.sub(" ", text)


def guarded(text: str) -> str:
    """Return a text with one ``'`` in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    r"""Return whether a spreadsheet would take this text for a formula.

    >>> [is_formula(text) for text in ("=1+1", "＠SUM(A1)", "\u200b=1", "-10.5%", "－")]
    [True, True, True, False, False]
    """
    return _FORMULA.match(text) is not None and not _HARMLESS.fullmatch(text)


def without_guard(cell: str) -> str:
    """Return the text of a cell without the ``'`` that :func:`to_cell` put before it.

    >>> without_guard("'=1+1"), without_guard("'引用'")
    ('=1+1', "'引用'")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def unique_names(names: Iterable[str]) -> list[str]:
    """Return names that are all different: the second of equal ones gets ``_2``.

    >>> unique_names(["line", "line", "line_2"])
    ['line', 'line_2', 'line_2_2']
    """
    found = dict[str, None]()
    for name in names:
        free, number = name, 1
        while free in found:
            number += 1
            free = f"{name}_{number}"
        found[free] = None
    return list(found)
