"""``dxlist cache`` shows and clears; the command line, the environment and the system say which folder it is."""

from pathlib import Path

import pytest

from dxlist.cache.choosing import SIZE_VARIABLE, VARIABLE, choose_store
from dxlist.cache.store import LIMIT, Store
from dxlist.errors import UsageError
from tests.cli.runs import call, write


def folder_of(folder: str | None = None, *, off: bool = False, **environment: str) -> str | None:
    store = choose_store(folder, environment, off=off)
    return str(store.folder) if store else None


@pytest.mark.parametrize(
    ("folder", "off", "environment", "expected"),
    [
        ("here", False, {}, "here"),
        ("here", False, {VARIABLE: "there"}, "here"),
        ("here", False, {VARIABLE: "off"}, "here"),
        (None, False, {VARIABLE: "there"}, "there"),
        (None, False, {VARIABLE: "off"}, None),
        (None, False, {VARIABLE: " OFF "}, None),
        (None, True, {VARIABLE: "there"}, None),
        (None, True, {}, None),
    ],
)
def test_which_folder(folder: str | None, off: bool, environment: dict[str, str], expected: str | None) -> None:
    assert folder_of(folder, off=off, **environment) == expected


def test_the_usual_folder_is_that_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = choose_store(None, {VARIABLE: ""})
    assert found
    assert found.folder.name == "dxlist" or found.folder.parent.name == "dxlist"
    assert found.folder.is_absolute()
    assert not found.was_named


@pytest.mark.parametrize(("folder", "off"), [("here", True), ("", False), (" ", False)])
def test_what_contradicts_itself_is_said(folder: str, off: bool) -> None:
    with pytest.raises(UsageError):
        choose_store(folder, {}, off=off)


@pytest.mark.parametrize(("size", "expected"), [("", LIMIT), ("500", 500_000_000), (" ５００ ", 500_000_000), ("0", 0)])
def test_the_limit(size: str, expected: int) -> None:
    store = choose_store("here", {SIZE_VARIABLE: size})
    assert store
    assert store.limit == expected


@pytest.mark.parametrize("size", ["-1", "1.5", "1GB", "9" * 30])
def test_a_limit_that_is_no_number_is_said(size: str) -> None:
    with pytest.raises(UsageError, match=SIZE_VARIABLE):
        choose_store("here", {SIZE_VARIABLE: size})


def test_info_and_clear(tmp_path: Path) -> None:
    path, kept = write(tmp_path / "list.tsv"), str(tmp_path / "kept")
    assert call("cache", "info", "--cache", kept).out.decode().splitlines() == [
        "cache", f"  folder: {kept}", "  holds: 0 entries, 0.0 MB", "  limit: 1,000.0 MB",
    ]  # fmt: skip
    call("query", path, "--cache", kept)
    assert "holds: 3 entries, 0.1 MB" in call("cache", "info", "--cache", kept).out.decode()
    cleared = call("cache", "clear", "--cache", kept)
    assert (cleared.code, cleared.out, cleared.err) == (0, b"", f"{kept}: 3 entries, 0.1 MB removed.\n")
    assert Store(Path(kept)).usage().entries == 0
    assert call("cache", "clear", "--cache", kept, language="ja").err == f"{kept}: 0件、0.0 MBを消しました。\n"


def test_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    for what in ("info", "clear"):
        done = call("cache", what)
        assert (done.code, done.out) == (0, b"")
        assert VARIABLE in done.err
        assert "--cache DIR" in done.err


@pytest.mark.parametrize("arguments", [("cache",), ("cache", "empty"), ("cache", "info", "--cache", "")])
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...]) -> None:
    done = call(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert done.err.startswith("error: ")


def test_no_cache_and_a_cache_contradict_each_other(tmp_path: Path) -> None:
    done = call("query", write(tmp_path / "list.tsv"), "--cache", "here", "--no-cache")
    assert done.code == 2
    assert "--no-cache" in done.err
