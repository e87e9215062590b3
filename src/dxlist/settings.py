"""``find_settings``: the nearest ``dxlist.toml``, or ``[tool.dxlist]`` of a ``pyproject.toml``, -> what it sets.

The options of the command line win over it.  A key that is not known and a value of the wrong type are errors, so that
a slip of the pen is seen.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from dxlist.errors import DxlistError, no_toml, why_unreadable
from dxlist.model.finding import SEVERITIES, Severity
from dxlist.plain_files import is_there, read_plain
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

FailOn = Literal["error", "warning", "info", "never"]

OWN_FILE = "dxlist.toml"
SHARED_FILE = "pyproject.toml"
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)


class SettingsError(DxlistError):
    """A configuration that cannot be read or says something that cannot be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration sets for ``dxlist validate``, and the decisions of all commands; None or empty: nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    format: str | None = None
    show: Severity | None = None
    baseline: Path | None = None
    """From the folder of the configuration."""
    decisions: Path | None = None
    """Likewise."""
    file: Path | None = None
    """The configuration; None: there is none."""


class _ValueType(NamedTuple):
    """What the value of a key must be."""

    text: Bilingual
    fits: Callable[[Any], bool]


def _one_of(*words: str) -> _ValueType:
    names = ", ".join(f'"{word}"' for word in words)
    return _ValueType(Bilingual(f"{names} のどれか", f"one of {names}"), lambda value: value in words)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and "\0" not in value


_TEXT = _ValueType(Bilingual("文字列", "a text"), _is_text)
_TEXTS = _ValueType(
    Bilingual("文字列の配列", "a list of texts"), lambda value: isinstance(value, list) and all(map(_is_text, value))
)
KEYS: dict[str, _ValueType] = {
    "select": _TEXTS,
    "ignore": _TEXTS,
    "fail-on": _one_of(*FAIL_ON),
    "format": _TEXT,
    "show": _one_of(*SEVERITIES),
    "baseline": _TEXT,
    "decisions": _TEXT,
}


def find_settings(folder: Path, only: Collection[str] = KEYS) -> Settings:
    """Return the settings of the nearest configuration from ``folder`` upward; without any, none.

    Of two in one folder ``dxlist.toml`` wins.  A ``pyproject.toml`` without ``[tool.dxlist]`` is passed by, also where
    it cannot be read or is malformed: it belongs to others.

    Args:
        folder: from which on to look.
        only: the keys that are wanted; what is wrong with others is not looked at.

    Raises:
        SettingsError: the configuration cannot be read or is malformed.
    """
    for place in (folder, *folder.parents):
        if is_there(place / OWN_FILE):
            return read_settings(place / OWN_FILE, only)
        shared = place / SHARED_FILE
        if _speaks_of_dxlist(shared) and _table(shared) is not None:
            return read_settings(shared, only)
    return Settings()


def read_settings(file: Path, only: Collection[str] = KEYS) -> Settings:
    """Return what a configuration sets: the whole file, or of a ``pyproject.toml`` its ``[tool.dxlist]``.

    Args:
        file: to read.
        only: the keys that are wanted, as of :func:`find_settings`.

    Raises:
        SettingsError: it cannot be read or is malformed; of a ``pyproject.toml``, it has no such table.
    """
    table = _table(file)
    if table is None:
        problem = Bilingual("[tool.dxlist] がありません。", "there is no [tool.dxlist] in it.")
        raise SettingsError(str(file), problem, _REMEDY)
    if only != KEYS:
        table = {key: value for key, value in table.items() if key in only}
    for key, value in table.items():
        _check(file, key, value)
    values: dict[str, Any] = {key.replace("-", "_"): value for key, value in table.items()}
    values |= {key: tuple(values[key]) for key in ("select", "ignore") if key in values}
    values |= {key: file.parent / values[key] for key in ("baseline", "decisions") if key in values}
    return Settings(**values, file=file)


def _check(file: Path, key: str, value: Any) -> None:
    """Raise where a key is not known or its value is not what it must be."""
    kind = KEYS.get(key)
    if kind is None:
        known = ", ".join(KEYS)
        problem = Bilingual(
            f"「{key}」という設定はありません。使えるのは {known} です。",
            f"there is no setting called {key}; there are {known}.",
        )
        raise SettingsError(str(file), problem, _REMEDY)
    if not kind.fits(value):
        problem = Bilingual(
            f"「{key}」には{kind.text.ja}を書きます（今は {value!r}）。",
            f"{key} must be {kind.text.en}; it is {value!r}.",
        )
        raise SettingsError(str(file), problem, _REMEDY)


def _speaks_of_dxlist(shared: Path) -> bool:
    """Return whether a ``pyproject.toml`` has settings of ours, which a malformed one shows by the head of it."""
    try:
        data = read_plain(shared)
    except OSError:
        return False
    if b"dxlist" not in data:
        return False
    try:
        tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return _HEAD.search(data.decode(errors="replace")) is not None
    return True


_HEAD = regex(r"""(?m)^\s*\[\s*["']?tool["']?\s*\.\s*["']?dxlist\b|^\s*tool\s*\.\s*dxlist\b""")


def _table(file: Path) -> Mapping[str, Any] | None:
    """Return the table that sets something; None: a ``pyproject.toml`` that does not speak of dxlist."""
    is_shared = file.name == SHARED_FILE
    try:
        whole = tomllib.loads(read_plain(file).decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(str(file), why_unreadable(error), _PATH) from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(str(file), no_toml(error), _REMEDY) from error
    if not is_shared:
        return whole
    tools = whole.get("tool", {})
    table = tools.get("dxlist") if isinstance(tools, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise SettingsError(str(file), Bilingual("tool.dxlist が表ではありません。", "tool.dxlist is no table."), _REMEDY)


_REMEDY = Bilingual("書き方は docs/validate.ja.md を見てください。", "See docs/validate.md for its keys.")
_PATH = Bilingual("ファイル名と権限を確かめてください。", "Check the name and the permissions.")
