"""GitLab: findings -> the Code Quality report that GitLab shows in a merge request.

Source: GitLab, Code Quality, "Code Quality report format".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dxlist.exports.formats.regions import line_of, path_of
from dxlist.rules.checking import UNREADABLE
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from dxlist.model.finding import Severity
    from dxlist.rules.checking import Checked, Reported, UnreadList
    from dxlist.text.bilingual import Language

SEVERITY_NAMES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def findings_to_bytes(checked: Checked, language: Language) -> bytes:
    """Return one JSON array of all findings; a fingerprint, by which GitLab knows a finding again, occurs once."""
    records = [_unread(one, language) for one in checked.unread]
    records += [_record(one, language) for one in checked.findings]
    return f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode()


def _record(one: Reported, language: Language) -> dict[str, object]:
    return {
        "description": visible(f"{one.rule.code}: {one.found.message.text(language)}"),
        "check_name": one.rule.code,
        "fingerprint": one.fingerprint,
        "severity": SEVERITY_NAMES[one.severity],
        "location": {"path": path_of(one.file), "lines": {"begin": line_of(one) or 1}},
    }


def _unread(one: UnreadList, language: Language) -> dict[str, object]:
    return {
        "description": visible(one.why.text(language)),
        "check_name": UNREADABLE,
        "fingerprint": one.fingerprint,
        "severity": "blocker",
        "location": {"path": path_of(one.file), "lines": {"begin": 1}},
    }
