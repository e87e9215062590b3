"""``find_difference``: what a normalised file says and what its list gives now -> the first place where they part."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from dxlist.plain_files import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONGEST = 80
_EDGE = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where a normalised file is not what its list gives."""

    file: str
    line: int = 0
    """1-based; 0: there is no such file."""
    where: str = ""
    """The initiative and the key, where they can be told."""
    there: str = ""
    """What the file has, around the place."""
    now: str = ""
    """What the list gives now."""
    reason: str = ""
    """Why the file cannot be read, where it stands there and cannot."""


def find_difference(path: Path, now: bytes, format_: str) -> Difference | None:
    """Return the first difference between a file and the bytes that its list gives now; None where they are equal."""
    try:
        there = read_plain(path)
    except FileNotFoundError:
        return Difference(str(path))
    except OSError as error:
        return Difference(str(path), reason=error.strerror or str(error))
    if there == now:
        return None
    if b"\0" in now:
        return Difference(str(path), 1, "", _digest(there), _digest(now))
    line, old, new = first_line(there, now)
    return Difference(str(path), line, _where(format_, there, now, line), *_around(old, new))


def _digest(data: bytes) -> str:
    """Return what tells two binary files apart."""
    return f"sha256 {hashlib.sha256(data).hexdigest()[:12]}"


def first_line(there: bytes, now: bytes) -> tuple[int, str, str]:
    """Return the number of the first line that differs and both lines, their ends kept."""
    pairs = zip_longest(there.splitlines(keepends=True), now.splitlines(keepends=True), fillvalue=b"")
    number, old, new = next((n, a, b) for n, (a, b) in enumerate(pairs, 1) if a != b)
    return number, old.decode("utf-8", "backslashreplace"), new.decode("utf-8", "backslashreplace")


def _around(old: str, new: str) -> tuple[str, str]:
    """Cut both lines to the neighbourhood of the first character that differs."""
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    if old.endswith("\n") and new.endswith("\n"):
        old, new = old[:-1], new[:-1]
    start = max(0, at - _EDGE)
    return _cut(old, start), _cut(new, start)


def _cut(text: str, start: int) -> str:
    before = "…" if start and text else ""
    after = "…" if len(text) > start + _LONGEST else ""
    return before + text[start : start + _LONGEST] + after


def _where(format_: str, there: bytes, now: bytes, line: int) -> str:
    """Name the initiative and the key of the difference; nothing where a file is damaged too much to tell."""
    try:
        old, new = _READERS[format_](there, line), _READERS[format_](now, line)
    except (ValueError, KeyError, IndexError, csv.Error):
        return ""
    steps = list(_path(old, new))
    return " ".join([_name(new, steps) or _name(old, steps), _key(steps)]).strip()


def _json(data: bytes, _: int) -> Any:
    return json.loads(data)


def _json_line(data: bytes, line: int) -> Any:
    lines = data.splitlines()
    return json.loads(lines[line - 1]) if line <= len(lines) else None


def _csv_row(data: bytes, line: int) -> Any:
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    if line == 1 or line > len(rows):
        return rows[0] if line == 1 else None
    return dict(zip(rows[0], rows[line - 1], strict=False))


_READERS = {"json": _json, "jsonl": _json_line, "csv": _csv_row, "targets.csv": _csv_row}


def _path(old: Any, new: Any) -> Iterator[str | int]:
    """Yield the keys that lead to the first value that differs."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys: Any = [*new, *(key for key in old if key not in new)]
        key = next((k for k in keys if k not in old or k not in new or old[k] != new[k]), None)
    elif isinstance(old, list) and isinstance(new, list):
        shared = min(len(old), len(new))
        key = next((i for i in range(shared) if old[i] != new[i]), shared if len(old) != len(new) else None)
    else:
        return
    if key is None:
        return
    yield key
    if isinstance(old, dict) and (key not in old or key not in new):
        return
    if not isinstance(old, list) or key < min(len(old), len(new)):
        yield from _path(old[key], new[key])


_ID = ("initiative_id", "ID")


def _name(value: Any, steps: list[str | int]) -> str:
    """Return the id of the innermost initiative on the way."""
    name = _id_of(value)
    for step in steps:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        name = _id_of(value) or name
    return name


def _id_of(value: Any) -> str:
    return next((str(value[key]) for key in _ID if key in value), "") if isinstance(value, dict) else ""


def _key(steps: list[str | int]) -> str:
    """Write the way within an initiative: ``departments[1].division``; the list of initiatives itself is left out."""
    own = steps[2:] if steps[:1] == ["initiatives"] else steps
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in own)
    return text.removeprefix(".")
