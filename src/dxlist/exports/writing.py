"""``whole_file``, ``whole_files``, ``whole_folder``: what appears whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from dxlist.errors import WriteError
from dxlist.exports.parts import part_file, part_folder, put_folder
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


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
    with _errors_of(path):
        target = Path(os.path.realpath(path))
        with part_file(target.parent) as (part, stream):
            yield stream
            _finish(stream, part, target)
            part.replace(target)


def whole_files(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write files that belong together: all are written beside their places before the first is put there.

    Each of them is whole at every moment, as by :func:`whole_file`.  No system puts several there in one step: a
    process that is killed in the moment between two of them leaves new files beside old ones.

    Raises:
        WriteError: one of them cannot be written; all that stood there before stands there.
    """
    with ExitStack() as parts:
        written = list[tuple[Path, Path, Path]]()
        for path, data in files:
            if _is_no_file(path):
                with _written_to(path) as stream:
                    stream.write(data)
                continue
            with _errors_of(path):
                target = Path(os.path.realpath(path))
                part, stream = parts.enter_context(part_file(target.parent))
                stream.write(data)
                _finish(stream, part, target)
                written.append((path, part, target))
        for path, part, target in written:
            with _errors_of(path):
                part.replace(target)


def whole_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files beside ``path`` and put it in that place; what stood there before is gone then, or whole.

    Raises:
        WriteError: the folder or a file of it cannot be written, or the disk is full.
    """
    with _errors_of(path):
        target = Path(os.path.realpath(path))
        with part_folder(target) as part:
            for name, data in files.items():
                _write_through(part / name, data)
            put_folder(part, target)


@contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _write_error(path, error) from error


def _finish(stream: IO[bytes], part: Path, target: Path) -> None:
    """Bring a part to the disk, with the permissions of the file whose place it will take."""
    stream.flush()
    os.fsync(stream.fileno())
    with suppress(FileNotFoundError):
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with suppress(OSError):
            part.chmod(mode & 0o7777)
    if sys.platform == "win32":  # which renames no open file; elsewhere it stays locked until it has its place
        stream.close()


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
