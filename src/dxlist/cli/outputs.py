"""``check_outputs``: the one guard of what commands write; ``write_output``: bytes -> a whole file, or standard output.

What people made is never lost: no list, no sidecar, no settings, no decisions, no baseline is written over, two outputs
of a run are two files, and a file that dxlist did not write is replaced only with ``--overwrite``; so is a whole list
by what is none.
"""

from __future__ import annotations

import json
import os
import unicodedata
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.terminal import StandardOutput, write_lines
from dxlist.cli.usage import EMPTY_VALUE
from dxlist.errors import UsageError
from dxlist.exports.ours import is_written_by_dxlist, kind_of
from dxlist.exports.writing import whole_file
from dxlist.settings import OWN_FILE, SHARED_FILE, SettingsError, find_settings
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dxlist.cli.messages import Messages
    from dxlist.exports.ours import OutputKind
    from dxlist.report.blocks import Line

STANDARD_OUTPUT = "-"
DECISIONS_FILE = "decisions.toml"
"""As it is called beside lists; nothing may be decided in it yet."""
ANOTHER_NAME = Bilingual("別の名前を指定してください。", "Give another name.")


class Kept(NamedTuple):
    """A file that a command reads and must not write over."""

    path: Path
    what: Bilingual


class WrittenOutput(NamedTuple):
    """A file that a run will write, where it may take the place of one of its kind."""

    path: str | Path
    kind: OutputKind | None = None


LIST = Bilingual("元の一覧", "the list itself")
SIDECAR = Bilingual("一覧の付属ファイル", "the sidecar of a list")
SETTINGS = Bilingual("設定のファイル", "the settings")
DECISIONS = Bilingual("決定のファイル", "the decisions")
BASELINE = Bilingual("既知の検出結果のファイル", "the baseline")


_OWN_KIND: dict[OutputKind | None, Bilingual] = {"baseline": BASELINE, "decisions": DECISIONS}
"""What is written over by a file of its own kind alone."""


def check_outputs(
    outputs: Iterable[str | Path | WrittenOutput],
    lists: Iterable[str] = (),
    *,
    overwrite: bool,
    kept: Sequence[Kept] = (),
    folder: bool = False,
) -> None:
    """Raise, before anything is read or written, where an output would take the place of what must stay.

    Args:
        outputs: files that the run will write, or the one folder; standard output is passed by.  One that is given as
            ``WrittenOutput`` may replace a baseline, decisions or a whole list, whichever it is itself.
        lists: that it reads.
        overwrite: whether a file that dxlist did not write may be replaced.
        kept: other files that it reads.
        folder: the output is a folder.

    Raises:
        UsageError: names the output, what stands in its place, and what to do.
    """
    paths = [Path(path) for path in lists if path != STANDARD_OUTPUT]
    all_kept = [*(Kept(path, LIST) for path in paths), *(Kept(path.with_suffix(".toml"), SIDECAR) for path in paths)]
    all_kept += kept
    before, of_settings = list[Path](), list(_named_by_settings())
    for target, kind in _written(outputs):
        _check_name(target)
        if not folder and target.is_dir():
            raise UsageError(str(target), _IS_FOLDER, ANOTHER_NAME)
        _check_kept(target, [*all_kept, *(one for one in of_settings if _OWN_KIND.get(kind) != one.what)])
        _check_kind(target, kind, overwrite=overwrite)
        if any(_is_same(target, other) for other in before):
            raise UsageError(str(target), _TWICE, _ONE_BY_ONE)
        before.append(target)
        if folder:
            _check_folder(target)
        if not overwrite and (target.is_file() or target.is_dir()) and not is_written_by_dxlist(target):
            raise UsageError(str(target), _FOREIGN, _OVERWRITE)


def _written(outputs: Iterable[str | Path | WrittenOutput]) -> Iterable[tuple[Path, OutputKind | None]]:
    """Yield the files that are written, and what each is; standard output is passed by."""
    for output in outputs:
        path, kind = output if isinstance(output, WrittenOutput) else WrittenOutput(output)
        if str(path) != STANDARD_OUTPUT:
            yield Path(path), kind


def _named_by_settings() -> Iterable[Kept]:
    """Yield the baseline and the decisions that the settings in force name; settings that cannot be read name none."""
    try:
        settings = find_settings(Path.cwd())
    except SettingsError:
        return
    for path, what in ((settings.baseline, BASELINE), (settings.decisions, DECISIONS)):
        if path:
            yield Kept(path, what)


def _check_name(target: Path) -> None:
    if not str(target).strip() or target == Path():
        raise UsageError("--output", EMPTY_VALUE, ANOTHER_NAME)


def _check_kind(target: Path, kind: OutputKind | None, *, overwrite: bool) -> None:
    """Raise where the target is, by its content, what only a file of its kind may replace."""
    if not target.is_file():
        return
    found = kind_of(target) or ("decisions" if target.name.casefold() == DECISIONS_FILE else None)
    if found is None or found == kind:
        return
    if found != "document":
        raise _would_replace(target, BASELINE if found == "baseline" else DECISIONS)
    if not overwrite:
        raise UsageError(str(target), _NORMALISED, _OVERWRITE)


def _check_kept(target: Path, kept: Iterable[Kept]) -> None:
    """Raise where the target is a file that is kept, or a folder that holds one."""
    found = next((what for path, what in kept if _is_same(target, path) or _holds(target, path)), None)
    if found is None and target.name.casefold() in {OWN_FILE, SHARED_FILE}:
        found = SETTINGS
    if found:
        raise _would_replace(target, found)


def _would_replace(target: Path, what: Bilingual) -> UsageError:
    problem = Bilingual("書き出すと", "writing would replace ") + what + Bilingual("を上書きします。", ".")
    return UsageError(str(target), problem, ANOTHER_NAME)


def _is_same(one: Path, two: Path) -> bool:
    """Return whether two paths are one file: by a link, by another writing of its name, or once they are written."""
    if one.exists() and two.exists():
        return one.samefile(two)
    return not one.exists() and not two.exists() and _key(one) == _key(two)


def _key(path: Path) -> str:
    """Return a name that is the same for all names that some file system takes for one."""
    return unicodedata.normalize("NFC", os.path.realpath(path)).casefold()


def _holds(folder: Path, path: Path) -> bool:
    return folder.is_dir() and path.exists() and folder.resolve() in path.resolve().parents


def _check_folder(target: Path) -> None:
    """Raise where replacing a folder would take something with it that is no part of an export."""
    from dxlist.exports.formats.datapackage import FILES  # noqa: PLC0415 - only this format needs it

    if target.exists() and not target.is_dir():
        problem = Bilingual("フォルダーではなくファイルがあります。", "there is a file, and no folder.")
        raise UsageError(str(target), problem, ANOTHER_NAME)
    entries = sorted(entry.name for entry in target.iterdir()) if target.is_dir() else []
    if other := next((name for name in entries if name not in FILES), None):
        problem = Bilingual(
            f"書き出したものではない「{other}」があるため、フォルダーを置き換えません。",
            f'holds "{other}", which no export wrote; the folder is not replaced.',
        )
        raise UsageError(str(target), problem, ANOTHER_NAME)


_TWICE = Bilingual("同じファイルに2度書くことになります。", "it would be written twice by this run.")
_ONE_BY_ONE = Bilingual(
    "名前を変えるか、別々に実行してください。", "Rename one of what becomes it, or run them one by one."
)
_IS_FOLDER = Bilingual("同じ名前のフォルダーがあるため書けません。", "cannot be written: a folder has this name.")
_FOREIGN = Bilingual(
    "すでにあり、dxlist が書いたファイルかどうか分かりません。",
    "is there already, and nothing in it says that dxlist wrote it.",
)
_NORMALISED = Bilingual(
    "正規化した一覧（全体）です。これから書くものは一覧の全体ではありません。",
    "is a whole normalised list, and what would be written is none.",
)
_OVERWRITE = Bilingual(
    "置き換えるなら --overwrite を付け、残すなら別の名前を指定してください。",
    "Replace it with --overwrite, or give another name.",
)


def write_json(record: object) -> None:
    """Write a record to standard output, as JSON for people and programs."""
    StandardOutput().write((json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode())


def say_written(messages: Messages, output: str, what: Bilingual, format_: str) -> None:
    """Say what was written into which file; nothing of standard output."""
    if output != STANDARD_OUTPUT:
        messages.remark(
            f"{output}: " + what + Bilingual(f"を {format_} で書き出しました。", f", written as {format_}.")
        )


def write_table(lines: Sequence[Line], output: str) -> None:
    """Write the lines of a table for people; errors as of :func:`write_output`."""
    if output == STANDARD_OUTPUT:
        write_lines(lines)
    else:
        write_output((f"{line.text}\n".encode() for line in lines), output)


_MANY = 500


def many(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield small pieces many at a time."""
    rest = iter(pieces)
    while some := b"".join(islice(rest, _MANY)):
        yield some


def write_output(pieces: bytes | Iterable[bytes], output: str) -> None:
    """Write to standard output, or into a file, whole or not at all.

    Raises:
        WriteError: it cannot be written.
    """
    pieces = [pieces] if isinstance(pieces, bytes) else pieces
    if output == STANDARD_OUTPUT:
        stdout = StandardOutput()
        for piece in pieces:
            stdout.write(piece)
        return
    with whole_file(Path(output)) as stream:
        for piece in pieces:
            stream.write(piece)
