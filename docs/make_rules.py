"""Write docs/rules.md and docs/rules.ja.md from the rules: every code, its severity, its manual page.

    python docs/make_rules.py            writes both pages
    python docs/make_rules.py --check    ends with 1 where one is stale

A rule is described where it is defined, in the docstring of its function in `dxlist.rules`.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.report.rules import name_of, rules_markdown
from dxlist.rules.manual import FAMILY_WORDS, SEVERITY_WORDS
from dxlist.rules.registry import FAMILIES, Rule, all_rules
from dxlist.rules.witnesses import published_lists, witnesses_of
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.text.bilingual import Language

DOCS = Path(__file__).parent
PAGES: dict[Path, Language] = {DOCS / "rules.md": "en", DOCS / "rules.ja.md": "ja"}

INTRODUCTION = Bilingual(
    """\
# ルールの一覧

[English](rules.md)

`dxlist validate` が使うルールです。このページは `python docs/make_rules.py` が書くので、手で直さないでください。
端末では `dxlist rules`、1つずつは `dxlist rules DX101` で読めます。

重大度は3つです。**エラー**は数字や文が失われているか食い違っているもの、**警告**は読む人やプログラムが誤るもの、
**情報**は失われたもののない、知っておくとよいものです。例はそのまま試験として実行されます（`|` がセルの区切り）。
公式のルールは「行政データにおける機械可読性に関するルール」（デジタル庁、2026年）の番号で、かっこ内は
「統計表における機械判読可能なデータの表記方法の統一ルール」（総務省、2020年）の番号です。
""",
    """\
# Rules

[日本語](rules.ja.md)

The rules of `dxlist validate`. This page is written by `python docs/make_rules.py`; do not edit it. On a terminal:
`dxlist rules`, and `dxlist rules DX101` for one.

There are three severities. An **error**: numbers or texts are lost, or contradict each other. A **warning**: a person
or a program will read something wrong. **Info**: nothing is lost, and it is good to know. The examples are run as tests
(`|` parts the cells). Official rules are those of 行政データにおける機械可読性に関するルール (デジタル庁, 2026);
in brackets the number in 統計表における機械判読可能なデータの表記方法の統一ルール (総務省, 2020).
""",
)
COLUMNS = Bilingual(
    "| ルール番号 | 名前 | 重大度 | 見つけるもの | 公表済みの一覧 |\n|---|---|---|---|---|",
    "| code | name | severity | finds | published lists |\n|---|---|---|---|---|",
)
LISTS = Bilingual(
    """\
## 公表済みの一覧

ルールが正しく見つけた一覧です。どこで何を見つけたかは、各ルールの説明にあります。2つ以上の一覧で正しく見つけている
ことが、エラーまたは警告とする条件です（まだ2つ目を探しているルールを除きます）。

| 一覧 | 公表されているところ |
|---|---|""",
    """\
## Published lists

In these lists the rules found something right; what and where stands on the page of each rule. Two have to speak
for a rule that warns, but for rules of which the second is still being looked for.

| list | where it is published |
|---|---|""",
)


def page(language: Language) -> str:
    """Return the whole page in one language."""
    rules = list(all_rules().values())
    introduction, pages = INTRODUCTION.text(language), rules_markdown(rules, language)
    parts = (introduction, *_tables(rules, language), pages, *_lists(language))
    return "\n".join(parts)


def _tables(rules: list[Rule], language: Language) -> Iterator[str]:
    for family in FAMILIES:
        members = [rule for rule in rules if rule.code.startswith(family)]
        if members:
            yield f"**{family}xx** {FAMILY_WORDS[family].text(language)}\n"
            yield "\n".join((COLUMNS.text(language), *(_row(rule, language) for rule in members))) + "\n"


def _row(rule: Rule, language: Language) -> str:
    severity = SEVERITY_WORDS[rule.severity].text(language)
    count = len(witnesses_of(rule.code)) or "–"
    return f"| {rule.code} | `{rule.name}` | {severity} | {rule.title.text(language)} | {count} |"


def _lists(language: Language) -> Iterator[str]:
    yield LISTS.text(language)
    for one in published_lists().values():
        yield f"| {name_of(one).text(language)} | {one.source} |"
    yield ""


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check say which are stale."""
    texts = {path: page(language) for path, language in PAGES.items()}
    if "--check" in arguments:
        stale = [path.name for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text]
        if stale:
            print(f"{', '.join(stale)}: stale; python docs/make_rules.py", file=sys.stderr)  # noqa: T201 - a script
        return 1 if stale else 0
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
