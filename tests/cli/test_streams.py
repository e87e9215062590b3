"""Pipes, closed ends, full disks and interrupts: data alone on standard output, no traceback, the right exit code."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.runs import (
    DXLIST,
    FIRST,
    HEADER,
    PATIENCE,
    SMALL,
    environment,
    finish,
    names,
    run,
    run_python,
    start,
    wait_until,
    write,
)
from tests.lists import SHIPPED

LARGE_LIST = HEADER + FIRST * 20000


def test_a_pipe_gets_data_alone_and_talk_goes_to_standard_error() -> None:
    done = run("parse", str(SHIPPED), "--output", "-", "--format", "jsonl")
    assert (done.code, done.out.count(b"\n")) == (0, 131)
    assert done.err.startswith(f"{SHIPPED}: 131 rows")


def test_data_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    done = run("parse", write(tmp_path / "a.tsv"), "--output", "-", PYTHONIOENCODING="ascii", DXLIST_LANG="ja")
    assert done.code == 0
    assert "電子申請推進事業" in done.out.decode()
    assert "\\u884c" in done.err  # 行, which ASCII lacks


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_pipe_that_is_closed_early_is_no_error(tmp_path: Path, name: str) -> None:
    process = start("parse", write(tmp_path / "a.tsv", HEADER + FIRST * 500), "--output", "-", "--format", name)
    assert process.stdout is not None
    assert process.stdout.readline()
    process.stdout.close()
    assert finish(process) == (0, "")


@pytest.mark.parametrize("arguments", [("--help",), ("schema",), ("explain", str(SHIPPED), "62")], ids=lambda a: a[0])
def test_a_pipe_that_nobody_reads_is_no_error(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = start(*arguments, stdout=writing)
    os.close(writing)
    assert finish(process) == (0, "")


def test_work_goes_on_when_nobody_listens_to_the_talk(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    lists = [write(tmp_path / f"{n}.tsv") for n in range(3)]
    process = start("parse", *lists, "--output", str(tmp_path / "out"), stdout=subprocess.DEVNULL, stderr=writing)
    os.close(writing)
    assert process.wait(PATIENCE) == 0
    assert len(names(tmp_path / "out")) == 9


@pytest.mark.parametrize("arguments", [("parse", str(SHIPPED), "--output", "-"), ("schema",)], ids=lambda a: a[0])
def test_a_full_disk_behind_standard_output_is_said(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        code, error = finish(start(*arguments, stdout=full))
    assert code == 2
    assert (
        error == "error: <stdout>: cannot be written (No space left on device). Check the free space and the output.\n"
    )


def test_a_closed_standard_output_is_said() -> None:
    command = " ".join([*DXLIST, "schema", ">&-"])
    done = subprocess.run(["sh", "-c", command], env=environment(), capture_output=True, timeout=PATIENCE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: <stdout>: cannot be written")


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_disk_that_is_full_leaves_the_old_file_whole(tmp_path: Path, name: str) -> None:
    target = tmp_path / "out" / f"a.{name}"
    write(target, "as it was")
    most = 50_000
    process = start(
        "parse", write(tmp_path / "a.tsv", HEADER + FIRST * 500), "--output", str(target.parent),
        "--format", name, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )  # fmt: skip
    assert finish(process)[0] == 2
    assert target.read_text(encoding="utf-8") == "as it was"
    assert names(target.parent) == [target.name]


def test_the_message_of_a_full_disk_names_the_file_and_what_to_do(tmp_path: Path) -> None:
    process = start(
        "parse", str(SHIPPED), "--output", str(tmp_path), "--lang", "ja",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )  # fmt: skip
    code, error = finish(process)
    assert code == 2
    assert error.startswith(f"エラー: {tmp_path}/fukushima_r04.json: 書き込めません（File too large）")
    assert "空き容量" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("jobs", "number", "expected"),
    [("1", signal.SIGINT, 130), ("2", signal.SIGINT, 130), ("2", signal.SIGTERM, 143), ("1", signal.SIGHUP, 129)],
)
def test_an_interrupt_leaves_no_half_written_file(tmp_path: Path, jobs: str, number: int, expected: int) -> None:
    lists = [write(tmp_path / f"{n}.tsv", LARGE_LIST) for n in range(2)]
    out = tmp_path / "out"
    process = start("parse", *lists, "--format", "jsonl", "--output", str(out), "--jobs", jobs, start_new_session=True)
    wait_until(lambda: any(file.stat().st_size for file in out.glob(".*.part")), process)
    os.killpg(process.pid, number)
    code, error = finish(process)
    assert code == expected
    assert "interrupted" in error
    assert "Traceback" not in error
    assert names(out) == []


AT_AN_IMPORT = """
import os, sys
sys.argv = ["dxlist", "schema"]
sys.addaudithook(lambda event, arguments: event == "import" and arguments[0] == WHERE and os.kill(os.getpid(), NUMBER))
from dxlist.cli import main
main()
"""


@pytest.mark.parametrize(
    ("where", "number", "error"),
    [
        ("typer.core", signal.SIGINT, ""),
        ("pydantic.main", signal.SIGTERM, "error: interrupted; no half-written file was left.\n"),
    ],
)
def test_a_signal_while_modules_are_loaded_is_no_traceback(where: str, number: int, error: str) -> None:
    done = run_python(AT_AN_IMPORT.replace("WHERE", repr(where)).replace("NUMBER", str(int(number))))
    assert (done.code, done.out, done.err) == (128 + number, b"", error)


BECOME_ANOTHER_ERROR = """
import os, signal
from dxlist.cli.signals import ended_by_signals
with ended_by_signals():
    from dxlist.cli.app import build_app
    from dxlist.cli.commands import schema

    def interrupted(*_):
        try:
            os.kill(os.getpid(), signal.SIGHUP)
        except KeyboardInterrupt as error:
            raise ValueError("Error building `model` serializer: KeyboardInterrupt") from None

    schema.schema = interrupted
    build_app("en")(["schema"])
"""


def test_an_interrupt_that_a_library_made_another_error_of_is_one() -> None:
    """Pydantic does so where Ctrl-C comes while it builds a model: it was called unforeseen, with exit code 2."""
    done = run_python(BECOME_ANOTHER_ERROR)
    assert (done.code, done.err) == (129, "error: interrupted; no half-written file was left.\n")


def test_a_program_that_uses_the_library_keeps_its_handlers() -> None:
    script = (
        "import signal\nkinds = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)\nbefore = [*map(signal.getsignal, kinds)]\n"
        f"import dxlist\nlen(dxlist.parse({str(SHIPPED)!r}))\nimport dxlist.cli.app\n"
        "print([*map(signal.getsignal, kinds)] == before)"
    )
    assert run_python(script).out == b"True\n"


def test_version_loads_nothing_that_it_does_not_need() -> None:
    script = (
        "import sys\nfrom dxlist.cli import main\nsys.argv = ['dxlist', '--version']\n"
        "try:\n    main()\nfinally:\n    print(*sorted({'pydantic', 'rich', 'chardet', 'dxlist.document'} & set(sys.modules)))"
    )
    assert run_python(script).out.splitlines() == [b"dxlist 0.1.0", b""]


def test_a_list_in_utf_8_needs_no_chardet_and_a_pipe_no_rich(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom dxlist.cli import main\nsys.argv = ['dxlist', 'parse', '-', '--output', '-', '--format', 'csv']\n"
        "try:\n    main()\nfinally:\n    print(*{'rich', 'chardet', 'multiprocessing'} & set(sys.modules), file=sys.stderr)"
    )
    assert run_python(script, cwd=tmp_path, stdin=SMALL.encode()).err.splitlines()[-1] == ""
