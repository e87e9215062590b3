"""``dxlist`` on a pseudo-terminal: what it sends, the screen that a person sees of it, and the keys that are pressed."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import pyte

from tests.cli.runs import DXLIST, PATIENCE, environment

if TYPE_CHECKING:
    from types import TracebackType

WIDTH, HEIGHT = 80, 1000
"""Cells of a line, and more lines than any test fills, so that nothing leaves the screen."""
INTERRUPT, END = "\x03", "\x04"
STYLE = re.compile(r"\x1b\[[0-9;]*m")
READLINE = re.compile(r"\x1b\[\?\d+[hl]\r?")
EVIL = "[red]事業[/]\x1b]0;title\x1b\\\x1b[31m\u202e名"
"""A text that would steer a terminal if it reached one as it is."""


class Place(NamedTuple):
    """A line and a cell of a screen, both counted from 0."""

    line: int
    cell: int


class Screen:
    """What stands on a terminal once all was sent: lines of cells, a wide letter taking two."""

    def __init__(self, sent: bytes, width: int = WIDTH) -> None:
        self._screen = pyte.Screen(width, HEIGHT)
        pyte.ByteStream(self._screen).feed(sent)
        self.lines = [line.rstrip() for line in self._screen.display]
        while self.lines and not self.lines[-1]:
            self.lines.pop()

    def __str__(self) -> str:
        return "\n".join(self.lines)

    def __contains__(self, words: str) -> bool:
        return words in str(self)

    def find(self, words: str, below: int = 0) -> Place:
        """Return where ``words`` begin in the first line that has them, from the line ``below`` on."""
        for number, line in enumerate(self.lines[below:], below):
            if words in line:
                return Place(number, width_of(line[: line.index(words)]))
        raise AssertionError(f"{words!r} is not on the screen:\n{self}")

    def at(self, place: Place, width: int) -> str:
        """Return what stands in ``width`` cells from a place on."""
        cells = self._screen.buffer[place.line]
        return "".join(cells[cell].data for cell in range(place.cell, place.cell + width)).rstrip()

    def column(self, place: Place, width: int) -> str:
        """Return what stands in ``width`` cells from a place on and below it, until a line is empty, as one text."""
        lines = range(
            place.line, next((n for n, line in enumerate(self.lines) if n > place.line and not line), len(self.lines))
        )
        return "".join(self.at(Place(line, place.cell), width).strip() for line in lines)

    def styled(self) -> list[str]:
        """Return the runs of letters of one line that have a colour or a ground of their own, from top to bottom."""
        runs: list[str] = []
        for number in range(len(self.lines)):
            runs.append("")
            for cell in range(self._screen.columns):
                drawn = self._screen.buffer[number][cell]
                if (drawn.fg, drawn.bg) != ("default", "default"):
                    runs[-1] += drawn.data
                elif runs[-1]:
                    runs.append("")
        return [run for run in runs if run]


def _log_in(terminal: int) -> None:
    """Make the terminal that of the process, which Ctrl-C ends even where it does not end the tests (nohup)."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.login_tty(terminal)


class Terminal:
    """A dialogue with a process whose three streams are one terminal of ``width`` cells."""

    def __init__(self, *arguments: str, width: int = WIDTH, cwd: Path | None = None, **wanted: str) -> None:
        self._width, self._sent, self._seen = width, b"", 0
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, width, 0, 0))
        self._process = subprocess.Popen(
            [*DXLIST, *arguments],
            env=environment(**{"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **wanted}),
            cwd=cwd,
            preexec_fn=lambda: _log_in(slave),  # noqa: PLW1509 - the tests have no threads; Ctrl-C needs it
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End what a failed test left running."""
        os.close(self._master)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(PATIENCE)

    @property
    def screen(self) -> Screen:
        """What stands on the terminal now."""
        return Screen(self._sent, self._width)

    def wait_for(self, words: str) -> str:
        """Read until ``words`` were sent, and return what was sent since the last time."""
        while words not in self._since():
            if not self._read():
                raise AssertionError(f"{words!r} was not sent:\n{self._since()}")
        return self._new()

    def answer(self, words: str, typed: str) -> str:
        """Wait for a question, type something, and return what was sent before."""
        sent = self.wait_for(words)
        self._wait_for_reading()
        os.write(self._master, typed.encode())
        return sent

    def end(self) -> tuple[int, str]:
        """Wait for the end, and return the exit code and what was sent since the last time."""
        while self._read():
            pass
        return self._process.wait(PATIENCE), self._new()

    def _read(self) -> bool:
        """Read what there is, and return whether there may be more."""
        if not select.select([self._master], [], [], PATIENCE)[0]:
            raise TimeoutError(self._since())
        try:
            block = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        self._sent += block
        return bool(block)

    def _since(self) -> str:
        return READLINE.sub("", self._sent[self._seen :].decode(errors="ignore")).replace("\r\n", "\n")

    def _new(self) -> str:
        new = self._since()
        self._seen = len(self._sent)
        return new

    def _wait_for_reading(self) -> None:
        """Wait until the process sleeps, as it does when it waits for keys.

        CPython loses a Ctrl-C that comes between the printing of a question and the wait for its answer, and readline
        throws away what was typed before it made the terminal its own.
        """
        stat = Path(f"/proc/{self._process.pid}/stat")
        while stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "S":
            os.sched_yield()


def see(*arguments: str, width: int = WIDTH, cwd: Path | None = None, **wanted: str) -> str:
    """Run ``dxlist`` on a terminal and return what it was sent, colours included."""
    with Terminal(*arguments, width=width, cwd=cwd, **wanted) as terminal:
        return terminal.end()[1]


def look(*arguments: str, width: int = WIDTH, cwd: Path | None = None, **wanted: str) -> Screen:
    """Run ``dxlist`` on a terminal and return the screen that it leaves."""
    with Terminal(*arguments, width=width, cwd=cwd, **wanted) as terminal:
        terminal.end()
        return terminal.screen


def lines_of(text: str) -> list[str]:
    """Return the lines of what a terminal was sent, without colours."""
    return STYLE.sub("", text).splitlines()


def width_of(line: str) -> int:
    """Return how many cells a line takes, told without the code that is tested."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
