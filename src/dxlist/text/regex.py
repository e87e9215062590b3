"""``regex``: a pattern that is compiled when it is first asked, so that a command pays for those that it uses.

Every pattern of dxlist is made here and nowhere else: ``all_patterns`` is what a test reads that asks whether each of
them is safe over text of any length (``tests/text/test_patterns.py``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, Generic, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groups", "groupindex")
_MADE = list["_Late[Any]"]()


class _Late(Generic[AnyStr]):
    """Looks like a compiled pattern; the first question to it compiles it, and later ones go to the compiled one."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = source
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile the pattern and take its methods over; called for what is not there yet."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        return self.__dict__[name]


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern as :func:`re.compile` does, but do not compile it before it is used.

    >>> regex(r"[0-9]+").findall("3課7係")
    ['3', '7']
    """
    made = _Late(source, flags)
    _MADE.append(made)
    return cast("re.Pattern[AnyStr]", made)


def all_patterns() -> Iterator[re.Pattern[Any]]:
    """Yield each pattern of the modules that are loaded, in the order in which they were made."""
    yield from cast("list[re.Pattern[Any]]", _MADE)
