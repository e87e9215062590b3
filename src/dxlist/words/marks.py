"""Marks of the print: ditto marks, signs for nothing, remarks, totals, units, page numbers, the names of lists.

Source: everyday office Japanese, no source; of the signs for nothing the notes under statistical tables (総務省 統計表における
機械判読可能なデータの表記方法の統一ルール, 2020-12-18): － none, … not known, x withheld, * few.  The patterns read folded text
(blanks removed, NFKC).
"""

from __future__ import annotations

import re

from dxlist.text.folding import fold
from dxlist.text.regex import regex
from dxlist.text.widths import narrow

_DITTO = frozenset({"〃", "々", "同上", '"', "”", "″", "仝", "(同上)", "''"})
"""The cell says the same as the one above."""


def is_ditto(cell: str) -> bool:
    """Return whether a cell holds nothing but a ditto mark.

    >>> [is_ditto(cell) for cell in ("〃", " 同　上 ", "同上の事業")]
    [True, True, False]
    """
    last = cell[-1:]
    if not (last in _DITTO_ENDS or last.isspace()) or len(cell) >= _LONGEST_CELL:
        return False
    return cell.strip() in _DITTO or "".join(cell.split()) in _DITTO


_DITTO_ENDS = frozenset(mark[-1] for mark in _DITTO)
"""Every cell of every page is asked."""

_LONGEST_CELL = 12
"""A ditto mark and blanks around it."""

_DATE = r"(?:(?:令和|平成|昭和|[rhs])?(?:\d{1,4}|元)年\d{1,2}月(?:\d{1,2}日|末)?|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})"
NOTE = regex(
    r"(?:[※＊*]|\(?注釈?\d*[).:：)]|注釈?[)\d:：]|\(注|\[注|【注|〔注|注釈?$|備考[:：)]|備考$|\(備考"
    r"|(?:資料)?(?:出典|出所)(?:[:：]|$)|\((?:資料)?(?:出典|出所)|資料[:：]|(?:印刷|作成|更新|改定|出力|公表)(?:年月)?日"
    rf"|\(?{_DATE}(?:\d{{1,2}}:\d{{2}})?(?:現在|時点|更新|作成|改定|改訂|策定|公表|発行|版)?\)?$"
    r"|\(?(?:以下|次|前)?(?:ページ|頁)?(?:から|より|に|へ)?の?(?:続く|つづく|続き|つづき|余白)\)?$|(?:以上|再掲|抜粋)$|https?://)"
)
"""A remark: ※, 注, 備考, 出典, a date, 「次頁へ続く」."""
NOTE_MARK = regex(
    r"(?:[※＊*]\d{0,2}|\(?注釈?\d*[).:：)]?|\[注\d*\]|注記|備考|(?:資料)?(?:出典|出所)|\(?参考\)?)[:：]?$"
)
"""A remark whose mark stands in a cell of its own."""
LEGEND = regex(
    r"[(【〔\[]?(?:凡例|記号の(?:説明|意味|見方)|表の見方|区分の説明|評価の(?:基準|区分))|[◎○●△▲×□■☆★◇◆▽▼→abcds][:：=]"
)
"""The key of the signs in a table, in one cell or several: 凡例 | ◎：新規 | ○：継続."""
_LABEL_HEAD, _LABEL_END = r"[【\[(〔<■●◆◇・]*", r"(?:[】\])〕>]*[:：.]|[】\])〕>]*$|[】\])〕>]+|(?=[\d(+〒]))"
CONTACT = regex(
    rf"{_LABEL_HEAD}(?:(?:本件の?)?お?問い?合わ?せ(?:先|窓口)?|お?問合先|連絡先|照会先|作成者|作成課|作成部署|作成担当|記入者|記載者|入力者|発行者|編集者"
    rf"|提出先|送付先|担当者|e-?mail|メール(?:アドレス)?|tel|☎|℡|fax|ファックス|ファクス|ファクシミリ|内線(?:番号)?|〒){_LABEL_END}"
)
"""Whom to ask, at the head of a line: 問い合わせ先, 作成者, 内線."""
CONTACT_PERHAPS = regex(
    rf"{_LABEL_HEAD}(?:担当|担当課|担当部署|所管|所管課|主管課|事務局|作成|発行|編集|電話(?:番号)?|直通|代表|住所|所在地|url|ホームページ){_LABEL_END}"
)
"""The same where an office, a number or an address stands beside it; else a word as any."""
REACHED = regex(r"[\d(+-]{2,}\d|@|https?:|〒|内線|\(代表?\)")
"""Within such a line: a number of a telephone, an address."""
CONTENTS = regex(r"[【\[(<■●◆]*(?:目次|もくじ|contents)[】\])>]*$")
_SUM_END = r"[】\])〕>]*(?:\([^()]{0,16}\)|\(?\d[\d,.]*\s*\w{0,4}\)?)?$"
TOTAL = regex(
    r"[【\[(〔<]*(?:合計|総計|小計|総合計|中計|計|全体計|再計|総額|(?:全体|全事業|事業費|予算)(?:額)?(?:合計|計)"
    rf"|.{{1,12}}(?:合計|小計|総計|総額)){_SUM_END}"
)
"""The word of a row of sums."""
TOTAL_OF = regex(rf"(?:累計|.{{1,12}}(?<![会統設家推集生時度余])計(?![画器算測量略])){_SUM_END}")
"""The same where nothing but sums stands beside it: 議会費計."""
SUM = regex(r"[-－―ー—+△▲]*[\d,.]*\d(?:[^\d。、]{0,6}|\([^()]{0,12}\))$|[-－―ー—…・*]+$")
"""A cell of a row of sums: a number with its unit, or a sign for nothing."""
AMOUNT = regex(r"[約△▲]?[\d,.]+(?:件|人|名|円|千円|百万円|億円|万円|[%％]|か所|箇所|事業|団体|世帯|ポイント)$")
"""A figure with its unit, as no header has."""
PERSON = regex(r"(?:部|局|課|室|所|係|班)長[\s　]+\S")
"""An official by office and name, as above a list: 担当 | 課長 山田太郎."""
UNIT = regex(
    r"[\[(（【〔]*(?:金額の?|予算額の?)?単位[:：・はが/][^。]{1,12}$|[\[(（【〔]+単位[^。]{1,12}$|単位\S{0,2}(?:円|人|件|%|名|回|か所|ヶ所)$"
)
PAGE_NUMBER = regex(
    r"(?:[-‐–—―~(\[<]*\d{1,4}[-‐–—―~)\]>]*|\d{1,4}/\d{1,4}|p\.?\d{1,4}|page\d{1,4}|\d{1,4}(?:ページ|頁)|第\d{1,4}(?:ページ|頁))$"
)
OWN_SENTENCE = regex(
    r"^(?:この|本(?:表|一覧|資料|計画|書|調書|市|町|村|県)|なお|ただし|また、|上記|下記|以下|前述|詳細|詳しく|各(?:欄|項目|事業|指標|課)|表(?:中|の)|掲載|網掛|太字|下線|色付)"
    r"|一覧|取りまとめ|とりまとめ|掲載し|記載し|示し(?:て|た)|参照|ご覧|ください|四捨五入|一致しない|合わない|含みます|含む。"
)
"""What a sentence about the table speaks of."""
SENTENCE_OF_PROSE = regex(
    r"(?:です|ます|ました|ません|ください|下さい|である|こと|もの|ない|する|した|いる|ある)[。.]?[)）]?$"
)
LIST_NAME = regex(
    r"(?:一覧表?|リスト|調書|事業集|取組集|総括表|計画表|工程表|進捗表|管理表)(?![ぁ-んァ-ヶー一-龠])|[【\[(〔]?(?:別表|別紙)\d+"
)
"""In a title: the words that name a list, not a section."""
TITLE = regex(r"一覧|リスト|計画|方針|年度|関連事業|別紙|別表|資料|ビジョン|戦略|プラン|について|調書")
TITLE_TAIL = regex(
    r"(?:\(?(?:続き|つづき|続|再掲)\)?|[\[(]?(?:no\.?)?\d{1,3}/\d{1,3}[\])]?|[\[(]?\d{1,3}(?:ページ|頁)[\])]?|-\d{1,3}-)+$"
)
"""Behind a title: a page count or 「続き」, no part of its name."""

_DASHES = r"\-‐‑‒–−―—─━ーｰ－_＿=＝~〜～/／・･.．。,，、…‥*＊※"
ONLY_DASHES = regex(rf"[\s{_DASHES}]*")
NONE_WORDS = (
    "なし", "無し", "無", "ナシ", "特になし", "特に無し", "該当なし", "該当無し", "該当せず", "設定なし", "記載なし", "対象外", "未定", "未設定", "未記入",
    "検討中", "調整中", "協議中", "確認中", "空欄", "空白", "斜線", "該当課なし", "該当部署なし", "担当課なし", "不明", "不詳", "非公表", "非公開", "秘匿", "N/A", "n/a", "NA", "#N/A", "TBD",
)  # fmt: skip
"""A cell that holds one of them alone says that there is nothing, that it is not known, or that it is withheld."""
_NOTHING = regex(
    rf"[{_DASHES}()\[\]【】]*(?:(?:{'|'.join({*map(fold, NONE_WORDS)})}|[xχ×✕✖╳]{{1,3}})[{_DASHES}()\[\]【】]*)?"
)
_LONGEST_SIGN = 16
_BARE_WORDS = ("nan", "-nan", "nat", "null", "none", "na", "n/a", "undefined")
"""What pandas, R, JavaScript and databases write for a value that is not there."""
_WITHIN_BRACKETS = ("null", "na", "n/a", "none", "nil", "blank", "empty")
"""The same as the viewers of databases print it: (null), [NULL], <NA>."""
ERROR_NAMES = (
    "n/a", "na", "ref", "value", "name", "div/0", "num", "null", "spill", "calc", "getting_data", "field", "busy", "connect", "blocked",
    "unknown", "error", "deleted", "エラー", "削除済み", "ind", "qnan",
)  # fmt: skip
"""The errors of a cell of Excel, LibreOffice, Google Sheets and Access: #REF!, #DIV/0!, #NAME?, #エラー, 1.#IND."""
_LEFT_BY_PROGRAM = regex(
    rf"{'|'.join(map(re.escape, _BARE_WORDS))}|[(\[<{{](?:{'|'.join(map(re.escape, _WITHIN_BRACKETS))})[)\]>}}]"
    rf"|(?:-?1\.)?\#(?:{'|'.join(map(re.escape, ERROR_NAMES))})[!?]?|\#n/an/a|[\\¥]n|\#{{3,}}|(?:err|エラー):\d{{3}}|\[objectobject\]"
)
_LONGEST_LEFT = 40
"""A narrow column of a wide cell."""


def is_left_by_program(cell: str) -> bool:
    r"""Return whether a cell holds nothing but what a program left there in place of a value.

    That is the word for a value that is not there (nan, NULL, None, \\N), the error of a formula (#REF!, #N/A) or the
    signs of a column that was too narrow (####).  Source: the NA values of pandas' ``read_csv``, MySQL's ``\\N``, the
    error values of Office Open XML (ISO/IEC 29500-1, 18.17.3), LibreOffice's Err:502.

    >>> [is_left_by_program(cell) for cell in ("nan", "ＮＵＬＬ", "#REF!", "<NA>", "########", "NANAカード", "なし")]
    [True, True, True, True, True, False, False]
    """
    if len(cell) >= _LONGEST_LEFT or _begins_a_word(cell):
        return False
    return _LEFT_BY_PROGRAM.fullmatch(fold(cell)) is not None


def _begins_a_word(cell: str) -> bool:
    """Return whether the first letter of a cell is one that nearly all cells begin with, and no sign or word here."""
    first = cell[:1]
    return ("一" <= first <= "龠" or "ぁ" <= first <= "ん") and first not in _FIRST_LETTERS


_FIRST_LETTERS = frozenset(word[0] for word in NONE_WORDS) | frozenset("對擔檢祕")
"""Those of the words, and their old forms that ``fold`` reads as them."""


def is_nothing(cell: str) -> bool:
    """Return whether a cell is blank or holds a sign or a word for nothing, not known or withheld, and no more.

    >>> [is_nothing(cell) for cell in ("－", "…", "x", "該当なし", "（未定）", "nan", "無線課", "未定稿")]
    [True, True, True, True, True, True, False, False]
    """
    if _begins_a_word(cell):
        return False
    is_sign = len(cell) < _LONGEST_SIGN and _NOTHING.fullmatch(fold(cell)) is not None
    return is_sign or is_left_by_program(cell)


_THOUSANDS = regex(r"[0-9]{3}(?![0-9])")
_BEFORE_THOUSANDS = regex(r"(?:^|[^0-9.])[0-9]{1,3}$")


def is_cut_number(cell: str, behind: str) -> bool:
    """Return whether a comma of thousands cut a cell in two: the second goes on with the number that ends the first.

    >>> is_cut_number("来場者数3", "000人"), is_cut_number("令和8年度", "100件")
    (True, False)
    """
    return bool(_BEFORE_THOUSANDS.search(narrow(cell.rstrip())) and _THOUSANDS.match(narrow(behind.lstrip())))


# --- lines between the rows that head those below them

_SECTION_NUMBER = r"(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[Ⅰ-Ⅻ]|[IVX]{1,4}|[A-HＡ-Ｈ]|[①-⑳])(?:[-－‐.．][0-9０-９]{1,2}){0,3}"
SECTION_LABEL = regex(
    rf"^(?P<open>[【\[［〔〈<■□◆◇●○▼]*\s*)(?P<label>(?:基本|重点|施策の?|取組の?|政策の?|改革の|推進の?|個別|主要|まちづくりの?|数値|具体的な?|戦略的?)?"
    r"(?:目標|方針|方向性?|施策|政策|戦略|柱|取組|取り組み|視点|項目|分野|プロジェクト|課題|テーマ|プログラム|大綱|節|章|大項目|中項目|小項目)(?:の柱)?)"
    rf"(?P<number>\s*{_SECTION_NUMBER})(?P<close>\s*[】\]］〕〉>]?)(?=[\s:：.．、「『【]|[^\d\s])(?P<title>.+)$"
)
"""基本目標1 しごとをつくる, 【施策1-1】窓口の改善: the word says what the line is, the number which."""
DASHES = regex(r"[-－‐.．]")
"""Between the parts of a number of sections: 1-1."""
SECTION_CHAPTER = regex(
    r"^\s*第\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*(?P<label>部|編|章|節|項|款|条)(?![0-9年回期次])"
)
"""第1章 総論."""
SECTION_BRACKETS = regex(
    r"^\s*(?P<open>[【\[［〔〈＜<《])(?P<title>[^【】\[\]［］〔〕〈〉＜＞<>《》]{1,40})(?P<close>[】\]］〕〉＞>》])\s*$"
)
"""【総務部】: the whole line within brackets."""
SECTION_MARK = regex(r"^\s*(?P<open>[■□◆◇●○▼▽★☆◎])\s*(?=\S)")
"""■ 行政改革."""
SECTION_HEADER = "見出し行"
"""The header of a level whose line does not say what it is."""
GOAL_WORDS = regex(r"[をが]|(?<=[一-龠々])(?:の(?=[一-龠ぁ-んァ-ヺ])|で(?=[一-龠]))")
"""Particles between words, which a goal has (しごとをつくる, 教育の充実) and the name of an office has not."""
UPPER_UNIT = regex(r"(?:部|局|本部|庁|区|委員会|事務局)[】\])〕]?$")
"""The end of a unit that has divisions."""
LOWER_CODE = regex(
    r"\s*(?:[Ⅰ-Ⅻ]|[IVX]{1,4})[\s.:、][^\n]*\n\s*\(?[0-9①-⑳]|\s*(?P<code>[0-9A-H一二三四五六七八九十Ⅰ-Ⅻ]{1,3})[\s.:、][^\n]*\n\s*(?P=code)[-.(]"
)
"""A line with a code, and a cell below it with one of a lower kind: Ⅰ over 1, 2 over 2-1."""
