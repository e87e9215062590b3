"""``rule_markdown``: a rule -> its page of the manual as Markdown, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.rules.pages import page_of
from dxlist.text.bilingual import Bilingual
from dxlist.words.official_rules import OFFICIAL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.finding import Severity
    from dxlist.rules.pages import Example
    from dxlist.rules.registry import Rule
    from dxlist.text.bilingual import Language

SEVERITY_WORDS: dict[Severity, Bilingual] = {
    "error": Bilingual("エラー", "error"),
    "warning": Bilingual("警告", "warning"),
    "info": Bilingual("情報", "info"),
}
BAD = Bilingual("悪い例", "Bad")
GOOD = Bilingual("良い例", "Good")
OFFICIAL = Bilingual("関係する公式のルール", "Official rules")

FAMILY_WORDS: dict[str, Bilingual] = {
    "DX1": Bilingual("印刷された表の形", "How the table is printed"),
    "DX2": Bilingual("文章", "What the texts say"),
    "DX3": Bilingual("値（担当課、番号、年、目標）", "Values: departments, codes, years, targets"),
    "DX4": Bilingual("レコードどうしの関係", "Records against each other"),
}


def official_text(number: str, language: Language) -> str:
    """Return an official rule with its title and its number of 2020.

    >>> official_text("L1-05", "en")
    'L1-05 (2020: 1-6) every column has a name that says what it holds'
    """
    official = OFFICIAL_RULES[number]
    of_2020 = official.number_2020
    older = Bilingual(f"（2020年: {of_2020}）", f" (2020: {of_2020})") if of_2020 else Bilingual("", "")
    blank = "" if language == "ja" and of_2020 else " "
    return f"{number}{older.text(language)}{blank}{official.title.text(language)}"


def rule_markdown(rule: Rule, language: Language) -> str:
    """Return the page without its heading: what the rule finds, why, which official rules, examples."""
    return "\n\n".join(_parts(rule, language)) + "\n"


def _parts(rule: Rule, language: Language) -> Iterator[str]:
    page = page_of(rule.check)
    yield page.text.text(language)
    if rule.official:
        rows = (f"- {official_text(number, language)}" for number in rule.official)
        yield f"{OFFICIAL.text(language)}:\n\n" + "\n".join(rows)
    yield from (_example(example, language) for example in page.examples)


def _example(example: Example, language: Language) -> str:
    title = BAD if example.is_bad else GOOD
    return f"{title.text(language)}:\n\n```text\n{example.rows}\n```"
