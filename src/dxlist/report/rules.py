"""Rules as a table, as pages for a terminal, as JSON and as Markdown."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from dxlist.report.wrapping import wrap
from dxlist.rules.manual import BAD, FAMILY_WORDS, FIXES, GOOD, OFFICIAL, official_text, page_of, rule_markdown
from dxlist.rules.witnesses import witnesses_of
from dxlist.text.bilingual import EMPTY, Bilingual
from dxlist.text.widths import cells
from dxlist.words.code_words import SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dxlist.rules.registry import Rule
    from dxlist.rules.witnesses import PublishedList, Witness
    from dxlist.text.bilingual import Language

_INDENT = "  "
SWITCH_OFF = Bilingual("使わないようにするには", "To switch it off")
COUNTS = Bilingual(
    "かっこ内は、そのルールが正しく見つけた公表済みの一覧の数です。",
    "In brackets: in how many published lists the rule found something right.",
)
MENDED = Bilingual("[*] は dxlist validate --fix で直せます。", "[*]: dxlist validate --fix mends it.")
WITNESSES = Bilingual("正しく見つけた公表済みの一覧", "Published lists in which it found something right")


def rules_text(rules: Sequence[Rule], language: Language, width: int, *, whole: bool) -> str:
    """Return a table of the rules, or the whole page of the one."""
    lines = _page(rules[0], language, width) if whole else _table(rules, language, width)
    return "\n".join(lines) + "\n"


def _table(rules: Sequence[Rule], language: Language, width: int) -> Iterator[str]:
    severities = max(cells(word.text(language)) for word in SEVERITY_WORDS.values())
    for family, members in groupby(rules, key=lambda rule: rule.code[:3]):
        yield f"{family}xx {FAMILY_WORDS[family].text(language)}"
        for rule in members:
            severity = SEVERITY_WORDS[rule.severity].text(language)
            head = f"{_INDENT}{rule.code}  {severity}{' ' * (severities - cells(severity))}  "
            title = (rule.title + _count(rule)).text(language) + (" [*]" if rule.fixes == "certain" else "")
            first, *others = wrap(title, width - cells(head)) or [""]
            yield f"{head}{first}"
            yield from (f"{' ' * cells(head)}{line}" for line in others)
    yield from ("", *wrap(COUNTS.text(language), width), *wrap(MENDED.text(language), width))


def _count(rule: Rule) -> Bilingual:
    count = len(witnesses_of(rule.code))
    return Bilingual(f"（{count}）", f" ({count})") if count else EMPTY


def _page(rule: Rule, language: Language, width: int) -> Iterator[str]:
    page, severity = page_of(rule.check), SEVERITY_WORDS[rule.severity].text(language)
    yield f"{rule.code} {rule.name} ({severity})" if language == "en" else f"{rule.code} {rule.name}（{severity}）"
    yield from _indented(rule.title.text(language), width)
    for paragraph in page.text.text(language).split("\n\n"):
        yield ""
        yield from wrap(paragraph, width)
    if rule.fixes:
        yield from ("", *wrap(FIXES[rule.fixes].text(language).replace("`", ""), width))
    if rule.official:
        yield from ("", f"{OFFICIAL.text(language)}:")
        for number in rule.official:
            yield from _indented(official_text(number, language), width)
    if witnesses := witnesses_of(rule.code):
        yield from ("", f"{WITNESSES.text(language)}:")
        for witness in witnesses:
            yield from _indented(witness_text(witness, language), width)
    for example in page.examples:
        yield from ("", f"{(BAD if example.is_bad else GOOD).text(language)}:")
        yield from (f"{_INDENT}{row}" for row in example.rows.split("\n"))
    yield from ("", f"{SWITCH_OFF.text(language)}:", f"{_INDENT}dxlist validate --ignore {rule.code}")


def _indented(text: str, width: int) -> Iterator[str]:
    return (f"{_INDENT}{line}" for line in wrap(text, width - len(_INDENT)))


def witness_text(witness: Witness, language: Language) -> str:
    """Return in which list a rule found what, and where."""
    words = Bilingual(f"「{witness.words}」", f": {witness.words}") if witness.words else EMPTY
    return (name_of(witness.published_list) + Bilingual("、", ", ") + witness.place + words).text(language)


def name_of(published: PublishedList) -> Bilingual:
    """Return what a published list is called; the Japanese name says the year."""
    year = published.fiscal_year
    return published.name + (Bilingual("", f" ({year})") if year else EMPTY)


def rules_json(rules: Sequence[Rule], language: Language) -> str:
    """Return the rules as a JSON array."""
    return json.dumps([_record(rule, language) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _record(rule: Rule, language: Language) -> dict[str, object]:
    page = page_of(rule.check)
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "title": rule.title.text(language),
        "fixes": rule.fixes,
        "official_rules": list(rule.official),
        "text": page.text.text(language),
        "examples": [{"is_bad": example.is_bad, "rows": example.rows} for example in page.examples],
        "witnesses": [_witness_record(witness, language) for witness in witnesses_of(rule.code)],
    }


def _witness_record(witness: Witness, language: Language) -> dict[str, object]:
    return {
        "list": witness.published_list.name.text(language),
        "fiscal_year": witness.published_list.fiscal_year,
        "source": witness.published_list.source,
        "place": witness.place.text(language),
        "words": witness.words or None,
    }


def rules_markdown(rules: Sequence[Rule], language: Language) -> str:
    """Return the pages of the rules below each other, a family under each heading."""
    return "\n".join(_sections(rules, language))


def _sections(rules: Sequence[Rule], language: Language) -> Iterator[str]:
    for family, members in groupby(rules, key=lambda rule: rule.code[:3]):
        yield f"## {family}xx {FAMILY_WORDS[family].text(language)}\n"
        for rule in members:
            severity = SEVERITY_WORDS[rule.severity].text(language)
            yield f"### {rule.code} {rule.title.text(language)}\n"
            yield f"`{rule.name}` · {severity}\n"
            yield rule_markdown(rule, language)
            if witnesses := witnesses_of(rule.code):
                yield f"{WITNESSES.text(language)}:\n"
                yield "\n".join(f"- {witness_text(witness, language)}" for witness in witnesses) + "\n"
