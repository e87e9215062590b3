"""``ExportedList``: a list -> its document, laid aside, and its findings; ``content_of``: the tables of all lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dxlist.exports.described.content import Content
from dxlist.jobs.checking import ListCheck, check_kept
from dxlist.rules.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dxlist.jobs.checking import KeptCheck
    from dxlist.jobs.spool import KeptList
    from dxlist.model.document import Document
    from dxlist.projects.decisions.files import Decision
    from dxlist.rules.checking import Reported


class ListForExport(NamedTuple):
    """A list as far as an export needs it."""

    kept: KeptList
    check: KeptCheck | None
    """What the rules find in it; None: nobody asked."""


@dataclass(frozen=True, slots=True)
class ExportedList:
    """Makes that of a list; goes to other processes."""

    spool: Callable[[str, Document], KeptList]
    with_findings: bool

    def __call__(self, name: str, document: Document) -> ListForExport:
        """Lay a document aside, and check it where findings are asked for."""
        check = ListCheck(tuple(all_rules()), by_list=False)(name, document) if self.with_findings else None
        return ListForExport(self.spool(name, document), check)


def content_of(lists: Sequence[ListForExport], decisions: Sequence[Decision]) -> Content:
    """Return the lists as an export takes them; findings are put together where a table is made of them."""

    def findings() -> Sequence[Reported]:
        checks = [one.check for one in lists if one.check]
        return check_kept(checks, list(all_rules().values()), decisions, keys=[None] * len(checks)).findings

    return Content(lists=[one.kept for one in lists], decisions=decisions, findings=findings)
