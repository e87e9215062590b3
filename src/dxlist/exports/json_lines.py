"""``initiatives_to_json_lines``: one initiative a line; for lists of any size, a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dxlist.model.initiative import Initiative


def initiatives_to_json_lines(initiatives: Iterable[Initiative]) -> str:
    """Return one JSON object a line, the keys in the order of the model."""
    return "".join([f"{initiative.model_dump_json()}\n" for initiative in initiatives])
