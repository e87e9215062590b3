"""``Changes``: edits of files that people keep, each written at once, whole or not at all, and taken back on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.errors import DxlistError, WriteError
from dxlist.exports.writing import whole_file
from dxlist.plain_files import is_there
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class FileChange(NamedTuple):
    """An edit of a sidecar or of a file of decisions."""

    path: Path
    read: Callable[[Path], str]
    """Returns the text of the file; "" where there is none."""
    edit: Callable[[str], str]
    said: Bilingual
    """What is written where, on one line."""
    remedy: Bilingual
    """What to do where the file cannot be written."""
    rereads: bool = False
    """Whether the list is read otherwise from now on."""


class ChangedError(DxlistError):
    """An answer that cannot be taken back."""


class _MadeChange(NamedTuple):
    change: FileChange
    before: str
    after: str
    was_there: bool


class Changes:
    """The changes of a review, in order.  The files are read each time: people may edit them meanwhile."""

    def __init__(self) -> None:
        self._made: list[_MadeChange] = []

    def __bool__(self) -> bool:
        return bool(self._made)

    @property
    def paths(self) -> list[Path]:
        """The files that hold answers now."""
        return list(dict.fromkeys(made.change.path for made in self._made))

    @property
    def last(self) -> FileChange:
        """The change that was made last."""
        return self._made[-1].change

    def make(self, change: FileChange) -> None:
        """Write a change into its file as that is now.

        Raises:
            DxlistError: the file cannot be read, added to or written; it is as it was.
        """
        before, was_there = change.read(change.path), is_there(change.path)
        after = change.edit(before)
        _write(change, after)
        self._made.append(_MadeChange(change, before, after, was_there))

    def undo(self, change: FileChange) -> None:
        """Take a change back; what was answered after it stays.

        Raises:
            DxlistError: the file was edited by somebody else since, or a later answer builds on this one; nothing was
                written then.
        """
        at = next(number for number, made in enumerate(self._made) if made.change is change)
        target = self._made[at]
        same_file = [number for number, made in enumerate(self._made) if made.change.path == change.path]
        if change.read(change.path) != self._made[same_file[-1]].after:
            raise ChangedError(str(change.path), *_EDITED)
        text, renewed = target.before, dict[int, _MadeChange]()
        for number in (number for number in same_file if number > at):
            before, made = text, self._made[number]
            try:
                text = made.change.edit(before)
            except DxlistError as error:
                raise ChangedError(str(change.path), *_BUILT_ON) from error
            renewed[number] = made._replace(before=before, after=text, was_there=target.was_there or bool(renewed))
        if renewed or target.was_there:
            _write(change, text)
        else:
            change.path.unlink(missing_ok=True)
        self._made = [renewed.get(number, made) for number, made in enumerate(self._made) if number != at]


def _write(change: FileChange, text: str) -> None:
    """Put a text in the place of a file."""
    data = text.encode()
    try:
        with whole_file(change.path) as stream:
            stream.write(data)
    except WriteError as error:
        raise WriteError(error.place, error.problem, change.remedy) from error


_EDITED = (
    Bilingual("ほかで書き換えられているため、取り消せません。", "was edited since; the answer cannot be taken back."),
    Bilingual("ファイルを開いて直してください。", "Open the file and change it there."),
)
_BUILT_ON = (
    Bilingual(
        "あとの答えがこの答えにもとづいているため、取り消せません。", "holds a later answer that builds on this one."
    ),
    Bilingual("あとの答えを先に取り消してください。", "Take the later one back first."),
)
