"""Python's collector of reference cycles, kept from searching the records: none of them is part of a cycle.

The collector looks through all objects that live, again whenever enough new ones were made.  Records are made by the
hundred thousand and stay, so that its searches cost more and more time and find nothing.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RARELY = 50_000
"""New objects after which the collector searches; Python's own figure is 700 to 2,000."""


def collect_rarely() -> None:
    """Let the collector search rarely, up to the end of the process: for commands that read lists, page by page.

    Reading makes few cycles; searching for them after every few rows takes a tenth of the time.
    """
    gc.set_threshold(RARELY)


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the collector from searching while the block runs: for steps that make many objects, all of which stay.

    Afterwards the collector is on or off as it was before, so that blocks may be nested.  Comparing rows takes a third
    of the time less without it, reading a normalised document two thirds.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
