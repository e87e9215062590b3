"""Run ``dxlist`` as a user does: as a process with pipes, on a terminal, or within this process where that is enough."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from typer.testing import CliRunner

from dxlist.cli.app import build_app
from tests.lists import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from typer.testing import Result

SOURCES = str(ROOT / "src")
DXLIST = (sys.executable, "-m", "dxlist")
PATIENCE = 300
"""Seconds after which a process that hangs is given up; no assertion depends on them."""

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）\n"
FIRST = (
    "1 行政の効率化\t1(1) 手続のオンライン化\t総務部 情報政策課\t電子申請推進事業\t"
    "電子申請システムを運用し、手続のオンライン化を進める。\tオンライン化した手続を100件とすることを目標とする。\n"
)
SECOND = (
    "\t\t企画部 統計課\t統計データ公開事業\t統計データを公開し、県民が使えるようにする。\t"
    "公開したデータを50件とすることを目標とする。\n"
)
SMALL = HEADER + FIRST + SECOND


class Done(NamedTuple):
    """What a process left behind."""

    code: int
    out: bytes
    err: str


def environment(**wanted: str) -> dict[str, str]:
    """Return a clean environment: English, no colour settings, no cache, the sources on the path."""
    base = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    return {
        **base,
        "PYTHONPATH": SOURCES,
        "DXLIST_LANG": "en",
        "DXLIST_CACHE": "off",
        "PYTHONWARNINGS": "error",
        **wanted,
    }


def run(*arguments: str, cwd: Path | None = None, stdin: bytes = b"", **wanted: str) -> Done:
    """Run ``dxlist`` as a process, its three streams being pipes."""
    done = subprocess.run(
        [*DXLIST, *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(**wanted),
        timeout=PATIENCE,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr.decode())


def start(*arguments: str, cwd: Path | None = None, **settings: Any) -> subprocess.Popen[bytes]:
    """Start ``dxlist`` as a process; its output and errors are pipes unless ``settings`` of Popen say otherwise."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **settings}
    return subprocess.Popen([*DXLIST, *arguments], cwd=cwd, env=environment(), **streams)


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Wait for the end of a process, and return its exit code and what it said to standard error."""
    _, error = process.communicate(timeout=PATIENCE)
    return process.returncode, (error or b"").decode()


def wait_until(happened: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait until something happened that a process does; fail where it ends before."""
    while not happened():
        assert process.poll() is None, "it ended before"
        time.sleep(0.01)


def run_python(script: str, *arguments: str, cwd: Path | None = None, stdin: bytes = b"") -> Done:
    """Run a script as a process of its own, for what the modules of this one would hide."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=environment(),
        timeout=PATIENCE,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr.decode())


def call(*arguments: str, language: str = "en", stdin: bytes = b"") -> Done:
    """Run ``dxlist`` within this process: the same app, with streams that are no terminal."""
    result = _invoke(arguments, language, stdin)
    return Done(result.exit_code, result.stdout_bytes, result.stderr)


def call_mixed(*arguments: str, language: str = "en") -> tuple[int, str]:
    """Run ``dxlist`` within this process, and return its exit code and its two outputs as one, as on a terminal."""
    result = _invoke(arguments, language, b"")
    return result.exit_code, result.output


def _invoke(arguments: Sequence[str], language: str, stdin: bytes) -> Result:
    app = build_app("ja" if language == "ja" else "en")
    return CliRunner().invoke(app, arguments, input=stdin, env={"DXLIST_LANG": language})


def write(path: Path, text: str = SMALL, encoding: str = "utf-8") -> str:
    """Write a list and return its path as an argument."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return str(path)


def names(folder: Path) -> list[str]:
    """Return the names of all files of a folder, hidden ones too."""
    return sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []
