"""What is raised when dxlist cannot go on: the place, what is wrong, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.text.bilingual import Language


class DxlistError(Exception):
    """The work cannot go on; nothing was written for this input.

    Args:
        place: the file, with line or byte where there is one ("a.tsv:12").
        problem: what is wrong.
        remedy: what the user can do next.
    """

    def __init__(self, place: str, problem: Bilingual, remedy: Bilingual) -> None:
        super().__init__(f"{place}: {problem.en} {remedy.en}")
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def message(self, language: Language) -> str:
        """Return the whole message, one paragraph, in ``language``."""
        blank = "" if language == "ja" else " "
        return f"{self.place}: {self.problem.text(language)}{blank}{self.remedy.text(language)}"


class UnreadableInputError(DxlistError):
    """The bytes are no text that a government publishes: binary, cut, empty, of an unknown encoding."""


class NoTableError(DxlistError):
    """The text holds no table, or one whose header is not known."""


class SidecarError(DxlistError):
    """The sidecar ``.toml`` beside a list is malformed or says something that cannot be."""


class WriteError(DxlistError):
    """A file could not be written; what stood there before is whole."""


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
    reason = error.strerror or str(error)
    return Bilingual(f"読み取れません（{reason}）。", f"it cannot be read ({reason}).")
