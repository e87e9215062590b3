"""What ``--format`` takes in each command: its names and help come from the one registry of ``exports``.

A command knows a :class:`CommandFormats`; a format of the registry is one of every command that writes such a thing.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, cast

from dxlist.cli.options import ENCODINGS, LANGUAGES, value
from dxlist.cli.outputs import STANDARD_OUTPUT
from dxlist.cli.terminal import is_terminal
from dxlist.cli.usage import EMPTY_VALUE, choice
from dxlist.errors import UsageError
from dxlist.exports.format import (
    FORMATS,
    Format,
    Style,
    check_stream,
    check_style,
    document_formats,
    formats_for,
)
from dxlist.text.bilingual import EMPTY, Bilingual
from dxlist.text.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dxlist.cli.options import WritingOptions
    from dxlist.exports.format import FileEncoding
    from dxlist.text.bilingual import Language

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

    def option(self, help: Bilingual | None = None) -> str | None:  # noqa: A002 - as the field of a declaration
        """Return the field of the option ``--format``, with another help than the usual where one is given."""
        said = help or self.help
        return value(f"--format --to --output-format -f {'|'.join(self.about)}", said.ja, said.en)

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
            suffix = shortened(suffix)
            problem = Bilingual(
                f"拡張子「{suffix}」からは形式が決まりません。", f'the suffix "{suffix}" names no format.'
            )
        else:
            problem = Bilingual("形式が分かりません。", "the format is not said.")
        return problem, Bilingual(
            f"--format に {names} のどれかを指定してください。", f"Give one of {names} with --format."
        )


_GIVE_A_NAME = Bilingual("書き出す先の名前を指定してください。", "Give a name to write to.")


def for_screen(*names: str) -> CommandFormats:
    """Return the formats of a command that writes a text for people, and others for programs."""
    about = {
        TEXT: _FOR_PEOPLE,
        "json": Bilingual("機械用", "for programs"),
        "markdown": Bilingual("文書用", "for texts"),
    }
    return CommandFormats({name: about[name] for name in (TEXT, *names)}, {}, TEXT)


def _of(formats: Mapping[str, Format], for_people: str | None = None) -> CommandFormats:
    """Return the formats of a command, with the one that is written for people where nothing else is said."""
    about = {for_people: _FOR_PEOPLE} if for_people else {}
    suffixes = {suffix: name for name, found in formats.items() for suffix in found.suffixes}
    return CommandFormats({**about, **{name: found.about for name, found in formats.items()}}, suffixes, for_people)


LISTS = CommandFormats({name: FORMATS[name.rpartition(".")[2]].about for name in document_formats()}, {})
"""Of ``parse``, which writes several where none is asked for."""
ROWS = _of(formats_for("rows"), TABLE)
"""Of ``query`` and ``sql``."""
EXPORTS = _of(formats_for("rows", "tables"))
"""Of ``export``."""
FINDINGS = _of(formats_for("rows", "findings"), TEXT)
"""Of ``validate``."""
PROJECTS = _of(formats_for("rows"), TEXT)
"""Of ``dedupe``."""


def style_of(options: WritingOptions, format_: str | None, output: str) -> Style:
    """Return how the output is to look, after a look at what the format cannot follow.

    A terminal reads UTF-8 whatever a file is to be.

    Args:
        options: of the command.
        format_: its name; None: several are written, each of which follows what it can.
        output: where it goes.

    Raises:
        UsageError: an option is none of its choices, or makes no difference to the format, or the format is no text
            and goes to standard output.
    """
    header: Language = "ja" if choice("--header", options.header, LANGUAGES) == "ja" else "en"
    encoding = cast("FileEncoding", choice("--output-encoding", options.output_encoding, ENCODINGS))
    style = Style(header, options.bom, encoding, options.raw_text)
    found = FORMATS["csv"] if format_ is None else FORMATS.get(format_.rpartition(".")[2]) or _for_people(format_)
    check_style(found, style)
    if output == STANDARD_OUTPUT:
        check_stream(found)
        if is_terminal(sys.stdout):
            return replace(style, encoding="utf-8", byte_order_mark=False)
    return style


def _for_people(name: str) -> Format:
    return Format(name, _FOR_PEOPLE, (), frozenset(), "")
