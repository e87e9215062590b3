"""What is wrong with a command line, said in one way: the option, what is wrong with it, what to type instead."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dxlist.errors import UsageError
from dxlist.text.bilingual import EMPTY, Bilingual, both_languages
from dxlist.text.folding import to_half_width
from dxlist.text.regex import regex
from dxlist.text.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dxlist.cli.options import ListOptions

EMPTY_VALUE = Bilingual("空です。", "it is empty.")
_WHOLE = regex(r"[0-9]{1,18}")
_DASHES = regex("[\uff0d\u2010-\u2015\u2212\u30fc-]{1,2}")
"""What an input method gives in place of ``-``; one ``―`` stands for two."""


def choice(option: str, value: str, names: Iterable[str]) -> str:
    """Return a value that is one of the names.

    Raises:
        UsageError: it is none; says which is near, and all.
    """
    known = tuple(names)
    if value in known:
        return value
    all_names = ", ".join(known)
    near = near_names(value, known)
    raise UsageError(
        option,
        Bilingual(f"「{shortened(value)}」は使えません。", f'"{shortened(value)}" is none of {all_names}.'),
        did_you_mean(near)
        + Bilingual(f"{all_names} のどれかを指定してください。", "" if near else "Give one of them."),
    )


def near_names(word: str, names: Iterable[str]) -> list[str]:
    """Return the names that a misspelt word may stand for, the nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    return get_close_matches(to_half_width(word).lower(), list(names), cutoff=0.6)


def did_you_mean(near: Sequence[str]) -> Bilingual:
    """Return the question whether one of these was meant; nothing where there are none."""
    if not near:
        return EMPTY
    return Bilingual(f"{'、'.join(near)} のことですか。", f"Did you mean {' or '.join(near)}?")


def half_width(text: str) -> str:
    """Return what a person typed in half width, without blanks around it: a number, a year, a code."""
    return to_half_width(text).strip()


def whole_number(option: str, text: str, least: int = 0) -> int:
    """Return a whole number, typed in half-width or full-width digits.

    Raises:
        UsageError: it is none, or less than ``least``.
    """
    plain = half_width(text)
    if _WHOLE.fullmatch(plain) and int(plain) >= least:
        return int(plain)
    raise UsageError(
        option,
        Bilingual(f"「{shortened(text)}」は使えません。", f'"{shortened(text)}" cannot be used.'),
        Bilingual(f"{least}以上の数を指定してください。", f"Give a whole number, {least} or more."),
    )


def jobs_asked(options: ListOptions) -> int | None:
    """Return how many lists are to be read side by side; None: nobody said it."""
    return None if options.jobs is None else whole_number("--jobs", options.jobs, 1)


def decimal_number(option: str, text: str) -> Decimal:
    """Return a number with or without a fraction, full-width digits and separators of thousands too.

    Raises:
        UsageError: it is none.
    """
    plain = half_width(text).replace(",", "")
    if re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", plain):
        return Decimal(plain)
    problem = Bilingual("数ではありません。", "this is not a number.")
    raise UsageError(f"{option} {shortened(text)}", problem, Bilingual("例: 1000、0.5", "For example: 1000 or 0.5."))


def not_together(one: str, other: str) -> UsageError:
    """Return the error that two options cannot be given together."""
    problem = Bilingual(f"{other} とは一緒に使えません。", f"it cannot go with {other}.")
    return UsageError(one, problem, Bilingual("どちらかにしてください。", "Give one of them."))


def unknown_command(name: str, commands: Iterable[str]) -> UsageError:
    """Return the error that there is no such command; the nearest are named."""
    problem = Bilingual("このコマンドはありません。", "there is no such command.")
    near = did_you_mean(near_names(name, commands))
    return UsageError(name, problem, near or _see_help("dxlist"))


def _see_help(command: str) -> Bilingual:
    return Bilingual(f"使い方は {command} --help を見てください。", f"See {command} --help.")


def check_typing(arguments: Sequence[str], options: Iterable[str]) -> None:
    """Raise where an argument is an option that was typed in full-width letters, or holds a full-width blank.

    Args:
        arguments: behind the name of the command.
        options: all names that options of the command have.

    Raises:
        UsageError: says what is full-width, and how the option is typed.
    """
    known = set(options)
    for argument in arguments:
        if argument == "--":
            return
        head, blank, rest = argument.partition("\u3000")
        dashes = _DASHES.match(head)
        if not dashes:
            continue
        word = to_half_width(head[dashes.end() :]).partition("=")[0]
        name = next((name for name in (f"--{word}", f"-{word}") if name in known), None)
        if name and set(dashes[0]) != {"-"}:
            raise UsageError(argument, _about_dashes(dashes[0]), _type(name))
        letters = head[dashes.end() :].partition("=")[0]
        if name and letters != word:
            problem = Bilingual(f"「{shortened(letters)}」が全角です。", f'"{shortened(letters)}" is full-width.')
            raise UsageError(argument, problem, _type(name))
        if name and blank:
            problem = Bilingual("全角の空白があります。", "there is a full-width blank in it.")
            raise UsageError(argument, problem, _type(f"{name} {rest}".strip()))


def _about_dashes(dashes: str) -> Bilingual:
    if all(dash in _FULL_WIDTH for dash in dashes if dash != "-"):
        return Bilingual(f"「{dashes}」が全角です。", f'"{dashes}" is full-width.')
    return Bilingual(f"「{dashes}」は半角のハイフンではありません。", f'"{dashes}" is not made of hyphens (-).')


_FULL_WIDTH = "－ー"


def _type(text: str) -> Bilingual:
    text = shortened(text)
    return Bilingual(f"半角で {text} と入力してください。", f"Type {text} in half-width letters.")


def from_typer(error: Any) -> UsageError:
    """Return one of typer's usage errors as ours; typer has no other way to its words than message and attributes."""
    command = error.ctx.command_path if error.ctx is not None else "dxlist"
    parameter = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        names = [name for p in error.ctx.command.params for name in (p.opts[0], *p.secondary_opts)] if error.ctx else ()
        near = did_you_mean(near_names(error.option_name, names))
        problem = Bilingual("このオプションはありません。", "there is no such option.")
        return UsageError(error.option_name, problem, near or _see_help(command))
    if hasattr(error, "param_type") and parameter is not None:
        problem = Bilingual("指定がありません。", "a value is missing.")
        return UsageError(_name(parameter), problem, _see_help(command))
    if hasattr(error, "option_name"):
        return UsageError(error.option_name, *_value_of_option(str(error.message), command))
    if extra := re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", str(error.message), re.DOTALL):
        problem = Bilingual("余分な引数です。", "this argument is one too many.")
        return UsageError(extra[1], problem, _see_help(command))
    place = _name(parameter) if parameter is not None else command
    return UsageError(place, both_languages(str(error.message)), _see_help(command))


def _value_of_option(message: str, command: str) -> tuple[Bilingual, Bilingual]:
    if "requires" in message:
        return Bilingual("値が要ります。", "it needs a value."), _see_help(command)
    return Bilingual("値は付けられません。", "it takes no value."), _see_help(command)


def _name(parameter: Any) -> str:
    """Return the name of an option or argument as it is typed."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name.upper())
