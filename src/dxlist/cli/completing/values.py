"""What options and arguments may hold, from the lists at hand: names of units, codes, IDs, columns, rule codes.

The lists at hand are the PATHS on the line, else what is in data/normalized, else in data/raw.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.cli.app import COMMANDS
from dxlist.cli.completing.scripts import SCRIPTS
from dxlist.cli.options import NORMALIZED
from dxlist.jobs.inputs import DEFAULT, find_inputs, size_of
from dxlist.jobs.pool import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dxlist.model.initiative import Initiative

_MOST_BYTES = 16 << 20
"""Lists that are larger together are not read: nobody waits for a completion."""


def _rows(paths: Sequence[str]) -> list[Initiative]:
    from dxlist.normalised import read_document  # noqa: PLC0415 - options and columns need no list

    if STANDARD_INPUT in paths:
        return []
    default = [folder for folder in (NORMALIZED, DEFAULT) if Path(folder).is_dir()][:1]
    lists = find_inputs(paths or default, normalised=True).lists
    if sum(map(size_of, lists)) > _MOST_BYTES:
        return []
    return [row for path in lists for row in read_document(path, light=True).initiatives]


def _units(paths: Sequence[str]) -> Iterable[str]:
    """Return each unit alone and with the units above it, joined by / as no shell needs quotes for."""
    from dxlist.query.keys import levels_of  # noqa: PLC0415

    found = dict.fromkeys(levels_of(unit) for row in _rows(paths) for unit in row.departments)
    alone = dict.fromkeys(level for levels in found for level in levels if level)
    return [*alone, *("/".join(filter(None, levels)) for levels in found if sum(map(bool, levels)) > 1)]


def _names(field: str) -> Callable[[Sequence[str]], Iterable[str]]:
    def read(paths: Sequence[str]) -> Iterable[str]:
        from dxlist.query.filters import NAME_FILTERS  # noqa: PLC0415
        from dxlist.values.item_codes import sort_key  # noqa: PLC0415

        filter_ = next(one for one in NAME_FILTERS if one.field == field)
        names = {text for row in _rows(paths) for name in filter_.names(row) for text in name[:1] if text}
        return sorted({*names, *filter_.known}, key=sort_key)

    return read


def _columns(_paths: Sequence[str]) -> Iterable[str]:
    from dxlist.query.columns import COLUMNS  # noqa: PLC0415

    return COLUMNS


def _rules(_paths: Sequence[str]) -> Iterable[str]:
    from dxlist.rules.registry import all_rules  # noqa: PLC0415

    return all_rules()


def _ids(paths: Sequence[str]) -> Iterable[str]:
    return [row.initiative_id for row in _rows(paths)]


VALUES: dict[str, Callable[[Sequence[str]], Iterable[str]]] = {
    "--dept": _units,
    "--field": _names("fields"),
    "--item": _names("items"),
    "--programme": _names("programmes"),
    "--kpi-unit": _names("units"),
    "--kpi-status": _names("statuses"),
    "--year": _names("years"),
    "--part": _names("parts"),
    "--columns": _columns,
    "--sort": _columns,
    "--select": _rules,
    "--ignore": _rules,
}
"""By the long name of the option; it is given the PATHS on the line."""

POSITIONALS: dict[str, Callable[[Sequence[str]], Iterable[str]]] = {
    "show": _ids,
    "rules": _rules,
    "completion": lambda _paths: SCRIPTS,
    "help": lambda _paths: COMMANDS,
}
"""By the command: what its first argument may be; the shell completes files elsewhere."""
