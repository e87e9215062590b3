"""``speaking``: a command whose options carry their help in both languages -> the function that typer reads.

A command is a plain function.  Its first parameter, ``language``, is bound here; each other one is annotated with
typer's option and, beside it, a :class:`Bilingual` help text.  Every command takes ``--lang``, so that it may stand
before and behind the name of the command.
"""

from __future__ import annotations

import functools
import inspect
from copy import copy
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

import typer

from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from dxlist.text.bilingual import Language


class Lang(StrEnum):
    """The languages that ``--lang`` takes."""

    ja = "ja"
    en = "en"


class HeaderLabels(StrEnum):
    """The headers that ``--header`` takes."""

    en = "en"
    ja = "ja"


LANG = Annotated[
    Lang | None,
    typer.Option("--lang", show_default=False),
    Bilingual(
        "メッセージの言語（なければ環境変数 DXLIST_LANG、それもなければロケール）。",
        "Language of the messages (else DXLIST_LANG, else the locale).",
    ),
]


def speaking(command: Callable[..., None], language: Language) -> Callable[..., None]:
    """Return ``command`` with its language bound, its help texts in that language, and ``--lang`` added."""
    hints = {**get_type_hints(command, include_extras=True), "lang": LANG}
    signature = inspect.signature(command)
    own = [p for p in signature.parameters.values() if p.name != "language"]
    lang = inspect.Parameter("lang", inspect.Parameter.KEYWORD_ONLY, default=None)
    parameters = [p.replace(annotation=_in_language(hints[p.name], language)) for p in (*own, lang)]

    @functools.wraps(command)
    def run(*, lang: Lang | None = None, **values: Any) -> None:  # noqa: ARG001 - it was heard before the app was built
        command(language, **values)

    run.__signature__ = inspect.Signature(parameters, return_annotation=None)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _in_language(annotation: Any, language: Language) -> Any:
    """Return the annotation with its bilingual help put into typer's option."""
    kind, *notes = get_args(annotation) if hasattr(annotation, "__metadata__") else (annotation,)
    texts = [note for note in notes if isinstance(note, Bilingual)]
    if not texts:
        return annotation
    parameter = copy(next(note for note in notes if not isinstance(note, Bilingual)))
    parameter.help = texts[0].text(language)
    return Annotated[kind, parameter]
