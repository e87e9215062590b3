"""A process that is killed at whatever step leaves the old or the new; the next run removes what it left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dxlist.errors import WriteError
from dxlist.exports import parts
from dxlist.exports.writing import whole_file, whole_files, whole_folder
from tests.cli.runs import PATIENCE, environment, names, write

if TYPE_CHECKING:
    from collections.abc import Callable

State = dict[str, bytes]
"""Path of a file -> what it holds."""


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do some work in a process that ends without a word at a step of it: before it asks the system for something.

    Return whether it came so far.
    """
    child = os.fork()
    if not child:
        left = iter(range(step, -1, -1))
        sys.addaudithook(lambda *_: None if next(left, 0) else os._exit(9))
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def states_after(folder: Path, old: State, work: Callable[[], object]) -> list[State]:
    """Kill some work at each of its steps, each time in a folder that is as it was, and return what is there then."""
    found = list[State]()
    going_on = True
    while going_on:
        _fill(folder, old)
        going_on = killed_at(len(found), work)
        found.append(state_of(folder))
    return found


def _fill(folder: Path, state: State) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in state.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def state_of(folder: Path) -> State:
    """Return the files of a folder with what they hold, but for parts."""
    files = [file for file in folder.glob("**/*") if file.is_file() and file.relative_to(folder).parts[0][0] != "."]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(autouse=True)
def _as_a_new_process() -> None:
    parts._remove_dead_parts.cache_clear()  # a process looks once into a folder


def write_file(path: Path, data: bytes) -> None:
    with whole_file(path) as stream:
        stream.write(data)


@pytest.mark.parametrize("old", [{}, {"a.json": b"old"}], ids=["", "old"])
def test_a_file_is_old_or_new(tmp_path: Path, old: State) -> None:
    folder, new = tmp_path / "out", {"a.json": b"new"}
    found = states_after(folder, old, lambda: write_file(folder / "a.json", b"new"))
    assert [state for state in found if state not in (old, new)] == []
    assert (found[0], found[-1]) == (old, new)


@pytest.mark.parametrize("old", [{}, {"p/a.csv": b"old", "p/b.csv": b"old"}], ids=["", "old"])
def test_a_folder_is_old_or_new(tmp_path: Path, old: State) -> None:
    folder, new = tmp_path / "out", {"p/a.csv": b"new", "p/c.csv": b"new"}
    found = states_after(folder, old, lambda: whole_folder(folder / "p", {"a.csv": b"new", "c.csv": b"new"}))
    assert [state for state in found if state not in (old, new)] == []
    assert (found[0], found[-1]) == (old, new)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_the_next_run_clears_up_after_a_killed_one(
    tmp_path: Path, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where two names cannot be exchanged, it puts back what was set aside."""
    monkeypatch.setattr(sys, "platform", platform)
    old, new, gone, step = {"p/a.csv": b"old"}, {"p/a.csv": b"new"}, 0, 0
    while state_of(tmp_path / f"{step - 1}") != new:
        folder = tmp_path / f"{step}"
        _fill(folder, old)
        killed_at(step, partial(whole_folder, folder / "p", {"a.csv": b"new"}))
        gone += not state_of(folder)
        write_file(folder / "another.json", b"")
        assert names(folder) == ["another.json", "p"]
        (folder / "another.json").unlink()
        assert state_of(folder) in (old, new)
        step += 1
    assert (gone > 0) == (platform == "darwin")


def test_files_that_belong_together_are_written_before_the_first_takes_its_place(tmp_path: Path) -> None:
    """Between the renames alone a process can be killed so that one is new and another old."""
    targets = ("a.json", "a.csv", "a.targets.csv")
    folder, old, new = tmp_path / "out", dict.fromkeys(targets, b"old"), dict.fromkeys(targets, b"new")
    found = states_after(folder, old, lambda: whole_files((folder / name, b"new") for name in targets))
    assert [state for state in found if state not in (old, new)] == [
        {**old, "a.json": b"new"},
        {**new, targets[2]: b"old"},
    ]
    assert (found[0], found[-1]) == (old, new)


def test_files_that_belong_together_stay_as_they_are_where_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "b.csv").mkdir()
    write(tmp_path / "a.json", "old")
    with pytest.raises(WriteError):
        whole_files([(tmp_path / "a.json", b"new"), (tmp_path / "b.csv", b"new")])
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert names(tmp_path) == ["a.json", "b.csv"]


WRITER = """
import sys
from functools import partial
from pathlib import Path
from dxlist.exports.writing import whole_file
with whole_file(Path(sys.argv[1])) as stream:
    print("writing", flush=True)
    sys.stdin.read()
    stream.write(b"slow")
"""


def test_what_another_run_writes_and_what_a_user_has_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    kept = (".a.json.0123abcd.part", ".dxlist-notes.part", ".dxlist-0123abcd.part.txt", "x.dxlist-0123abcd.part")
    for name in kept:
        write(tmp_path / name, "mine")
    (tmp_path / ".dxlist-00000000.part").symlink_to("nowhere")
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment()
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == b"writing\n"
    write_file(target, b"quick")
    assert len(names(tmp_path)) == len(kept) + 3
    writer.communicate(timeout=PATIENCE)
    assert (writer.returncode, target.read_bytes()) == (0, b"slow")
    assert set(names(tmp_path)) == {*kept, "a.json", ".dxlist-00000000.part"}


def test_the_longest_names_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / f"{'あ' * 83}.json"
    assert len(target.name.encode()) == 254
    write_file(target, b"new")
    whole_folder(tmp_path / ("い" * 85), {"a.csv": b"old"})
    whole_folder(tmp_path / ("い" * 85), {"b.csv": b"new"})
    assert names(tmp_path) == [target.name, "い" * 85]


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(os.devnull)
    whole_files([(tmp_path / "a.json", b"new"), (tmp_path / "a.csv", b"new")])
    assert (tmp_path / "a.csv").resolve() == Path(os.devnull)
