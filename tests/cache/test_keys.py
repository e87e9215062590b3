"""The key of a list changes with each thing that its reading depends on, and with nothing else."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dxlist.cache import keys
from dxlist.cache.keys import digest_of_parts, list_key, program_digest
from tests.lists import ROOT, SHIPPED

PACKAGE = ROOT / "src" / "dxlist"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "raw" / "list.tsv"
    path.parent.mkdir()
    shutil.copy(SHIPPED, path)
    path.with_suffix(".toml").write_text('title = "一覧"\n', encoding="utf-8")
    return path


def key_of(path: Path, document_id: str = "list", encoding: str | None = None) -> str | None:
    return list_key(path, document_id, encoding)


def one_byte(path: Path) -> None:
    """The same size and the same time: it is the bytes that count."""
    times = path.stat()
    path.write_bytes(path.read_bytes().replace("県".encode(), "市".encode(), 1))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def no_sidecar(path: Path) -> None:
    path.with_suffix(".toml").unlink()


def another_sidecar(path: Path) -> None:
    path.with_suffix(".toml").write_text('title = "事業"\n', encoding="utf-8")


def empty_sidecar(path: Path) -> None:
    path.with_suffix(".toml").write_bytes(b"")


@pytest.mark.parametrize("change", [one_byte, no_sidecar, another_sidecar, empty_sidecar])
def test_it_changes_with_the_files(change: Callable[[Path], None], path: Path) -> None:
    before = key_of(path)
    assert before == key_of(path)
    change(path)
    assert key_of(path) not in {before, None}


def test_it_changes_with_name_id_and_encoding(path: Path) -> None:
    """The suffix may say the form, the name the government."""
    no_sidecar(path)
    renamed = [Path(shutil.copy(path, path.with_name(name))) for name in ("list.csv", "福島県.tsv")]
    found = [
        *map(key_of, (path, *renamed)),
        key_of(path, "folder/list"),
        *(key_of(path, "list", e) for e in ("", "utf-8")),
    ]
    assert len(set(found) - {None}) == len(found)


def test_it_does_not_change_with_times_and_folders(path: Path, tmp_path: Path) -> None:
    before = key_of(path)
    os.utime(path, (1, 1))
    moved = shutil.copytree(path.parent, tmp_path / "elsewhere")
    assert key_of(moved / path.name) == before


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("suffix", [".tsv", ".toml"])
def test_what_is_no_plain_file_has_no_key(suffix: str, path: Path) -> None:
    """To read a pipe would take from the reader what it is to read."""
    path.with_suffix(suffix).unlink()
    os.mkfifo(path.with_suffix(suffix))
    assert key_of(path) is None


def test_what_is_not_there_has_no_key(path: Path) -> None:
    assert key_of(path.with_name("nowhere.tsv")) is None
    no_sidecar(path)
    path.with_suffix(".toml").symlink_to("nowhere.toml")
    assert key_of(path) is None


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    copied = shutil.copytree(PACKAGE, tmp_path / "dxlist")
    monkeypatch.setattr(keys, "PACKAGE", str(copied))
    program_digest.cache_clear()
    yield copied
    program_digest.cache_clear()


def asked_anew() -> str | None:
    program_digest.cache_clear()
    return program_digest()


@pytest.mark.parametrize(
    "file",
    [
        "__init__.py",
        "words/units.py",
        "words/two_kanji_words.txt",
        "words/local_governments.tsv",
        "rules/witnesses.tsv",
    ],
)
def test_the_program_is_the_bytes_of_its_files(file: str, package: Path) -> None:
    before = asked_anew()
    changed = package / file
    data, times = changed.read_bytes(), changed.stat()
    changed.write_bytes(data[:-2] + bytes([data[-2] ^ 1, data[-1]]))
    os.utime(changed, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert asked_anew() not in {before, None}
    changed.write_bytes(data)
    assert asked_anew() == before


def test_the_program_changes_with_a_file_more_and_a_name(package: Path) -> None:
    before = asked_anew()
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert asked_anew() == before
    (package / "words" / "more.txt").write_bytes(b"")
    more = asked_anew()
    (package / "words" / "more.txt").rename(package / "words" / "most.txt")
    assert len({before, more, asked_anew()}) == 3


def test_a_program_that_lies_in_no_files_has_no_digest(package: Path) -> None:
    """As one that is run from within an archive."""
    shutil.rmtree(package)
    assert asked_anew() is None
    assert list_key(SHIPPED, "list", None) is None


@pytest.mark.parametrize(
    ("where", "name"), [(sys, "version"), (sys, "platform"), (unicodedata, "unidata_version")], ids=str
)
def test_the_program_changes_with_python(where: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = asked_anew()
    monkeypatch.setattr(where, name, "another")
    assert asked_anew() != before
    monkeypatch.undo()
    assert asked_anew() == before


@pytest.mark.parametrize("name", keys.READS_WITH)
def test_the_program_changes_with_what_it_reads_with(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = asked_anew()
    known = keys._version_of
    assert known(name), "installed with the extra of the tests"
    monkeypatch.setattr(keys, "_version_of", lambda package: None if package == name else known(package))
    assert asked_anew() != before
    monkeypatch.undo()
    assert asked_anew() == before


def test_an_installed_version_is_told_from_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "__init__.py").write_text("")
    (tmp_path / "reader-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    keys._names_in.cache_clear()
    first = keys._version_of("reader")
    (tmp_path / "reader-1.0.dist-info").rename(tmp_path / "reader-1.1.dist-info")
    keys._names_in.cache_clear()
    assert keys._version_of("reader") not in {first, None}
    assert keys._version_of("no_such_reader") is None


def test_no_two_lists_of_texts_have_one_digest() -> None:
    parts: list[list[str | None]] = [
        [], [None], [""], [None, ""], ["", None], ["a", "b"], ["ab", ""], ["", "ab"], ["a:1", "b"], ["a", "1:b"], ["-"], ["1:a"],
    ]  # fmt: skip
    assert len({digest_of_parts(one) for one in parts}) == len(parts)
