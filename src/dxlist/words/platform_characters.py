"""Characters outside JIS X 0208, which other systems show as something else, or not at all.

Source: JIS X 0208:1997 (rows 1-8 and 16-84) against the extensions of Windows code page 932: NEC特殊文字 (row 13: ① Ⅰ ㎜ ㈱
№ ㍻), NEC選定IBM拡張文字 and IBM拡張文字 (rows 89-92, 115-119: ⅰ, ￤, 髙, 﨑); the two ways of code page 932 and JIS X 0208 to map
～, －, ∥, ￠, ￡, ￢ to Unicode; half-width kana of JIS X 0201.  The rules that forbid them: 総務省 統一ルール 1-10 and デジタル庁
L1-08.  What is in none of the tables is asked of Python's shift_jis codec, which holds JIS X 0208 alone.
"""

from __future__ import annotations

from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex
from dxlist.text.unseen import has_unseen
from dxlist.text.variants import RADICALS

_TABLE = (
    ("丸数字", "circled numbers", r"[①-⑳㉑-㉟㊱-㊿⓪❶-❿⓫-⓴⓵-⓾]"),
    ("ローマ数字", "roman numerals", r"[Ⅰ-ⅿ]"),
    ("省略文字", "abbreviations in one sign", r"[㈱㈲㈹№℡㏍㊤-㊨㍻-㍿㋿]"),
    ("括弧や丸の付いた数字・文字", "numbers and letters in brackets or circles", r"[⑴-⒇⒜-ⓩ㈀-㉏㉠-㊰]"),
    ("単位の記号", "unit signs", r"[㌀-㍗㍱-㍺㎀-㏟]"),
    ("環境により変わる記号", "signs that systems map differently", r"[～－∥￠￡￢￤＇＂〝〟]"),
    ("半角カタカナ", "half-width katakana", r"[｡-ﾟ]"),
    ("外字・文字化け", "private characters or lost ones", r"[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]"),
)

_KINDS = tuple((Bilingual(ja, en), regex(characters)) for ja, en, characters in _TABLE)
"""What each character is said to be; the first that holds."""
_KANJI = Bilingual("JIS X 0208にない漢字", "kanji outside JIS X 0208")
_OTHER = Bilingual("JIS X 0208にないその他の文字", "other characters outside JIS X 0208")
TWINS = {"－": "−", "∥": "‖", "￠": "¢", "￡": "£", "￢": "¬"}
"""What one program makes of a sign, and what another does; everybody types the first."""
LOST = _KINDS[-1][0]
"""These show nothing on any other system, or nothing anywhere."""

_IDEOGRAPHS = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
_UNSEEN = Bilingual("見えない文字", "characters that nobody sees")
_RADICALS = Bilingual("漢字の代わりの部首", "radicals in place of kanji")
_LAYOUT = frozenset("\u00a0\u3099\u309a")
"""A blank that does not break; marks of kana written in two."""


def characters_outside(text: str) -> dict[str, Bilingual]:
    """Return the characters of ``text`` that are platform-dependent, in the order of their codes, each with its kind.

    >>> {character: kind.en for character, kind in characters_outside("①㈱髙島屋、1～4").items()}
    {'①': 'circled numbers', '㈱': 'abbreviations in one sign', '髙': 'kanji outside JIS X 0208', '～': 'signs that systems map differently'}
    """
    distinct = set(text)
    inside = set("".join(distinct).encode("shift_jis", "ignore").decode("shift_jis")) - _HALF_KANA
    return {character: _kind(character) for character in sorted(distinct - inside - _LAYOUT)}


_HALF_KANA = frozenset(map(chr, range(0xFF61, 0xFFA0)))
"""The codec holds them as JIS X 0201."""


def _kind(character: str) -> Bilingual:
    if has_unseen(character):
        return _UNSEEN
    if character in RADICALS:
        return _RADICALS
    rest = _KANJI if any(first <= character <= last for first, last in _IDEOGRAPHS) else _OTHER
    return next((kind for kind, characters in _KINDS if characters.match(character)), rest)
