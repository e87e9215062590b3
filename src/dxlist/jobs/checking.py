"""``ListCheck``: a list -> what the rules find in it alone, packed; ``check_kept``: the same of all lists together.

Rows of two governments are never compared, so the findings and the rows of one government at a time are unpacked.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from dxlist.cache.digests import KeptDigest, adapter_of, joined, parted
from dxlist.cache.documents import document_of_pieces, document_pieces
from dxlist.cache.values import LightRows, cached_findings, pack_checked, unpack_checked
from dxlist.jobs.digesting import readable_path
from dxlist.model.document import Document
from dxlist.packing import pack, unpack
from dxlist.projects.graph import Components
from dxlist.projects.light_rows import light_rows
from dxlist.projects.rows import government_of, grouped
from dxlist.reading.normalised_files import SUFFIX, list_of
from dxlist.rules.checking import Checked, check_across
from dxlist.rules.kept_findings import KeptFindings, PackedFindings, pack_findings
from dxlist.rules.list_checking import check_list
from dxlist.rules.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.cache.store import Store
    from dxlist.projects.decisions.files import Decision
    from dxlist.projects.light_rows import LightRow
    from dxlist.rules.checking import FoundInRun, LeftFinding
    from dxlist.rules.ignoring import UnusedIgnored
    from dxlist.rules.registry import Rule


class KeptCheck(NamedTuple):
    """A list that was checked alone and let go."""

    file: str
    """The path by which findings call it."""
    document: Document
    """What is known of the file, without rows."""
    governments: frozenset[str]
    checked: bytes
    """A ``CheckedList``, packed by :func:`pack_checked`."""
    packed_rows: bytes
    """Its light rows, where decisions are to be looked up in them."""

    def rows(self) -> Sequence[LightRow]:
        """Return its rows, where they were kept."""
        rows: Sequence[LightRow] = unpack(self.packed_rows)
        return rows

    def ties(self) -> Iterator[str]:
        """Yield what ties it to other lists: its governments, and the names by which fingerprints call it."""
        yield from (f"government {name}" for name in self.governments)
        yield from {f"name {self.document.document.document_id.rpartition('/')[2]}", f"name {PurePath(self.file).stem}"}


class _CheckHead(NamedTuple):
    """What stands first in the entry of a checked list."""

    file: str
    governments: frozenset[str]


@dataclass(frozen=True)
class ListCheck(KeptDigest[KeptCheck]):
    """Checks a list by some rules."""

    kind: ClassVar[str] = "check"

    codes: tuple[str, ...]
    """Of the rules."""
    keeps_trail: bool = False
    """Whether the report shows where in the file a finding stands, and needs the printed rows for it."""
    keeps_rows: bool = False
    """Whether there are decisions, which are looked up in the rows."""
    by_list: bool = True
    """Whether a normalised list is called by the name of its list; else by its own."""

    def __call__(self, name: str, document: Document) -> KeptCheck:
        """Check a list."""
        file, rules = name_of_list(name, document) if self.by_list else name, all_rules()
        checked = check_list(file, document, [rules[code] for code in self.codes])
        info = document.document.model_copy(update=_LET_GO)
        head = Document.model_construct(document=info, initiatives=[], leftovers=[], counts=document.counts)
        if self.keeps_trail:
            head.trail.extend(document.trail)
        governments = frozenset(map(government_of, document.initiatives))
        return KeptCheck(
            file, head, governments, pack_checked(checked), pack(list(light_rows(document)) if self.keeps_rows else ())
        )

    def depends_on(self, name: str) -> Sequence[str] | None:
        """Return the name and the rules; what a normalised file is called depends on where its list stands."""
        if Path(name).suffix.lower() == SUFFIX:
            return None
        return (name, *self.codes, f"trail {self.keeps_trail} rows {self.keeps_rows}")

    def pack(self, made: KeptCheck) -> bytes:
        """Return a checked list as bytes."""
        head = adapter_of(_CheckHead).dump_json(_CheckHead(made.file, made.governments))
        document = document_pieces(made.document)
        return joined((head, *document, made.checked, LightRows().pack(list(made.rows()))))

    def unpack(self, data: bytes) -> KeptCheck:
        """Return a checked list from its bytes."""
        first, document, pages, checked, rows = parted(data)
        head = adapter_of(_CheckHead).validate_json(first)
        own = pack(LightRows().unpack(rows) if self.keeps_rows else ())
        return KeptCheck(head.file, document_of_pieces(document, pages), head.governments, checked, own)


_LET_GO: dict[str, object] = {"pages": [], "titles": [], "notes": [], "blank_lines": []}
"""What of a file no report of findings shows."""


def name_of_list(path: str, document: Document) -> str:
    """Return how findings call a list; a normalised one by the name of its list: a finding's line is a line of that.

    What stands in no known place, or has changed since, keeps the name of the normalised file.
    """
    found = list_of(Path(path), document) if Path(path).suffix.lower() == SUFFIX else None
    return readable_path(os.path.relpath(found)) if found else path


def check_kept(
    lists: Sequence[KeptCheck],
    rules: Sequence[Rule],
    decisions: Sequence[Decision] = (),
    *,
    keys: Sequence[str | None] = (),
    store: Store | None = None,
) -> Checked:
    """Return what the rules find in all lists.

    Args:
        lists: no two of one name.
        rules: the rules by which each was checked.
        decisions: what people decided of the rows of all lists.
        keys: of the lists, in the cache.
        store: the cache; None: there is none.
    """
    by_code, said = {rule.code: rule for rule in rules}, list(map(repr, decisions))
    components = Components(range(len(lists)))
    components.join_by_keys((number, key) for number, one in enumerate(lists) for key in one.ties())
    parts, left, unused = dict[int, PackedFindings](), list["LeftFinding"](), list["UnusedIgnored"]()
    for numbers in components.sets():
        own = [lists[number] for number in sorted(numbers)]
        depends_on = [*(keys[number] for number in sorted(numbers) if store), *(one.file for one in own), *said]
        across = cached_findings(partial(_check_together, own, rules, decisions), by_code, depends_on, store)
        found = grouped((one.file, one) for one in across.standing)
        parts |= {number: pack_findings(found.get(lists[number].file, ())) for number in numbers}
        left += across.left
        unused += across.unused
    places = {one.file: number for number, one in enumerate(lists)}
    return Checked(
        tuple((one.file, one.document) for one in lists),
        tuple(rules),
        KeptFindings([parts[number] for number in range(len(lists))], rules),
        left=tuple(sorted(left, key=lambda one: places[one.reported.file])),
        unused=tuple(sorted(unused, key=lambda one: places[one.file])),
    )


def _check_together(lists: Sequence[KeptCheck], rules: Sequence[Rule], decisions: Sequence[Decision]) -> FoundInRun:
    return check_across([unpack_checked(one.checked) for one in lists], rules, decisions)
