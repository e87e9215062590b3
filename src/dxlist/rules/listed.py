"""``Listed``: one list under check, beside the other lists of the run and the projects of them all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dxlist.model.finding import Related

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dxlist.model.document import Document
    from dxlist.model.initiative import Initiative


class Gathered:
    """All lists of one run; what is found over all of them is found once."""

    def __init__(self, documents: Sequence[tuple[str, Document]]) -> None:
        self.lists = tuple(Listed(document, file, self) for file, document in documents)

    @cached_property
    def rows(self) -> Mapping[str, tuple[Listed, Initiative]]:
        """Every row of every list by its ``initiative_id``."""
        return {i.initiative_id: (listed, i) for listed in self.lists for i in listed.document}


@dataclass(frozen=True, eq=False)
class Listed:
    """One list and the path by which it was given."""

    document: Document
    file: str
    gathered: Gathered

    def related(self, *lines: int | None) -> tuple[Related, ...]:
        """Return places of this list."""
        return tuple(Related(file=self.file, line=line) for line in lines)
