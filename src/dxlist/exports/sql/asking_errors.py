"""``explain``: what SQLite says of a question -> what is wrong, what to do, and the tables and columns there are."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    import sqlite3

_NO_TABLE = re.compile(r"no such table: (?:main\.)?(.+)")
_NO_COLUMN = re.compile(r"no such column: (.+)")
_NEAR = re.compile(r'near "(.+)": syntax error')
_SEVERAL = "one statement at a time"


def explain(error: Exception, connection: sqlite3.Connection) -> tuple[Bilingual, Bilingual]:
    """Return what is wrong with a question and what to do."""
    text = str(error)
    if found := _NO_TABLE.fullmatch(text):
        return _no_table(found[1], _columns(connection))
    if found := _NO_COLUMN.fullmatch(text):
        return _no_column(found[1], _columns(connection))
    if found := _NEAR.fullmatch(text):
        return (
            Bilingual(f"「{found[1]}」のあたりの書き方が正しくありません。", f'the SQL is wrong near "{found[1]}".'),
            Bilingual(
                "end のようにSQLの言葉と同じ列名は \"end\" と書き、文字列は '…' と書きます。",
                "Write a column that is a word of SQL as \"end\", and a text as '...'.",
            ),
        )
    if _SEVERAL in text:
        return (
            Bilingual("問い合わせは1つだけです。", "there is more than one statement."),
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
        Bilingual(f"SQLとして実行できません（{text}）。", f"the SQL cannot be run ({text})."),
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
        Bilingual(f"「{name}」という表はありません。", f'there is no table "{name}".'),
        Bilingual(f"{near.ja}表と列:\n{tables}", f"{near.en}The tables and their columns:\n{tables}"),
    )


def _no_column(name: str, columns: dict[str, list[str]]) -> tuple[Bilingual, Bilingual]:
    every = dict.fromkeys(column for own in columns.values() for column in own)
    near = _near(name.rpartition(".")[2], every)
    where = Bilingual(
        "dxlist sql \"SELECT * FROM pragma_table_info('initiatives')\" が initiatives の列を示します。",
        "dxlist sql \"SELECT * FROM pragma_table_info('initiatives')\" shows the columns of initiatives.",
    )
    return (
        Bilingual(f"「{name}」という列はありません。", f'there is no column "{name}".'),
        Bilingual(f"{near.ja}{where.ja}", f"{near.en}{where.en}"),
    )


def _near(name: str, known: dict[str, list[str]] | dict[str, None]) -> Bilingual:
    found = get_close_matches(name, list(known), n=3)
    if not found:
        return Bilingual("", "")
    return Bilingual(f"{'、'.join(found)} のことですか。", f"Did you mean {' or '.join(found)}? ")
