"""No cache, a cold one and a warm one: one answer, one set of messages, one exit code."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dxlist import document as reader
from dxlist.cache.documents import DOCUMENT, LIGHT, read_cached
from dxlist.cache.keys import list_key
from dxlist.cache.store import Store
from dxlist.document import parse
from dxlist.model.initiative import Initiative, Repair
from tests.cli.runs import FIRST, HEADER, SECOND, SMALL, Done, call, write
from tests.lists import RAW

CORRECTED = """
title = "一覧"
fiscal_year = 2022
[ignore]
DX3 = "数値は別に確かめる。"
[[corrections]]
line = 2
column = "project_name"
was = "電子申請推進事業"
value = "電子申請の推進"
reason = "正しい名前。"
[[corrections]]
line = 99
column = "overview"
was = "どこにもない文"
value = "ある文"
reason = "使われない。"
[[confirmed]]
line = 3
was = "統計データ公開事業"
reason = "確かめた。"
"""
NO_TABLE = "ただの文。\n"
COMMANDS: dict[str, tuple[str, ...]] = {
    "query": ("query", "lists"),
    "records": ("query", "lists", "--format", "json"),
    "nothing": ("query", "lists/a", "--dept", "どこにもない課"),
    "export": ("export", "lists", "--format", "json", "-o", "-"),
    "book": ("export", "lists/a", "lists/broken.tsv", "-o", "made.xlsx"),
    "findings": ("export", "lists", "--format", "csv", "--table", "findings", "-o", "-"),
    "dedupe": ("dedupe", "lists/a", "lists/half.tsv", "--format", "json"),
    "validate": ("validate", "lists"),
    "parse": ("parse", "lists", "-o", "-"),
    "tables": ("parse", "lists/a", "-o", "-", "--format", "csv"),
    "parse --check": ("parse", "lists/a", "--check"),
    "every finding": ("validate", "lists", "--show", "info", "--format", "json"),
    "places": ("validate", "lists", "--format", "sarif"),
    "annotations": ("validate", "lists/a", "lists/headed.tsv", "--format", "github"),
    "counts": ("validate", "lists/a", "--statistics"),
    "some rules": ("validate", "lists/a", "--select", "DX1,DX4"),
    "sql": ("sql", "SELECT * FROM targets", "lists/a", "--format", "csv"),
}


class Answer(NamedTuple):
    """What a command did."""

    done: Done
    made: bytes
    """The file that it wrote."""


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder in which the shipped list stands beside others, and which commands run in."""
    folder = tmp_path / "lists"
    shutil.copytree(RAW, folder)
    write(folder / "a" / "corrected.tsv")
    (folder / "a" / "corrected.toml").write_text(CORRECTED, encoding="utf-8")
    write(folder / "a" / "大分県.csv", SMALL.replace("\t", ","), "cp932")
    write(folder / "a" / "memo.txt", NO_TABLE)
    write(folder / "broken.tsv", "分野\t項目\n" + NO_TABLE)
    write(folder / "half.tsv")
    write(folder / "headed.tsv", "\t\t\t事業名\t概\u200b要\t指標\n分野\t項目\t担当課\t\t\t\n" + FIRST + FIRST + SECOND)
    (folder / "half.toml").write_text("title =", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def ask(*arguments: str) -> Answer:
    done, made = call(*arguments), Path("made.xlsx")
    found = Answer(done, made.read_bytes() if made.exists() else b"")
    made.unlink(missing_ok=True)
    return found


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("name", COMMANDS)
def test_one_answer(name: str) -> None:
    command, cache = COMMANDS[name], ("--cache", "kept")
    without = ask(*command)
    assert ask(*command, "--no-cache") == without
    assert not Path("kept").exists()
    cold = ask(*command, *cache)
    warm = ask(*command, *cache)
    assert cold == without == warm
    assert without.done.out or without.made or name in {"nothing", "parse --check"}
    assert without.done.err or without.done.code
    assert Store(Path("kept")).usage().entries


@pytest.mark.usefixtures("lists")
def test_no_error_is_kept() -> None:
    call("query", "lists/broken.tsv", "lists/half.tsv", "lists/a/memo.txt", "--cache", "kept")
    call("validate", "lists/broken.tsv", "lists/half.tsv", "lists/a/memo.txt", "--cache", "kept")
    assert not Path("kept").exists()


@pytest.mark.usefixtures("lists")
def test_a_warm_cache_reads_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = call("query", "lists/a", "--cache", "kept")

    def read(path: str, **settings: str) -> object:
        assert "memo" in path, "it is known"
        return parse(path, **settings)

    monkeypatch.setattr(reader, "parse", read)
    assert call("query", "lists/a", "--cache", "kept") == expected


def name_repairs(row: Initiative) -> list[Repair]:
    """Return what a light document must hold: where a merged cell prints a name, its spellings are counted once."""
    return [repair for repair in row.repairs if repair.column == "project_name"]


@pytest.mark.parametrize("light", [False, True])
def test_a_document_is_what_the_list_gives(light: bool, lists: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    write(lists / "大分県.tsv", "".join(f"{line}\t備考{number}\n" for number, line in enumerate(SMALL.splitlines())))
    for path in sorted(lists.rglob("*")):
        if path.stem in {"fukushima_r04", "corrected", "大分県"} and path.suffix != ".toml":
            found = [read_cached(str(path), document_id="x/y", store=store, light=light) for _ in range(2)]
            expected = parse(path, stem="x/y")
            assert found[0] == expected
            if light:
                rows = [row.model_copy(update={"sources": {}, "repairs": name_repairs(row)}) for row in expected]
                assert any(map(name_repairs, rows)) or path.stem != "fukushima_r04"
                expected = expected.model_copy(update={"initiatives": rows})
                assert [dict(row) for row in found[1]] == [dict(row) for row in expected]
            else:
                assert found[1] == expected
                assert found[1].to_json() == expected.to_json()
                assert [trail.table for trail in found[1].trail] == [trail.table for trail in expected.trail]


def changed_list(lists: Path) -> None:
    write(lists / "a" / "corrected.tsv", HEADER + FIRST.replace("100件", "200件") + SECOND)


def changed_sidecar(lists: Path) -> None:
    (lists / "a" / "corrected.toml").write_text(CORRECTED.replace("電子申請の推進", "電子申請"), encoding="utf-8")


def no_sidecar(lists: Path) -> None:
    (lists / "a" / "corrected.toml").unlink()


def broken_list(lists: Path) -> None:
    write(lists / "a" / "corrected.tsv", NO_TABLE)


def damaged_sidecar(lists: Path) -> None:
    (lists / "a" / "corrected.toml").write_text("title =", encoding="utf-8")


def renamed_list(lists: Path) -> None:
    (lists / "a" / "大分県.csv").rename(lists / "a" / "宮崎県.csv")


@pytest.mark.parametrize(
    "change", [changed_list, changed_sidecar, no_sidecar, broken_list, damaged_sidecar, renamed_list]
)
@pytest.mark.parametrize("name", ["query", "validate", "dedupe"])
def test_what_changed_is_read_anew(name: str, change: Callable[[Path], None], lists: Path) -> None:
    command = (name, "lists/a", "--format", "json")
    before = call(*command, "--cache", "kept")
    change(lists)
    after = call(*command, "--cache", "kept")
    assert after == call(*command)
    assert after != before or name == "validate", "the findings may be those of before"


def test_what_changes_while_it_is_read_is_not_kept(
    lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, store = lists / "a" / "corrected.tsv", Store(tmp_path / "kept")

    def read_and_change(*args: str, **settings: str) -> object:
        document = parse(*args, **settings)
        changed_sidecar(lists)
        return document

    monkeypatch.setattr(reader, "parse", read_and_change)
    read_cached(str(path), document_id="x", store=store)
    assert store.usage().entries == 0


@pytest.mark.parametrize("data", [b"", b"{}", b"null", b"[1]", b'{"schema_version": "4.0"}', b"\xff", b"[" * 100_000])
@pytest.mark.parametrize("light", [False, True])
def test_a_whole_entry_that_is_no_document_is_none(data: bytes, light: bool, lists: Path, tmp_path: Path) -> None:
    path, store = lists / "a" / "corrected.tsv", Store(tmp_path / "kept")
    key = list_key(path, "x", None)
    assert key
    for kind in (DOCUMENT, LIGHT):
        store.put(key, kind, data)
    assert read_cached(str(path), document_id="x", store=store, light=light) == parse(path, stem="x")
    assert store.get(key, DOCUMENT) != data


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize(
    ("command", "kind"), [("dedupe", "rows"), ("dedupe", "projects"), ("validate", "check"), ("validate", "findings")]
)
@pytest.mark.parametrize("data", [b"", b"{}", b"null\n[]", b'["x", []]\n{}', b"\xff\n"])
def test_a_whole_digest_that_is_none_is_made_anew(command: str, kind: str, data: bytes) -> None:
    store, asked = Store(Path("kept")), (command, "lists/a", "--format", "json", "--cache", "kept")
    expected = call(*asked)
    kept = sorted(store.entries.rglob(f"*.{kind}"))
    for path in kept:
        store.put(path.parent.name + path.stem, kind, data)
    assert call(*asked) == expected
    assert kept
    assert all(store.get(path.parent.name + path.stem, kind) != data for path in kept)


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize("name", ["dedupe", "validate"])
def test_decisions_bear_on_what_is_found_in_all_lists(name: str) -> None:
    command = (name, "lists/a", "--format", "json")
    before = call(*command, "--cache", "kept")
    ids = [row.initiative_id for row in parse("lists/a/corrected.tsv", stem="a/corrected")]
    said = f"[[same]]\nrows = {ids}\n".replace("'", '"')
    Path("decisions.toml").write_text(said, encoding="utf-8")
    decided = ("--decisions", "decisions.toml")
    after = [call(*command, *decided, *cache) for cache in ((), ("--cache", "kept"), ("--cache", "kept"))]
    assert after[0] == after[1] == after[2]
    assert (after[0].out, after[0].err) != (before.out, before.err)


@pytest.mark.usefixtures("lists")
def test_standard_input_and_normalised_files_are_read_as_they_are() -> None:
    assert call("query", "-", "--cache", "kept", stdin=SMALL.encode()).code == 0
    call("parse", "lists/fukushima_r04.tsv", "-o", "made")
    assert call("query", "made", "--cache", "kept").code == 0
    assert not Path("kept").exists()


@pytest.mark.usefixtures("lists")
def test_a_folder_that_cannot_be_used_is_said_and_changes_no_answer() -> None:
    Path("kept").write_text("mine", encoding="utf-8")
    command = ("query", "lists/a", "--format", "csv")
    plain, found = call(*command), call(*command, "--cache", "kept")
    assert (found.code, found.out) == (plain.code, plain.out)
    said = [line for line in found.err.splitlines() if line not in plain.err.splitlines()]
    assert [line.partition(" (")[0] for line in said] == ["kept: the cache cannot be used, so the lists were read anew"]
    assert call(*command, "--cache", "kept", "-q") == call(*command, "-q")
