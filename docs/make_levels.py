"""Write the tables of comparison levels into docs/projects.md and docs/dedupe.md, .ja.md, from the levels that run.

    python docs/make_levels.py            writes the tables, between their two marks
    python docs/make_levels.py --check    ends with 1 where one is stale

A level is described where it is defined, in `dxlist.projects.levels`.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dxlist.projects.levels import DECIDED, FIRST, LEVELS

if TYPE_CHECKING:
    from dxlist.text.bilingual import Language

DOCS = Path(__file__).parent
BLOCK = re.compile(r"(<!-- levels: python docs/make_levels\.py -->\n).*?(<!-- end of levels -->)", re.DOTALL)


def with_examples() -> str:
    """Return the table of docs/projects.md."""
    rows = [f"| `{level.name}` | {level.sentence.en} | {level.example} |" for level in (FIRST, DECIDED, *LEVELS)]
    return "\n".join(["| `level` | the names | example |", "|---|---|---|", *rows, ""])


def for_users(language: Language) -> str:
    """Return the table of the pages of `dxlist dedupe`."""
    head = "| `level` | 2つの名称 |" if language == "ja" else "| `level` | the names |"
    rows = [f"| `{level.name}` | {level.sentence.text(language)} |" for level in (FIRST, DECIDED, *LEVELS)]
    return "\n".join([head, "|---|---|", *rows, ""])


def main(arguments: list[str]) -> int:
    """Write the tables, or with --check say which pages are stale."""
    tables = {"projects.md": with_examples(), "dedupe.md": for_users("en"), "dedupe.ja.md": for_users("ja")}
    stale = list[str]()
    for name, table in tables.items():
        text = (DOCS / name).read_text("utf-8")
        fresh, blocks = BLOCK.subn(lambda found, table=table: f"{found[1]}{table}{found[2]}", text)  # type: ignore[misc]
        if blocks != 1 or fresh != text:
            stale.append(name)
        if blocks == 1 and "--check" not in arguments:
            (DOCS / name).write_text(fresh, encoding="utf-8", newline="\n")
    if stale and "--check" in arguments:
        print(f"{', '.join(stale)}: stale; python docs/make_levels.py", file=sys.stderr)  # noqa: T201 - a script
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
