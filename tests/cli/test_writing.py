"""A file appears whole or not at all, and the message says why not."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from dxlist.errors import WriteError
from dxlist.exports.writing import whole_file
from tests.cli.runs import call, names, run_python, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_has_the_permissions_that_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with whole_file(tmp_path / "below" / "a.json") as stream:
            stream.write(b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "below" / "a.json").stat().st_mode) == 0o640


def test_a_file_that_stood_there_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    target.chmod(0o604)
    with whole_file(target) as stream:
        stream.write(b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "near.json").symlink_to(tmp_path / "far" / "a.json")
    with whole_file(tmp_path / "near.json") as stream:
        stream.write(b"new")
    assert (tmp_path / "near.json").is_symlink()
    assert (tmp_path / "far" / "a.json").read_bytes() == b"new"


def test_until_the_end_the_old_file_stands_there(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with whole_file(target) as stream:
        stream.write(b"new")
        stream.flush()
        assert target.read_bytes() == b"old"
        assert len(names(tmp_path)) == 2
    assert names(tmp_path) == ["a.json"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_what_ends_the_writing_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(error), whole_file(target):
        raise error
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "out" / "a.json").mkdir(parents=True)
    done = call("parse", write(tmp_path / "a.tsv"), "--output", str(tmp_path / "out"))
    assert done.code == 2
    assert f"{tmp_path}/out/a.json: cannot be written: a folder has this name." in done.err
    assert names(tmp_path / "out") == ["a.json"]


@pytest.mark.parametrize("folder", ["file", "file/below"])
def test_a_file_in_the_place_of_the_folder(tmp_path: Path, folder: str) -> None:
    write(tmp_path / "file", "as it was")
    done = call("parse", write(tmp_path / "a.tsv"), "--output", str(tmp_path / folder))
    assert done.code == 2
    assert "the folder to write into is a file" in done.err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "as it was"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    done = call("parse", write(tmp_path / "a.tsv"), "--output", "/proc/dxlist")
    assert done.code == 2
    assert "/proc/dxlist/a.json: cannot be written" in done.err


# Nobody may write there; root may, so a process of root becomes another user once all modules are loaded.
WITHOUT_PERMISSION = """
import os, sys
from dxlist.exports.writing import whole_file
from dxlist.errors import WriteError
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    with whole_file(sys.argv[1]) as stream:
        stream.write(b"new")
except WriteError as error:
    print(error.message("en"))
"""


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_without_permission_keeps_the_old_file(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "out"
    write(folder / "a.json", "as it was")
    folder.chmod(mode)
    for parent in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        parent.chmod(0o755)
    done = run_python(WITHOUT_PERMISSION, str(folder / "a.json"))
    folder.chmod(0o755)
    assert "cannot be written (no permission, or it is open in Excel). Close the program" in done.out.decode()
    assert names(folder) == ["a.json"]
    assert (folder / "a.json").read_text(encoding="utf-8") == "as it was"


def test_an_error_of_writing_has_a_place_a_reason_and_a_remedy_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    with pytest.raises(WriteError) as caught, whole_file(tmp_path / "a.json") as stream:
        stream.write(b"new")
    assert caught.value.message("en").startswith(f"{tmp_path}/a.json: cannot be written: a folder has this name. ")
    assert caught.value.message("ja").startswith(f"{tmp_path}/a.json: 同じ名前のフォルダーがあるため書けません。")
