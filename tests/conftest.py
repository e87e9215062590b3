"""How the property tests draw: the same examples on every machine; ``pytest --hypothesis-profile=hunt`` draws new ones.

A check that decides whether a change lands says the same of the same code; what a hunt finds becomes a case.  No test
reads what another one, or a run of before, kept in a cache.
"""

from __future__ import annotations

import os

from hypothesis import settings

os.environ["DXLIST_CACHE"] = "off"

settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.register_profile("hunt", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("repeatable")
