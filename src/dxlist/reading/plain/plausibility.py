"""``plausibility``: a decoded text -> how much it looks like what Japanese governments write."""

from __future__ import annotations

from dxlist.text.regex import regex

SAMPLE = 1 << 20
"""Characters beyond ASCII that are enough for a judgement."""

# Kana, the punctuation and full-width forms of print, and the kanji of JIS level 1 and 2 alike; what a wrong codec
# makes of Japanese is half-width kana, private use, and letters of other scripts between them.
_COMMON = regex(r"[\u3000-\u303f\u3041-\u30ff\uff01-\uff5e\u2010-\u203b\u2190-\u21ff\u2460-\u24ff\u2500-\u25ff×÷±°]")
_KANJI = regex(r"[\u4e00-\u9fff]")
_HALF_WIDTH_KANA = regex(r"[\uff61-\uff9f]")
_BEYOND_ASCII = regex(r"[^\x00-\x7f]")
_LEVEL_TWO_LEAD = 0x98


def plausibility(text: str) -> float:
    """Return 0 (no Japanese prose) to 1 for the characters of ``text`` beyond ASCII.

    Kana and punctuation count whole, kanji of JIS level 1 too, rarer kanji a quarter, half-width kana a fifth
    (governments do publish it), everything else nothing.
    """
    sample = "".join(_BEYOND_ASCII.findall(text))[:SAMPLE]
    if not sample:
        return 1.0
    kanji = _KANJI.findall(sample)
    common = len(_COMMON.findall(sample))
    frequent = sum(map(_is_level_one, set(kanji)))
    share_frequent = frequent / max(len(set(kanji)), 1)
    half_width = len(_HALF_WIDTH_KANA.findall(sample))
    weight = common + len(kanji) * (0.25 + 0.75 * share_frequent) + 0.2 * half_width
    return weight / len(sample)


def _is_level_one(kanji: str) -> bool:
    try:
        return kanji.encode("cp932")[0] < _LEVEL_TWO_LEAD
    except UnicodeEncodeError:
        return False
