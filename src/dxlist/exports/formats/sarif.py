"""SARIF: findings -> a log of SARIF 2.1.0, the format that code scanning services take in.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dxlist.exports.formats.regions import Regions, is_normalised, uri_of
from dxlist.rules.checking import UNREADABLE
from dxlist.rules.manual import page_of, rule_markdown
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.visible import visible
from dxlist.words.official_rules import OFFICIAL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dxlist.exports.formats.regions import Region
    from dxlist.model.document import Document
    from dxlist.model.finding import Related, Severity
    from dxlist.rules.checking import Checked, Reported
    from dxlist.rules.registry import Rule
    from dxlist.text.bilingual import Language
    from dxlist.words.official_rules import OfficialRule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "dxlist/v1"
"""Name of our fingerprint; a new way of making it gets a new number."""

_Json = dict[str, Any]
_MEANT_FOR_SARIF = regex(r"\[(?=[^\[\]]*\]\()|\{(?=\d+\})")
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}

TAXONOMY = "行政データにおける機械可読性に関するルール"
_ORGANISATION = Bilingual("デジタル庁", "Digital Agency of Japan")
_VERSION = "2026-03-31"


def findings_to_bytes(checked: Checked, language: Language) -> bytes:
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
        "rules": _rule_descriptors(checked.rules, language),
        "supportedTaxonomies": [{"name": TAXONOMY, "index": 0}],
    }
    return {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(checked, language)],
        "taxonomies": [_taxonomy(language)],
        "artifacts": [_artifact(file, document) for file, document in checked.lists],
        "results": list(_results(checked, language)),
    }


def _invocation(checked: Checked, language: Language) -> _Json:
    """Say whether every list could be read; the lists that could not are no results, for no rule found them."""
    unread = [
        {
            "level": "error",
            "descriptor": {"id": UNREADABLE},
            "message": {"text": message_text(one.why.text(language))},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri_of(one.file)}}}],
        }
        for one in checked.unread
    ]
    told = {"toolExecutionNotifications": unread} if unread else {}
    return {"executionSuccessful": not unread, **told}


def _artifact(file: str, document: Document) -> _Json:
    location = {"location": {"uri": uri_of(file)}}
    return location if is_normalised(file) else {**location, "hashes": {"sha-256": document.document.sha256}}


def _results(checked: Checked, language: Language) -> Iterator[_Json]:
    regions = Regions(checked)
    rules = {rule.code: index for index, rule in enumerate(checked.rules)}
    files = {file: index for index, (file, _) in enumerate(checked.lists)}
    delimiters = {file: document.document.delimiter or "" for file, document in checked.lists}
    left = {id(one.reported): one.entry.reason for one in checked.left}
    for one in (*checked.findings, *(one.reported for one in checked.left)):
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
            "fixes": list(_fixes(one, artifact, regions, delimiters[one.file])),
            "properties": _properties(one),
            "suppressions": [_suppression(left[id(one)])] if id(one) in left else [],
        }
        yield {**result, **{key: value for key, value in more.items() if value}}


def _suppression(reason: str) -> _Json:
    """Say that a person looked at a finding and left it, outside of the list itself: in its sidecar."""
    return {"kind": "external", "status": "accepted", "justification": reason}


def _location(one: Reported, artifact: _Json, region: Region | None) -> _Json:
    physical = {"artifactLocation": artifact, **({"region": _region(region)} if region else {})}
    record = one.found.place.initiative_id
    logical = {"logicalLocations": [{"name": record, "kind": "element"}]} if record else {}
    return {"physicalLocation": physical, **logical}


def _region(region: Region) -> _Json:
    lines = {"startLine": region.line, "endLine": region.end_line}
    if region.column is None:
        return lines
    return {**lines, "startColumn": region.column, "endColumn": region.end_column}


def _related(number: int, place: Related) -> _Json:
    region = {} if is_normalised(place.file) else {"region": {"startLine": place.line or 1}}
    physical = {"artifactLocation": {"uri": uri_of(place.file)}, **region}
    return {"id": number, "physicalLocation": physical}


def _properties(one: Reported) -> Mapping[str, object]:
    """Return the keys of a finding that SARIF has no place for."""
    place = one.found.place
    keys = {"cell": place.cell, "start": place.start, "end": place.end, "suggestion": one.found.suggestion}
    return {key: value for key, value in keys.items() if value is not None}


def _fixes(one: Reported, artifact: _Json, regions: Regions, delimiter: str) -> Iterator[_Json]:
    """Yield the change of the file that mends a finding for certain; a program may make it without asking."""
    edits = one.fix.edits if one.fix and one.fix.certain else ()
    changes = [
        {"deletedRegion": _region(region), "insertedContent": {"text": edit.text}}
        for edit in edits
        if (region := regions.of_edit(one.file, edit))
    ]
    if not changes or any(sign in edit.text for sign in (delimiter, '"', "\r", "\n") for edit in edits if sign):
        return  # the cell would have to be quoted, or would become two
    said = one.found.suggestion or one.rule.code
    yield {
        "description": {"text": message_text(said)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": changes}],
    }


def message_text(text: str) -> str:
    r"""Return a text as a message of SARIF, in which ``[a](b)`` would be a link and ``{0}`` an argument.

    >>> print(message_text("[事業](x) {0} [1]"))
    \[事業](x) {{0} [1]
    """
    shown = visible(text)
    return _MEANT_FOR_SARIF.sub(lambda match: "\\[" if match[0] == "[" else "{{", shown)


def _rule_descriptors(rules: Iterable[Rule], language: Language) -> list[_Json]:
    """Return what a log says of each rule: its manual page, its level, the official rules that it serves."""
    return [_descriptor(rule, language) for rule in rules]


def _descriptor(rule: Rule, language: Language) -> _Json:
    text = page_of(rule.check).text.text(language)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.text(language)},
        "fullDescription": {"text": text.split("\n\n")[0]},
        "help": {"text": text, "markdown": rule_markdown(rule, language)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "relationships": list(_relationships(rule)),
        "properties": {"tags": list(rule.official), "problem.severity": _PROBLEMS[rule.severity]},
    }


def _relationships(rule: Rule) -> Iterator[_Json]:
    numbers = list(OFFICIAL_RULES)
    for number in rule.official:
        component = {"name": TAXONOMY, "index": 0}
        target = {"id": number, "index": numbers.index(number), "toolComponent": component}
        yield {"target": target, "kinds": ["relevant"]}


def _taxonomy(language: Language) -> _Json:
    """Return the official rules of 2026, with their numbers of 2020."""
    return {
        "name": TAXONOMY,
        "version": _VERSION,
        "organization": _ORGANISATION.text(language),
        "shortDescription": {"text": _ABOUT.text(language)},
        "language": language,
        "isComprehensive": True,
        "taxa": [_taxon(official, language) for official in OFFICIAL_RULES.values()],
    }


_ABOUT = Bilingual(
    "行政機関が公開するデータを機械で読めるようにするための30のルール。",
    "Thirty rules for data of the administration that machines can read.",
)


def _taxon(official: OfficialRule, language: Language) -> _Json:
    taxon = {"id": official.number, "shortDescription": {"text": official.title.text(language)}}
    return {**taxon, "properties": {"number_2020": official.number_2020}} if official.number_2020 else taxon
