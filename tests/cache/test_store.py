"""A folder of entries gives back the bytes that were put into it, or none; it never gives others, and never fails."""

import os
import stat
import sys
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dxlist.cache import store as stores
from dxlist.cache.store import LIMIT, Store, Usage

KEY = "0123456789abcdef" * 4
OTHER = "fedcba9876543210" * 4
DATA = "事業名\n".encode() * 100
LONG_AGO = 1_000_000_000
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and pipes of POSIX")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def file_of(store: Store, key: str = KEY, kind: str = "document") -> Path:
    return store.entries / key[:2] / f"{key[2:]}.{kind}"


def packed(number: int, size: int = 1000) -> bytes:
    """Return bytes that no compression makes smaller, other ones for each number."""
    return b"".join(zlib.crc32(f"{number} {i}".encode()).to_bytes(4) for i in range(size // 4))


def key_of(number: int) -> str:
    return f"{number:02x}" * 32


def test_what_was_put_is_there(store: Store) -> None:
    assert store.get(KEY, "document") is None
    store.put(KEY, "document", DATA)
    store.put(KEY, "light", b"")
    assert (store.get(KEY, "document"), store.get(KEY, "light"), store.get(OTHER, "document")) == (DATA, b"", None)
    assert Store(store.folder).get(KEY, "document") == DATA


def test_an_entry_is_replaced(store: Store) -> None:
    store.put(KEY, "document", DATA)
    store.put(KEY, "document", b"new")
    assert store.get(KEY, "document") == b"new"
    assert store.usage().entries == 1


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def changed_at(at: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[at] ^= 1
        path.write_bytes(data)

    return change


def longer(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\0")


def bare(path: Path) -> None:
    path.write_bytes(zlib.compress(b"forged"))


def of_another_key(path: Path) -> None:
    other = Store(path.parent.parent.parent)
    other.put(OTHER, "document", b"other")
    path.write_bytes(file_of(other, OTHER).read_bytes())


def of_another_kind(path: Path) -> None:
    other = Store(path.parent.parent.parent)
    other.put(KEY, "light", b"other")
    path.write_bytes(file_of(other, kind="light").read_bytes())


def linked(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: list[Callable[[Path], None]] = [
    cut, empty, changed_at(0), changed_at(20), changed_at(60), changed_at(-1), longer, bare, of_another_key, of_another_kind,
]  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_none_and_removed(damage: Callable[[Path], None], store: Store) -> None:
    store.put(KEY, "document", DATA)
    damage(file_of(store))
    assert store.get(KEY, "document") is None
    assert not file_of(store).exists()
    store.put(KEY, "document", DATA)
    assert store.get(KEY, "document") == DATA


@on_posix
@pytest.mark.parametrize("damage", [linked, pipe, loop])
def test_what_is_no_plain_file_is_removed_too(damage: Callable[[Path], None], store: Store) -> None:
    """A pipe that nobody fills would be waited for; a link may lead anywhere."""
    test_a_damaged_entry_is_none_and_removed(damage, store)


def test_a_folder_in_the_place_of_an_entry_ends_nothing(store: Store) -> None:
    store.put(KEY, "document", DATA)
    folder(file_of(store))
    assert store.get(KEY, "document") is None
    store.put(KEY, "document", DATA)
    assert store.get(KEY, "document") is None
    assert store.problem


@on_posix
def test_only_its_owner_may_look_into_it(store: Store) -> None:
    store.put(KEY, "document", DATA)
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in (store.folder, *store.folder.rglob("*"))}
    private = [path for path in found if path.suffix != ".TAG" and path.name != ".gitignore"]
    assert {found[path] for path in private if path.is_dir()} == {0o700}
    assert {found[path] for path in private if path.is_file()} == {0o600}


@on_posix
@pytest.mark.parametrize("mode", [0o770, 0o777, 0o707])
def test_what_others_may_have_written_is_not_trusted(mode: int, store: Store) -> None:
    store.put(KEY, "document", DATA)
    store.entries.chmod(mode)
    other = Store(store.folder)
    assert other.get(KEY, "document") is None
    other.put(KEY, "light", DATA)
    assert not file_of(store, kind="light").exists()
    assert other.problem is stores._OF_OTHERS


def file_in_its_place(folder: Path) -> None:
    folder.write_text("mine")


def file_above_it(folder: Path) -> None:
    folder.parent.rmdir()
    folder.parent.write_text("mine")


def file_of_entries(folder: Path) -> None:
    folder.mkdir()
    (folder / "entries").write_text("mine")


@pytest.mark.parametrize("spoil", [file_in_its_place, file_above_it, file_of_entries])
def test_a_folder_that_cannot_be_made_keeps_nothing_and_says_why(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    store = Store(tmp_path / "above" / "cache")
    store.folder.parent.mkdir()
    spoil(store.folder)
    assert store.get(KEY, "document") is None
    store.put(KEY, "document", DATA)
    assert store.get(KEY, "document") is None
    assert store.problem
    assert store.problem.en
    assert store.usage() == Usage(0, 0) == store.clear()


def test_it_never_grows_beyond_its_limit(tmp_path: Path) -> None:
    store = Store(tmp_path, 20_000)
    for number in range(64):
        store.put(key_of(number), "document", packed(number))
        size = store.usage().size
        assert size <= store.limit + store.limit // 8, number
    store.trim()
    assert 0 < store.usage().size <= store.limit


def test_the_limit_holds_for_several_runs(tmp_path: Path) -> None:
    for number in range(64):
        Store(tmp_path, 20_000).put(key_of(number), "document", packed(number))
        assert Store(tmp_path).usage().size <= 20_000


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, 20_000)
    for number in range(8):
        store.put(key_of(number), "document", packed(number))
        os.utime(file_of(store, key_of(number)), (LONG_AGO + number,) * 2)
    assert store.get(key_of(0), "document") == packed(0)
    Store(tmp_path, 8 * 1024).trim()
    kept = [number for number in range(8) if store.get(key_of(number), "document")]
    assert kept == [0, *range(8 - len(kept) + 1, 8)]
    assert 4 < len(kept) < 8


def test_what_is_large_beside_the_limit_is_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path, 4000)
    store.put(KEY, "document", packed(1))
    assert store.usage() == Usage(0, 0)
    assert store.problem is None


def test_a_limit_of_nothing_keeps_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache", 0)
    store.put(KEY, "document", b"")
    assert not store.folder.exists()


def test_what_a_dead_process_began_goes(store: Store) -> None:
    store.put(KEY, "document", DATA)
    parts = [file_of(store).with_name(f".{name}.part") for name in ("dead0000", "lives000")]
    for part in parts:
        part.write_bytes(b"half")
    os.utime(parts[0], (LONG_AGO, LONG_AGO))
    assert store.usage().entries == 1
    Store(store.folder).put(OTHER, "document", DATA)
    assert [part.exists() for part in parts] == [False, True]


def test_clearing_leaves_what_is_not_ours(store: Store) -> None:
    store.put(KEY, "document", DATA)
    store.put(OTHER, "document", DATA)
    mine = [store.folder / "notes.txt", store.entries / "notes.txt", file_of(store).with_name("notes.txt")]
    for path in mine:
        path.write_text("mine")
    usage = store.usage()
    assert store.clear() == usage
    assert usage.entries == 2
    assert sorted(path for path in store.folder.rglob("*") if path.is_file()) == sorted(mine)
    for path in mine:
        path.unlink()
    store.clear()
    store.put(KEY, "document", DATA)
    assert store.clear().entries == 1
    assert list(store.folder.iterdir()) == []


def test_clearing_beneath_a_run_ends_nothing(store: Store) -> None:
    store.put(KEY, "document", DATA)
    Store(store.folder).clear()
    assert store.get(KEY, "document") is None
    store.put(KEY, "document", DATA)
    assert store.get(KEY, "document") == DATA


def test_writers_side_by_side_leave_whole_entries(tmp_path: Path) -> None:
    """All write the same keys, and every reader finds what belongs to the key, or nothing."""

    def work(worker: int) -> list[bool]:
        own = Store(tmp_path, LIMIT if worker % 2 else 30_000)
        found = []
        for number in range(40):
            key = key_of((number + worker) % 20)
            own.put(key, "document", packed((number + worker) % 20))
            found.append(own.get(key, "document") in {None, packed((number + worker) % 20)})
        assert own.problem is None
        return found

    with ThreadPoolExecutor(8) as executor:
        assert all(all(found) for found in executor.map(work, range(8)))
    assert list(tmp_path.rglob("*.part")) == []
    assert Store(tmp_path).usage().entries > 0
