"""Paste what dxlist prints now into the examples of README.md and README.ja.md.

    python docs/paste_examples.py

A block ```sh or ```python that a block ```text follows is run in a folder with the shipped data; the record is the one
that the README already shows. What is left out of a long output is named in KEPT.
"""  # noqa: INP001 - a script, no package

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"README.md": "en", "README.ja.md": "ja"}
WITHIN = r"(?:(?!^```).)*"
EXAMPLE = re.compile(
    rf"^```(sh|python)\n((?:dxlist |import ){WITHIN})^```\n\n```text\n{WITHIN}^```$", re.DOTALL | re.MULTILINE
)
RECORD = re.compile(r"^```json\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LEFT_OUT = "…"
DXLIST = (
    sys.executable,
    "-c",
    "import sys; sys.modules.update(fugashi=None, ipadic=None); from dxlist.cli import main; main()",
)
"""The program as it is after the first command of the README: without the dictionary of the extra ``words``."""
KEPT: dict[str, tuple[slice | str, ...]] = {
    "explain": (slice(0, 13), LEFT_OUT, "repairs", "補正", LEFT_OUT),
    "schema": (slice(0, 2), LEFT_OUT),
    "show": (slice(0, 3), LEFT_OUT, "targets", "目標", "other mentions", "同じ事業のほかの行", LEFT_OUT),
    "stats": (slice(0, 18), LEFT_OUT),
    "dedupe": (
        slice(0, 2),
        LEFT_OUT,
        "デジタル変革（DX）推進事業（オールふくしまDX推進基本設計構築事業） (8 rows)",
        "デジタル変革（DX）推進事業（オールふくしまDX推進基本設計構築事業）（8行）",
        LEFT_OUT,
        "人事・給与・行政組織等管理事業 (4 projects, 6 rows)",
        "人事・給与・行政組織等管理事業（4事業、6行）",
        LEFT_OUT,
        "contradiction | target values a factor of ten apart | 申請・届出オンライン化事業",
        "矛盾｜目標値の桁が異なる｜申請・届出オンライン化事業",
        LEFT_OUT,
        "contradiction | target values one apart | デジタル変革（DX）推進事業（ICT推進市町村支援事業）",
        "矛盾｜目標値が1だけ異なる｜デジタル変革（DX）推進事業（ICT推進市町村支援事業）",
        LEFT_OUT,
    ),
}
"""Command -> what is shown of its output: lines, sections by their heading, marks for what is left out."""


def paste(readme: Path, language: str) -> None:
    """Run the examples of one README and write it anew."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder) / "data")
        text = EXAMPLE.sub(lambda m: _example(m[1], m[2], folder, language), readme.read_text(encoding="utf-8"))
        _run([*DXLIST, "parse"], folder, language)
        whole = json.loads((Path(folder) / "data/normalized/fukushima_r04.json").read_text(encoding="utf-8"))
    records = {record["initiative_id"]: record for record in whole["initiatives"]}
    text = RECORD.sub(lambda m: f"```json\n{_laid_out(records[json.loads(m[1])['initiative_id']])}\n```", text)
    readme.write_text(text, encoding="utf-8", newline="\n")


def _example(kind: str, source: str, folder: str, language: str) -> str:
    if kind == "python":
        printed = _run([sys.executable, "-c", source], folder, language)
    else:
        _, *arguments = shlex.split(source, comments=True)
        printed = _shown(arguments[0], _run([*DXLIST, *arguments], folder, language))
    return f"```{kind}\n{source}```\n\n```text\n{printed}\n```"


def _run(command: list[str], folder: str, language: str) -> str:
    environment = {**os.environ, "DXLIST_LANG": language, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8"}
    return str(subprocess.run(command, cwd=folder, env=environment, check=False, **streams).stdout).rstrip("\n")  # noqa: S603


def _shown(command: str, printed: str) -> str:
    lines = printed.splitlines()
    if command not in KEPT:
        return printed
    kept: list[str] = []
    for part in KEPT[command]:
        if isinstance(part, slice):
            kept += lines[part]
        elif part == LEFT_OUT:
            kept.append(part)
        elif part in lines:
            start = lines.index(part)
            end = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith(" ")), len(lines))
            kept += lines[start:end]
    return "\n".join(kept)


def _laid_out(record: dict[str, Any]) -> str:
    """Write a record with a key a line, its sources and repairs one a line too."""
    return "{\n" + ",\n".join(f"  {_json(key)}: {_value(value)}" for key, value in record.items()) + "\n}"


def _value(value: Any) -> str:
    if isinstance(value, dict) and len(value) > 1:
        return "{\n" + ",\n".join(f"    {_json(k)}: {_json(v)}" for k, v in value.items()) + "\n  }"
    if isinstance(value, list) and len(value) > 1:
        return "[\n" + ",\n".join(f"    {_json(v)}" for v in value) + "\n  ]"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    for name, spoken in LANGUAGES.items():
        paste(ROOT / name, spoken)
