from __future__ import annotations

from dataclasses import dataclass

from dxlist.values.departments import read_departments


@dataclass(frozen=True)
class _U:
    department: str | None = None
    bureau: str | None = None
    division: str | None = None
    section: str | None = None


def read_department_columns(parts):
    d = {p or "department": t for p, t in parts}
    return (_U(**d),)
