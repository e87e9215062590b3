"""``collect_rarely``: while lists are read, few circles are made, and looking for them costs a tenth of the time."""

from __future__ import annotations

import gc

RARELY = 50_000
"""Objects after which circles are looked for; records have none, and the usual is 700."""


def collect_rarely() -> None:
    """Let Python look for circles of objects rarely, up to the end of the process."""
    gc.set_threshold(RARELY)
