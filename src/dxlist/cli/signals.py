"""``ended_by_signals``: Ctrl-C, SIGTERM and SIGHUP end a command in one way, at whatever moment they come.

Each raises KeyboardInterrupt, so that every block is left and no half-written file stays; the exit code is 128 and the
number of the signal.  Only the command line listens: a program that uses dxlist as a library has its own handlers.

This module is the first that is loaded; it must load nothing that takes time.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
_AGAIN = 0.2
"""Seconds in which a second signal is taken for the same: a terminal that closes sends two."""


class _Received:
    """The signals that came; a KeyboardInterrupt may come out of a library as another error, or not at all."""

    number: int | None = None
    """The first."""
    _last = float("-inf")

    def __call__(self, number: int, _: object) -> None:
        """Leave what is being done; what leaves it already is not disturbed by the next signal of a burst."""
        if self.number is None:
            self.number = number
        now = time.monotonic()
        if now - self._last >= _AGAIN:
            self._last = now
            raise KeyboardInterrupt


_received = _Received()


def was_interrupted() -> bool:
    """Return whether one of the signals came: then an error that nobody foresaw is what became of it."""
    return _received.number is not None


def exit_code() -> int:
    """Return the exit code of a command that was interrupted: 130 Ctrl-C, 143 SIGTERM, 129 SIGHUP."""
    return 128 + (_received.number or signal.SIGINT)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Listen within to the signals that end a command; one that is ignored, as by nohup, stays so.

    A process that was interrupted ends here: the interpreter would take its time to leave, print a traceback for the
    next signal, and give another exit code where a KeyboardInterrupt once passed an ``exec``.
    """
    for number in _ENDING:
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _received)
    try:
        yield
    except KeyboardInterrupt:
        _leave(exit_code())
    except SystemExit as end:
        if was_interrupted():
            _leave(end.code)
        raise


def _leave(code: object) -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):
            stream.flush()
    os._exit(code if isinstance(code, int) else 0)
