"""Control characters in a text: the list is read, they are named and counted; what is no text is refused as such."""

import pytest

import dxlist
from dxlist.document import ListReader
from dxlist.errors import UnreadableInputError
from dxlist.reading.sources import BLOCK, source_of
from tests.reading.joined import FIRST, HEADER, NAMES

ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "euc_jis_2004", "utf-16", "utf-16-le", "utf-16-be", "iso2022_jp_2004")
NAMED = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}
MIDDLE = FIRST.index("を拡大する")
PLACES = [
    # what it was: "inside a character (utf-16-le): it was cut", "looks binary", "byte 15 is not utf-16-le"
    ("a NUL in a cell", MIDDLE, "\0", 1, 2),
    ("NULs in a cell", MIDDLE, "\0" * 7, 7, 2),
    ("BEL in a cell", MIDDLE, "\a", 1, 2),
    ("VT in a cell", MIDDLE, "\x0b", 1, 2),
    ("FF between rows", FIRST.index("2 行政"), "\x0c", 1, 3),
    ("ESC in a cell", MIDDLE, "\x1b", 1, 2),
    ("a record separator", MIDDLE, "\x1e", 1, 2),
    ("DEL", MIDDLE, "\x7f", 1, 2),
    ("NULs behind the last line", len(FIRST), "\0" * 512, 512, 7),
    ("an odd number of them", len(FIRST), "\0" * 511, 511, 7),
    ("NULs behind the last cell", len(FIRST) - 1, "\0" * 64, 64, 6),
    ("the end of a file of DOS", len(FIRST), "\x1a", 1, 7),
    ("a NUL before the header", 0, "\0", 1, 1),
    ("a line of NULs", FIRST.index("3 行政"), "\0" * 32 + "\n", 32, 4),
]


READ = [
    pytest.param(case, codec, id=f"{case[0]}-{codec}")
    for case in PLACES
    for codec in ENCODINGS
    if not (case[2] == "\x1b" and codec.startswith("iso2022"))  # it begins an escape there
]


@pytest.mark.parametrize(("case", "codec"), READ)
def test_the_list_is_read_and_the_character_named(case: tuple[str, int, str, int, int], codec: str) -> None:
    name, at, text, count, line = case
    data = (FIRST[:at] + text + FIRST[at:]).encode(codec)
    info = dxlist.parse(data).document
    (control,) = info.control_characters
    assert control.model_dump() == {"character": f"U+{ord(text[0]):04X}", "count": count, "line": line}, name
    assert info.encoding == NAMED.get(codec, codec)
    assert not info.further_encodings


@pytest.mark.parametrize("codec", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("padding", ["", "\0" * 300, "\x1a", "\x1a" + "\0" * 99, "\n\0\0\0", "\r\n\x1a"], ids=repr)
def test_what_pads_the_end_is_no_row_and_no_cell(padding: str, end: str, codec: str) -> None:
    text = FIRST.replace("\n", end) + padding
    document = dxlist.parse(text.encode(codec))
    assert [row.project_name for row in document] == NAMES[:5]
    assert document.initiatives[-1].kpi_text == "50件"
    assert not document.leftovers
    assert bool(document.document.control_characters) == bool(padding)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le"])
def test_the_line_is_right_behind_the_first_block(codec: str) -> None:
    rows = BLOCK // len(FIRST.encode(codec)) + 1
    body = FIRST.removeprefix(HEADER)
    text = HEADER + body * rows
    at = text.rindex("対象")
    reading = ListReader(source_of((text[:at] + "\0" + text[at:]).encode(codec)))
    assert sum(1 for _ in reading.found.rows) == text.count("\n")
    assert reading.found.controls == {"\0": (1, text.count("\n"))}


def test_controls_of_the_second_half_of_latin_1() -> None:
    data = FIRST.replace("を拡大", "\x85を\x9f拡大", 1).encode()
    assert [c.character for c in dxlist.parse(data).document.control_characters] == ["U+0085", "U+009F"]


def test_a_list_without_them_has_none() -> None:
    assert dxlist.parse(FIRST.encode()).document.control_characters == []


BINARY = [
    # name, bytes, what is said of them
    ("numbers", bytes(range(32)) * 40, "looks binary"),
    ("a struct", b"\x01\0\0\0list\x02\0\0\0\x03\x04\x05\x06" * 30, "looks binary"),
    ("nothing but NULs", bytes(4096), "empty"),
    ("a mark alone", b"\xff\xfe", "empty"),
    ("blank lines and the end of DOS", b"\r\n\r\n\x1a", "empty"),
]


@pytest.mark.parametrize(("name", "data", "says"), BINARY, ids=[case[0] for case in BINARY])
def test_what_is_no_text_is_refused(name: str, data: bytes, says: str) -> None:
    with pytest.raises(UnreadableInputError) as caught:
        dxlist.parse(data)
    assert says in caught.value.problem.en, name
    assert "--encoding" not in caught.value.remedy.en
