"""Rules as reporting descriptors of SARIF, and the official rules as the taxonomy to which they are related."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dxlist.rules.manual import page_of, rule_markdown
from dxlist.text.bilingual import Bilingual
from dxlist.words.official_rules import OFFICIAL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dxlist.model.finding import Severity
    from dxlist.rules.registry import Rule
    from dxlist.text.bilingual import Language
    from dxlist.words.official_rules import OfficialRule

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}

TAXONOMY = "行政データにおける機械可読性に関するルール"
_ORGANISATION = Bilingual("デジタル庁", "Digital Agency of Japan")
_VERSION = "2026-03-31"

_Json = dict[str, Any]


def rule_descriptors(rules: Iterable[Rule], language: Language) -> list[_Json]:
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


def taxonomy(language: Language) -> _Json:
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
