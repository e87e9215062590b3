"""GitHub Actions: findings -> the workflow commands that GitHub Actions shows at the lines of the files.

Source: GitHub, "Workflow commands for GitHub Actions", and the escapes of ``actions/toolkit``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dxlist.exports.formats.regions import line_of, path_of
from dxlist.model.finding import SEVERITIES
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dxlist.model.finding import Severity
    from dxlist.rules.checking import Checked, Reported
    from dxlist.text.bilingual import Language

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings_to_bytes(checked: Checked, language: Language) -> bytes:
    """Return one command a line, worst first: GitHub shows ten errors and ten warnings of a step."""
    return "".join(f"{_command(one, language)}\n" for one in worst_first(checked.findings)).encode()


def worst_first(findings: Iterable[Reported]) -> list[Reported]:
    """Return errors, then warnings, then infos; among equals the first finding of each rule, then the second ones.

    So the few that are shown are of many kinds.
    """
    seen = Counter[str]()
    ranked: list[tuple[int, int, Reported]] = []
    for one in findings:
        seen[one.rule.code] += 1
        ranked.append((SEVERITIES.index(one.severity), seen[one.rule.code], one))
    return [one for *_, one in sorted(ranked, key=lambda item: item[:2])]


def _command(one: Reported, language: Language) -> str:
    path, line = path_of(one.file), line_of(one)
    message = f"{path}:{line}: {one.rule.code} {one.found.message.text(language)}"
    properties: Mapping[str, object] = {
        "file": path,
        "line": line,
        "title": f"{one.rule.code} {one.rule.name}",
    }
    listed = ",".join(f"{key}={_escape(str(value), _PROPERTY)}" for key, value in properties.items())
    return f"::{COMMANDS[one.severity]} {listed}::{_escape(message, _DATA)}"


def _escape(text: str, table: Mapping[int, str]) -> str:
    """Return a text that ends no command and begins none."""
    return visible(text, keep="\r\n").translate(table)
