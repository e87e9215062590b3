"""One input under a limit of CPU seconds: what does not end in time is a failure too."""

from __future__ import annotations

import contextlib
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.checks import Failure, Outcome
from tests.hostile.kinds import kind_of
from tests.hostile.minimal import minimal_input

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

LIMIT = 4.0
"""CPU seconds that one input may take; a usual one takes 0.02."""


class HangError(BaseException):
    """An input takes too long; no Exception, so that nothing in between takes it for its own."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def _stop(_number: int, frame: FrameType | None) -> None:
    raise HangError(_place(frame))


def _place(frame: FrameType | None) -> str:
    """Return the innermost function of dxlist that is running."""
    while frame and "dxlist" not in Path(frame.f_code.co_filename).parts:
        frame = frame.f_back
    return f"{Path(frame.f_code.co_filename).name}:{frame.f_code.co_name}" if frame else "?"


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise :class:`HangError` in a block that takes more CPU seconds than that; Windows has no such clock."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run_input(data: bytes, number: int, limit: float = LIMIT) -> Outcome:
    """Check an input; where it takes too long, that is its failure."""
    try:
        with within(limit):
            return kind_of(number).check(data, number)
    except HangError as hang:
        outcome = Outcome()
        outcome.counts.update(inputs=1, hangs=1)
        outcome.failures.append(Failure(f"hang: {hang.place}", f"more than {limit} s"))
        return outcome


def smallest(data: bytes, number: int, kind: str) -> bytes:
    """Return a small input that fails in the same way; of one that hangs it is the whole."""
    if kind.startswith("hang"):
        return data

    def fails(found: bytes) -> bool:
        return any(failure.kind == kind for failure in run_input(found, number).failures)

    return minimal_input(data, fails)
