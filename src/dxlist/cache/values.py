"""What is kept of lists beside their documents: their light rows and projects, and what the rules find in them.

Each has a form of plain values that pydantic writes as JSON and reads back.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from dxlist.cache.digests import KeptDigest, adapter_of, cached_value
from dxlist.model.document import DocumentInfo, IgnoredFinding  # noqa: TC001 - pydantic reads it at run time
from dxlist.model.finding import Fix, Found  # noqa: TC001 - likewise
from dxlist.model.project import Projects
from dxlist.projects.finding import find_projects
from dxlist.projects.light_rows import LightRow, light_rows
from dxlist.rules.checking import FoundInRun, LeftFinding, Reported
from dxlist.rules.ignoring import UnusedIgnored
from dxlist.rules.list_checking import CheckedList, RuleFound

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dxlist.cache.store import Store
    from dxlist.model.document import Document
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import ProjectRow
    from dxlist.rules.registry import Rule

_FASTEST = 1


class LightRows(KeptDigest[list[LightRow]]):
    """Makes of a list what of its rows is compared and shown with its projects."""

    kind: ClassVar[str] = "rows"

    def __call__(self, _: str, document: Document) -> list[LightRow]:
        """Return the rows of a list."""
        return list(light_rows(document))

    def pack(self, made: list[LightRow]) -> bytes:
        """Return rows as bytes."""
        return adapter_of(list[LightRow]).dump_json(made)

    def unpack(self, data: bytes) -> list[LightRow]:
        """Return rows from their bytes."""
        return adapter_of(list[LightRow]).validate_json(data)


def cached_projects(
    rows: Sequence[ProjectRow], decisions: Sequence[Decision], keys: Sequence[str | None], store: Store | None
) -> Projects:
    """Return the projects of rows as :func:`find_projects` does, from the cache where they were found before.

    Args:
        rows: of all lists that are compared.
        decisions: that hold for them.
        keys: of the lists, in the order of the rows.
        store: the cache; None: there is none.
    """
    return cached_value(
        store, [*keys, *map(repr, decisions)], "projects", adapter_of(Projects), lambda: find_projects(rows, decisions)
    )


class _PlainRuleFound(NamedTuple):
    """What a rule found in a list alone."""

    code: str
    found: Found
    fix: Fix | None
    about: str


class _PlainListFound(NamedTuple):
    """What was found in a list alone."""

    file: str
    info: DocumentInfo
    found: tuple[_PlainRuleFound, ...]
    rows: tuple[LightRow, ...]
    printed: tuple[tuple[int | None, int | None, str], ...]


def pack_checked(checked: CheckedList) -> bytes:
    """Return what was found in a list alone as bytes, packed."""
    found = tuple(_PlainRuleFound(*one) for one in checked.found)
    printed = tuple((line, cell, text) for (line, cell), text in checked.printed.items())
    plain = _PlainListFound(checked.file, checked.info, found, checked.rows, printed)
    return zlib.compress(adapter_of(_PlainListFound).dump_json(plain), _FASTEST)


def unpack_checked(data: bytes) -> CheckedList:
    """Return what was found in a list alone from its bytes.

    Raises:
        ValueError: they are none.
    """
    plain = adapter_of(_PlainListFound).validate_json(zlib.decompress(data))
    found = tuple(RuleFound(*one) for one in plain.found)
    printed = {(line, cell): text for line, cell, text in plain.printed}
    return CheckedList(plain.file, plain.info, found, plain.rows, printed)


class _PlainReported(NamedTuple):
    """A finding of a run; its rule by its code."""

    code: str
    found: Found
    file: str
    fix: Fix | None
    fingerprint: str
    fingerprint_by_name: str
    about: str


class _PlainRunFound(NamedTuple):
    """What was found in lists together."""

    standing: tuple[_PlainReported, ...]
    left: tuple[tuple[_PlainReported, IgnoredFinding], ...]
    unused: tuple[tuple[str, IgnoredFinding, tuple[int, ...]], ...]


def cached_findings(
    check: Callable[[], FoundInRun],
    rules: Mapping[str, Rule],
    depends_on: Sequence[str | None],
    store: Store | None,
) -> FoundInRun:
    """Return what is found in lists together, from the cache where it was found before.

    Args:
        check: finds it.
        rules: that are applied, by their codes.
        depends_on: what it depends on beside the rules: the keys and names of the lists, in order, and decisions.
        store: the cache; None: there is none.
    """
    if store is None:
        return check()
    found = cached_value(store, [*depends_on, *rules], "findings", adapter_of(_PlainRunFound), lambda: _plain(check()))
    standing = tuple(_reported(one, rules) for one in found.standing)
    left = tuple(LeftFinding(_reported(one, rules), entry) for one, entry in found.left)
    return FoundInRun(standing, left, tuple(UnusedIgnored(*one) for one in found.unused))


def _plain(found: FoundInRun) -> _PlainRunFound:
    standing = tuple(map(_plain_reported, found.standing))
    left = tuple((_plain_reported(one.reported), one.entry) for one in found.left)
    return _PlainRunFound(standing, left, tuple((one.file, one.entry, one.lines) for one in found.unused))


def _plain_reported(one: Reported) -> _PlainReported:
    return _PlainReported(
        one.rule.code, one.found, one.file, one.fix, one.fingerprint, one.fingerprint_by_name, one.about
    )


def _reported(one: _PlainReported, rules: Mapping[str, Rule]) -> Reported:
    code, *rest = one
    return Reported(rules[code], *rest)  # type: ignore[arg-type]  # they stand in the same order
