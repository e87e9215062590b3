"""What is raised when dxlist cannot go on: the place, what is wrong, what to do next."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from typing import TYPE_CHECKING

from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import shortened, visible

if TYPE_CHECKING:
    from pydantic import ValidationError

    from dxlist.text.bilingual import Language


class DxlistError(Exception):
    """The work cannot go on; nothing was written for this input.

    Args:
        place: the file, with line or byte where there is one ("a.tsv:12").
        problem: what is wrong.
        remedy: what the user can do next.

    >>> import dxlist
    >>> try:
    ...     dxlist.parse("nowhere.tsv")
    ... except dxlist.DxlistError as error:
    ...     print(error.place, error.message("ja"), sep="; ")
    nowhere.tsv; nowhere.tsv: ファイルがありません。パスを確かめてください。
    """

    def __init__(self, place: str, problem: Bilingual, remedy: Bilingual) -> None:
        super().__init__(f"{place}: {problem.en} {remedy.en}")
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way from one process to another, whatever the subclass takes to be made."""
        return _error_of, (type(self), self.args, self.__dict__)

    def message(self, language: Language) -> str:
        """Return the whole message, one paragraph, in ``language``."""
        blank = "" if language == "ja" else " "
        return (
            f"{shortened(self.place, _LONGEST_PLACE)}: {self.problem.text(language)}{blank}{self.remedy.text(language)}"
        )


_LONGEST_PLACE = 600
"""Letters; a path that is longer keeps its beginning and its end."""


class UsageError(DxlistError):
    """What was asked for cannot be done at all; nothing was read."""


def _error_of(kind: type[DxlistError], args: tuple[object, ...], fields: dict[str, object]) -> DxlistError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(fields)
    return error


class UnreadableInputError(DxlistError):
    """The bytes are no text that a government publishes: binary, cut, empty, of an unknown encoding."""


class NoTableError(DxlistError):
    """The text holds no table, or one whose header is not known."""


class NoListError(NoTableError):
    """Nothing in the text looks like a table."""


class SidecarError(DxlistError):
    """The sidecar ``.toml`` beside a list is malformed or says something that cannot be."""


class WriteError(DxlistError):
    """A file could not be written; what stood there before is whole."""


class NoPlainFileError(OSError):
    """A pipe, a device or a socket stands where a file is expected."""


class DecisionError(DxlistError):
    """The file of decisions is malformed, or two of its decisions contradict each other."""


def why_unreadable(error: OSError) -> Bilingual:
    """Say why the system does not give a file to read, in one sentence."""
    if isinstance(error, FileNotFoundError):
        return Bilingual("ファイルがありません。", "there is no such file.")
    if isinstance(error, PermissionError):
        return Bilingual("読み取る権限がありません。", "no permission to read it.")
    if isinstance(error, IsADirectoryError):
        return Bilingual("フォルダーです。", "this is a folder.")
    if isinstance(error, NoPlainFileError):
        return Bilingual(
            "普通のファイルではありません（パイプ、装置、ソケットなど）。",
            "this is no plain file (a pipe, a device, a socket).",
        )
    if error.errno == errno.ELOOP:
        return Bilingual("リンクが輪になっていて、どこにも着きません。", "its links lead round in a circle.")
    reason = error.strerror or str(error)
    return Bilingual(f"読み取れません（{reason}）。", f"it cannot be read ({reason}).")


def first_invalid(error: ValidationError) -> str:
    """Return the place of the first value that a model refuses, and why: both are the same in both languages."""
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'JSON'}: {first['msg']}"


def no_toml(error: Exception) -> Bilingual:
    """Say that a text is no TOML; beside malformed text, a number may be too long and brackets too deep."""
    return Bilingual(f"TOMLとして読めません（{error}）。", f"this is no readable TOML ({error}).")


DEBUG = "DXLIST_DEBUG"
"""Environment variable that adds the traceback of an error that nobody foresaw."""
_MEMORY = Bilingual(
    "メモリーが足りません。--format jsonl はファイルの大きさによらず少ないメモリーで動きます。",
    "out of memory. --format jsonl needs little memory however large the file is.",
)


def describe(error: Exception) -> Bilingual:
    """Return the message of an error in both languages; one that nobody foresaw says how to report it."""
    if isinstance(error, DxlistError):
        return Bilingual(error.message("ja"), error.message("en"))
    if isinstance(error, MemoryError):
        return _MEMORY
    if isinstance(error, OSError):
        return _describe_system(error)
    if os.environ.get(DEBUG):
        print(visible("".join(traceback.format_exception(error)), keep="\n"), file=sys.stderr)  # noqa: T201 - as asked
    what = f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    return Bilingual(
        f"dxlist の内部で予期しないことが起きました（{what}）。{DEBUG}=1 を付けて同じコマンドを実行し、"
        "その出力を添えて dxlist の開発者に知らせてください。",
        f"something unforeseen happened inside dxlist ({what}). Please run the same command with {DEBUG}=1 "
        "and report its output to the developers of dxlist.",
    )


def _describe_system(error: OSError) -> Bilingual:
    place = f"{shortened(str(error.filename), _LONGEST_PLACE)}: " if error.filename else ""
    reason = error.strerror or str(error)
    return Bilingual(
        f"{place}読み書きできません（{reason}）。空き容量、権限、出力先を確かめてください。",
        f"{place}cannot be read or written ({reason}). Check the free space, the permissions and the output.",
    )
