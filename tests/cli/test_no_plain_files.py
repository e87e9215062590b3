"""What is no plain file is refused wherever a file is expected, without a wait, and what stands there is never passed by."""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dxlist.errors import SidecarError
from dxlist.sidecar import read_sidecar
from tests.cli.runs import DXLIST, PATIENCE, SMALL, Done, call, environment, names, write

if TYPE_CHECKING:
    from collections.abc import Callable


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "this is no plain file"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "this is no plain file"),
    "socket": (_socket, "this is no plain file"),
    "circle": (lambda path: path.symlink_to(path.name), "its links lead round in a circle."),
    "link to nothing": (lambda path: path.symlink_to("nowhere"), "there is no such file."),
    "folder": (Path.mkdir, "this is a folder."),
}
PLACES = {
    "list": ("parse", "x.tsv", "-o", "out"),
    "list without suffix": ("validate", "x"),
    "list of explain": ("explain", "x.tsv", "2"),
    "list of describe": ("describe", "x.tsv"),
    "normalised list": ("query", "x.json"),
    "sidecar": ("parse", "x.csv", "-o", "out"),
    "baseline": ("validate", "a.tsv", "--baseline", "x"),
    "settings": ("validate", "a.tsv", "--config", "x"),
    "settings of the folder": ("validate", "a.tsv"),
    "decisions": ("dedupe", "a.tsv", "--decisions", "x"),
    "decisions beside the lists": ("query", "a.tsv"),
}
NAMES = {"sidecar": "x.toml", "settings of the folder": "dxlist.toml", "decisions beside the lists": "decisions.toml"}
"""What is made where the arguments do not name it."""


@pytest.fixture(autouse=True)
def _at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("a.tsv"))
    write(Path("x.csv"), SMALL.replace("\t", ","))


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (place, kind)
        for place in PLACES
        for kind in KINDS
        if kind != "folder" or not place.startswith(("list", "normalised"))  # a folder of lists is another matter
    ],
)
def test_what_is_no_plain_file_is_refused(place: str, kind: str) -> None:
    make, said = KINDS[kind]
    name = NAMES.get(place) or next(one for one in PLACES[place] if one.startswith("x"))
    make(Path(name))
    done = call(*PLACES[place])
    assert (done.code, done.out) == (2, b"")
    assert f"{name}: {said}" in done.err
    assert "unforeseen" not in done.err
    assert not Path("out").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_sidecar_is_never_passed_by(kind: str, tmp_path: Path) -> None:
    KINDS[kind][0](tmp_path / "x.toml")
    with pytest.raises(SidecarError, match="name of the sidecar of a list"):
        read_sidecar(tmp_path / "x.csv")


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_of_lists_names_what_is_no_file(kind: str, tmp_path: Path) -> None:
    write(Path("lists/a.tsv"))
    KINDS[kind][0](tmp_path / "lists" / "b.tsv")
    KINDS[kind][0](tmp_path / "lists" / "b.json")
    done = call("validate", "lists", "--fail-on", "never")
    assert done.code == 0
    said = "link to nothing" if kind in {"circle", "link to nothing"} else "no plain file"
    assert (f"passed over: lists/b.tsv ({said})" in done.err) == (kind != "folder")


@pytest.mark.parametrize("kind", KINDS)
def test_a_check_says_that_a_normalised_file_is_none(kind: str, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    KINDS[kind][0](tmp_path / "out" / "a.json")
    done = call("parse", "a.tsv", "-o", "out", "--check")
    assert done.code == 1
    assert ("out/a.json: is missing" if kind == "link to nothing" else "out/a.json: cannot be read") in done.err


FOREIGN = {
    "no UTF-8": b"# \xff\n[tool.ruff]\n",
    "no UTF-8, a dependency": b'dependencies = ["dxlist"] # \xff\n',
    "malformed": b"[tool.ruff\n",
    "malformed, a dependency": b'dependencies = ["dxlist"\n',
}


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_broken_pyproject_of_others_ends_nothing(foreign: str) -> None:
    Path("pyproject.toml").write_bytes(FOREIGN[foreign])
    write(Path("below/a.tsv"))
    assert call("validate", "a.tsv", "--fail-on", "never").code == 0
    assert call("validate", "a.tsv", "--config", "pyproject.toml").code == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_pyproject_that_is_no_file_ends_nothing(kind: str, tmp_path: Path) -> None:
    KINDS[kind][0](tmp_path / "pyproject.toml")
    assert call("validate", "a.tsv", "--fail-on", "never").code == 0


@pytest.mark.parametrize(
    "text", ["[tool.dxlist]\nshow = \n", '[ tool . "dxlist" ]\nshow = \n', "tool.dxlist.show = \n"]
)
def test_a_broken_pyproject_of_ours_is_said(text: str) -> None:
    write(Path("pyproject.toml"), text)
    done = call("validate", "a.tsv")
    assert done.code == 2
    assert "pyproject.toml: this is no readable TOML" in done.err


def shell(command: str, stdin: bytes = b"") -> Done:
    """Run a line of a shell, in which ``dxlist`` is ours."""
    line = f'dxlist() {{ {shlex.join(DXLIST)} "$@"; }}; {command}'
    done = subprocess.run(
        ["sh", "-c", line], input=stdin, capture_output=True, env=environment(), timeout=PATIENCE, check=False
    )
    return Done(done.returncode, done.stdout, done.stderr.decode())


def test_a_closed_standard_input_is_said() -> None:
    done = shell("dxlist parse - -o - <&-")
    assert (done.code, done.out) == (2, b"")
    assert done.err == "error: <stdin>: standard input is closed. Name a list, or connect a pipe.\n"


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_standard_input_is_read_by_either_name(name: str) -> None:
    done = call("query", name, "--count", stdin=SMALL.encode())
    assert (done.code, done.out) == (0, call("query", "a.tsv", "--count").out)


def test_talk_goes_nowhere_where_standard_error_is_closed() -> None:
    """It went to standard output, among the data."""
    done = shell("dxlist parse a.tsv -o - --format csv 2>&-")
    assert (done.code, done.out.count(b"\n"), done.err) == (0, 3, "")
    assert b"2 rows" not in done.out


def test_files_of_a_run_without_streams_are_whole() -> None:
    assert shell("dxlist parse a.tsv -o out <&- >&- 2>&-").code == 0
    assert call("parse", "a.tsv", "-o", "out", "--check").code == 0


LONG = "あ" * 78


def test_a_list_with_a_long_name_is_read_and_written() -> None:
    """The part was 17 bytes longer than its file: File name too long."""
    write(Path(f"{LONG}.tsv"))
    assert call("parse", f"{LONG}.tsv", "-o", "out").code == 0
    assert names(Path("out")) == [f"{LONG}.csv", f"{LONG}.json", f"{LONG}.targets.csv"]
    assert call("validate", f"{LONG}.tsv", "--write-baseline", f"{LONG}.json").code == 0


@pytest.mark.parametrize("command", ["parse", "validate", "query", "dedupe", "stats"])
def test_a_name_that_is_no_text_is_said(command: str) -> None:
    Path(os.fsdecode(b"\xff\xfe.tsv")).write_bytes(SMALL.encode())
    done = call(command, os.fsdecode(b"\xff\xfe.tsv"))
    assert done.code == 2
    assert "the name of the file is no readable text. Rename the file." in done.err
