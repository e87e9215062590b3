"""Files that are no text, whatever their name ends in: each is named for what it is, with what to do."""

import bz2
import gzip
import io
import lzma
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import pytest

import dxlist
from dxlist.errors import UnreadableInputError
from tests.reading.joined import FIRST

LIST = FIRST.encode()


def zipped(*names: str, mimetype: str = "") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, LIST)
    return stream.getvalue()


def tarred() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo("list.tsv")
        member.size = len(LIST)
        archive.addfile(member, io.BytesIO(LIST))
    return stream.getvalue()


def database() -> bytes:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE list (project TEXT)")
        return connection.serialize()


FORMS = [
    # name, bytes, what it is, what to do
    ("gz", gzip.compress(LIST), "compressed file (.gz)", "gzip -d"),  # was: "byte 2 is not utf-16-le"
    ("bz2", bz2.compress(LIST), "(.bz2)", "bzip2 -d"),
    ("xz", lzma.compress(LIST), "(.xz)", "xz -d"),
    ("zst", b"\x28\xb5\x2f\xfd\x04" + bytes(30), "(.zst)", "zstd -d"),
    ("lz4", b"\x04\x22\x4d\x18\x64" + bytes(30), "(.lz4)", "lz4 -d"),
    ("7z", b"7z\xbc\xaf\x27\x1c\0\x04" + bytes(30), "(.7z)", "7z x"),
    ("rar", b"Rar!\x1a\x07\x01\0" + bytes(30), "(.rar)", "unrar x"),
    ("lzh", b"\x1c\x2a-lh5-" + bytes(30), "(.lzh)", "lha x"),
    ("cab", b"MSCF" + bytes(30), "(.cab)", "cabextract"),
    ("tar", tarred(), "(.tar)", "tar -xf"),
    ("zip", zipped("list.tsv"), "compressed file (.zip)", "unzip"),
    ("empty zip", zipped(), "(.zip)", "unzip"),
    ("xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "workbook (.xlsx)", "CSV UTF-8"),
    ("docx", zipped("[Content_Types].xml", "word/document.xml"), "Word document (.docx)", "tab-separated"),
    ("pptx", zipped("ppt/presentation.xml"), "PowerPoint", "tab-separated"),
    ("ods", zipped("a.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"), "(.ods)", "CSV"),
    ("odt", zipped("a.xml", mimetype="application/vnd.oasis.opendocument.text"), "(.odt)", "tab-separated"),
    ("a cut zip", zipped("xl/workbook.xml")[:60], "workbook (.xlsx) or another zip file", "CSV UTF-8"),
    ("xls, doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old workbook (.xls) or Word", "CSV UTF-8"),
    ("pdf", b"%PDF-1.7\n" + LIST, "PDF", "tab-separated"),
    ("rtf", b"{\\rtf1\\ansi " + LIST, "rich text", "tab-separated"),
    ("sqlite", database(), "SQLite database", "CSV"),
    ("parquet", b"PAR1" + bytes(40), "Parquet", "CSV"),
    ("png", b"\x89PNG\r\n\x1a\n" + bytes(40), "picture (PNG)", "holds a list"),
    ("jpeg", b"\xff\xd8\xff\xe0" + bytes(40), "picture (JPEG)", "holds a list"),
    ("gif", b"GIF89a" + bytes(40), "picture (GIF)", "holds a list"),
    ("program", b"\x7fELF" + bytes(40), "program", "holds a list"),
]


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".txt"])
@pytest.mark.parametrize("case", FORMS, ids=[case[0] for case in FORMS])
def test_refused_by_name(case: tuple[str, bytes, str, str], suffix: str, tmp_path: Path) -> None:
    name, data, is_a, remedy = case
    path = tmp_path / f"list{suffix}"
    path.write_bytes(data)
    with pytest.raises(UnreadableInputError) as caught:
        dxlist.parse(path)
    error = caught.value
    assert is_a in error.problem.en, name
    assert remedy in error.remedy.en
    assert error.place == str(path)
    assert error.message("ja") != error.message("en")
