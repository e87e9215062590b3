"""An old name, until the commands use the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.exports.format import FORMATS

if TYPE_CHECKING:
    from dxlist.rules.checking import Checked
    from dxlist.text.bilingual import Bilingual, Language


class FindingFormat(NamedTuple):
    """One format."""

    name: str
    about: Bilingual

    def to_bytes(self, checked: Checked, language: Language) -> bytes:
        """Return the bytes."""
        from dxlist.exports.described.found import findings_table  # noqa: PLC0415

        found = FORMATS[self.name]
        if "findings" in found.takes:
            return found.findings(checked, language)
        ids = {file: document.document.document_id for file, document in checked.lists}
        return b"".join(found.rows(findings_table(checked.findings, ids, language)))


FINDING_FORMATS = {
    name: FindingFormat(name, FORMATS[name].about) for name in ("json", "jsonl", "github", "sarif", "junit", "gitlab")
}
