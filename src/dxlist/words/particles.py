"""Particles that cannot follow one another, and what stands doubled by a slip.

Source: the order of particles in Japanese grammar (格助詞 take one another's place and do not follow を; は and が shut
each other out; 学校文法, and 日本語記述文法研究会『現代日本語文法2』), read against sentences of published plans: a pair
counts only where the letters around it cannot be a word in kana (をのぞく, をはじめ, がん検診, まんがを, は種, と畜, から揚げ).
"""

from __future__ import annotations

import re

_W = r"一-龠々〆ヶァ-ヺーA-Za-z0-9０-９Ａ-Ｚａ-ｚ"
"""Letters of a noun that is not written in hiragana."""
_BEFORE = rf"(?<=[{_W}）)」』])"
_AFTER = rf"(?=[{_W}「『（(])"

PAIRS = re.compile(
    # を takes its noun to a verb: no other particle may follow before a noun.
    rf"を(?:の|が|に|は|へ|で|から|まで){_AFTER}(?!(?<=は)種|(?<=から)揚)"
    r"|を(?:について|における|において|によ[りるっ]|に(?=対し|関し|向け|係る|応じ)|をもって)"
    # が, に, は, で, へ, も before を; 初詣で and the like are nouns.
    rf"|{_BEFORE}(?:が|に|は|へ|も)を(?!もっ)|(?<=[{_W}）)」』])(?<![詣茹撫秀])でを"
    # は and が beside each other, or beside の and に.
    rf"|{_BEFORE}(?:がの|がは|はが|はの|はに|にが|にの){_AFTER}"
)
"""Two particles of which one is too many, as a slip of editing leaves them: システムをの更新."""

DOUBLED = re.compile(
    rf"を[ \u3000]?を|{_BEFORE}(?:のの|がが|にに|はは|へへ|とと(?![畜殺石粒])|でで){_AFTER}"
    r"|。[ \u3000]?。|、[ \u3000]?、|、。|。、"
    r"|(によ(?:り|る)|に対(?:し|する)|について|における|において|ために?|する(?:こと|とともに)?|こと(?:により|を|が))\1"
    rf"|(?<![{_W}])([一-龠々]{{2,6}}|[ァ-ヺー]{{4,}})\2(?![一-龠々ァ-ヺー])"
    rf"|(?<![{_W}])([一-龠々ァ-ヺーA-Za-z]{{2,}}(?:[のをにがはとで]|する))\3"
)
"""A particle, a mark, a word or a word with its particle, twice in a row."""

NOT_DOUBLED = re.compile(r"[一各個毎逐時々]|.々|要所|部分|場面|地域|節目|段階|世代|時代|瞬間|年代")
"""What a doubled word may begin with and be right: 一人一人, 個別個別."""

PARTICLES = frozenset("をのにがはとでへも")
"""What a name may have lost between two of its words."""
