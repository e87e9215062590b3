"""``detect_encoding``: bytes -> the encoding that a strict decode of all of them proves.

The order, measured on lists of Japanese governments: byte-order mark, escapes of ISO-2022-JP, strict UTF-8, then what
chardet proposes held against the other encodings that decode strictly. chardet's confidence on short tables is low
(0.03 on valid CP932), so the plausibility of the text decides, and a close call is said. Everything runs in blocks.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dxlist.errors import UnreadableInputError
from dxlist.model.stages import Encoding
from dxlist.reading.plausibility import SAMPLE, plausibility
from dxlist.reading.sources import BLOCK
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.reading.sources import ByteSource

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; UTF-32 before UTF-16, whose mark it begins with."""

ISO_2022_JP = ("iso2022_jp_2004", "iso2022_jp_ext", "iso2022_jp_2")
"""Codecs of ISO-2022-JP, the widest first."""

SUPERSETS = {
    "shift_jis": "cp932",
    "shift_jis_2004": "cp932",
    "euc_jp": "euc_jis_2004",
    "iso2022_jp": "iso2022_jp_2004",
    "utf-8-sig": "utf-8",
}
"""Codec as asked for -> the one that also reads what publishers add to it."""

CLOSE_CALL = 0.05
"""Two encodings whose plausibility differs by less are a close call."""

_SIGNATURES: tuple[tuple[bytes, Bilingual, Bilingual], ...] = (
    (
        b"PK\x03\x04",
        Bilingual("Excelブック（.xlsx）などの圧縮ファイルです。", "this is a workbook (.xlsx) or another zip file."),
        Bilingual("Excelで「CSV UTF-8」として保存し直してください。", 'Save it in Excel as "CSV UTF-8" and give that.'),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        Bilingual("古い形式のExcelブック（.xls）などです。", "this is an old workbook (.xls) or the like."),
        Bilingual("Excelで「CSV UTF-8」として保存し直してください。", 'Save it in Excel as "CSV UTF-8" and give that.'),
    ),
    (
        b"%PDF",
        Bilingual("PDFです。", "this is a PDF."),
        Bilingual("表をタブ区切りテキストに書き出してください。", "Export its tables as tab-separated text."),
    ),
)
_TRY_ENCODING = Bilingual(
    "文字コードが分かる場合は --encoding で指定してください。", "Give the encoding with --encoding where it is known."
)
_ESCAPE = re.compile(rb"\x1b(?:\$[@B(]|\([JI])")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufffe\uffff]")
_HEAD = 65536
_LETTERS_PER_FAILURE = 20
_CHARDET_BYTES = 1 << 20


def detect_encoding(source: ByteSource, wanted: str | None = None) -> Encoding:
    """Return the encoding of ``source`` (or the one ``wanted``), after a strict decode of all of it.

    Raises:
        UnreadableInputError: empty, binary, cut inside a character, or in no encoding that fits.
    """
    head = _head(source)
    mark = next((name for mark, name in MARKS if head.startswith(mark)), None)
    if wanted or mark:
        return _proved(_trial(source, _codec(source, wanted) if wanted else mark or ""), marked=mark is not None)
    if any(_ESCAPE.search(block) for block in _blocks(source)):
        return _proved(min((_trial(source, codec) for codec in ISO_2022_JP), key=_Trial.rank))
    if b"\x00" in head:
        return _proved(min((_trial(source, codec) for codec in ("utf-16-le", "utf-16-be")), key=_Trial.rank))
    utf_8 = _trial(source, "utf-8")
    return _proved(utf_8) if utf_8.failed_at is None else _eight_bit(source, utf_8)


@dataclass(frozen=True, slots=True)
class _Trial:
    """One strict decode of a whole source."""

    source: ByteSource
    codec: str
    failed_at: int | None
    """0-based byte of the first failure."""
    line: int
    """1-based line of the failure."""
    at_end: bool
    """The bytes end inside a character."""
    control: int | None
    """1-based line of the first control character: a binary file."""
    plausible: float

    def rank(self) -> tuple[bool, float]:
        """Order trials: those that decode first, then the more plausible."""
        return self.failed_at is not None, -self.plausible


def _head(source: ByteSource) -> bytes:
    with source.open() as stream:
        head = stream.read(_HEAD)
    if not head.strip():
        problem = Bilingual("空のファイルです。", "the file is empty.")
        raise UnreadableInputError(
            source.name, problem, Bilingual("一覧のファイルを指定してください。", "Give a file that holds a list.")
        )
    for signature, problem, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise UnreadableInputError(source.name, problem, remedy)
    return head


def _blocks(source: ByteSource) -> Iterator[bytes]:
    with source.open() as stream:
        while block := stream.read(BLOCK):
            yield block


def _codec(source: ByteSource, wanted: str) -> str:
    try:
        name = codecs.lookup(wanted).name
        "".encode(name)
    except LookupError:
        problem = Bilingual(f"文字コード「{wanted}」は知られていません。", f'the encoding "{wanted}" is not known.')
        remedy = Bilingual(
            "例: utf-8, cp932, euc-jp, iso-2022-jp, utf-16", "Try utf-8, cp932, euc-jp, iso-2022-jp, utf-16."
        )
        raise UnreadableInputError(source.name, problem, remedy) from None
    return SUPERSETS.get(name, name)


def _trial(source: ByteSource, codec: str) -> _Trial:
    """Decode everything strictly with ``codec``; note where it fails and how the text looks."""
    decoder = codecs.getincrementaldecoder(codec)(errors="strict")
    done, lines, control, sample = 0, 1, None, ""
    for block in _with_end(_blocks(source)):
        held = len(decoder.getstate()[0])
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            line = lines + error.object[: error.start].count(b"\n")
            at_end = not block or "unexpected end" in error.reason
            return _Trial(source, codec, done - held + error.start, line, at_end, control, plausibility(sample))
        if control is None and (found := _CONTROL.search(text)):
            control = lines + text.count("\n", 0, found.start())
        done, lines = done + len(block), lines + text.count("\n")
        if codec != "utf-8" and len(sample) < SAMPLE and not text.isascii():
            sample += text[:SAMPLE]
    return _Trial(source, codec, None, 0, False, control, plausibility(sample))


def _with_end(blocks: Iterator[bytes]) -> Iterator[bytes]:
    yield from blocks
    yield b""


def _eight_bit(source: ByteSource, utf_8: _Trial) -> Encoding:
    """Choose between CP932 and EUC-JP; say that UTF-8 is broken where that is what the bytes are."""
    names = dict.fromkeys((*_proposed(source), "cp932", "euc_jis_2004"))
    trials = sorted((_trial(source, name) for name in names), key=_Trial.rank)
    best, *others = [t for t in trials if t.failed_at is None and t.control is None] or [utf_8]
    if best is utf_8 or _is_broken_utf_8(utf_8, best):
        raise _undecodable(max((utf_8, *trials), key=lambda t: t.failed_at or 0))
    rivals = [t.codec for t in others if best.plausible - t.plausible < CLOSE_CALL]
    return _proved(best, rival=next(iter(rivals), None))


def _proposed(source: ByteSource) -> list[str]:
    """Return what chardet makes of the blocks that are not plain ASCII."""
    from chardet.detector import UniversalDetector  # noqa: PLC0415 - 0.1 s that UTF-8 need not pay

    published_in = ("cp932", "euc_jis_2004", "utf-16-le", "utf-16-be", "shift_jis_2004", "utf-8")
    detector = UniversalDetector(max_bytes=_CHARDET_BYTES, include_encodings=published_in, no_match_encoding="cp932")
    for block in _blocks(source):
        if not block.isascii():
            detector.feed(block)
    name = detector.close()["encoding"]
    return [SUPERSETS.get(codecs.lookup(name).name, codecs.lookup(name).name)] if name else []


def _is_broken_utf_8(utf_8: _Trial, best: _Trial) -> bool:
    """Return whether the bytes are UTF-8 but for a few: then no other decoding may pass for the text."""
    with utf_8.source.open() as stream:
        data = stream.read(BLOCK)
    text = data.decode("utf-8", errors="replace")
    wide = sum(map(str.isalpha, text)) - sum(c.isascii() and c.isalpha() for c in text)
    return wide > _LETTERS_PER_FAILURE * text.count("\ufffd") and plausibility(text) > best.plausible


def _proved(trial: _Trial, *, marked: bool = False, rival: str | None = None) -> Encoding:
    """Return the encoding of a trial that decoded everything to text; else raise."""
    if trial.failed_at is not None:
        raise _undecodable(trial)
    if trial.control is not None:
        place = f"{trial.source.name}:{trial.control}"
        problem = Bilingual(
            "テキストではなくバイナリーファイルのようです（制御文字があります）。",
            "this looks binary (it holds control characters).",
        )
        raise UnreadableInputError(place, problem, _TRY_ENCODING)
    return Encoding(trial.codec, marked, rival)


def _undecodable(trial: _Trial) -> UnreadableInputError:
    byte = (trial.failed_at or 0) + 1
    place = f"{trial.source.name}:{trial.line}"
    if trial.at_end:
        problem = Bilingual(
            f"{byte}バイト目で文字の途中で切れています（{trial.codec}）。",
            f"the file ends inside a character at byte {byte} ({trial.codec}).",
        )
        remedy = Bilingual("元のファイルを取り直してください。", "Fetch the file again: it was cut.")
        return UnreadableInputError(place, problem, remedy)
    problem = Bilingual(
        f"{byte}バイト目が {trial.codec} として読めません。UTF-8、CP932、EUC-JP を試しました。",
        f"byte {byte} is not {trial.codec}; UTF-8, CP932 and EUC-JP were tried.",
    )
    return UnreadableInputError(place, problem, _TRY_ENCODING)
