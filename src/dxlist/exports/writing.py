"""``whole_file``, ``whole_folder``: what appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dxlist.errors import WriteError
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PART = ".part"


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing beside ``path`` and put it in that place when the block ends well.

    Whatever goes wrong within, and also when the process dies, what stood at ``path`` before is whole.  The folder is
    made where it is missing; a file that stood there keeps its permissions.  A device or a pipe is never replaced: it
    is written to.

    Raises:
        WriteError: the folder or the file cannot be written, or the disk is full.
    """
    if _is_no_file(path):
        with _written_to(path) as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{target.name}.{os.urandom(4).hex()}{_PART}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _keep_permissions(target, part)
        part.replace(target)
    except OSError as error:
        _remove(part)
        raise _write_error(path, error) from error
    except BaseException:
        _remove(part)
        raise


def whole_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files beside ``path`` and put it in that place; what stood there before is gone then, or whole.

    Raises:
        WriteError: the folder or a file of it cannot be written, or the disk is full.
    """
    target = Path(os.path.realpath(path))
    mark = os.urandom(4).hex()
    part, before = (target.with_name(f".{target.name}.{mark}{end}") for end in (_PART, _BEFORE))
    try:
        part.mkdir(parents=True)
        for name, data in files.items():
            _write_through(part / name, data)
        if target.exists():
            target.replace(before)
        part.replace(target)
    except OSError as error:
        _put_back(before, target)
        raise _write_error(path, error) from error
    except BaseException:
        _put_back(before, target)
        raise
    finally:
        shutil.rmtree(part, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)


_BEFORE = ".before"


def _put_back(before: Path, target: Path) -> None:
    with suppress(OSError):
        if before.exists() and not target.exists():
            before.replace(target)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _is_no_file(path: Path) -> bool:
    with suppress(OSError):
        mode = Path(path).stat().st_mode
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
    return False


@contextmanager
def _written_to(path: Path) -> Iterator[IO[bytes]]:
    try:
        with Path(path).open("wb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _write_error(path, error) from error


def _keep_permissions(target: Path, part: Path) -> None:
    with suppress(OSError):
        part.chmod(target.stat().st_mode & 0o7777)


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _write_error(path: Path, error: OSError) -> WriteError:
    why, what_to_do = next((texts for kind, texts in _REASONS if isinstance(error, kind)), _OTHER)
    reason = Bilingual(why.ja.format(error.strerror), why.en.format(error.strerror))
    return WriteError(str(path), reason, what_to_do)


_REASONS: tuple[tuple[tuple[type[OSError], ...], tuple[Bilingual, Bilingual]], ...] = (
    (
        (PermissionError,),
        (
            Bilingual(
                "書き込めません（権限がないか、Excelなどで開かれています）。",
                "cannot be written (no permission, or it is open in Excel).",
            ),
            Bilingual(
                "開いているプログラムを閉じるか、--output で別のフォルダーを指定してください。",
                "Close the program that has it open, or give another folder with --output.",
            ),
        ),
    ),
    (
        (IsADirectoryError,),
        (
            Bilingual("同じ名前のフォルダーがあるため書けません。", "cannot be written: a folder has this name."),
            Bilingual(
                "フォルダーの名前を変えるか、--output で別のフォルダーを指定してください。",
                "Rename the folder, or give another place with --output.",
            ),
        ),
    ),
    (
        (FileExistsError, NotADirectoryError),
        (
            Bilingual("出力先のフォルダーがフォルダーではなくファイルです。", "the folder to write into is a file."),
            Bilingual("--output にはフォルダーを指定してください。", "Give a folder with --output."),
        ),
    ),
)
_OTHER = (
    Bilingual(
        "書き込めません（{}）。以前のファイルはそのまま残っています。",
        "cannot be written ({}); what stood there before is whole.",
    ),
    Bilingual("ディスクの空き容量と出力先を確かめてください。", "Check the free space and the place."),
)
