"""Small lists whose projects are known, for what the shipped list does not show: typos, two years, two governments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.runs import FIRST, HEADER, write

if TYPE_CHECKING:
    from pathlib import Path

SUGGESTING = (
    HEADER
    + FIRST
    + "\t\t企画部 統計課\t統計データ公開促進事業\t統計データを公開し、県民が使えるようにする。\t公開したデータを50件とする。\n"
    "\t1(2) データの活用\t\t統計データ公閞促進事業\t県の統計書を編集して印刷し、市町村と図書館に配る。\t配付先を200か所とする。\n"
    "\t\t\t電子申請推准事業\t補助金を申請する窓口を設け、相談を受け付けて案内を行う。\t相談を30件とする。\n"
)
"""Two pairs (lines 3 and 4, 2 and 5) whose names differ in a letter, and nothing else of them agrees."""


def write_list(
    folder: Path, name: str, text: str, *, government: str = "福島県", code: str = "070009", year: int = 2022
) -> str:
    """Write a list and its sidecar, and return the path of the list."""
    path = write(folder / f"{name}.tsv", text)
    sidecar = f'local_government_code = "{code}"\nlocal_government_name = "{government}"\nfiscal_year = {year}\n'
    (folder / f"{name}.toml").write_text(sidecar, encoding="utf-8")
    return path
