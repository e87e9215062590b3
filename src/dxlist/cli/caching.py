"""``store_of``: ``--cache`` and ``--no-cache`` of a command -> the cache; ``say_problem``: why it was of no use."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dxlist.cache.choosing import choose_store
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.cache.store import Store
    from dxlist.cli.messages import Messages
    from dxlist.cli.options import CachedOptions


def store_of(options: CachedOptions) -> Store | None:
    """Return the cache that the options or the environment name; errors as of :func:`choose_store`."""
    return choose_store(options.cache, os.environ, off=options.no_cache)


def say_problem(store: Store | None, messages: Messages) -> None:
    """Say why nothing could be kept in a folder that a person named; without the usual one a command works as well."""
    if store and store.problem and store.was_named:
        said = Bilingual(
            f"キャッシュを使えないため、一覧を読み直しました（{store.problem.ja}）。",
            f"the cache cannot be used, so the lists were read anew ({store.problem.en}).",
        )
        messages.remark(f"{store.folder}: " + said)
