"""``ask``: a question in SQL -> columns and rows, over the database of an export; nothing can be written.

What a question may do is a list of what is allowed, and SQLite is asked about every step of it before it runs.
"""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from difflib import get_close_matches
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING

from dxlist.errors import DxlistError
from dxlist.exports.sql.search import words_to_match
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.text.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer"}
_PRAGMAS = ("table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list")
"""Those that only say something."""
_OWN_PRAGMA = "data_version"
"""The full-text search itself asks for it."""
_LONGEST_VALUE = 50_000_000
"""Bytes that one value may have."""
_STEPS = 10_000
"""Steps of SQLite between two looks whether it is to stop."""
_LOOK = 0.05
_PATIENCE = 0.5
"""Seconds between two looks of a thread that waits, and that one waits for the other at the end."""
_AHEAD = 4
_MOST_AT_ONCE = 256
"""How many batches of rows may wait to be taken, and how many rows are one."""


class SqlError(DxlistError):
    """A question that cannot be answered: wrong SQL, or one that would write."""


@dataclass(frozen=True, slots=True)
class SqlAnswer:
    """What a question gives."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]
    """They are looked for while they are taken, and may then raise ``SqlError`` too."""


@contextmanager
def ask(connection: sqlite3.Connection, sql: str, seconds: float) -> Iterator[SqlAnswer]:
    """Give the answer of one SELECT; the connection answers no other question, and is closed behind it.

    Beside SQLite's own functions there are ``fold(text)``, the key on which texts are compared, and ``bigrams(words)``,
    which makes search words what stands behind ``MATCH``.

    Args:
        connection: of no thread, to the tables that are asked.
        sql: the question.
        seconds: that may pass while the answer is waited for.

    Raises:
        SqlError: it is wrong, it is no question, it would write, or it took longer than ``seconds``.
    """
    asked = _Asked(connection, sql, seconds)
    try:
        (columns,) = asked.next_rows()
        yield SqlAnswer(tuple(map(str, columns)), asked.rows())
    finally:
        asked.end()


_Batch = list[tuple[object, ...]]


class _Asked:
    """A question that another thread answers, so that this one can stop waiting for it, and is open to Ctrl-C.

    SQLite can be told to stop between two steps.  Within one, such as a function that searches a text of megabytes, it
    hears nothing: that thread is left then, and ends with the process.
    """

    def __init__(self, connection: sqlite3.Connection, sql: str, seconds: float) -> None:
        self._connection, self._sql = connection, sql
        self._seconds = self._left = seconds
        self._is_over = Event()
        self._found: Queue[_Batch | Exception] = Queue(_AHEAD)
        _close(connection, self._is_over.is_set)
        self._thread = Thread(target=self._answer, daemon=True)
        self._thread.start()

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Yield the rows."""
        while rows := self.next_rows():
            yield from rows

    def next_rows(self) -> _Batch:
        """Return the names of the columns as the first row of all, then some rows at a time, and none at the end."""
        while self._left > 0:
            begin = time.monotonic()
            with suppress(Empty):
                found = self._found.get(timeout=min(_LOOK, self._left))
                if isinstance(found, Exception):
                    raise found
                return found
            self._left -= time.monotonic() - begin
        raise SqlError("SQL", *_too_slow(self._seconds))

    def end(self) -> None:
        """Let SQLite stop, and close the connection where it does."""
        self._is_over.set()
        self._thread.join(_PATIENCE)
        if not self._thread.is_alive():
            self._connection.close()

    def _answer(self) -> None:
        try:
            for rows in self._batches():
                self._give(rows)
        except Exception as error:  # noqa: BLE001 - it is raised where the answer is waited for
            self._give(error)

    def _batches(self) -> Iterator[_Batch]:
        """Yield what is found: the first rows one by one, for no more may be wanted, then ever more at once."""
        try:
            cursor = self._connection.execute(self._sql)
            if cursor.description is None:
                raise SqlError("SQL", *_NO_QUESTION)
            yield [tuple(column[0] for column in cursor.description)]
            most = 1
            while rows := cursor.fetchmany(most):
                yield rows
                most = min(2 * most, _MOST_AT_ONCE)
            yield []
        except (sqlite3.Error, sqlite3.Warning, ValueError, UnicodeError) as error:
            raise _error(error, self._connection, self._sql) from error

    def _give(self, found: _Batch | Exception) -> None:
        """Hand over what was found, once there is room; nobody may be waiting any more."""
        while not self._is_over.is_set():
            with suppress(Full):
                self._found.put(found, timeout=_LOOK)
                return


def _close(connection: sqlite3.Connection, is_over: Callable[[], bool]) -> None:
    """Take from a connection every way to write, to open a file, to load code, and to work for ever."""
    connection.create_function("fold", 1, _folded, deterministic=True)
    connection.create_function("bigrams", 1, _match, deterministic=True)
    connection.text_factory = lambda data: data.decode(errors="replace")
    for name in _PRAGMAS:  # SQLite enters them among its tables when they are first asked, which is denied later on
        connection.execute(f"SELECT * FROM pragma_{name} LIMIT 0")  # noqa: S608 - the names are ours
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.set_progress_handler(is_over, _STEPS)
    connection.set_authorizer(_authorise)


def _folded(text: object) -> str | None:
    return None if text is None else fold(str(text))


def _match(words: object) -> str:
    return words_to_match("" if words is None else str(words))


def _authorise(action: int, first: str | None, second: str | None, _: str | None, __: str | None) -> int:
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if (second or "").lower() in _FORBIDDEN_FUNCTIONS else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA:
        return sqlite3.SQLITE_OK if (first or "").lower() in (*_PRAGMAS, _OWN_PRAGMA) else sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _error(error: Exception, connection: sqlite3.Connection, sql: str) -> SqlError:
    if any(words in str(error) for words in ("not authorized", "authorization denied", "prohibited", "readonly")):
        return SqlError("SQL", *_ONLY_QUESTIONS)
    connection.set_authorizer(None)
    connection.set_progress_handler(None, 0)
    return SqlError("SQL", *_explain(error, connection, sql))


_NO_QUESTION = (
    Bilingual("SQL文がありません。", "there is no question."),
    Bilingual(
        '例: dxlist sql "SELECT project_name FROM initiatives"',
        'For example: dxlist sql "SELECT project_name FROM initiatives"',
    ),
)
_ONLY_QUESTIONS = (
    Bilingual("dxlist sql は読むだけで、書くことはできません。", "dxlist sql only reads; this would do more."),
    Bilingual(
        "書き換えるには dxlist export --format sqlite -o FILE でデータベースを作り、それを使ってください。",
        "For a database to change, use: dxlist export --format sqlite -o FILE.",
    ),
)


def _too_slow(seconds: float) -> tuple[Bilingual, Bilingual]:
    return (
        Bilingual(f"{seconds:g}秒で答えが出ませんでした。", f"there was no answer within {seconds:g} seconds."),
        Bilingual("条件を絞るか、--timeout を増やしてください。", "Ask for less, or give more time with --timeout."),
    )


_NO_TABLE = regex(r"no such table: (?:main\.)?(.+)")
_NO_COLUMN = regex(r"no such column: (.+)")
_NEAR = regex(r'near "(.+)": syntax error')
_SEVERAL = "one statement at a time"


def _explain(error: Exception, connection: sqlite3.Connection, sql: str) -> tuple[Bilingual, Bilingual]:
    """Return what is wrong with a question and what to do."""
    text = str(error)
    if found := _NO_TABLE.fullmatch(text):
        return _no_table(found[1], _columns(connection))
    if found := _NO_COLUMN.fullmatch(text):
        return _no_column(found[1], _columns(connection), sql)
    if found := _NEAR.fullmatch(text):
        return (
            Bilingual(
                f"「{shortened(found[1])}」のあたりの書き方が正しくありません。",
                f'the SQL is wrong near "{shortened(found[1])}".',
            ),
            Bilingual(
                "end のようにSQLの言葉と同じ列名は \"end\" と書き、文字列は '…' と書きます。",
                "Write a column that is a word of SQL as \"end\", and a text as '...'.",
            ),
        )
    if _SEVERAL in text:
        return (
            Bilingual("SQL文は1つだけです。", "there is more than one statement."),
            Bilingual("; の後ろを消してください。", "Take away what stands behind the ;."),
        )
    if text.startswith("fts5: ") or text == "unterminated string":
        return (
            Bilingual(
                f"MATCH の右の書き方が正しくありません（{text}）。", f"what stands behind MATCH is wrong ({text})."
            ),
            Bilingual("MATCH bigrams('言葉') と書いてください。", "Write: MATCH bigrams('words')."),
        )
    return (
        Bilingual(
            f"SQLとして実行できません（{shortened(text, 300)}）。", f"the SQL cannot be run ({shortened(text, 300)})."
        ),
        Bilingual("書き方を確かめてください。", "Check it."),
    )


def _columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the columns of each table and view that a person asks for."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB '*_fts_*' ORDER BY rowid"
    ).fetchall()
    return {
        name: [column for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))]
        for (name,) in names
    }


def _no_table(name: str, columns: dict[str, list[str]]) -> tuple[Bilingual, Bilingual]:
    tables = "\n".join(f"  {table}: {', '.join(own)}" for table, own in columns.items())
    near = _near(name, columns)
    return (
        Bilingual(f"「{shortened(name)}」という表はありません。", f'there is no table "{shortened(name)}".'),
        Bilingual(f"{near.ja}表と列:\n{tables}", f"{near.en}The tables and their columns:\n{tables}"),
    )


def _no_column(name: str, columns: dict[str, list[str]], sql: str) -> tuple[Bilingual, Bilingual]:
    table, _, column = name.rpartition(".")
    asked = _tables_asked(table, columns, sql) or columns
    near = _near(column, dict.fromkeys(column for own in asked.values() for column in own))
    listed = "\n".join(f"  {table}: {', '.join(own)}" for table, own in asked.items())
    return (
        Bilingual(f"「{shortened(name)}」という列はありません。", f'there is no column "{shortened(name)}".'),
        Bilingual(f"{near.ja}表と列:\n{listed}", f"{near.en}The columns:\n{listed}"),
    )


def _tables_asked(prefix: str, columns: dict[str, list[str]], sql: str) -> dict[str, list[str]]:
    """Return the tables that a question asks; of a column behind a prefix the one that it means, also by an alias."""
    words = [word.casefold() for word in re.findall(r"\w+", sql)]
    named = {table: own for table, own in columns.items() if table.casefold() in words}
    if not prefix:
        return named
    alias = re.compile(rf"\b(\w+)[\"'\]]?\s+(?:as\s+)?[\"'\[]?{re.escape(prefix)}\b", re.IGNORECASE)
    meant = {prefix.casefold(), *(found.casefold() for found in alias.findall(sql))}
    return {table: own for table, own in named.items() if table.casefold() in meant} or named


def _near(name: str, known: dict[str, list[str]] | dict[str, None]) -> Bilingual:
    found = get_close_matches(name, list(known), n=3)
    if not found:
        return Bilingual("", "")
    return Bilingual(f"{'、'.join(found)} のことですか。", f"Did you mean {' or '.join(found)}? ")
