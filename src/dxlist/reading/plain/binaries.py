"""``refuse_binary``: first bytes that no text begins with -> an error that names what they are and what to do."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import UnreadableInputError
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.reading.sources import ByteSource

_SAVE_AS_CSV = Bilingual(
    "Excelで「CSV UTF-8」として保存し直してください。", 'Save it in Excel as "CSV UTF-8" and give that.'
)
_EXPORT = Bilingual("表をタブ区切りテキストに書き出してください。", "Export its tables as tab-separated text.")
_OTHER_FILE = Bilingual("一覧のファイルを指定してください。", "Give a file that holds a list.")


class _FormOfFile(NamedTuple):
    """Bytes by which a form of file is known."""

    at: int
    """0-based."""
    bytes: bytes
    problem: Bilingual
    remedy: Bilingual


def _compressed(name: str, program: str) -> tuple[Bilingual, Bilingual]:
    """Return what is said of a compressed file, and the command that takes the list out of it."""
    return (
        Bilingual(f"圧縮ファイル（{name}）です。", f"this is a compressed file ({name})."),
        Bilingual(
            f"展開して（例: {program}）、中の一覧を指定してください。",
            f"Decompress it ({program}) and give the list that it holds.",
        ),
    )


def _picture(name: str) -> tuple[Bilingual, Bilingual]:
    return Bilingual(f"画像（{name}）です。", f"this is a picture ({name})."), _OTHER_FILE


_WORKBOOK = Bilingual("Excelブック（.xlsx）です。", "this is a workbook (.xlsx).")
_ZIP = Bilingual("Excelブック（.xlsx）などの圧縮ファイルです。", "this is a workbook (.xlsx) or another zip file.")
_CALC = Bilingual("LibreOfficeの表計算ファイル（.ods）です。", "this is a LibreOffice spreadsheet (.ods).")
_WORD = Bilingual("Word文書（.docx）です。", "this is a Word document (.docx).")
_SLIDES = Bilingual("PowerPoint（.pptx）です。", "this is a PowerPoint file (.pptx).")
_TEXT_DOCUMENT = Bilingual("LibreOfficeの文書（.odt）です。", "this is a LibreOffice document (.odt).")
_OFFICE_97 = Bilingual(
    "古い形式のExcelブック（.xls）、Word文書（.doc）、またはパスワード付きのブックです。",
    "this is an old workbook (.xls) or Word document (.doc), or a workbook with a password.",
)
_DATABASE = Bilingual("SQLiteのデータベースです。", "this is an SQLite database.")
_TO_CSV = Bilingual("表をCSVに書き出してください。", "Export its table as CSV.")
_PROGRAM = Bilingual("プログラムのファイルです。", "this is a program.")

_SIGNATURES = (
    _FormOfFile(0, b"\xd0\xcf\x11\xe0", _OFFICE_97, _SAVE_AS_CSV),
    _FormOfFile(0, b"%PDF", Bilingual("PDFです。", "this is a PDF."), _EXPORT),
    _FormOfFile(0, b"{\\rtf", Bilingual("リッチテキスト（.rtf）です。", "this is rich text (.rtf)."), _EXPORT),
    _FormOfFile(0, b"\x1f\x8b", *_compressed(".gz", "gzip -d")),
    _FormOfFile(0, b"\x1f\x9d", *_compressed(".Z", "uncompress")),
    _FormOfFile(0, b"BZh", *_compressed(".bz2", "bzip2 -d")),
    _FormOfFile(0, b"\xfd7zXZ\x00", *_compressed(".xz", "xz -d")),
    _FormOfFile(0, b"\x28\xb5\x2f\xfd", *_compressed(".zst", "zstd -d")),
    _FormOfFile(0, b"\x04\x22\x4d\x18", *_compressed(".lz4", "lz4 -d")),
    _FormOfFile(0, b"7z\xbc\xaf\x27\x1c", *_compressed(".7z", "7z x")),
    _FormOfFile(0, b"Rar!\x1a\x07", *_compressed(".rar", "unrar x")),
    _FormOfFile(0, b"MSCF\x00\x00\x00\x00", *_compressed(".cab", "cabextract")),
    _FormOfFile(2, b"-lh", *_compressed(".lzh", "lha x")),
    _FormOfFile(257, b"ustar", *_compressed(".tar", "tar -xf")),
    _FormOfFile(0, b"SQLite format 3\x00", _DATABASE, _TO_CSV),
    _FormOfFile(0, b"PAR1", Bilingual("Parquetのファイルです。", "this is a Parquet file."), _TO_CSV),
    _FormOfFile(0, b"\x89PNG\r\n\x1a\n", *_picture("PNG")),
    _FormOfFile(0, b"\xff\xd8\xff", *_picture("JPEG")),
    _FormOfFile(0, b"GIF8", *_picture("GIF")),
    _FormOfFile(0, b"II*\x00", *_picture("TIFF")),
    _FormOfFile(0, b"MM\x00*", *_picture("TIFF")),
    _FormOfFile(0, b"\x7fELF", _PROGRAM, _OTHER_FILE),
    _FormOfFile(0, b"MZ\x90\x00", _PROGRAM, _OTHER_FILE),
)
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IN_ZIP: tuple[tuple[str, Bilingual, Bilingual], ...] = (
    ("xl/", _WORKBOOK, _SAVE_AS_CSV),
    ("word/", _WORD, _EXPORT),
    ("ppt/", _SLIDES, _EXPORT),
)
"""What a name in a zip file begins with."""
_OPEN_DOCUMENT: tuple[tuple[bytes, Bilingual, Bilingual], ...] = (
    (b"application/vnd.oasis.opendocument.spreadsheet", _CALC, _TO_CSV),
    (b"application/vnd.oasis.opendocument.text", _TEXT_DOCUMENT, _EXPORT),
)
"""What the file ``mimetype`` of a zip file begins with."""


_NOTHING = b" \t\r\n\x0b\x0c\x00\x1a" + codecs.BOM_UTF8 + codecs.BOM_UTF16
"""Blanks, padding, the end of a file of DOS, byte-order marks."""


def refuse_binary(source: ByteSource, head: bytes) -> None:
    """Raise where the first bytes are of no text, whatever the file's name ends in.

    Raises:
        UnreadableInputError: there is nothing in it, or it is a file of another form.
    """
    if not head.strip(_NOTHING):
        raise UnreadableInputError(source.name, Bilingual("空のファイルです。", "the file is empty."), _OTHER_FILE)
    if head.startswith(_ZIPS):
        raise UnreadableInputError(source.name, *_kind_of_zip(source))
    for known in _SIGNATURES:
        if head.startswith(known.bytes, known.at):
            raise UnreadableInputError(source.name, known.problem, known.remedy)


def _kind_of_zip(source: ByteSource) -> tuple[Bilingual, Bilingual]:
    """Return what a zip file is, by the names in it, and what to do."""
    import zipfile  # noqa: PLC0415 - no text needs it

    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError):
        return _ZIP, _SAVE_AS_CSV  # cut, or with a password
    for mimetype, problem, remedy in _OPEN_DOCUMENT:
        if kind.startswith(mimetype):
            return problem, remedy
    for begin, problem, remedy in _IN_ZIP:
        if any(name.startswith(begin) for name in names):
            return problem, remedy
    return _compressed(".zip", "unzip")
