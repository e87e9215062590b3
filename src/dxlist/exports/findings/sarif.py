"""``findings_to_sarif``: findings -> a log of SARIF 2.1.0, the format that code scanning services take in.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dxlist.exports.findings.places import Regions, uri_of
from dxlist.exports.findings.sarif_rules import LEVELS, TAXONOMY, rule_descriptors, taxonomy
from dxlist.normalised import SUFFIX
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dxlist.exports.findings.places import Region
    from dxlist.model.document import Document
    from dxlist.model.finding import Related
    from dxlist.rules.checking import Checked, Reported
    from dxlist.text.bilingual import Language

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "dxlist/v1"
"""Name of our fingerprint; a new way of making it gets a new number."""

_Json = dict[str, Any]
_MEANT_FOR_SARIF = re.compile(r"\[(?=[^\[\]]*\]\()|\{(?=\d+\})")


def findings_to_sarif(checked: Checked, language: Language) -> bytes:
    """Return one log with one run in UTF-8; columns count code points."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(checked, language)]}
    return f"{json.dumps(log, ensure_ascii=False, indent=2)}\n".encode()


def _run(checked: Checked, language: Language) -> _Json:
    from dxlist import __version__  # noqa: PLC0415 - the package may still be loading

    driver = {
        "name": "dxlist",
        "version": __version__,
        "semanticVersion": __version__,
        "language": language,
        "rules": rule_descriptors(checked.rules, language),
        "supportedTaxonomies": [{"name": TAXONOMY, "index": 0}],
    }
    return {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "taxonomies": [taxonomy(language)],
        "artifacts": [_artifact(file, document) for file, document in checked.lists],
        "results": list(_results(checked, language)),
    }


def _artifact(file: str, document: Document) -> _Json:
    location = {"location": {"uri": uri_of(file)}}
    is_raw = Path(file).suffix.lower() != SUFFIX
    return {**location, "hashes": {"sha-256": document.document.sha256}} if is_raw else location


def _results(checked: Checked, language: Language) -> Iterator[_Json]:
    regions = Regions(checked)
    rules = {rule.code: index for index, rule in enumerate(checked.rules)}
    files = {file: index for index, (file, _) in enumerate(checked.lists)}
    delimiters = {file: document.document.delimiter or "" for file, document in checked.lists}
    for one in checked.findings:
        region = regions.of(one)
        artifact = {"uri": uri_of(one.file), "index": files[one.file]}
        result: _Json = {
            "ruleId": one.rule.code,
            "ruleIndex": rules[one.rule.code],
            "level": LEVELS[one.severity],
            "message": {"text": message_text(one.found.message.text(language))},
            "locations": [_location(one, artifact, region)],
            "partialFingerprints": {FINGERPRINT: one.fingerprint},
        }
        more = {
            "relatedLocations": [_related(number, place) for number, place in enumerate(one.found.related, 1)],
            "fixes": list(_fixes(one, artifact, region, delimiters[one.file])),
            "properties": _properties(one),
        }
        yield {**result, **{key: value for key, value in more.items() if value}}


def _location(one: Reported, artifact: _Json, region: Region) -> _Json:
    physical = {"artifactLocation": artifact, "region": _region(region)}
    record = one.found.place.initiative_id
    logical = {"logicalLocations": [{"name": record, "kind": "element"}]} if record else {}
    return {"physicalLocation": physical, **logical}


def _region(region: Region) -> _Json:
    lines = {"startLine": region.line, "endLine": region.end_line}
    if region.column is None:
        return lines
    return {**lines, "startColumn": region.column, "endColumn": region.end_column}


def _related(number: int, place: Related) -> _Json:
    physical = {"artifactLocation": {"uri": uri_of(place.file)}, "region": {"startLine": place.line or 1}}
    return {"id": number, "physicalLocation": physical}


def _properties(one: Reported) -> Mapping[str, object]:
    """Return the keys of a finding that SARIF has no place for."""
    place = one.found.place
    keys = {"cell": place.cell, "start": place.start, "end": place.end, "suggestion": one.found.suggestion}
    return {key: value for key, value in keys.items() if value is not None}


def _fixes(one: Reported, artifact: _Json, region: Region, delimiter: str) -> Iterator[_Json]:
    """Yield the change of the file that a suggestion asks for, where its words and their place are known exactly."""
    place, words = one.found.place, one.found.suggestion
    if words is None or region.column is None or place.start is None or place.end is None:
        return
    if any(sign in words for sign in (delimiter, '"', "\r", "\n")):
        return  # the cell would have to be quoted, or would become two
    change = {"deletedRegion": _region(region), "insertedContent": {"text": words}}
    yield {
        "description": {"text": message_text(words)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}],
    }


def message_text(text: str) -> str:
    r"""Return a text as a message of SARIF, in which ``[a](b)`` would be a link and ``{0}`` an argument.

    >>> print(message_text("[事業](x) {0} [1]"))
    \[事業](x) {{0} [1]
    """
    shown = visible(text)
    return _MEANT_FOR_SARIF.sub(lambda match: "\\[" if match[0] == "[" else "{{", shown)
