"""``run_stats``: lists -> their picture on standard output, and the exit code."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from dxlist.cli.documents import read_documents
from dxlist.cli.guard import Exit
from dxlist.cli.screen import StandardOutput, output_width, write_lines
from dxlist.query.answers import amount_record
from dxlist.query.picture import picture_of
from dxlist.report.picture import stats_lines
from dxlist.rules.checking import check_lists
from dxlist.rules.selection import chosen_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.cli.voice import Voice
    from dxlist.query.picture import Picture
    from dxlist.rules.checking import Reported


def run_stats(paths: Sequence[str], voice: Voice, encoding: str | None, *, as_json: bool, whole: bool) -> Exit:
    """Read the lists, count, write the picture, and return the exit code.

    Raises:
        DxlistError: nothing can be read at all.
    """
    documents, complete = read_documents(paths, voice, encoding=encoding)
    if not documents:
        return Exit.CANNOT
    picture = picture_of([document for _, document in documents])
    findings = check_lists(documents, chosen_rules()).findings
    if as_json:
        StandardOutput().write(_as_json(picture, findings).encode())
    else:
        write_lines(stats_lines(picture, findings, voice.language, output_width(), whole=whole))
    return Exit.DONE if complete else Exit.CANNOT


def _as_json(picture: Picture, findings: Sequence[Reported]) -> str:
    record: dict[str, Any] = picture._asdict()
    blocks = record.pop("blocks")
    for name, groups in blocks.items():
        record[f"by_{name}"] = [
            {name: g.name, "rows": g.rows, "projects": g.projects, "targets": list(map(amount_record, g.amounts))}
            for g in groups
        ]
    record["findings"] = {
        "by_severity": dict(Counter(one.severity for one in findings)),
        "by_code": dict(sorted(Counter(one.rule.code for one in findings).items())),
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
