"""What a pattern may cost over a long text, as its own structure says: no clock, and no text that somebody thought of.

A pattern is read by the parser of :mod:`re`; the letters of each piece are a set of bits over an alphabet of all letters
that any pattern names.  Two shapes make work grow faster than a text:

* *restarts*: an unbounded repeat behind which the match may fail, and within whose run a match may begin anew:
  ``[0-9]+件`` over digits is tried from each of them to the last.
* *splits*: two unbounded repeats, one behind or within the other, that can share one run in many ways.

Repeats of at most ``MANY`` are bounded.  See Davis et al., The Impact of Regular Expression Denial of Service (2018).
"""

from __future__ import annotations

import re._constants as c  # type: ignore[import-not-found] # typeshed has no stubs of it
import re._parser as parser  # type: ignore[import-not-found] # nor of this
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

MANY = 1000
_SAMPLES = "aZ0９ \u3000\n\tあアー漢字々。、（）()「」*#\u200b\U0001f5fe"
_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
_LOOKS = (c.AT, c.ASSERT, c.ASSERT_NOT)

Piece = tuple[Any, Any]


class Start(NamedTuple):
    """What stands before a piece: how a match that reaches it may begin."""

    first: int = 0
    """Letters with which it may begin, of the pieces so far."""
    must: tuple[int, ...] = ()
    """Letters of each piece that cannot be left out."""
    before: int = -1
    """Letters that may stand before the match; -1: any."""
    ahead: int = -1
    """Letters with which it may begin at all, as a lookahead says."""
    anchored: bool = False

    def after(self, letters: int, *, may_be_left_out: bool) -> Start:
        """Return the start of what stands behind a piece of these letters."""
        first = self.first if self.must else self.first | letters
        return self._replace(first=first, must=self.must if may_be_left_out else (*self.must, letters))


class Shapes:
    """Reads patterns over one alphabet."""

    def __init__(self, sources: Iterable[str]) -> None:
        letters = sorted(set("".join(sources)) | set(_SAMPLES))
        self._bits = {letter: 1 << at for at, letter in enumerate(letters)}
        self._all = (1 << len(letters)) - 1

    def faults(self, pattern: re.Pattern[str], *, searched: bool) -> list[str]:
        """Return the shapes of a pattern that may grow: where it is searched for, restarts too."""
        pieces = list(parser.parse(pattern.pattern, pattern.flags & ~256))
        return sorted(set(self._walk(pieces, [], Start(before=self._all, anchored=not searched))))

    def _walk(self, pieces: list[Piece], rest: list[list[Piece]], start: Start) -> Iterator[str]:
        for at, (kind, value) in enumerate(pieces):
            tail = [pieces[at + 1 :], *rest]
            if kind in _LOOKS:
                yield from self._within_look(kind, value, start)
                start = self._looked(kind, value, start)
                continue
            if kind in _REPEATS and _count(value[1]) > MANY:
                yield from self._restarts(value[2], tail, start)
                if kind is not c.POSSESSIVE_REPEAT:
                    yield from self._splits(value[2], tail)
                    yield from self._nested(value[2])
            for inner in _inner(kind, value):
                yield from self._walk(list(inner), tail, start)
            start = start.after(self.letters([(kind, value)]), may_be_left_out=self._is_nullable(kind, value))

    def _looked(self, kind: Any, value: Any, start: Start) -> Start:
        if start.must:
            return start
        if kind is c.AT:
            return start._replace(anchored=start.anchored or value in (c.AT_BEGINNING, c.AT_BEGINNING_STRING))
        direction, inner = value
        if len(inner) != 1 or (direction == 1 and kind is c.ASSERT_NOT):
            return start
        letters = self.letters(list(inner))
        if direction == 1:
            return start._replace(ahead=start.ahead & letters)
        return start._replace(before=start.before & (letters if kind is c.ASSERT else ~letters))

    def _within_look(self, kind: Any, value: Any, start: Start) -> Iterator[str]:
        """Yield what is wrong within a lookahead: whether it is met or not, what stands behind may fail."""
        if kind is not c.AT and value[0] == 1:
            yield from self._walk(list(value[1]), [[(c.FAILURE, None)]], start)

    def _restarts(self, body: Any, tail: list[list[Piece]], start: Start) -> Iterator[str]:
        run = self.letters(list(body))
        begins = (start.first if start.must else start.first | run) & run & start.ahead
        inside = begins and start.before & run and all(letters & run for letters in start.must)
        if inside and not start.anchored and not all(map(self._is_certain, tail)):
            yield f"restarts within {self._shown(run)}"

    def _splits(self, body: Any, tail: list[list[Piece]]) -> Iterator[str]:
        run, pieces = self.letters(list(body)), [piece for part in tail for piece in part]
        for at, (other, value) in enumerate(pieces):
            letters = self.letters([(other, value)])
            if other in _REPEATS and _count(value[1]) > MANY and letters & run:
                if not self._is_certain(pieces[at + 1 :]):
                    yield f"splits {self._shown(letters & run)}"
                return
            if not self._is_nullable(other, value) and not letters & run:
                return
            run &= letters if not self._is_nullable(other, value) else run

    def _nested(self, body: Any) -> Iterator[str]:
        for at, (kind, value) in enumerate(body):
            if kind in (c.MAX_REPEAT, c.MIN_REPEAT) and _count(value[1]) > MANY:
                run = self.letters(list(value[2]))
                others = [piece for other, piece in enumerate(body) if other != at]
                if all(self._is_nullable(*piece) or self.letters([piece]) & run for piece in others):
                    yield f"nests {self._shown(run)}"

    def letters(self, pieces: list[Piece]) -> int:
        """Return the letters that pieces may take."""
        found = 0
        for kind, value in pieces:
            if kind not in _LOOKS:
                found |= self._of_one(kind, value)
                for inner in _inner(kind, value):
                    found |= self.letters(list(inner))
        return found

    def _of_one(self, kind: Any, value: Any) -> int:
        if kind is c.ANY:
            return self._all & ~self._bits["\n"]
        if kind is c.LITERAL:
            return self._bits.get(chr(value), 0)
        if kind is c.NOT_LITERAL:
            return self._all & ~self._bits.get(chr(value), 0)
        if kind is not c.IN:
            return 0
        named = 0
        for one, of in value:
            named |= self._of_class(one, of)
        return self._all & ~named if value[0][0] is c.NEGATE else named

    def _of_class(self, kind: Any, value: Any) -> int:
        if kind is c.RANGE:
            return self._where(lambda letter: value[0] <= ord(letter) <= value[1])
        if kind is c.CATEGORY:
            asks = self._categories[str(value).replace("_NOT", "")]
            return self._where(asks) if "_NOT" not in str(value) else self._all & ~self._where(asks)
        return self._of_one(kind, value)

    @cached_property
    def _categories(self) -> dict[str, Callable[[str], bool]]:
        return {
            "CATEGORY_DIGIT": str.isdecimal,
            "CATEGORY_SPACE": str.isspace,
            "CATEGORY_WORD": lambda letter: letter.isalnum() or letter == "_",
        }

    def _where(self, asks: Callable[[str], bool]) -> int:
        return sum(bit for letter, bit in self._bits.items() if asks(letter))

    def _shown(self, run: int) -> str:
        letters = [letter for letter, bit in self._bits.items() if bit & run]
        return "".join(letters[:12]) + ("…" if len(letters) > 12 else "")

    def _is_nullable(self, kind: Any, value: Any) -> bool:
        if kind in _REPEATS:
            return value[0] == 0 or all(self._is_nullable(*piece) for piece in value[2])
        if kind is c.BRANCH:
            return any(all(self._is_nullable(*piece) for piece in branch) for branch in value[1])
        if kind in (c.SUBPATTERN, c.ATOMIC_GROUP):
            return all(self._is_nullable(*piece) for inner in _inner(kind, value) for piece in inner)
        return kind in (*_LOOKS, c.GROUPREF, c.GROUPREF_EXISTS)

    def _is_certain(self, pieces: Iterable[Piece]) -> bool:
        """Return whether pieces match wherever they are tried, by taking nothing if need be."""
        return all(self._takes_nothing(kind, value) for kind, value in pieces)

    def _takes_nothing(self, kind: Any, value: Any) -> bool:
        if kind in _REPEATS:
            return value[0] == 0 or self._is_certain(value[2])
        if kind is c.BRANCH:
            return any(map(self._is_certain, value[1]))
        return kind in (c.SUBPATTERN, c.ATOMIC_GROUP) and all(map(self._is_certain, _inner(kind, value)))


def _count(most: Any) -> float:
    return float("inf") if most is c.MAXREPEAT else int(most)


def _inner(kind: Any, value: Any) -> list[Any]:
    if kind is c.SUBPATTERN:
        return [value[3]]
    if kind is c.ATOMIC_GROUP:
        return [value]
    if kind is c.BRANCH:
        return list(value[1])
    return [value[2]] if kind in _REPEATS else []
