"""``complete``: a shell's line up to the cursor -> what could stand there; quick, and silent about everything else.

What an option may hold (names of units, codes, IDs) comes from the lists at hand: the PATHS on the line, else what is
in data/normalized, else in data/raw.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dxlist.cli.app import COMMANDS
from dxlist.cli.options import NORMALIZED
from dxlist.cli.setup import Field, load_command
from dxlist.cli.shell_scripts import SCRIPTS
from dxlist.cli.terminal import StandardOutput
from dxlist.jobs.inputs import DEFAULT, find_inputs, size_of
from dxlist.jobs.pool import STANDARD_INPUT
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dxlist.model.initiative import Initiative

VARIABLE = "_DXLIST_COMPLETE"
"""Names the shell that asks; the line stands in ``_DXLIST_LINE``, what bash takes for the word in ``_DXLIST_WORD``."""
LINE, WORD = "_DXLIST_LINE", "_DXLIST_WORD"


def answer(environment: Mapping[str, str]) -> str:
    """Return a candidate a line, as the shell that asks wants it."""
    shell, typed = environment[VARIABLE], read_line(environment.get(LINE, ""))
    try:
        found = list(candidates(typed))
    except Exception:  # noqa: BLE001 - a shell that completes wants no message
        return ""
    if shell == "bash":
        found = [_for_bash(text, typed, environment.get(WORD, "")) for text in found]
    elif shell == "powershell":
        found = [text if escaped(text) == text else "'" + text.replace("'", "''") + "'" for text in found]
    return "".join(f"{text}\n" for text in found if text.isprintable())


def _for_bash(text: str, typed: Typed, word: str) -> str:
    """Return a candidate as bash puts it in place of ``word``, which begins behind the last = : ( typed."""
    before = typed.raw.removesuffix(word)
    if typed.is_quoted:
        return text[len(before) :]
    return escaped(text)[len(escaped(before.replace("\\", ""))) :]


def candidates(typed: Typed) -> Iterator[str]:
    """Yield what could stand in place of the word that is being typed."""
    words = typed.words[1:]
    name = next((word for word in words if word in COMMANDS), None)
    if name is None:
        found: Iterable[str] = (*COMMANDS, "--version", "--help", "--lang")
    else:
        found = _of_command(name, words[words.index(name) + 1 :], typed.word)
    yield from (one for one in found if one.startswith(typed.word))


def _of_command(name: str, words: Sequence[str], typed: str) -> Iterable[str]:
    """Return what could stand behind the words of a command, whether it fits what is typed or not."""
    fields = load_command(name).fields
    by_name = {name: field for field in fields for name in field.names}
    arguments, waiting = _parted(by_name, words)
    paths = arguments[1:] if name in POSITIONALS else arguments
    option, equals, value = typed.partition("=")
    if waiting:
        return _values(waiting, paths, typed)
    if equals and option in by_name:
        return (f"{option}={found}" for found in _values(by_name[option], paths, value))
    if typed.startswith("-"):
        return (*(name for field in fields for name in _offered(field)), "--help")
    return POSITIONALS[name](()) if name in POSITIONALS and not arguments else ()


def _offered(field: Field) -> Iterator[str]:
    """Yield the long name of an option, of a switch both; the other names are accepted and not offered."""
    long = [name for name in field.names if name.startswith("--")]
    return iter(long if not field.takes_value else long[:1])


def _parted(by_name: Mapping[str, Field], words: Iterable[str]) -> tuple[list[str], Field | None]:
    """Return the arguments among the words, and the option that waits for its value."""
    arguments, waiting = list[str](), None
    for word in words:
        if waiting:
            waiting = None
        elif word in by_name and by_name[word].takes_value:
            waiting = by_name[word]
        elif not word.startswith("-") or word == STANDARD_INPUT:
            arguments.append(word)
    return arguments, waiting


_LISTS = frozenset({"--columns", "--sort", "--select", "--ignore"})


def _values(field: Field, paths: Sequence[str], typed: str) -> Iterable[str]:
    """Return the values of an option; of several with commas the last is completed."""
    name = field.names[0]
    known = VALUES[name](paths) if name in VALUES else field.choices
    head = typed[: typed.rfind(",") + 1] if name in _LISTS else ""
    return (f"{head}{text}" for text in known)


def complete() -> None:
    """Write the candidates for the line in the environment to standard output."""
    StandardOutput().write(answer(os.environ).encode())


_QUOTES = "'\""
_PLAIN = regex(r"[\w@%+=:,./-]*")


class Typed(NamedTuple):
    """A line up to the cursor."""

    words: list[str]
    """Whole words before it."""
    word: str
    """What is being typed, without quotes and backslashes."""
    raw: str
    """The same as it stands there, behind an opening quote."""
    is_quoted: bool
    """Whether a quote is still open."""


def read_line(line: str) -> Typed:
    r"""Part a line as a shell does.

    >>> read_line("dxlist query --dept '企画調整部 デ")
    Typed(words=['dxlist', 'query', '--dept'], word='企画調整部 デ', raw='企画調整部 デ', is_quoted=True)
    >>> read_line(r"dxlist query --item 3\(").word
    '3('
    """
    words, word, quote, start, inside, at = list[str](), "", "", 0, False, 0
    while at < len(line):
        letter = line[at]
        if letter == "\\" and quote != "'":
            at += 1
            word += line[at : at + 1]
            inside = True
        elif letter == quote:
            quote = ""
        elif not quote and letter in _QUOTES:
            quote, inside, start = letter, True, at + 1
        elif not quote and letter.isspace():
            if inside:
                words.append(word)
            word, inside, start = "", False, at + 1
        else:
            word, inside = word + letter, True
        at += 1
    return Typed(words, word, line[start:], bool(quote))


def escaped(text: str) -> str:
    r"""Return a word as it stands in a shell outside quotes.

    >>> escaped("3(1)ア")
    '3\\(1\\)ア'
    """
    return "".join(letter if _PLAIN.fullmatch(letter) else f"\\{letter}" for letter in text)


_MOST_BYTES = 16 << 20
"""Lists that are larger together are not read: nobody waits for a completion."""


def _rows(paths: Sequence[str]) -> list[Initiative]:
    from dxlist.normalised import read_document  # noqa: PLC0415 - options and columns need no list

    if STANDARD_INPUT in paths:
        return []
    default = [folder for folder in (NORMALIZED, DEFAULT) if Path(folder).is_dir()][:1]
    lists = find_inputs(paths or default, normalised=True).lists
    if sum(size_of(file.path) for file in lists) > _MOST_BYTES:
        return []
    return [row for file in lists for row in read_document(file.path, stem=file.document_id, light=True).initiatives]


def _units(paths: Sequence[str]) -> Iterable[str]:
    """Return each unit alone and with the units above it, joined by / as no shell needs quotes for."""
    found = dict.fromkeys(unit.known_levels for row in _rows(paths) for unit in row.departments)
    alone = dict.fromkeys(level for levels in found for level in levels if level)
    return [*alone, *("/".join(filter(None, levels)) for levels in found if sum(map(bool, levels)) > 1)]


def _names(field: str) -> Callable[[Sequence[str]], Iterable[str]]:
    def read(paths: Sequence[str]) -> Iterable[str]:
        from dxlist.query.filters import NAME_FILTERS  # noqa: PLC0415
        from dxlist.values.item_codes import sort_key  # noqa: PLC0415

        filter_ = next(one for one in NAME_FILTERS if one.field == field)
        names = {text for row in _rows(paths) for name in filter_.names(row) for text in name[:1] if text}
        return sorted({*names, *filter_.known}, key=sort_key)

    return read


def _columns(_paths: Sequence[str]) -> Iterable[str]:
    from dxlist.query.columns import COLUMNS  # noqa: PLC0415

    return COLUMNS


def _rules(_paths: Sequence[str]) -> Iterable[str]:
    from dxlist.rules.registry import all_rules  # noqa: PLC0415

    return all_rules()


def _ids(paths: Sequence[str]) -> Iterable[str]:
    return [row.initiative_id for row in _rows(paths)]


VALUES: dict[str, Callable[[Sequence[str]], Iterable[str]]] = {
    "--dept": _units,
    "--field": _names("fields"),
    "--item": _names("items"),
    "--programme": _names("programmes"),
    "--kpi-unit": _names("units"),
    "--kpi-status": _names("statuses"),
    "--year": _names("years"),
    "--part": _names("parts"),
    "--columns": _columns,
    "--sort": _columns,
    "--select": _rules,
    "--ignore": _rules,
}
"""By the long name of the option; it is given the PATHS on the line."""

POSITIONALS: dict[str, Callable[[Sequence[str]], Iterable[str]]] = {
    "show": _ids,
    "rules": _rules,
    "cache": lambda _paths: ("info", "clear"),
    "completion": lambda _paths: SCRIPTS,
    "help": lambda _paths: COMMANDS,
}
"""By the command: what its first argument may be; the shell completes files elsewhere."""
