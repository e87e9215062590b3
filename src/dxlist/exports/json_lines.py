"""``initiatives_to_json_lines``: one initiative a line; for lists of any size, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from dxlist.model.initiative import Initiative

if TYPE_CHECKING:
    from collections.abc import Iterable

_INITIATIVE = TypeAdapter(Initiative)
_UNSHARED = {"project_id": None, "shared_with": None}


def as_streamed(initiative: Initiative) -> Initiative:
    """Return an initiative as a stream yields it, where nobody knows yet which rows share its project."""
    return initiative.model_copy(update=_UNSHARED)


def initiatives_to_json_lines(initiatives: Iterable[Initiative]) -> bytes:
    """Return one JSON object a line in UTF-8, the keys in the order of the model."""
    return b"".join([_INITIATIVE.dump_json(initiative) + b"\n" for initiative in initiatives])
