"""``complete``: a shell's line up to the cursor -> what could stand there; quick, and silent about everything else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dxlist.cli.app import COMMANDS
from dxlist.cli.completing.shell_line import Typed, escaped, read_line
from dxlist.cli.completing.values import POSITIONALS, VALUES
from dxlist.cli.setup import Field, load_command
from dxlist.cli.terminal import StandardOutput
from dxlist.jobs.pool import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
