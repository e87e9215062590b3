"""``choose_store``: what the command line and the environment say -> the cache, or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cache.store import LIMIT, Store
from dxlist.errors import UsageError
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import to_half_width

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "DXLIST_CACHE"
"""Environment variable: the folder of the cache, or ``off``."""
SIZE_VARIABLE = "DXLIST_CACHE_SIZE"
"""Environment variable: the megabytes that the cache holds at most."""
OFF = "off"
MEGABYTE = 1_000_000
_DIGITS = 7
"""Of the most megabytes that can be asked for: more than any disk has."""


def choose_store(folder: str | None, environment: Mapping[str, str], *, off: bool = False) -> Store | None:
    """Return the cache that is to be used; None: there is to be none, or no folder for it.

    Args:
        folder: that was asked for; it wins over the environment.
        environment: the variables that may say it.
        off: do without.

    Raises:
        UsageError: a folder was asked for and none, or the size is no number.
    """
    if off and folder is not None:
        raise UsageError("--no-cache", _TOGETHER, _ONE)
    if folder is not None and not folder.strip():
        raise UsageError("--cache", _EMPTY, _NAME_A_FOLDER)
    if off or (folder is None and is_switched_off(environment)):
        return None
    place = Path(folder or environment.get(VARIABLE) or _usual_folder())
    limit = _limit(environment.get(SIZE_VARIABLE) or "")
    named = folder is not None or bool(environment.get(VARIABLE))
    return Store(place, limit, was_named=named) if named or place.is_absolute() else None


def is_switched_off(environment: Mapping[str, str]) -> bool:
    """Return whether the environment says that there is to be no cache."""
    return environment.get(VARIABLE, "").strip().lower() == OFF


def _usual_folder() -> Path:
    """Return the folder of this system for what a program may lose; no absolute one where there is no home."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only a command that reads lists needs it

    return user_cache_path("dxlist", appauthor=False)


def _limit(megabytes: str) -> int:
    plain = to_half_width(megabytes).strip()
    if not plain:
        return LIMIT
    if plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS:
        return int(plain) * MEGABYTE
    raise UsageError(
        SIZE_VARIABLE,
        Bilingual(f"「{megabytes}」は使えません。", f'"{megabytes}" cannot be used.'),
        Bilingual("キャッシュの上限をMBの数で書いてください（例: 500）。", "Give a number of megabytes, such as 500."),
    )


_TOGETHER = Bilingual("--cache と一緒には使えません。", "it contradicts --cache.")
_ONE = Bilingual("片方だけを指定してください。", "Give only one of them.")
_EMPTY = Bilingual("空です。", "it is empty.")
_NAME_A_FOLDER = Bilingual("フォルダーを指定してください。", "Name a folder.")
