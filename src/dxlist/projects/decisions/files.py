"""``read_decision_file``: a TOML file that people edit -> what they decided.

A decision is a table with a reason, or, shorter, a list of rows::

    [[same]]
    rows = ["fukushima_r04-7227c1b5", "fukushima_r04-07e41f8e"]
    reason = "担当課に確認した"

    different = [["fukushima_r04-ca013bc6", "fukushima_r04-8a7a4d75"]]

A row is named by its ``initiative_id``, or by list and line as the screen shows it: fukushima_r04:113.  The line moves
where lines are inserted, the id does not.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from dxlist.errors import DecisionError, why_unreadable
from dxlist.plain_files import read_plain
from dxlist.row_ids import document_of, place_of
from dxlist.text.bilingual import Bilingual
from dxlist.text.toml import find_array, table_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

Verdict = Literal["same", "different"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_KEYS = ("rows", "names", "reason")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Decision:
    """Two rows or more that a person called one project (a must-link) or different ones (cannot-links).

    ``dxlist.find_projects`` takes them, from a file or made by hand.

    >>> import dxlist
    >>> rows = list(dxlist.parse("data/raw/fukushima_r04.tsv"))
    >>> joined = dxlist.Decision("same", (rows[0].initiative_id, rows[1].initiative_id))
    >>> [mention.joined_to for mention in dxlist.find_projects(rows, [joined]).projects[0].mentions][:2]
    ['fukushima_r04-97d0c38a', None]
    """

    verdict: Verdict
    rows: tuple[str, ...]
    """Their ``initiative_id``, or as the file says: list and line."""
    names: tuple[str, ...] = ()
    """What the rows were called when it was decided, one for each row; empty where the file does not say."""
    reason: str = ""
    line: int = 0
    """Line of the file, from 1; 0 of a decision of no file."""
    path: str = field(default="", compare=False)
    """The file; empty of a decision of none."""


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """What a file of decisions holds, in its order: ``same`` first."""

    path: str
    decisions: tuple[Decision, ...] = ()


def read_decision_file(path: Path) -> DecisionFile:
    """Return what a file of decisions holds.

    Raises:
        DecisionError: it cannot be opened, is no TOML, or has an entry that cannot be; with its line.
    """
    return DecisionFile(str(path), tuple(read_entries(read_text(path), str(path))))


def read_decisions(path: str | PathLike[str]) -> list[Decision]:
    """Return the decisions of a file, for :func:`dxlist.find_projects`, ``validate`` and ``export``.

    Args:
        path: of a TOML file as ``dxlist dedupe --review`` writes it.

    Raises:
        DxlistError: it cannot be opened, is no TOML, or has an entry that cannot be; with its line.

    >>> import dxlist, pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp(), "decisions.toml")
    >>> _ = file.write_text('same = [["fukushima_r04:113", "fukushima_r04:135"]]')
    >>> decisions, rows = dxlist.read_decisions(file), dxlist.parse("data/raw/fukushima_r04.tsv")
    >>> len(dxlist.find_projects(rows).projects), len(dxlist.find_projects(rows, decisions).projects)
    (111, 110)
    """
    return list(read_decision_file(Path(path)).decisions)


def read_text(path: Path) -> str:
    """Return the text of a file, its line ends as they are; errors as of :func:`read_decision_file`."""
    try:
        return read_plain(path).decode()
    except UnicodeDecodeError as error:
        problem = Bilingual("UTF-8の文字として読めません。", "this is no text in UTF-8.")
        remedy = Bilingual("UTF-8で保存し直してください。", "Save it in UTF-8.")
        raise DecisionError(str(path), problem, remedy) from error
    except OSError as error:
        raise DecisionError(str(path), why_unreadable(error), _CHECK_PATH) from error


def read_entries(text: str, path: str) -> Iterator[Decision]:
    """Yield the entries of a text; errors as of :func:`read_decision_file`."""
    text = text.removeprefix(_BYTE_ORDER_MARK)
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        problem = Bilingual(f"TOMLとして読めません（{error}）。", f"this is no readable TOML ({error}).")
        raise DecisionError(path, problem, SEE_DOCS) from error
    for key in found:
        if key not in VERDICTS:
            problem = Bilingual(f"「{key}」という項目はありません。", f'"{key}" is no key of it.')
            raise DecisionError(path, problem, _TWO_KEYS)
    for verdict in VERDICTS:
        yield from _entries(found.get(verdict, []), verdict, text, path)


def _entries(values: Any, verdict: Verdict, text: str, path: str) -> Iterator[Decision]:
    if not isinstance(values, list):
        raise _wrong(path, 0, verdict, _NO_ROWS)
    for value, line in zip(values, _lines_of(text, verdict, len(values)), strict=True):
        if problem := _wrong_list(value) if isinstance(value, list) else _wrong_table(value):
            raise _wrong(path, line, verdict, problem)
        table: dict[str, Any] = {"rows": value} if isinstance(value, list) else value
        names = tuple(table.get("names", ()))
        yield Decision(verdict, tuple(table["rows"]), names, table.get("reason", "").strip(), line, path)


def _lines_of(text: str, verdict: Verdict, count: int) -> list[int]:
    """Return the line of each entry; 0 where its place was not found."""
    array = find_array(text, verdict)
    offsets = array.elements if array else table_offsets(text, verdict)
    return [text.count("\n", 0, at) + 1 for at in offsets] if len(offsets) == count else [0] * count


def _wrong_table(table: Any) -> Bilingual | None:
    """Return what is wrong with an entry that is a table, or None."""
    if not isinstance(table, dict):
        return _NO_ROWS
    if key := next((key for key in table if key not in _KEYS), None):
        if key in VERDICTS:
            return Bilingual(
                f"「{key} = …」は最初の [[…]] より前に書きます。", f'"{key} = ..." must stand before the first [[...]].'
            )
        return Bilingual(
            f"「{key}」という項目はありません（rows、names、reason だけです）。",
            f'"{key}" is no key of it (rows, names and reason are).',
        )
    return _wrong_list(table.get("rows")) or _wrong_names(table) or _wrong_reason(table.get("reason"))


def _wrong_list(rows: Any) -> Bilingual | None:
    """Return what is wrong with the rows of an entry, or None."""
    if not _are_texts(rows):
        return _NO_ROWS
    if odd := next((row for row in rows if not document_of(row) and not place_of(row)), None):
        return Bilingual(
            f"「{odd}」は行のIDではありません（例: fukushima_r04-7227c1b5）。",
            f'"{odd}" is no id of a row (such as fukushima_r04-7227c1b5).',
        )
    if len(rows) < 2:  # noqa: PLR2004 - a pair
        return Bilingual("行は2つ以上要ります。", "it takes two rows or more.")
    known = [place_of(row) or row for row in rows]
    if twice := next((row for row, own in zip(rows, known, strict=True) if known.count(own) > 1), None):
        return Bilingual(f"「{twice}」が2度あります。", f'"{twice}" stands in it twice.')
    return None


def _wrong_names(table: dict[str, Any]) -> Bilingual | None:
    names = table.get("names", table["rows"])
    if _are_texts(names) and len(names) == len(table["rows"]):
        return None
    return Bilingual("names には rows と同じ数の事業名が要ります。", "names must hold as many names as there are rows.")


def _wrong_reason(reason: Any) -> Bilingual | None:
    if isinstance(reason, str) and reason.strip():
        return None
    return Bilingual("理由（reason）がありません。", "it gives no reason.")


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def _wrong(path: str, line: int, verdict: Verdict, problem: Bilingual) -> DecisionError:
    where = Bilingual(f"{verdict} の項目: ", f"this {verdict}: ")
    return DecisionError(f"{path}:{line}" if line else path, where + problem, SEE_DOCS)


_NO_ROWS = Bilingual(
    'rows に行のIDを文字列で並べてください（["…-7227c1b5", "…-07e41f8e"]）。',
    'it must list ids of rows, as text (["...-7227c1b5", "...-07e41f8e"]).',
)
_TWO_KEYS = Bilingual("same（同じ事業）か different（別の事業）を使ってください。", "Its keys are same and different.")
_CHECK_PATH = Bilingual(
    "ファイル名と権限を確かめてください。--review を付けると新しく作ります。",
    "Check the name and the permissions; --review makes a new one.",
)
SEE_DOCS = Bilingual("書き方は docs/dedupe.ja.md を見てください。", "See docs/dedupe.md for how it is written.")
