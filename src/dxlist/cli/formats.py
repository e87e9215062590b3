"""What ``--format`` takes in each command: its names and help come from the registries of ``exports``.

This is the one place that knows those registries; a command knows a :class:`CommandFormats`.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

import typer

from dxlist.cli.usage import EMPTY_VALUE, choice
from dxlist.errors import UsageError
from dxlist.exports.export_formats import EXPORT_FORMATS
from dxlist.exports.findings.formats import FINDING_FORMATS
from dxlist.exports.formats import FORMATS
from dxlist.exports.projects.formats import PROJECT_FORMATS
from dxlist.exports.rows import ROW_FORMATS
from dxlist.text.bilingual import EMPTY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TEXT = "text"
TABLE = "table"
_BETWEEN = Bilingual("、", "; ")
_FOR_PEOPLE = Bilingual("画面用", "for people")


class CommandFormats(NamedTuple):
    """The formats of one command."""

    about: Mapping[str, Bilingual]
    """By name, in the order in which they are shown."""
    suffixes: Mapping[str, str]
    """The format that the end of a file's name says."""
    default: str | None = None
    """Where neither the option nor the name says one; None: it must be said."""

    @property
    def option(self) -> typer.models.OptionInfo:
        """The option ``--format``."""
        names = "|".join(self.about)
        option: typer.models.OptionInfo = typer.Option(
            "--format", "--to", "--output-format", "-f", metavar=names, show_default=False
        )
        return option

    @property
    def help(self) -> Bilingual:
        """The help of the option."""
        said = [Bilingual(f"{name} は{text.ja}", f"{name}: {text.en}") for name, text in self.about.items() if text]
        return self._without + _BETWEEN.join(said) + Bilingual("。" if said else "", "." if said else "")

    @property
    def _without(self) -> Bilingual:
        if not self.suffixes:
            return Bilingual(f"形式。省くと {self.default}。", f"The format; without it, {self.default}. ")
        rest = Bilingual(f"、それもなければ {self.default}", f", else {self.default}") if self.default else EMPTY
        return (
            Bilingual("形式。省くと出力の名前の終わりで決まり", "The format; without it, as the output's name ends")
            + (rest or Bilingual("ます", ""))
            + Bilingual("。", ". ")
        )

    def chosen(self, asked: str | None, output: str = "-", configured: str | None = None) -> str:
        """Return the format that is asked for, else that of the output's name, else the configured one, else the usual.

        Raises:
            UsageError: there is no such format, the output has no name, or its name says no format.
        """
        if not output.strip():
            raise UsageError("--output", EMPTY_VALUE, _GIVE_A_NAME)
        if asked is not None:
            return choice("--format", asked, self.about)
        found = self._by_name(output) or configured
        if found:
            return found
        suffix = PurePath(output).suffix.lower()
        if self.default and suffix in {"", ".txt"}:
            return self.default
        raise UsageError("--format" if not suffix else output, *self._unsaid(suffix))

    def _by_name(self, output: str) -> str | None:
        """Return the format that a file's name says, by the longest end that is known.

        >>> FINDINGS._by_name("a.sarif.JSON"), FINDINGS._by_name("a.json"), FINDINGS._by_name("-")
        ('sarif', 'json', None)
        """
        ends = [end for end in self.suffixes if output.lower().endswith(end)]
        return self.suffixes[max(ends, key=len)] if ends else None

    def _unsaid(self, suffix: str) -> tuple[Bilingual, Bilingual]:
        names = ", ".join(self.about)
        if suffix:
            problem = Bilingual(
                f"拡張子「{suffix}」からは形式が決まりません。", f'the suffix "{suffix}" names no format.'
            )
        else:
            problem = Bilingual("形式が分かりません。", "the format is not said.")
        return problem, Bilingual(
            f"--format に {names} のどれかを指定してください。", f"Give one of {names} with --format."
        )


_GIVE_A_NAME = Bilingual("書き出す先の名前を指定してください。", "Give a name to write to.")


def _by_suffix(names: Iterable[str]) -> dict[str, str]:
    return {f".{name}": name for name in names}


def for_screen(*names: str) -> CommandFormats:
    """Return the formats of a command that writes a text for people, and others for programs."""
    about = {
        TEXT: _FOR_PEOPLE,
        "json": Bilingual("機械用", "for programs"),
        "markdown": Bilingual("文書用", "for texts"),
    }
    return CommandFormats({name: about[name] for name in (TEXT, *names)}, {}, TEXT)


LISTS = CommandFormats({name: found.about for name, found in FORMATS.items()}, {})
"""Of ``parse``, which writes several where none is asked for."""
ROWS = CommandFormats(
    {TABLE: _FOR_PEOPLE, **{name: found.about for name, found in ROW_FORMATS.items()}},
    {**_by_suffix(ROW_FORMATS), ".md": "markdown"},
    TABLE,
)
"""Of ``query`` and ``sql``."""
EXPORTS = CommandFormats(
    {name: found.about for name, found in EXPORT_FORMATS.items()},
    {suffix: name for name, found in EXPORT_FORMATS.items() for suffix in found.suffixes},
)
FINDINGS = CommandFormats(
    {TEXT: _FOR_PEOPLE, **{name: found.about for name, found in FINDING_FORMATS.items()}},
    {**_by_suffix(("sarif", "json", "jsonl")), ".sarif.json": "sarif", ".xml": "junit"},
    TEXT,
)
"""Of ``validate``."""
PROJECTS = CommandFormats(
    {TEXT: _FOR_PEOPLE, **{name: found.about for name, found in PROJECT_FORMATS.items()}},
    _by_suffix(PROJECT_FORMATS),
    TEXT,
)
"""Of ``dedupe``."""
