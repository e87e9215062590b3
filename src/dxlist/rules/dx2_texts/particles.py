"""DX203-DX206: particles that are too many, and particles that are lost."""

from __future__ import annotations

from itertools import permutations, takewhile
from typing import TYPE_CHECKING, NamedTuple

from dxlist.model.finding import Found
from dxlist.rules.dx2_texts.dictionary import installed_dictionary
from dxlist.rules.dx2_texts.printed_texts import all_texts_of
from dxlist.rules.places import own_texts
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual
from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.words.grammar import (
    ADNOMINAL_END,
    ADNOMINAL_LAST,
    ADVERBIAL,
    ADVERBIAL_ENDS,
    DISTRIBUTED,
    DOUBLED,
    LIGHT_VERBS,
    NO_OBJECT_ENDS,
    NOT_DOUBLED,
    PAIRS,
    PARTICLES,
    SURU,
    SURU_AT_END,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from dxlist.model.finding import Severity
    from dxlist.rules.dx2_texts.dictionary import Dictionary, Morpheme
    from dxlist.rules.dx2_texts.printed_texts import PrintedTexts
    from dxlist.rules.listed import Listed
    from dxlist.rules.places import PrintedText


@rule(
    "DX203",
    "impossible-particles",
    "warning",
    Bilingual("続かない助詞", "particles that cannot follow each other"),
    fixes="certain",
)
def impossible_particles(listed: Listed) -> Iterator[Found]:
    """Two particles follow each other that cannot.

    A slip of editing: one of the two was to be taken out (閲覧する際のシステムをの更新, line 42 of fukushima_r04).  The
    sentence has no meaning for a reader, and a search for システムの更新 misses it.  Words in kana that only look like
    such a pair (をのぞく, をはじめ, がん検診を) are left alone.

    日本語:
        続くことのない助詞が続いています。

        書き直したときに一方を消し忘れたものです（fukushima_r04 の42行目「システムをの更新」）。意味が取れず、
        「システムの更新」で検索しても見つかりません。仮名書きの語（をのぞく、をはじめ、がん検診を）は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請システムをの更新を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|紙の申請をのぞく手続の更新をはじめ、がん検診を進める。|100件を目標とする。
    """
    for text, match in all_texts_of(listed).finditer(PAIRS):
        words = text.words(*match.span())
        message = Bilingual(
            f"「{words}」は助詞が続いています。一方が余分です。",
            f"「{words}」: these particles cannot follow each other; one is too many.",
        )
        yield Found(text.place(*match.span()), message, suggestion=_one_of(match))


_NOUN_AND_MORE = regex(rf"[一-龠々ァ-ヺーA-Za-z0-9]{{1,20}}(?:(?P<verb>{SURU})|[をのがはにとやへでも、。等及])")
_COMPOUND = regex("について|における|において|によ|に$|をもって")


def _one_of(match: re.Match[str]) -> str | None:
    """Return what is right in place of the two particles, where what follows tells: をの更新を → の, をの更新する → を."""
    if match[0] == "をの":
        noun = _NOUN_AND_MORE.match(match.string, match.end())
        return None if noun is None else "を" if noun["verb"] else "の"
    followed = match[0] + match.string[match.end() :][:2]
    is_compound = match[0] != "をに" or followed[2:].startswith(("対", "関", "向", "係", "応"))
    return match[0][1:] if match[0].startswith("を") and _COMPOUND.match(match[0], 1) and is_compound else None


@rule("DX204", "doubled-words", "warning", Bilingual("同じ語の重複", "the same word twice"), fixes="unsafe")
def doubled_words(listed: Listed) -> Iterator[Found]:
    """A particle, a mark or a word stands twice in a row.

    県のの施設, システムをを更新, 推進推進, 。。: what is left of editing.  Words that are doubled by nature (一人一人,
    がん検診 behind が) are left alone.

    日本語:
        同じ助詞、記号又は語が続けて2回あります。

        「県のの施設」「システムをを更新」「。。」など、書き直しの消し忘れです。もともと繰り返す語（一人一人）は対象外です。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請システムをを更新する。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|県がん検診を一人一人に案内する。|100件を目標とする。
    """
    for text, match in all_texts_of(listed).finditer(DOUBLED):
        once = match[1] or match[2] or match[3] or text.text[match.start()]
        if NOT_DOUBLED.match(once) or _says_each(text, match) or _is_parted(text, match):
            continue
        message = f"「{once}」" + Bilingual("が2回続いています。", " stands twice in a row.")
        right = {"、。": "。", "。、": None, "と": ""}.get(match[0], once)
        yield Found(text.place(*match.span()), message, suggestion=right)


def _says_each(text: PrintedText, match: re.Match[str]) -> bool:
    """Return whether a noun is doubled to say each one of them: 部署部署で異なる."""
    return bool(match[2] and match[2] not in LIGHT_VERBS and DISTRIBUTED.match(text.narrow, match.end()))


def _is_parted(text: PrintedText, match: re.Match[str]) -> bool:
    """Return whether the print parts the two: a line end or a blank between words, the empty places of a form between commas."""
    place = text.place(*match.span())
    is_blank = any(sign.isspace() for sign in (place.text or "")[place.start : place.end])
    return is_blank and (match[0] == "、、" or match[2] is not None)


@rule(
    "DX205",
    "name-lost-particle",
    "warning",
    Bilingual("括弧の前後で助詞が異なる名称", "name repeated in brackets with another particle"),
    official=("L2-04",),
    fixes="unsafe",
)
def name_lost_particle(listed: Listed) -> Iterator[Found]:
    """The name before a bracket stands again inside, and differs by a particle.

    ワーケーション活用した観光支援事業(ワーケーションを活用した観光支援事業、…) (line 82 of fukushima_r04): one of the two is
    a slip, mostly the shorter.  Whoever compares or searches names finds two projects.

    日本語:
        括弧の前の名称が括弧の中で繰り返され、助詞だけが異なっています。

        「ワーケーション活用した観光支援事業(ワーケーションを活用した観光支援事業、…)」（fukushima_r04 の82行目）のように、
        多くは短い方で助詞が落ちています。名称を比べたり検索したりすると、2つの事業に見えます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|端末活用した相談支援事業（端末を活用した相談支援事業、端末整備事業）|電子申請を進める。|100件を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|端末を活用した相談支援事業（端末を活用した相談支援事業、端末整備事業）|電子申請を進める。|100件を目標とする。
    """
    for text in own_texts(listed, ("project_name",)):
        for start, end, fuller in lost_particles(text.text):
            words = text.words(start, end)
            message = Bilingual(
                f"「{words}」は、同じ欄の「{fuller}」と助詞だけが異なります。",
                f"「{words}」 and 「{fuller}」 in the same cell differ by a particle only.",
            )
            severity: Severity | None = None if _needs_particle(words, fuller) else "info"
            yield Found(text.place(start, end), message, suggestion=fuller, severity=severity)


_OBJECT = regex(rf"[一-龠々ァ-ヺー]{{2,8}}(?:{SURU}|[えけげせてねべめれりいきしちにみ](?:た|る))")


def _needs_particle(shorter: str, fuller: str) -> bool:
    """Return whether a verb stands behind the particle that one of two names lacks: を活用した; 県産品利用 is a word too."""
    at = next((i for i, (a, b) in enumerate(zip(shorter, fuller, strict=False)) if a != b), len(shorter))
    return fuller[at] in "をにと" and _OBJECT.match(fuller, at + 1) is not None


_NAME = regex(r"[^（）()「」『』【】\[\]［］、，,／/\-－―—\s]+")
_BRACKET = regex(r"[（(「『【\[［]")
_SHORTEST_NAME = 6
"""Of a name that is compared; shorter ones are words."""


class Shorter(NamedTuple):
    """A name that lacks a particle, and the same name with it."""

    start: int
    end: int
    fuller: str


def lost_particles(text: str) -> Iterator[Shorter]:
    """Yield each name of a text that differs by a particle only from a name in or before a bracket beside it.

    >>> list(lost_particles("端末活用した支援事業(端末を活用した支援事業)"))
    [Shorter(start=0, end=10, fuller='端末を活用した支援事業')]
    """
    names = [match for match in _NAME.finditer(text) if len(match[0]) >= _SHORTEST_NAME]
    for inner in names[1:] if _BRACKET.search(text) else ():
        for short, long in permutations((names[0], inner)):
            if _lacks_particle(fold(short[0]), fold(long[0])):
                yield Shorter(short.start(), short.end(), long[0])


def _lacks_particle(short: str, long: str) -> bool:
    """Return whether ``long`` is ``short`` with one particle more, behind a letter that is no hiragana."""
    if len(long) != len(short) + 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return 0 < at < len(short) and long[at] in PARTICLES and long[at + 1 :] == short[at:] and not _IS_KANA(long[at - 1])


_IS_KANA = regex("[ぁ-ん]").match


_NOUNS = r"[一-龠々ァ-ヺーA-Za-z]"
_OBJECT_AND_VERB = regex(rf"({_NOUNS}{{2,40}})を([一-龠々]{{2,4}})(?={SURU})")
_RUN_ON = regex(rf"(?<=[{ADNOMINAL_LAST}])(?P<run>{_NOUNS}{{4,}})(?:(?P<end>{SURU_AT_END})|{SURU})")
"""A run of nouns that something before it qualifies, and する: 高度なセキュリティ監視実施して."""
_ADNOMINAL_END = regex(rf"{ADNOMINAL_END}$")
_KATAKANA_TAIL = regex("[ァ-ヺー]{1,40}$")
_SHORTEST = 2
_CLAUSE_BEFORE = 24
"""Letters before the run that the dictionary reads too, so that it finds its bounds."""


class Split(NamedTuple):
    """The end of a run of nouns: what lost its を, and the verb behind it."""

    object: str
    verb: str


@rule(
    "DX206",
    "noun-runs-into-verb",
    "warning",
    Bilingual("「を」が落ちて動詞に続く名詞", "noun that runs into its verb"),
    fixes="unsafe",
)
def noun_runs_into_verb(listed: Listed) -> Iterator[Found]:
    """A noun runs into the verb behind it: its を is lost.

    高度なセキュリティ監視実施していく (line 65 of fukushima_r04): 高度な qualifies a noun, so 監視 cannot be part of the
    verb.  Compound verbs without such a word before them (運用開始する, 情報発信する) are right and left alone.

    By itself dxlist knows the two words where the list says the same elsewhere with を (監視を実施); with the optional
    extra dxlist[words] a dictionary knows them.

    日本語:
        名詞の後の「を」が落ち、動詞に続いています。

        「高度なセキュリティ監視実施していく」（fukushima_r04 の65行目）では、「高度な」が名詞に係るため、「監視」は動詞の一部に
        なれません。そのような修飾のない複合動詞（運用開始する、情報発信する）は正しいので対象外です。

        同じ一覧に「監視を実施」のような言い方があれば dxlist だけで見つけます。なければ、追加の辞書（dxlist[words]）を
        入れたときに見つけます。

    Bad:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|監視事業|高度な監視実施していく。|毎年監視を実施する。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|監視事業|高度な監視を実施し、4月に運用開始する。|毎年監視を実施する。
    """
    return runs_into_verbs(all_texts_of(listed), installed_dictionary())


def runs_into_verbs(texts: PrintedTexts, dictionary: Dictionary | None) -> Iterator[Found]:
    """Yield what DX206 finds; ``dictionary`` None: by the evidence of the list alone."""
    said = frozenset(Split(*pair) for pair in _OBJECT_AND_VERB.findall(texts.joined))
    for text, match in texts.finditer(_RUN_ON):
        start = match.start("run")
        qualified = _ADNOMINAL_END.search(text.narrow[max(0, start - _CLAUSE_BEFORE) : start])
        if qualified is None or (qualified["of"] is not None and match["end"] is None):
            continue
        split = _split_by_list(match["run"], said)
        if split is None and dictionary is not None:
            split = _split_by_dictionary(text.narrow, match, dictionary)
        if split is not None:
            yield _found(text, match.end("run"), split)


def _found(text: PrintedText, end: int, split: Split) -> Found:
    start = end - len(split.object) - len(split.verb)
    words = text.words(start, end)
    message = Bilingual(
        f"「{words}」は、前の語が「{split.object}」に係るため、「を」などが落ちていると思われます。",
        f"「{words}」: what stands before it qualifies 「{split.object}」, so a を or its like is probably lost.",
    )
    takes_object = split.verb in LIGHT_VERBS and split.object[-1] not in NO_OBJECT_ENDS
    suggestion = f"{split.object}を{split.verb}" if takes_object else None
    return Found(text.place(start, end), message, suggestion=suggestion)


def _split_by_list(run: str, said: frozenset[Split]) -> Split | None:
    """Return the object and the verb at the end of a run where the list says them elsewhere with を between."""
    for thing, verb in said:
        head = run.removesuffix(verb)
        if head != run and len(head) >= _SHORTEST and not _is_adverbial(head):
            alike = _alike_at_end(head, thing)
            if alike >= _SHORTEST:
                katakana = _KATAKANA_TAIL.search(head)
                return Split(katakana[0] if katakana else head[-alike:], verb)
    return None


def _alike_at_end(one: str, other: str) -> int:
    """Return how many letters two words end alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one[::-1], other[::-1], strict=False)))


def _is_adverbial(noun: str) -> bool:
    return noun in ADVERBIAL or noun[-1] in ADVERBIAL_ENDS or noun.startswith(_ADVERBS)


_ADVERBS = ("後", "際", *(noun for noun in ADVERBIAL if len(noun) > 1))


def _split_by_dictionary(text: str, match: re.Match[str], dictionary: Dictionary) -> Split | None:
    """Return the object and the verb at the end of a run of words, where a noun stands before a verbal noun."""
    start = max(0, match.start("run") - _CLAUSE_BEFORE)
    before, run = _words_of_run(dictionary.words(text[start : match.end()]), match.start("run") - start, match["run"])
    if before is None or before.kind not in {"of", "adnominal"} or not _are_nouns(run):
        return None
    verb = _verb(run)
    rest = run[: len(run) - verb]
    if not verb or not rest or rest[-1].kind == "adverbial_noun" or _is_adverbial(rest[-1].text):
        return None
    return Split("".join(word.text for word in rest[-_last_noun(rest) :]), "".join(w.text for w in run[-verb:]))


def _are_nouns(run: Sequence[Morpheme]) -> bool:
    """Return whether a run is of nouns, the first of which is no adverb to what qualifies it: 実施した後県内展開する."""
    return (
        bool(run) and run[0].kind != "adverbial_noun" and not any(w.kind in {"other", "of", "adnominal"} for w in run)
    )


def _words_of_run(words: Sequence[Morpheme], start: int, run: str) -> tuple[Morpheme | None, Sequence[Morpheme]]:
    """Return the word before a run and the words of it; no words where their bounds are not those of the run."""
    at = 0
    for index, word in enumerate(words):
        if at == start:
            inside = list(words[index:])
            while inside and "".join(w.text for w in inside) != run:
                inside.pop()
            return words[index - 1] if index else None, inside
        at += len(word.text)
    return None, ()


def _verb(run: Sequence[Morpheme]) -> int:
    """Return how many words at the end of a run are its verb: 実施, 再構築, 電子化; 0 where there is none."""
    if run[-1].kind == "suffix" and run[-1].text == "化":
        return 2
    if run[-1].kind != "verbal_noun" or len(run[-1].text) < _SHORTEST:
        return 0
    return 2 if len(run) > 1 and run[-2].kind == "prefix" else 1


def _last_noun(words: Sequence[Morpheme]) -> int:
    """Return how many words at the end are one noun with its suffixes."""
    count = 1
    while count < len(words) and words[-count].kind == "suffix":
        count += 1
    return count
