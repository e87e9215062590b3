"""``usage_in_japanese``: what typer says of a wrong command line in English -> the same in Japanese."""

from __future__ import annotations

import re
from typing import Any

_WORDS: tuple[tuple[str, str], ...] = (
    (r"(?:Value error, )?'(.*)' is not one of ('.+')\.", "「{}」は使えません。{} のどれかを指定してください。"),
    (r"No such command '(.*)'\. Did you mean (.+)\?", "「{}」というコマンドはありません。{} のことですか。"),
    (r"No such command '(.*)'\.", "「{}」というコマンドはありません。"),
    (r"Input should be greater than or equal to (\S+)", "{}以上の数を指定してください。"),
    (r"Input should be a valid (?:integer|number).*", "数を指定してください。"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", "余分な引数があります: {}"),
    (r"Option '(.*)' requires an argument\.", "{} には値が要ります。"),
)
"""What typer says, and the same in Japanese; the quotes of names are left out."""


def usage_in_japanese(error: Any) -> str:
    """Return the message of one of typer's usage errors; what we worded ourselves, or do not know, stays as it is.

    Typer offers no other way to its words than the error's message and attributes.
    """
    parameter = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        near = "、".join(sorted(error.possibilities or ()))
        return f"{error.option_name}: このオプションはありません。" + (f"{near} のことですか。" if near else "")
    if hasattr(error, "param_type") and parameter is not None:
        return f"{_name(parameter)} を指定してください。"
    message = _translated(str(error.message))
    hint = getattr(error, "param_hint", None) or (_name(parameter) if parameter is not None else "")
    return f"{hint}: {message}" if hint else message


def _name(parameter: Any) -> str:
    """Return the name of an option or argument as it is typed."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name.upper())


def _translated(message: str) -> str:
    for english, japanese in _WORDS:
        if found := re.fullmatch(english, message, re.DOTALL):
            first, *others = found.groups() or ("",)
            return japanese.format(first, *(other.replace("'", "") for other in others))
    return message
