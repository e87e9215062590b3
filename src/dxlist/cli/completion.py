"""``complete``: a shell's line up to the cursor -> what could stand there; quick, and silent about everything else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dxlist.cli.app import COMMANDS
from dxlist.cli.completion_options import Option, options_of
from dxlist.cli.completion_values import POSITIONALS, VALUES
from dxlist.cli.shell_line import Typed, escaped, read_line
from dxlist.jobs.inputs import STANDARD_INPUT

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
    commands = {name: command for name, _, command in COMMANDS}
    words = typed.words[1:]
    name = next((word for word in words if word in commands), None)
    if name is None:
        found: Iterable[str] = (*commands, "--version", "--help", "--lang")
    else:
        found = _of_command(name, options_of(commands[name]), words[words.index(name) + 1 :], typed.word)
    yield from (one for one in found if one.startswith(typed.word))


def _of_command(name: str, options: Sequence[Option], words: Sequence[str], typed: str) -> Iterable[str]:
    """Return what could stand behind the words of a command, whether it fits what is typed or not."""
    by_name = {name: option for option in options for name in option.names}
    arguments, waiting = _parted(by_name, words)
    paths = arguments[1:] if name in POSITIONALS else arguments
    option, equals, value = typed.partition("=")
    if waiting:
        return _values(waiting, paths, typed)
    if equals and option in by_name:
        return (f"{option}={found}" for found in _values(by_name[option], paths, value))
    if typed.startswith("-"):
        return (name for option in options for name in option.names if name.startswith("--"))
    return POSITIONALS[name](()) if name in POSITIONALS and not arguments else ()


def _parted(by_name: Mapping[str, Option], words: Iterable[str]) -> tuple[list[str], Option | None]:
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


def _values(option: Option, paths: Sequence[str], typed: str) -> Iterable[str]:
    """Return the values of an option; of several with commas the last is completed."""
    name = option.names[0]
    known = VALUES[name](paths) if name in VALUES else option.choices
    head = typed[: typed.rfind(",") + 1] if name in _LISTS else ""
    return (f"{head}{text}" for text in known)


def complete() -> None:
    """Write the candidates for the line in the environment to standard output."""
    from dxlist.cli.screen import StandardOutput  # noqa: PLC0415 - the module above is loaded where it is used

    StandardOutput().write(answer(os.environ).encode())
