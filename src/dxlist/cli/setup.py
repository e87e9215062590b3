"""``load_command``: a command's name -> its function and its options; ``to_typer``: what typer reads of them.

The module ``commands.parse`` holds a class ``ParseOptions`` and a function ``parse``, which takes such options and
:class:`~dxlist.cli.messages.Messages` and returns the exit code.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from copy import copy
from dataclasses import MISSING, dataclass, fields
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

import typer

from dxlist.cli.options import LANGUAGES, Lang

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dxlist.cli.exits import Exit
    from dxlist.cli.messages import Messages
    from dxlist.text.bilingual import Bilingual, Language


class Field(NamedTuple):
    """One option or argument of a command."""

    name: str
    kind: Any
    """The type of its value."""
    info: Any
    """Typer's description of it."""
    help: Bilingual
    default: Any

    @property
    def names(self) -> tuple[str, ...]:
        """The names of an option as they are typed, the one that is shown first; none of an argument."""
        # Behind Annotated, typer takes the first name for a default.
        declared = (self.info.default, *(getattr(self.info, "param_decls", None) or ()))
        return tuple(name for text in declared if isinstance(text, str) for name in text.split("/"))

    @property
    def takes_value(self) -> bool:
        """Whether a value stands behind the name."""
        return bool not in {self.kind, *get_args(self.kind)}

    @property
    def choices(self) -> tuple[str, ...]:
        """All values that there are; none where they cannot be counted."""
        metavar = self.info.metavar or ""
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
    hints = get_type_hints(options, include_extras=True)
    for field in fields(options):
        yield _field(field.name, hints[field.name], None if field.default is MISSING else field.default)
    yield LANG


def _field(name: str, hint: Any, default: Any) -> Field:
    kind, info, text = get_args(hint)
    return Field(name, kind, info, text, default)


LANG = _field("lang", Lang, None)


def to_typer(command: LoadedCommand, language: Language) -> Callable[..., None]:
    """Return the function that typer reads: its parameters are the options, their help is in one language."""

    def run(*, lang: str | None = None, **values: Any) -> None:
        from dxlist.cli.messages import Messages  # noqa: PLC0415 - help needs none

        check_language(lang)
        several = {field.name for field in command.fields if get_origin(field.kind) is Sequence}
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
    default = inspect.Parameter.empty if field.default is None and field.kind is str else field.default
    kind = list[str] | None if get_origin(field.kind) is Sequence else field.kind
    return inspect.Parameter(
        field.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None if default == () else default,
        annotation=Annotated[kind, in_language(field, language)],
    )


def in_language(field: Field, language: Language) -> Any:
    """Return typer's description of an option with its help in one language."""
    info = copy(field.info)
    info.help = field.help.text(language)
    return info
