"""``dxlist cache``: what was kept of lists, and its end."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.cache.choosing import MEGABYTE, VARIABLE, choose_store
from dxlist.cli import options as option
from dxlist.cli.exits import Exit
from dxlist.cli.terminal import show_blocks
from dxlist.cli.usage import choice
from dxlist.report.blocks import Block, Entry
from dxlist.text.bilingual import Bilingual, both_languages, plural

if TYPE_CHECKING:
    from dxlist.cache.store import Store, Usage
    from dxlist.cli.messages import Messages

WHAT = ("info", "clear")
"""What can be done with a cache."""


@dataclass(frozen=True, kw_only=True)
class CacheOptions(option.CacheChoice):
    """The options of ``dxlist cache``."""

    what: str = option.argument(
        "|".join(WHAT),
        "info は場所・件数・大きさを示し、clear は覚えておいたものをすべて消します。",
        "info shows the folder, how much it holds, and its limit; clear removes what was kept.",
    )


def cache(options: CacheOptions, messages: Messages) -> Exit:
    """Show the cache or clear it.

    Raises:
        DxlistError: neither was asked for, or the environment names a size that is no number.
    """
    what = choice("WHAT", options.what, WHAT)
    store = choose_store(options.cache, os.environ)
    if store is None:
        messages.remark(_NONE)
    elif what == "clear":
        messages.remark(f"{store.folder}: " + _size(store.clear()) + _REMOVED)
    else:
        show_blocks([info_block(store)], messages.language)
    return Exit.DONE


_NONE = Bilingual(
    f"キャッシュはありません（環境変数 {VARIABLE} が off か、置く場所がない）。--cache DIR で指定できます。",
    f"there is no cache: {VARIABLE} is off, or there is no place for it. Name one with --cache DIR.",
)
_REMOVED = Bilingual("を消しました。", " removed.")


def info_block(store: Store) -> Block:
    """Return what there is to say of a cache."""
    limit = Bilingual("上限", "limit"), _megabytes(store.limit)
    entries = (
        Entry(Bilingual("場所", "folder"), both_languages(str(store.folder))),
        Entry(Bilingual("中身", "holds"), _size(store.usage())),
        Entry(*limit),
    )
    return Block(Bilingual("キャッシュ", "cache"), entries)


def _size(usage: Usage) -> Bilingual:
    count = plural(usage.entries, "件", "entry", "entries")
    return count + Bilingual("、", ", ") + _megabytes(usage.size)


def _megabytes(size: int) -> Bilingual:
    """Return a size in millions of bytes, rounded up to a tenth: what is there is not shown as nothing."""
    return both_languages(f"{-(-size * 10 // MEGABYTE) / 10:,.1f} MB")
