"""``read_condition``: the text of ``--where`` -> a condition on a row and one of its targets.

Read by a small parser of its own: the text is compared with, never run, as code or as SQL.

    condition   = and-part {"or" and-part}
    and-part    = not-part {"and" not-part}
    not-part    = "not" not-part | "(" condition ")" | comparison
    comparison  = operand [sign operand | "is" ["not"] "null" | ["not"] "like" operand
                          | ["not"] "in" "(" operand {"," operand} ")"]
    sign        = "=" | "==" | "!=" | "<>" | "<" | "<=" | ">" | ">=" | "~"
    operand     = column | ["-"] number | 'text' | "true" | "false"

Texts are compared folded (width, case, blanks); ``~`` asks whether a text holds another (kana too), ``like`` takes %.
A column with several values fits where one of them does.  What is not there fits nothing, and its opposite everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from dxlist.errors import DxlistError
from dxlist.query.columns import find_column, unknown_column
from dxlist.query.comparing import (
    COMPARISONS,
    KIND_WORDS,
    Operand,
    Test,
    can_compare,
    compare,
    constant,
    every,
    is_null,
    opposite,
    some,
)
from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DEEPEST = 50
_CONSTANTS = {"true": True, "false": False}
_WORDS = {"and", "or", "not", "in", "is", "like", "null"}
_VALUE = Bilingual("ここには列の名前か値が要ります。", "a column or a value is needed here.")
_SIGN = Bilingual(
    f"ここには {' '.join(COMPARISONS)} is in のどれかが要ります。",
    f"one of {' '.join(COMPARISONS)} is in is needed here.",
)
_END = Bilingual(
    "ここで終わるはずです（and か or が抜けていませんか）。",
    "the condition should end here (is an and or an or missing?).",
)
_DEEP = Bilingual("括弧や not の重なりが深すぎます。", "brackets and nots stand too deep in each other.")


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read."""

    text: str
    holds: Test
    asks_targets: bool
    """Whether it names a column of targets: it is then tried with each target of a row."""


def read_condition(text: str, further: Iterable[str] = ()) -> Condition:
    """Read a condition.

    Args:
        text: as it was typed.
        further: headers of the further columns of the lists at hand, named ``extra.<header>``.

    Raises:
        ConditionError: it cannot be read; it names the character, and for an unknown column the known ones.
    """
    reader = _Reader(text, tuple(further))
    return Condition(text, reader.whole(), reader.asks_targets)


class _Reader:
    """One pass over the words of a condition."""

    def __init__(self, text: str, further: tuple[str, ...]) -> None:
        self._text = text
        self._further = further
        self._tokens = list(read_tokens(text))
        self._at = 0
        self._depth = 0
        self.asks_targets = False

    def whole(self) -> Test:
        """Read the condition to its end."""
        test = self._either()
        if self._token.kind != "end":
            raise self._error(_END)
        return test

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    def _next(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _take(self, *wanted: str) -> str | None:
        """Take the next word where it is one of these signs or words, whatever its case."""
        word = self._token.text.lower()
        if self._token.kind not in {"sign", "name"} or word not in wanted:
            return None
        self._at += 1
        return word

    def _need(self, wanted: str) -> None:
        if not self._take(wanted):
            raise self._error(Bilingual(f"ここには {wanted} が要ります。", f"{wanted} is needed here."))

    def _error(self, problem: Bilingual, word: Token | None = None) -> ConditionError:
        return ConditionError(self._text, (word or self._token).at, problem)

    def _either(self) -> Test:
        tests = [self._all()]
        while self._take("or"):
            tests.append(self._all())
        return some(tests)

    def _all(self) -> Test:
        tests = [self._one()]
        while self._take("and"):
            tests.append(self._one())
        return every(tests)

    def _one(self) -> Test:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._error(_DEEP)
        if self._take("not"):
            test = opposite(self._one())
        elif self._take("("):
            test = self._either()
            self._need(")")
        else:
            test = self._comparison()
        self._depth -= 1
        return test

    def _comparison(self) -> Test:
        left = self._operand()
        if self._take("is"):
            wants_value = self._take("not")
            self._need("null")
            return opposite(is_null(left)) if wants_value else is_null(left)
        if self._take("not"):
            return opposite(self._list(left) if self._take("in") else self._compared(left, ("like",)))
        if self._take("in"):
            return self._list(left)
        if left.kind == "boolean" and not (self._token.kind == "sign" and self._token.text in COMPARISONS):
            return compare(left, "=", constant(True))
        return self._compared(left, tuple(COMPARISONS))

    def _compared(self, left: Operand, signs: tuple[str, ...]) -> Test:
        sign = self._take(*signs)
        if sign is None:
            raise self._error(_SIGN)
        return compare(left, sign, self._matching(left, sign))

    def _list(self, left: Operand) -> Test:
        self._need("(")
        tests = [compare(left, "=", self._matching(left, "="))]
        while self._take(","):
            tests.append(compare(left, "=", self._matching(left, "=")))
        self._need(")")
        return some(tests)

    def _matching(self, left: Operand, sign: str) -> Operand:
        """Read an operand that can be compared so with the left one."""
        word = self._token
        right = self._operand()
        if can_compare(left, sign, right):
            return right
        ours, theirs = KIND_WORDS[left.kind], KIND_WORDS[right.kind]
        problem = Bilingual(
            f"左は{ours.ja}、右は{theirs.ja}なので {sign} で比べられません。",
            f"{ours.en} cannot be compared with {theirs.en} by {sign}.",
        )
        raise self._error(problem, word)

    def _operand(self) -> Operand:
        if self._take("-"):
            return constant(-self._number())
        if self._token.kind == "number":
            return constant(self._number())
        word = self._next()
        if word.kind == "text":
            return constant(word.text)
        lower = word.text.lower() if word.kind == "name" else ""
        if lower in _CONSTANTS:
            return constant(_CONSTANTS[lower])
        if word.kind not in {"name", "quoted"} or lower in _WORDS:
            raise self._error(_VALUE, word)
        return self._column(word)

    def _number(self) -> Decimal:
        if self._token.kind != "number":
            raise self._error(_VALUE)
        return Decimal(self._next().text)

    def _column(self, word: Token) -> Operand:
        column = find_column(word.text, self._further)
        if column is None:
            raise ConditionError(self._text, word.at, *unknown_column(word.text, self._further))
        self.asks_targets = self.asks_targets or column.of_row is None
        return Operand(column.kind, column.values)


TokenKind = Literal["number", "text", "name", "quoted", "sign", "end"]

_WORD = regex(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?(?![\w.]))|'(?P<text>(?:[^']|'')*)'|\"(?P<quoted>(?:[^\"]|\"\")*)\""
    r"|(?P<name>[^\W\d][\w.]*)|(?P<sign><>|[<>!=]=|[<>=~(),-]))"
)
# A Japanese keyboard writes ＝ and ’ where = and ' are meant; letter for letter, so that places stay.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans("\u3000‘’“”", " ''\"\"")
_LONGEST = 30
_EXAMPLE = Bilingual(
    "例: \"unit = '件' and value >= 1000\"。名前は列、' ' の中は文字列です。",
    "Example: \"unit = '件' and value >= 1000\"; names are columns, texts stand in ' '.",
)


class Token(NamedTuple):
    """One word of a condition."""

    kind: TokenKind
    text: str
    at: int
    """0-based code point of the condition."""


class ConditionError(DxlistError):
    """A condition that cannot be read: the place, what is wrong, what to do."""

    def __init__(self, text: str, at: int, problem: Bilingual, remedy: Bilingual = _EXAMPLE) -> None:
        rest = text[at:].split()
        near = rest[0][:_LONGEST] if rest else ""
        place = Bilingual(f"{at + 1}文字目（{near}）", f"character {at + 1} ({near})")
        where = place if near else Bilingual("終わり", "at its end")
        super().__init__("--where", where + ": " + problem, remedy)


def read_tokens(text: str) -> Iterator[Token]:
    """Yield the words of a condition, and one for its end.

    Raises:
        ConditionError: a character that begins no word.

    >>> [word.text for word in read_tokens("value >= 100 and unit ＝ '件'")]
    ['value', '>=', '100', 'and', 'unit', '=', '件', '']
    """
    plain = text.translate(_NARROW)
    at, end = 0, len(plain.rstrip())
    while at < end:
        match = _WORD.match(plain, at)
        if match is None:
            at = end - len(plain[at:end].lstrip())
            raise ConditionError(text, at, _unreadable(plain[at]))
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        quote = {"text": "'", "quoted": '"'}.get(kind, "")
        start, stop = match.span(kind)
        found = text[start:stop].replace(quote * 2, quote) if quote else match[kind]
        yield Token(kind, found, start - len(quote))
        at = match.end()
    yield Token("end", "", end)


def _unreadable(mark: str) -> Bilingual:
    if mark in "'\"":
        return Bilingual(f"これを閉じる {mark} がありません。", f"the {mark} that closes this is missing.")
    return Bilingual("ここは読めません。", "this cannot be read.")
