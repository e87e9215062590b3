"""``findings_to_json`` and ``findings_to_json_lines``: findings as records, in order of place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dxlist.rules.checking import Checked
    from dxlist.text.bilingual import Language


def findings_to_json(checked: Checked, language: Language) -> bytes:
    """Return one JSON array of all findings in UTF-8, the keys in the order of the model."""
    records = [one.finding(language).model_dump() for one in checked.findings]
    return f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode()


def findings_to_json_lines(checked: Checked, language: Language) -> bytes:
    """Return one JSON object a line in UTF-8, and nothing else."""
    return b"".join(f"{one.finding(language).model_dump_json()}\n".encode() for one in checked.findings)
