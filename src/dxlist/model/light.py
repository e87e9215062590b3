"""``LightDocument``: a normalised file without what only its origin tells: half the time, half the memory.

Sources and repairs are most of a record.  They are passed over where they stand, neither read nor checked; all else is
what :class:`dxlist.model.document.Document` says.
"""

from __future__ import annotations

from pydantic import ConfigDict, Field

from dxlist.model.document import Document
from dxlist.model.initiative import Initiative, Repair, Source

_NOWHERE = "(left out)"
"""A key that no file has."""


class LightInitiative(Initiative):
    """An initiative whose sources and repairs were left in the file; it is never written anywhere."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sources: dict[str, Source | None] = Field(default_factory=dict, validation_alias=_NOWHERE)
    repairs: list[Repair] = Field(default_factory=list, validation_alias=_NOWHERE)


class LightDocument(Document):
    """A document of such initiatives."""

    initiatives: list[LightInitiative]  # type: ignore[assignment]
