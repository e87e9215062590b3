"""The id of a row says which project and item it is of, and not where it stands or how it is printed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

import dxlist
from tests.cli.runs import HEADER, SMALL, call, write
from tests.damage import generate
from tests.lists import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = SHIPPED.read_text(encoding="utf-8")
PAGED = HEADER + "".join(
    f"{n} 分野{n}\t{n}({m}) 項目\t総務部 人事課\t窓口{n}{m}の改善事業\t窓口を改める。\t窓口を{m}か所とする。\n"
    for n in (1, 2)
    for m in (1, 2, 3)
)
"""Every row prints its field and its item, so that a page may be cut anywhere."""
NEW_ROW = "9 その他\t9(9) 新しい項目\t総務部 人事課\t新しい研修事業\t研修を行う。\t研修を5回とすることを目標とする。\n"


def ids(text: str, name: str = "list") -> list[str]:
    """Return the ids that ``dxlist parse`` gives to the rows of a text."""
    return [row.initiative_id for row in dxlist.parse(text.encode("utf-8", "surrogatepass"), stem=name)]


def with_lines(text: str, *lines: str, at: int) -> str:
    own = text.splitlines(keepends=True)
    return "".join([*own[:at], *lines, *own[at:]])


def in_projects(text: str, change: Callable[[str], str]) -> str:
    """Return a text with each project name of a list like ``PAGED`` changed."""
    return re.sub("窓口[0-9]+の改善事業", lambda name: change(name[0]), text)


CHANGES: list[tuple[str, str]] = [
    # what was done to the list, the list; by its line, every id of it was another one
    ("blank lines at the head", "\n\n\n" + PAGED),
    ("a title at the head", "令和5年度 関連事業一覧\n" + PAGED),
    ("a blank line between rows", with_lines(PAGED, "\n", at=3)),
    ("a note between rows", with_lines(PAGED, "※ 金額は百万円未満を四捨五入している。\n", at=4)),
    ("a page end", with_lines(PAGED, HEADER, at=3)),
    ("another page end", with_lines(PAGED, "\n", "関連事業一覧\n", HEADER, at=5)),
    ("both page ends", with_lines(with_lines(PAGED, HEADER, at=5), HEADER, at=2)),
    ("other line ends", PAGED.replace("\n", "\r\n")),
    ("full-width digits", in_projects(PAGED, lambda name: name.translate({48 + i: 0xFF10 + i for i in range(10)}))),
    ("blanks in names", in_projects(PAGED, lambda name: name.replace("の改善", " の\u3000改善"))),
    ("unseen characters in names", in_projects(PAGED, "\u200b".join)),
    ("a code with other brackets", re.sub(r"\t([12])\(([123])\) ", "\t\\1（\\2）\u3000", PAGED)),
    ("a typo of overviews", PAGED.replace("窓口を改める。", "窓口をを改める。")),
    ("other targets", PAGED.replace("か所とする", "箇所以上とする")),
    ("another department", PAGED.replace("総務部 人事課", "総務部 行政経営課")),
    ("another title of items", PAGED.replace(" 項目\t", " 窓口の項目\t")),
]


@pytest.mark.parametrize("text", [case[1] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_what_does_not_make_another_row_leaves_all_ids(text: str) -> None:
    assert ids(text) == ids(PAGED)


INSERTED = range(1, 7)


@pytest.mark.parametrize("at", INSERTED)
def test_a_row_more_leaves_the_ids_of_the_others(at: int) -> None:
    found = ids(with_lines(PAGED, NEW_ROW, at=at))
    assert found[: at - 1] + found[at:] == ids(PAGED)
    assert found[at - 1] not in ids(PAGED)


@pytest.mark.parametrize("lines", [("\n",), ("\n", "\n", "\n"), ("※ 注記を加えた。\n",)])
def test_lines_at_the_head_of_the_shipped_list_leave_its_ids(lines: tuple[str, ...]) -> None:
    assert ids("".join(lines) + TEXT) == ids(TEXT)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp932"])
def test_an_encoding_leaves_the_ids(encoding: str) -> None:
    recoded = dxlist.parse(TEXT.encode(encoding), stem="list")
    assert [row.initiative_id for row in recoded] == ids(TEXT)


def test_the_second_of_equal_rows_has_a_number() -> None:
    row = "1 行政\t1(1) 窓口\t総務部 人事課\t窓口改善事業\t{0}。\t{0}を1か所とする。\n"
    one, two, three = ids(HEADER + "".join(map(row.format, ("窓口を改める", "電話を改める", "案内を改める"))))
    assert (two, three) == (f"{one}-2", f"{one}-3")
    assert re.fullmatch("list-[0-9a-f]{8}", one)


def test_rows_without_a_project_are_told_apart_by_what_else_they_say() -> None:
    rows = [f"1 行政\t1(1) 窓口\t総務部 人事課\t\t{text}\t\n" for text in ("窓口を改める。", "電話を改める。")]
    one, two = ids(HEADER + SMALL.splitlines(keepends=True)[1] + "".join(rows))[1:]
    assert len(one) == len(two) == len("list-") + 8
    assert ids(HEADER + SMALL.splitlines(keepends=True)[1] + "".join(reversed(rows)))[1:] == [two, one]


def test_two_rows_of_one_digest_have_two_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dxlist.row_ids._LENGTH", 0)
    assert len(set(ids(TEXT))) == len(ids(TEXT))


CORRECTED = [
    ("overview", "窓口を全て改める。"),
    ("project_name", "窓口の大改善事業"),
    ("item", "1(1) 別の題名"),
    ("item", "7(7) 別の番号"),
    ("kpi_text", "窓口を9か所とする。"),
]


@pytest.mark.parametrize(("column", "value"), CORRECTED)
def test_a_correction_is_of_the_same_row(column: str, value: str, tmp_path: Path) -> None:
    path = write(tmp_path / "list.tsv", PAGED)
    write(
        tmp_path / "list.toml", f'[[corrections]]\nline = 2\ncolumn = "{column}"\nvalue = "{value}"\nreason = "確認"\n'
    )
    document = dxlist.parse(path)
    assert value in document.initiatives[0].model_dump_json().replace(" ", "") or column == "item"
    assert [row.initiative_id for row in document] == ids(PAGED)


@pytest.mark.parametrize("seed", range(0, 400, 40))
def test_ids_are_one_to_a_row_and_a_stream_gives_the_same(seed: int) -> None:
    data = generate(seed).data
    whole = [row.initiative_id for row in dxlist.parse(data, stem="a")]
    assert len(set(whole)) == len(whole)
    assert [row.initiative_id for row in dxlist.stream(data, stem="a")] == whole


def test_the_command_gives_them_and_finds_a_row_by_them(tmp_path: Path) -> None:
    path = write(tmp_path / "list.tsv", "\n\n" + PAGED)
    lines = call("parse", path, "--format", "jsonl", "-o", "-").out.decode().splitlines()
    given = [json.loads(line)["initiative_id"] for line in lines]
    assert given == ids(PAGED)
    shown = json.loads(call("show", given[2], path, "--format", "json").out)["initiative"]
    assert (shown["initiative_id"], shown["line"]) == (given[2], 6)
    assert call("query", path, "--where", f"initiative_id = '{given[2]}'", "--count").out == b"1\n"
