"""``redirect_to_nowhere``: a stream that nobody reads any more is given another end."""

from __future__ import annotations

import os
from contextlib import suppress


def redirect_to_nowhere(stream: object) -> None:
    """Give a stream whose other end is closed a new one; else the interpreter stumbles over it when it ends."""
    with suppress(AttributeError, OSError, ValueError):
        descriptor = stream.fileno()  # type: ignore[attr-defined]
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)
