"""``options_of``: a command -> its options as the shell needs them: names, and what their values may be."""

from __future__ import annotations

import types
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin, get_type_hints

from typer.models import OptionInfo

from dxlist.cli.options import LANG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Option(NamedTuple):
    """One option of a command."""

    names: tuple[str, ...]
    """As they are typed, the first is the long one."""
    takes_value: bool
    choices: tuple[str, ...]


HELP = Option(("--help", "-h"), takes_value=False, choices=())


def options_of(command: Callable[..., None]) -> list[Option]:
    """Return the options of a command, with those that every command takes."""
    hints = {**get_type_hints(command, include_extras=True), "lang": LANG}
    return [*(option for hint in hints.values() for option in _option(hint)), HELP]


def _option(hint: Any) -> Iterator[Option]:
    kind, *notes = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
    for info in notes:
        if isinstance(info, OptionInfo):
            # Behind Annotated, typer takes the first name for a default.
            declared = (info.default, *(info.param_decls or ()))
            names = [name for text in declared if isinstance(text, str) for name in text.split("/")]
            names.sort(key=lambda name: not name.startswith("--"))
            yield Option(tuple(names), not _holds(kind, bool), tuple(_choices(kind, info.metavar or "")))


def _kinds(kind: Any) -> Iterator[Any]:
    """Yield a kind, or of a union and of a list the kinds within."""
    if get_origin(kind) in {list, types.UnionType}:
        for one in get_args(kind):
            yield from _kinds(one)
    else:
        yield kind


def _holds(kind: Any, wanted: type) -> bool:
    return any(one is wanted for one in _kinds(kind))


def _choices(kind: Any, metavar: str) -> Iterator[str]:
    for one in _kinds(kind):
        if isinstance(one, type) and issubclass(one, Enum):
            yield from (member.value for member in one)
    if "|" in metavar:
        yield from metavar.split("|")
