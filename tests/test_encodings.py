"""One list in ten encodings gives equal records; what is no list is refused with a message."""

import codecs
import json
from pathlib import Path

import pytest

import dxlist
from dxlist.errors import DxlistError
from tests.lists import SHIPPED

TEXT = SHIPPED.read_text(encoding="utf-8")
ENCODINGS = [
    ("cp932", b"", "cp932"),
    ("euc_jis_2004", b"", "euc_jis_2004"),
    ("iso2022_jp_2004", b"", "iso2022_jp_2004"),
    ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
    ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
    ("utf-8", codecs.BOM_UTF8, "utf-8"),
    ("utf-8", b"", "utf-8"),
    ("utf-16-le", b"", "utf-16-le"),
]
WITHOUT_WAVE = {"iso2022_jp_2004", "euc_jis_2004"}
"""These codecs have 〜 (U+301C) and no ～ (U+FF5E)."""


def records(data: bytes, **options: str) -> list[dict[str, object]]:
    return [json.loads(i.model_dump_json(exclude={"confidence"})) for i in dxlist.parse(data, **options)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("codec", "mark", "named"), ENCODINGS, ids=str)
def test_equal_records(codec: str, mark: bytes, named: str, line_end: str) -> None:
    text = TEXT.replace("～", "〜") if codec in WITHOUT_WAVE else TEXT
    data = mark + text.replace("\n", line_end).encode(codec)
    document = dxlist.parse(data)
    assert document.document.encoding == named
    assert document.document.byte_order_mark == bool(mark)
    assert document.document.line_ends == {"\n": "LF", "\r\n": "CRLF"}[line_end]
    assert records(data) == records(text.encode("utf-8"))


SHORT = "分野\t項目\t担当課\t事業名\t事業概要\tKPI\n1 防災\t1(1) 備え\t総務部 危機管理課\t①㈱髙橋ﾃﾞｰﾀ整備事業\t資料を整える。\t10件\n"


@pytest.mark.parametrize("codec", ["cp932", "utf-8", "utf-16"])
def test_platform_letters_and_half_width_kana_survive_a_short_table(codec: str) -> None:
    assert dxlist.parse(SHORT.encode(codec)).initiatives[0].project_name == "①㈱髙橋ﾃﾞｰﾀ整備事業"


def test_encoding_can_be_said() -> None:
    assert dxlist.parse(TEXT.encode("cp932"), encoding="shift_jis").document.encoding == "cp932"


REFUSED = [
    ("empty", b"", "empty"),
    ("blank", b" \n\t\n", "empty"),
    ("cut", TEXT.encode("utf-8")[:-2], "inside a character"),
    ("broken", TEXT.encode("utf-8").replace("総務部".encode(), b"\xff\xfe", 1), "byte"),
    ("binary", bytes(range(256)) * 40, "byte"),
    ("workbook", b"PK\x03\x04" + bytes(200), "workbook"),
    ("pdf", b"%PDF-1.7\n" + bytes(200), "PDF"),
    ("prose", "これは表ではありません。\nただの文章です。\n".encode(), "no table"),
    ("unknown headers", "あ\tい\tう\tえ\nか\tき\tく\tけ\n".encode(), "header is not known"),
    ("header alone", "分野\t項目\t担当課\t事業名\t概要\tKPI\n".encode(), "no table"),
]


@pytest.mark.parametrize(("name", "data", "says"), REFUSED, ids=[case[0] for case in REFUSED])
def test_refused_with_place_and_remedy(name: str, data: bytes, says: str) -> None:
    with pytest.raises(DxlistError) as caught:
        dxlist.parse(data)
    error = caught.value
    assert says in error.problem.en, name
    assert error.place.startswith("<bytes>")
    assert error.remedy.en
    assert error.remedy.ja
    assert error.message("ja") != error.message("en")


def test_cp932_cut_inside_a_character_is_refused() -> None:
    with pytest.raises(DxlistError):
        dxlist.parse(TEXT.encode("cp932")[:-3])


def test_unknown_header_shows_the_lines_to_write(tmp_path: Path) -> None:
    path = tmp_path / "other.tsv"
    path.write_text("甲\t乙\t丙\n1 防災\t総務部 危機管理課\t防災事業\n", encoding="utf-8")
    with pytest.raises(DxlistError) as caught:
        dxlist.parse(path)
    assert "[columns]" in caught.value.remedy.en
    path.with_suffix(".toml").write_text(
        '[columns]\n"甲" = "field"\n"乙" = "departments"\n"丙" = "project_name"\n', encoding="utf-8"
    )
    (initiative,) = dxlist.parse(path)
    assert (initiative.field_name, initiative.project_name) == ("防災", "防災事業")


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.tsv", tmp_path):
        with pytest.raises(DxlistError):
            dxlist.parse(path)
