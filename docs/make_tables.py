"""Write docs/tables.md and docs/tables.ja.md from the tables of `dxlist export`: every column, its type, its meaning.

    python docs/make_tables.py            writes both pages
    python docs/make_tables.py --check    ends with 1 where one is stale

A column is described where it is defined, in `dxlist.exports.described` and the models.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.exports.described.content import Content
from dxlist.exports.described.explanation import explanation_rows
from dxlist.exports.described.names import TABLE_NAMES
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.model.table import Table
    from dxlist.text.bilingual import Language

DOCS = Path(__file__).parent
PAGES: dict[Path, Language] = {DOCS / "tables.md": "en", DOCS / "tables.ja.md": "ja"}

INTRODUCTION = Bilingual(
    """\
# 表と列

[English](tables.md)

同じ名前の表は、どのコマンドが書いても同じ列です。`dxlist parse` の CSV は `initiatives`、`.targets.csv` は `targets`
です。`dxlist dedupe` は `projects` から `suggested` までの5つ、`dxlist validate` は `findings`、`dxlist export` と
`dxlist sql` は全部の表です。`--header ja` では符号も日本語になります。このページは `python docs/make_tables.py` が
書くので手で直さないでください。一覧に6列のほかの列（予算額、備考など）があれば、その見出しの名前で `initiatives` の
`confidence` の前に加わります。既にある列と同じ名前のものは `extra.` を前に付けます。使い方は
[export.ja.md](export.ja.md) にあります。
""",
    """\
# Tables and columns

[日本語](tables.ja.md)

A table of one name has the same columns whatever command writes it. The CSV of `dxlist parse` is `initiatives`, its
`.targets.csv` is `targets`; `dxlist dedupe` writes the five from `projects` to `suggested`, `dxlist validate` writes
`findings`, `dxlist export` and `dxlist sql` have them all. With `--header ja` the codes are Japanese words too. This
page is written by `python docs/make_tables.py`; do not edit it. A list that has more than the six columns (予算額, 備考
...) adds them to `initiatives`, before `confidence`, under the names of their headers; one that is called like a column
before it gets `extra.` in front. How to use them: [export.md](export.md).
""",
)
KEY = Bilingual("鍵", "Key")
NAMES = Bilingual("列 日本語名", "column 日本語")
REFERS = Bilingual("{} は {} の {}", "{} is {}.{}")


def page(language: Language) -> str:
    """Return the whole page."""
    return "\n".join([INTRODUCTION.text(language), *(_section(table, language) for table in Content([]).tables())])


def _section(table: Table, language: Language) -> str:
    name = TABLE_NAMES[table.name]
    return "\n".join(
        [f"## {table.name} {name.label.ja}", "", name.about.text(language), "", *_lines(table, language), ""]
    )


def _lines(table: Table, language: Language) -> Iterator[str]:
    keys = ", ".join(f"`{column}`" for column in table.primary_key)
    yield f"{KEY.text(language)}: {keys}"
    for key in table.foreign_keys:
        names = (f"`{key.columns[0]}`", f"`{key.table}`", f"`{key.references[0]}`")
        yield f"· {REFERS.text(language).format(*names)}".replace("`.`", ".")
    header, rows = explanation_rows([table], language)
    yield ""
    yield f"| {' | '.join((*NAMES.text(language).split(), *header[3:]))} |"
    yield f"|{'---|' * (len(header) - 1)}"
    for _, *names, kind, empty, about in rows[1:]:
        english, japanese = names if language == "en" else reversed(names)
        yield f"| `{english}` | {japanese} | {kind} | {empty} | {about} |"


def main() -> int:
    """Write the pages, or tell by the exit code whether one is stale."""
    stale = []
    for path, language in PAGES.items():
        text = page(language)
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: stale; run python docs/make_tables.py\n")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
