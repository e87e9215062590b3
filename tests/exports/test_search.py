"""Full-text search finds words of any length, wherever they stand, and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

import pytest

from dxlist.exports.described.content import Content
from dxlist.exports.formats.sqlite import SEARCH, SEARCHED, tables_to_database
from dxlist.exports.sql.search import words_to_match
from dxlist.text.folding import fold
from tests.exports.contents import CONTENTS, flat, shipped, with_texts


def found(content: Content, words: str, column: str = SEARCH) -> set[int]:
    with closing(tables_to_database(content.tables())) as database:
        sql = f"SELECT rowid FROM {SEARCH} WHERE {column} MATCH ?"
        return {row for (row,) in database.execute(sql, (words_to_match(words),))}


@cache
def folded(name: str) -> list[list[str]]:
    table = CONTENTS[name]().table("initiatives")
    return [[fold(str(flat(table.value(row, column)) or "")) for column in SEARCHED] for row in table.rows]


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize(
    "words",
    [
        "防災", "農業", "高齢者", "課", "デジタル変革課", "ＤＸ推進", "dx", "市町村 支援", "①", "𠮷", "𠮷野", "ー", "(", "3%",
        "AND", '"', '""', "a;b", "が", "=1+1", "*", "-", "NOT 防災", "overview : 防災", "防災*", "ない言葉", "～", "髙﨑",
    ],
)  # fmt: skip
def test_the_index_finds_what_a_look_at_every_text_finds(name: str, words: str) -> None:
    wanted = {
        at
        for at, texts in enumerate(folded(name), 1)
        if all(any(fold(word) in text for text in texts) for word in words.split())
    }
    assert found(CONTENTS[name](), words) == wanted


def test_two_letter_words_are_found_in_the_shipped_list() -> None:
    assert len(found(shipped(), "防災")) == 4
    assert len(found(shipped(), "農業")) == 7


def test_one_column_can_be_searched() -> None:
    content = Content([("a.tsv", with_texts(("防災事業", "農業事業")))])
    assert found(content, "防災", "project_name") == {1}
    assert found(content, "防災", "departments") == set()


def test_no_words_find_nothing() -> None:
    assert found(shipped(), " ") == set()


def test_the_index_holds_after_the_file_is_tidied_up() -> None:
    with closing(sqlite3.connect(":memory:")) as database, closing(tables_to_database(shipped().tables())) as made:
        database.deserialize(made.serialize())
        database.execute("VACUUM")
        (name,) = database.execute(
            "SELECT i.project_name FROM initiatives_fts AS f JOIN initiatives AS i ON i.rowid = f.rowid "
            "WHERE initiatives_fts MATCH '防災' ORDER BY i.line"
        ).fetchone()
    assert name == "防災情報発信高度化調査事業"
