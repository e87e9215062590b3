"""``load_command``: a command's name -> its function and its options; ``to_typer``: what typer reads of them.

The module ``commands.parse`` holds a class ``ParseOptions`` and a function ``parse``, which takes such options and
:class:`~dxlist.cli.messages.Messages` and returns the exit code.
"""

from __future__ import annotations

import inspect
from dataclasses import MISSING, dataclass, fields
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from dxlist.cli.options import DECLARED, LANG, LANGUAGES, SHARED, Several

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dxlist.cli.exits import Exit
    from dxlist.cli.messages import Messages
    from dxlist.cli.options import Declared
    from dxlist.text.bilingual import Language


class Field(NamedTuple):
    """One option or argument of a command."""

    name: str
    declared: Declared
    default: Any

    @property
    def names(self) -> tuple[str, ...]:
        """The names of an option as they are typed, the one that is shown first; none of an argument."""
        return tuple(name for text in self.declared.names for name in text.split("/"))

    @property
    def takes_value(self) -> bool:
        """Whether a value stands behind the name."""
        return self.declared.metavar is not None

    @property
    def choices(self) -> tuple[str, ...]:
        """All values that there are; none where they cannot be counted."""
        metavar = self.declared.metavar or ""
        return tuple(metavar.split("|")) if "|" in metavar else ()


@dataclass(frozen=True, slots=True)
class LoadedCommand:
    """A command with its options."""

    function: Callable[[Any, Messages], Exit]
    options: type
    fields: tuple[Field, ...]
    """With ``--lang``, which every command takes, at the end."""


def load_command(name: str) -> LoadedCommand:
    """Return a command; nothing of the others is loaded."""
    module = import_module(f"dxlist.cli.commands.{name}")
    options = getattr(module, f"{name.capitalize()}Options")
    return LoadedCommand(getattr(module, name), options, tuple(_fields(options)))


def _fields(options: type) -> Iterator[Field]:
    """Yield a command's own fields, then those that it shares, in the order of the help."""
    own = sorted(fields(options), key=lambda field: SHARED.index(field.name) if field.name in SHARED else -1)
    for field in own:
        yield Field(field.name, field.metadata[DECLARED], None if field.default is MISSING else field.default)
    yield LANG_FIELD


LANG_FIELD = Field("lang", LANG, None)


def to_typer(command: LoadedCommand, language: Language) -> Callable[..., None]:
    """Return the function that typer reads: its parameters are the options, their help is in one language."""

    def run(*, lang: str | None = None, **values: Any) -> None:
        from dxlist.cli.messages import Messages  # noqa: PLC0415 - help needs none

        check_language(lang)
        several = {field.name for field in command.fields if field.declared.kind is Several}
        given = {name: tuple(value or ()) if name in several else value for name, value in values.items()}
        messages = Messages(language, quiet=bool(values.get("quiet")))
        raise typer.Exit(command.function(command.options(**given), messages))

    parameters = [_parameter(field, language) for field in command.fields]
    run.__signature__ = inspect.Signature(parameters, return_annotation=None)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def check_language(value: str | None) -> None:
    """Raise where ``--lang`` has another value than a language; it was heard before the app was built."""
    if value is not None and value not in LANGUAGES:
        from dxlist.cli.usage import choice  # noqa: PLC0415 - only where something is wrong

        choice("--lang", value, LANGUAGES)


def _parameter(field: Field, language: Language) -> inspect.Parameter:
    kind: Any = field.declared.kind
    default = field.default
    if kind is Several:
        kind, default = list[str] | None, None
    elif kind is str and default is None:
        default = inspect.Parameter.empty
    annotation = Annotated[kind, in_language(field.declared, language)]
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def in_language(declared: Declared, language: Language) -> Any:
    """Return typer's description of an option or argument with its help in one language."""
    said: dict[str, Any] = {
        "help": declared.help.text(language),
        "metavar": declared.metavar,
        "show_default": declared.shows_default,
    }
    return typer.Option(*declared.names, **said) if declared.names else typer.Argument(**said)
