"""The formats of ``dxlist validate`` that a program reads: each one function, entered here once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.rules.checking import Checked
    from dxlist.text.bilingual import Language


@dataclass(frozen=True, slots=True)
class FindingFormat:
    """One format: all that it writes of a run, in the language of its messages."""

    name: str
    about: Bilingual
    to_bytes: Callable[[Checked, Language], bytes]


def _json(checked: Checked, language: Language) -> bytes:
    from dxlist.exports.findings.records import findings_to_json  # noqa: PLC0415 - a format is loaded where it is used

    return findings_to_json(checked, language)


def _json_lines(checked: Checked, language: Language) -> bytes:
    from dxlist.exports.findings.records import findings_to_json_lines  # noqa: PLC0415

    return findings_to_json_lines(checked, language)


def _github(checked: Checked, language: Language) -> bytes:
    from dxlist.exports.findings.github import findings_to_commands  # noqa: PLC0415

    return findings_to_commands(checked, language)


def _sarif(checked: Checked, language: Language) -> bytes:
    from dxlist.exports.findings.sarif import findings_to_sarif  # noqa: PLC0415

    return findings_to_sarif(checked, language)


def _junit(checked: Checked, language: Language) -> bytes:
    from dxlist.exports.findings.junit import findings_to_junit  # noqa: PLC0415

    return findings_to_junit(checked, language)


def _gitlab(checked: Checked, language: Language) -> bytes:
    from dxlist.exports.findings.gitlab import findings_to_code_quality  # noqa: PLC0415

    return findings_to_code_quality(checked, language)


FINDING_FORMATS: dict[str, FindingFormat] = {
    found.name: found
    for found in (
        FindingFormat("json", Bilingual("1つの配列", "one array"), _json),
        FindingFormat("jsonl", Bilingual("1行に1件", "one finding a line"), _json_lines),
        FindingFormat("github", Bilingual("GitHub Actions の注釈", "annotations of GitHub Actions"), _github),
        FindingFormat("sarif", Bilingual("SARIF 2.1.0", "SARIF 2.1.0"), _sarif),
        FindingFormat("junit", Bilingual("JUnit の XML", "XML of JUnit"), _junit),
        FindingFormat("gitlab", Bilingual("GitLab の Code Quality", "code quality of GitLab"), _gitlab),
    )
}
"""By name."""
