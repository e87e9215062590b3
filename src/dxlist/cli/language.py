"""``choose_language``: the arguments and the environment -> the language in which dxlist speaks."""

from __future__ import annotations

import locale
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dxlist.text.bilingual import Language

VARIABLE = "DXLIST_LANG"
OPTION = "--lang"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language of ``--lang``, else of ``DXLIST_LANG``, else of the locale; English where none says ja.

    >>> choose_language(["parse", "--lang", "ja"], {"LANG": "en_US.UTF-8"})
    'ja'
    >>> choose_language([], {"DXLIST_LANG": "en", "LANG": "ja_JP.UTF-8"})
    'en'
    >>> choose_language([], {"LC_ALL": "ja_JP.UTF-8", "LANG": "C"})
    'ja'
    """
    wanted = _option(arguments) or environment.get(VARIABLE, "").lower()
    if wanted.startswith(("ja", "en")):
        return "ja" if wanted.startswith("ja") else "en"
    return "ja" if _locale(environment).lower().startswith("ja") else "en"


def _option(arguments: Sequence[str]) -> str:
    """Return the last ``--lang VALUE`` or ``--lang=VALUE`` before ``--``; typer says so when the value is wrong."""
    found = ""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for argument, following in zip(options, [*options, ""][1:], strict=True):
        if argument == OPTION:
            found = following
        elif argument.startswith(f"{OPTION}="):
            found = argument.removeprefix(f"{OPTION}=")
    return found


def _locale(environment: Mapping[str, str]) -> str:
    if sys.platform == "win32":
        return locale.getlocale()[0] or ""
    return next(filter(None, map(environment.get, _LOCALE)), "")
