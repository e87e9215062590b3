"""``page_of``: a rule -> its manual page, read from the docstring of its function; ``rule_markdown`` writes it out.

The docstring is the page in English; under ``日本語:`` stands the same in Japanese.  Under ``Bad:`` and ``Good:`` stand
examples, one list each: rows of cells parted by ``|`` below the header of :data:`HEADER`, or the whole file where the
heading says so (``Bad, whole file:``); the last row of one may be in another encoding (``Bad, last row in cp932:``).
Examples are run as tests: a bad one is found by its rule, a good one is not.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache
from textwrap import dedent
from typing import TYPE_CHECKING

from dxlist.text.bilingual import EMPTY, Bilingual
from dxlist.text.regex import regex
from dxlist.words import code_words
from dxlist.words.official_rules import OFFICIAL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dxlist.rules.registry import Check, Fixing, Rule
    from dxlist.text.bilingual import Language

HEADER = "分野|項目|担当課|事業名|事業概要|指標（KPI）"
_SECTION = regex(
    r"^(日本語|Bad|Good)(, whole file)?(?:, last row in ([\w-]+))?:\n((?:(?:[ ]{4}.*)?\n?)*)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Example:
    """A list in which a rule finds something, or nothing."""

    is_bad: bool
    rows: str
    """As they stand in the page: a row a line, cells parted by a bar."""
    last_row_in: str = "utf-8"
    """Encoding of the last row; the others are in UTF-8."""

    @property
    def data(self) -> bytes:
        """The list as the bytes of a tab-separated file."""
        *others, last = f"{self.rows}\n".replace("|", "\t").splitlines(keepends=True)
        return "".join(others).encode() + last.encode(self.last_row_in)


@dataclass(frozen=True, slots=True)
class ManualPage:
    """What the manual says of a rule: what it finds and why that matters, and examples."""

    text: Bilingual
    examples: tuple[Example, ...]


@cache
def page_of(check: Check) -> ManualPage:
    """Return the manual page of a rule's function."""
    doc = inspect.getdoc(check) or ""
    sections = [(m[1], m[2], m[3], dedent(m[4]).strip("\n")) for m in _SECTION.finditer(f"{doc}\n")]
    english = _SECTION.sub("", f"{doc}\n").strip()
    japanese = "\n\n".join(text for name, *_, text in sections if name == "日本語")
    examples = (_example(*section) for section in sections if section[0] != "日本語")
    return ManualPage(Bilingual(_joined(japanese, ""), _joined(english, " ")), tuple(examples))


def _example(name: str, whole: str, last_row_in: str | None, text: str) -> Example:
    return Example(name == "Bad", text if whole else f"{HEADER}\n{text}", last_row_in or "utf-8")


def _joined(text: str, between: str) -> str:
    """Join the lines of each paragraph; Japanese has no blank at a line end."""
    return "\n\n".join(between.join(map(str.strip, part.split("\n"))) for part in re.split(r"\n\s*\n", text))


SEVERITY_WORDS = code_words.SEVERITY_WORDS
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
    older = Bilingual(f"（2020年: {of_2020}）", f" (2020: {of_2020})") if of_2020 else EMPTY
    blank = "" if language == "ja" and of_2020 else " "
    return f"{number}{older.text(language)}{blank}{official.title.text(language)}"


FIXES: Mapping[Fixing, Bilingual] = {
    "certain": Bilingual(
        "`dxlist validate --fix` が、確実なものを直します。", "`dxlist validate --fix` mends what is certain of it."
    ),
    "unsafe": Bilingual(
        "`dxlist validate --fix --unsafe-fixes` が候補のとおりに直します。人が確かめてください。",
        "`dxlist validate --fix --unsafe-fixes` takes the suggestion; a person is to look at it.",
    ),
}
"""What is said of a rule whose findings can be mended."""


def rule_markdown(rule: Rule, language: Language) -> str:
    """Return the page without its heading: what the rule finds, why, which official rules, examples."""
    return "\n\n".join(_parts(rule, language)) + "\n"


def _parts(rule: Rule, language: Language) -> Iterator[str]:
    page = page_of(rule.check)
    yield page.text.text(language)
    if rule.fixes:
        yield FIXES[rule.fixes].text(language)
    if rule.official:
        rows = (f"- {official_text(number, language)}" for number in rule.official)
        yield f"{OFFICIAL.text(language)}:\n\n" + "\n".join(rows)
    yield from (_example_markdown(example, language) for example in page.examples)


def _example_markdown(example: Example, language: Language) -> str:
    title = BAD if example.is_bad else GOOD
    encoding = example.last_row_in
    if encoding != "utf-8":
        title += Bilingual(f"（最後の行だけが {encoding}）", f" (the last row in {encoding})")
    return f"{title.text(language)}:\n\n```text\n{example.rows}\n```"
