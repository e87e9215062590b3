"""Many lists: one document at a time is in memory, and what is made of them is what was made of all of them at once."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest

import dxlist
from dxlist.exports.described.content import Content
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.exports.format import PLAIN
from dxlist.exports.formats.sqlite import tables_to_bytes, tables_to_database
from dxlist.jobs.checking import ListCheck, check_kept
from dxlist.jobs.digesting import DigestTask, digest_lists
from dxlist.jobs.exporting import ExportedList, content_of
from dxlist.jobs.inputs import ListFile
from dxlist.jobs.pool import FEW, processes_for
from dxlist.jobs.rows import RowsDigest, projects_of
from dxlist.jobs.spool import Spool
from dxlist.model.document import Document
from dxlist.projects.by_government import as_one
from dxlist.query.selecting import RowsOfLists, rows_of
from dxlist.report.found_projects import found_among, found_in
from dxlist.report.projects import parts_of, summary
from dxlist.rules.checking import check_lists
from dxlist.rules.registry import all_rules
from tests.cli.runs import FIRST, HEADER, SECOND, call, write
from tests.exports.contents import rows_of as rows_of_table
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

MERGED = FIRST + SECOND + "\t\t\t\t統計データの見直しを進める。\t\n" + FIRST.replace("100件", "200件")
"""A row whose project is that of the row above, and one that says something else of its project."""


def _lists(folder: Path, count: int = 6) -> list[str]:
    """Write lists of three governments, two years of each, and the shipped one."""
    paths = list[str]()
    for number in range(count):
        home, year = divmod(number, 2)
        stem = folder / f"l{number}_r0{2 + year}"
        sidecar = f'local_government_name = "{"東西南"[home % 3]}川町"\nfiscal_year = {2020 + year}\n'
        stem.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
        paths.append(write(stem.with_suffix(".tsv"), HEADER + MERGED.replace("申請", f"申請{number % 3}")))
    return [*paths, str(SHIPPED)]


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Document]]:
    return [(path, dxlist.parse(path)) for path in _lists(tmp_path_factory.mktemp("lists"))]


def test_a_document_is_let_go_once_its_digest_is_made(tmp_path: Path) -> None:
    read, alive = list[weakref.ref[Document]](), list[int]()

    def count(_: str, document: Document) -> int:
        read.append(weakref.ref(document))
        alive.append(sum(one() is not None for one in read))
        return len(document)

    tasks = [DigestTask(ListFile(path, path), count) for path in _lists(tmp_path)[:-1]]
    assert [one.digest for one in digest_lists(tasks, 1)] == [4] * 6
    assert max(alive) == 1


def _alive() -> int:
    return sum(isinstance(one, Document) for one in gc.get_objects())


def test_documents_that_are_laid_aside_are_gone_through_one_at_a_time(lists: list[tuple[str, Document]]) -> None:
    with Spool(light=True, room=0) as spool:
        kept = [spool(name, document) for name, document in lists]
        before = _alive()
        seen = {row.document_id: _alive() - before for row in RowsOfLists(kept)}
    assert len(seen) == len(lists)
    assert max(seen.values()) <= 2  # the one that is left and the next one


def test_rows_have_the_projects_that_all_lists_tell(lists: list[tuple[str, Document]]) -> None:
    with Spool(light=True, room=0) as spool:
        found = list(RowsOfLists([spool(name, document) for name, document in lists]))
    told = [(row.initiative_id, row.project_id, row.shared_with) for row in rows_of([one for _, one in lists])]
    assert [(row.initiative_id, row.project_id, row.shared_with) for row in found] == told


@pytest.mark.parametrize("room", [0, 3, FEW])
def test_tables_of_lists_that_are_laid_aside_are_those_of_documents(
    lists: list[tuple[str, Document]], room: int
) -> None:
    held = Content(lists)
    with Spool(light=True, room=room) as spool:
        digest = ExportedList(spool, with_findings=True)
        content = content_of([digest(name, document) for name, document in lists], ())
        for name in TABLE_NAMES:
            assert rows_of_table(content.table(name)) == rows_of_table(held.table(name)), name
            assert content.table(name).columns == held.table(name).columns


def test_projects_found_by_government_are_those_of_all_rows(lists: list[tuple[str, Document]]) -> None:
    digest = RowsDigest()
    packed = [digest(name, document) for name, document in lists]
    found = projects_of(packed, [None] * len(packed), (), None)
    rows = [row for _, document in lists for row in document]
    whole = dxlist.find_projects(rows)
    assert as_one(found) == whole
    one, two = found_among(found, (own.rows() for own in packed), everything=True), found_in(whole, rows)
    assert summary(one) == summary(two)
    assert [list(part.blocks) for part in parts_of(one)] == [list(part.blocks) for part in parts_of(two)]


def test_what_is_found_in_a_list_is_found_whatever_other_governments_print(lists: list[tuple[str, Document]]) -> None:
    rules = list(all_rules().values())
    check = ListCheck(tuple(all_rules()))
    checks = [check(name, document) for name, document in lists]
    found = [
        (one.file, one.finding("ja"), one.fingerprint, one.about)
        for one in check_kept(checks, rules, keys=[None] * len(checks)).findings
    ]
    own = [one for at in (0, 2, 4) for one in check_lists(lists[at : at + 2], rules).findings]
    own += check_lists(lists[6:], rules).findings
    assert found == [(one.file, one.finding("ja"), one.fingerprint, one.about) for one in own]


def test_a_database_made_in_a_file_has_the_bytes_of_one_made_in_memory(lists: list[tuple[str, Document]]) -> None:
    tables = Content(lists).tables()
    connection = tables_to_database(tables)
    assert b"".join(tables_to_bytes(tables, PLAIN)) == connection.serialize()
    connection.close()


@pytest.mark.parametrize(
    ("lists_", "asked", "expected"), [(1, None, 1), (FEW, None, 1), (FEW, 3, 3), (FEW + 1, 1, 1), (1, 8, 8)]
)
def test_how_many_processes_read(lists_: int, asked: int | None, expected: int) -> None:
    assert processes_for(lists_, asked) == expected


def test_many_lists_are_read_by_as_many_processes_as_there_are_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dxlist.jobs.pool._cores", lambda: 5)
    assert processes_for(FEW + 1) == 5


@pytest.mark.parametrize(
    "command", [("validate", "-q"), ("dedupe", "-q", "--all"), ("query", "-q", "-f", "json"), ("stats", "-f", "json")]
)
def test_side_by_side_gives_what_one_process_gives(tmp_path: Path, command: tuple[str, ...]) -> None:
    _lists(tmp_path, 2)
    (tmp_path / "bad.tsv").write_bytes(b"\x00\x01\x02")
    (tmp_path / "memo.txt").write_text("覚え書き", encoding="utf-8")
    alone, beside = (call(*command, str(tmp_path), "--jobs", jobs) for jobs in ("1", "2"))
    assert alone == beside
    assert alone.code == 2
    assert alone.out
    assert "bad.tsv" in alone.err


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_no_number_of_processes(tmp_path: Path, jobs: str) -> None:
    _lists(tmp_path, 1)
    done = call("query", str(tmp_path), "--jobs", jobs)
    assert (done.code, "--jobs" in done.err) == (2, True)
