"""A file in two encodings: each part is read in its own, the line where the second begins is said, exit 1."""

import codecs
import json
from itertools import permutations
from pathlib import Path

import pytest

import dxlist
from dxlist.errors import UnreadableInputError
from tests.cli.runs import call
from tests.lists import SHIPPED
from tests.reading.joined import FIRST, NAMES, SECOND

CODECS = ("utf-8", "cp932", "euc_jis_2004", "utf-16-le", "utf-16-be")
MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


def joined(first: str, second: str, end: str = "\n", *, marks: bool = False) -> bytes:
    parts = ((FIRST, first), (SECOND, second))
    return b"".join(
        (MARKS.get(codec, b"") if marks else b"") + text.replace("\n", end).encode(codec) for text, codec in parts
    )


@pytest.mark.parametrize("marks", [False, True], ids=["", "marked"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(("first", "second"), list(permutations(CODECS, 2)))
def test_each_part_is_read_in_its_own(first: str, second: str, end: str, marks: bool) -> None:
    data = joined(first, second, end, marks=marks)  # was: exit 0, and letters that nobody can read in a record
    document = dxlist.parse(data)
    (further,) = document.document.further_encodings
    begins = len(data) - len(SECOND.replace("\n", end).encode(second))
    mark = len(MARKS.get(second, b"")) if marks else 0
    assert (further.line, further.byte, further.encoding) == (7, begins - mark + 1, second)
    assert document.document.encoding == first
    assert [row.project_name for row in document] == NAMES
    assert [row.line for row in document] == list(range(2, 10))
    assert not document.leftovers


MORE = [
    # name, bytes, (line, encoding) of each change
    ("one row of another", FIRST.encode() + SECOND.splitlines(keepends=True)[0].encode("cp932"), [(7, "cp932")]),
    ("a mark and a blank line", codecs.BOM_UTF8 + b"\n" + FIRST.encode() + SECOND.encode("cp932"), [(8, "cp932")]),
    ("no line end behind it", FIRST.encode() + SECOND[:-1].encode("cp932"), [(7, "cp932")]),
    ("a blank line between", FIRST.encode("cp932") + b"\n" + SECOND.encode(), [(8, "utf-8")]),
    ("the line ends of Macintosh", joined("utf-8", "cp932", "\r"), [(7, "cp932")]),
    ("there and back", joined("utf-8", "cp932") + SECOND.encode(), [(7, "cp932"), (10, "utf-8")]),
    ("three", joined("cp932", "utf-8") + SECOND.encode("utf-16"), [(7, "utf-8"), (10, "utf-16-le")]),
    ("a NUL in it", FIRST.encode().replace(b"1(1) ", b"1(1)\0") + SECOND.encode("cp932"), [(7, "cp932")]),
    ("padded", joined("utf-8", "cp932") + bytes(512), [(7, "cp932")]),
]


@pytest.mark.parametrize(("name", "data", "changes"), MORE, ids=[case[0] for case in MORE])
def test_where_the_others_begin(name: str, data: bytes, changes: list[tuple[int, str]]) -> None:
    info = dxlist.parse(data).document
    assert [(further.line, further.encoding) for further in info.further_encodings] == changes, name


WITHIN = [
    # name, bytes, what the message says: a row of both is no row
    ("utf-8, cp932", FIRST[:-1].encode() + SECOND.encode("cp932"), ":6: ", "from utf-8 to cp932"),
    ("cp932, utf-8", FIRST[:-1].encode("cp932") + SECOND.encode(), ":6: ", "from cp932 to utf-8"),
    ("utf-8, utf-16", FIRST[:-1].encode() + SECOND.encode("utf-16"), ":6: ", "from utf-8 to utf-16-le"),
    ("utf-16, utf-8", FIRST[:-1].encode("utf-16") + SECOND.encode(), ":6: ", "from utf-16-le to utf-8"),
]


@pytest.mark.parametrize(("name", "data", "place", "says"), WITHIN, ids=[case[0] for case in WITHIN])
def test_they_meet_within_a_line(name: str, data: bytes, place: str, says: str) -> None:
    with pytest.raises(UnreadableInputError) as caught:
        dxlist.parse(data)
    assert place in caught.value.message("en"), name
    assert says in caught.value.problem.en
    assert "two files" in caught.value.remedy.en


@pytest.mark.parametrize("codec", CODECS)
def test_a_list_in_one_is_in_one(codec: str) -> None:
    data = SHIPPED.read_text("utf-8").replace("～", "〜").encode(codec)
    assert dxlist.parse(data).document.further_encodings == []


def test_an_encoding_that_was_asked_for_is_not_believed_beyond_its_part() -> None:
    info = dxlist.parse(joined("cp932", "utf-8"), encoding="cp932").document
    assert [(further.line, further.encoding) for further in info.further_encodings] == [(7, "utf-8")]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    path = tmp_path / "mixed.tsv"
    path.write_bytes(joined("utf-8", "cp932"))
    return path


def test_parse_writes_the_rows_and_says_it(mixed: Path) -> None:
    for more in ([], ["--check"], ["--format", "jsonl"], ["--quiet"]):
        done = call("parse", str(mixed), "--output", str(mixed.parent), *more)
        assert done.code == 1
        assert "mixed.tsv:7: from this line on the text is in cp932, before it in utf-8." in done.err
    written = json.loads((mixed.parent / "mixed.json").read_text("utf-8"))
    assert [row["project_name"] for row in written["initiatives"]] == NAMES
    assert written["document"]["further_encodings"] == [
        {"line": 7, "byte": len(FIRST.encode()) + 1, "encoding": "cp932"}
    ]


def test_validate_finds_it(mixed: Path) -> None:
    done = call("validate", str(mixed), "--select", "DX128")
    assert done.code == 1
    assert "mixed.tsv:7: DX128 error" in done.out.decode()
