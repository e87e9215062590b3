"""``parse_many``: the documents of many lists, in order, whatever reads them and whatever one of them is."""

import logging
import multiprocessing
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import dxlist
from dxlist import DxlistError, parse_many
from dxlist.errors import NoListError, NoTableError
from tests.lists import SHIPPED

HEADER = "分野\t項目\t担当課\t事業名\t概要\t指標\n"
NAMES = ("d", "b", "a", "c")


def write_list(folder: Path, name: str) -> Path:
    path = folder / f"{name}.tsv"
    path.write_text(
        f"{HEADER}1 行政\t1(1) 窓口\t総務部人事課\t{name}事業\t申請を電子化する\t件数 10件\n", encoding="utf-8"
    )
    return path


@pytest.fixture
def good(tmp_path: Path) -> list[Path]:
    """Lists that can be read, not in the order of their names."""
    return [write_list(tmp_path, name) for name in NAMES]


@pytest.fixture
def with_bad(good: list[Path]) -> list[Path]:
    """The same with one among them that holds no table."""
    bad = good[0].with_name("bad.tsv")
    bad.write_text("表のない文章です。\n", encoding="utf-8")
    return [*good[:2], bad, *good[2:]]


def ids(documents: Iterator[dxlist.Document]) -> list[str]:
    return [document.document.document_id for document in documents]


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_are_those_of_parse_in_a_loop(good: list[Path], jobs: int) -> None:
    found = list(parse_many([*good, SHIPPED], jobs=jobs))
    assert found == [dxlist.parse(path) for path in [*good, SHIPPED]]
    assert all(document.trail for document in found)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_raised_where_its_list_stands(with_bad: list[Path], jobs: int) -> None:
    documents = parse_many(with_bad, jobs=jobs)
    assert [next(documents).document.document_id for _ in range(2)] == ["d", "b"]
    with pytest.raises(NoTableError, match=r"bad\.tsv"):
        next(documents)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_list_that_cannot_be_read_is_skipped_and_said(
    with_bad: list[Path], jobs: int, caplog: pytest.LogCaptureFixture
) -> None:
    assert ids(parse_many(with_bad, jobs=jobs, on_error="skip")) == list(NAMES)
    assert [(one.name, one.levelno, "bad.tsv" in one.getMessage()) for one in caplog.records] == [
        ("dxlist", logging.WARNING, True)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_function_is_told_of_an_error(with_bad: list[Path], jobs: int) -> None:
    told = list[tuple[str, DxlistError]]()
    assert ids(parse_many(with_bad, jobs=jobs, on_error=lambda *what: told.append(what))) == list(NAMES)
    ((path, error),) = told
    assert (path, type(error)) == (str(with_bad[2]), NoListError)


def test_a_generator_that_is_closed_early_leaves_no_worker(good: list[Path]) -> None:
    documents: Any = parse_many(good, jobs=2)
    next(documents)
    assert multiprocessing.active_children()
    documents.close()
    assert multiprocessing.active_children() == []


def test_processes_of_others_live_on(good: list[Path]) -> None:
    context = multiprocessing.get_context("spawn")
    leave = context.Event()
    other = context.Process(target=leave.wait)
    other.start()
    documents: Any = parse_many(good, jobs=2)
    next(documents)
    documents.close()
    assert other.is_alive()
    leave.set()
    other.join()


def test_a_thread_may_read_in_processes(good: list[Path]) -> None:
    """Signals are the main thread's; elsewhere nothing is to be done about them."""
    found = list[str]()
    thread = threading.Thread(target=lambda: found.extend(ids(parse_many(good[:2], jobs=2))))
    thread.start()
    thread.join()
    assert found == ["d", "b"]


def test_a_folder_stands_for_its_lists_and_a_path_alone_for_itself(good: list[Path]) -> None:
    folder = good[0].parent
    assert ids(parse_many(folder)) == sorted(NAMES)
    assert ids(parse_many(str(good[0]))) == ["d"]
    assert ids(parse_many([good[1], folder])) == ["b", "a", "c", "d"]
    assert ids(parse_many([])) == []


@pytest.mark.parametrize(
    ("paths", "options", "words"),
    [
        ([b"a.tsv"], {}, "this is no path"),
        ([3], {}, "this is no path"),
        (["a.tsv", "x/a.csv"], {}, "both are called"),
        (["a.tsv"], {"on_error": "ignore"}, "there is no such choice"),
    ],
)
def test_what_makes_no_sense_is_said_at_once(paths: Any, options: Any, words: str) -> None:
    with pytest.raises(DxlistError, match=words):
        parse_many(paths, **options)


def test_a_process_that_dies_is_an_error_of_its_list(good: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """What a worker cannot even begin ends it: here it has no module to read with."""
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setattr("dxlist.jobs.many._attempt", _die)
    told = list[str]()
    assert ids(parse_many(good[:2], jobs=2, on_error=lambda _, error: told.append(error.problem.en))) == []
    assert [text[:35] for text in told] == ["the process that read it ended earl"] * 2


def _die(_task: object) -> Any:
    import os  # noqa: PLC0415

    os._exit(3)
