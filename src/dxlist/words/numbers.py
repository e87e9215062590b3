"""Numerals of Japanese prose, and numbers that are no amounts: parts of names, ordinals, ages, times, "per" phrases.

Source: 公用文作成の考え方 (文化審議会 建議 2022) for numerals; for names and ordinals the list in data/raw (fukushima_r04) and
everyday office Japanese, no source.  The patterns read narrow text (:func:`dxlist.text.widths.narrow`).
"""

from __future__ import annotations

from dxlist.text.regex import regex

KANJI_DIGITS: dict[str, int] = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_DIGITS = {**KANJI_DIGITS, **{str(digit): digit for digit in range(10)}}


def small_number(text: str) -> int | None:
    """Return the number of 4, 元, ③, 十二, 二〇二五; None where there is none.

    >>> [small_number(text) for text in ("4", "元", "③", "十二", "二〇二五", "〃")]
    [4, 1, 3, 12, 2025, None]
    """
    if text == "元":
        return 1
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    digits = [_DIGITS[letter] for letter in text if letter in _DIGITS]
    return int("".join(map(str, digits))) if digits else None


SMALL_MAGNITUDES: dict[str, int] = {"十": 1, "百": 2, "千": 3}
"""Powers of ten within a group of four digits."""
LARGE_MAGNITUDES: dict[str, int] = {"万": 4, "億": 8, "兆": 12}
"""Powers of ten that close a group."""

THOUSANDS_MARKS = ",’'"
ARABIC = regex(rf"(?:[0-9]{{1,3}}(?:[{THOUSANDS_MARKS}][0-9]{{3}})+|[0-9]{{1,15}})(?:\.[0-9]{{1,9}})?(?![0-9]|\.[0-9])")
"""An amount with or without thousands marks; longer runs of digits are codes or telephone numbers."""
ZERO_LED = regex("0(?:[0-9]|[,’'][0-9])")
"""The beginning of a numeral that is no amount: 00, 01, 0,500; its first digits are lost, or it is a code."""

TENTHS = regex(r" ?割(?![合り引当安れ]|増(?:し|料|賃))(?:([0-9])分)?")
"""6割 is 60 %, 6割5分 is 65 %."""

ZERO = regex(
    r"(?<![ァ-ヶー])ゼロ(?=件|人|名|%|日|回|円|を(?:目標|目指|めざ|維持|達成|継続)|と(?:する|なる)|に(?:する|なる|削減)|[。 ]|$)"
)
"""Zero in words, where it is an amount: 事故ゼロを目指す, but not ゼロカーボン."""

_KANJI = "一二三四五六七八九十百千万"

_NAMES = (
    # technology
    r"Society ?[0-9.]{1,15}|Web ?[0-9.]{1,15}|(?<![0-9.])[3-6]G(?![A-Za-z])|(?<![0-9.])[248]K(?![A-Za-z])|(?<![0-9.])[2-4]D(?![A-Za-z])|[0-9一二三四五六]次元",
    r"(?:Windows|Office|Microsoft|Wi-?Fi|Bluetooth|USB|HTML|HTTP|IPv|Ver\.?|ver\.?|Version|No\.?|ISO/?I?E?C?|JIS|COVID-?|Industry|Python|M|KPI|KGI|G)[ -]?[0-9][0-9.]*(?!人|件|名|社|回|[0-9%])",
    r"24時間(?:[・、]?365日)?(?=[体対受稼利運い]|・|365|オ|サ|営|の|監)|365日(?=24|・?24|[・、]?[体対受])|24時間365日",
    # telephone numbers
    r"(?<![0-9])0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?![0-9])|(?<![0-9])0[0-9]{1,4}\([0-9]{1,4}\)[0-9]{3,4}(?![0-9])",
    # days with a slash, school years
    r"(?<![0-9/.])(?:1[0-2]|[1-9])/(?:3[01]|[12][0-9]|[1-9])(?![0-9/])(?=現在|時点|[~～〜]|から|まで|に|末|の|以)|(?<![一-龠])[小中高][1-6](?![0-9.,人件校回名%])",
    # one each
    r"(?<![0-9.,])[1一]人[1一](?![0-9])[台人校]?|[1一]人ひとり|[1一]対[1一多]",
    # ordinals
    rf"第 ?[0-9{_KANJI}]{{1,15}}(?:-[0-9]{{1,15}})?(?:回|期|次|号|条|章|節|款|項|編|弾|段階|位|種|類|者|級|報|版|四半期|子)?",
    rf"[0-9{_KANJI}]{{1,15}}(?:回目|期目|次目|年目|年次|年生|年制|件目|か所目|人目|番目|つ目|枚目|行目|列目|社目|台目|本目|周年|学年|丁目|番地|号線|号機|号館|階建|階|番線|類感染|類型|類|次産業|次化|次避|次救|次医|次選|次審|次募|次評|次試|次利用|次案|次計)",
    r"[0-9]{1,15}四半期|四半期|[0-9]{1,15}(?:期|号|条(?!例)|番(?!組)|章|代)(?![0-9間末])|[0-9]{1,15}次(?!元)",
    # ages, times of day, months
    r"[0-9]{1,15}(?:歳|才)(?=以上|以下|未満|から|代|児|の|~|～|〜|、|到達|時)|[0-9]{1,15}(?:歳|才)[~～〜-]?[0-9]{0,15}(?:歳|才)?(?=の|以|未)|(?:午前|午後|朝|夜) ?[0-9]{1,15}時(?:[0-9]{1,15}分|半)?|(?<![0-9A-Za-z一-龠])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9件人%回])",
    r"(?<![0-9.])[0-9]{1,2}時(?!間)(?:[0-9]{1,15}分|半)?|(?<![0-9.,])(?:1[0-2]|[1-9])月(?:[0-9]{1,2}日|末|上旬|中旬|下旬|頃)?|(?<![0-9.])[0-9]{1,2}年度",
    # spans of time that are no target
    rf"[0-9{_KANJI}]{{1,15}} ?(?:か|ヶ|カ|ヵ|ケ|箇)?年(?:間)?(?=計画|連続|以内に(?!短縮|縮|する|抑|削)|後|ごと|毎|前|以上経|で[^あす]|間で)|[0-9]{{1,15}}年間(?=の|で|に|、|累計|合計|平均)",
    r"[0-9]{1,15} ?(?:か|ヶ|カ|ヵ|ケ|箇)月(?=後|前|ごと|毎|以内に(?!短縮|縮|する|抑|削)|間の)|[0-9]{1,15}(?:日|週間)(?:後|前|ごと|毎)",
    # per one
    r"(?:人口)?[0-9一十百千万]{1,15} ?(?:人|名|世帯|社|回|件|日|校|台|戸|団体|施設|事業所|か?月|年|時間|冊|人日|ha|か所|箇所|店舗|市町村|所属|課|学級|クラス)(?:[0-9]日)?(?:当たり|当り|あたり|につき|対(?![象応策面話]))|[1一](?:日|か月|ヶ月|回|人|台|校)平均",
    r"(?<![0-9.,一-十])[1一](?:日|週|人|校|所属|課|部署|団体|社|回|市町村|地区|学級)(?=に?約?[0-9一])|(?<![0-9.,])[1一](?:か月|年)(?=に?[0-9一])",
    r"(?:人口)[0-9]{1,15}万人対|[0-9一]{1,15}分の[0-9一]{1,15}|[0-9]{1,15}/[0-9]{1,15}(?![0-9/]{0,15}[年月])(?=以[上下]|の|を|、|$)",
    r"[1一](?:つ|つの窓口|か所|箇所)(?=に(?:集約|統合|まと))|ワンストップ|[0-9一二三四五六七八九十]つの(?=観点|柱|視点|方針|指標|目標|分野|取組|重点|施策|基本|段階|区分|要素|原則|カテゴリ)",
    # scales
    r"[0-9]{1,15}段階(?=評価|中|のうち|で|\))",
    # names that hold an amount: a place in kana (ふくしま12市町村), a region (東北6県)
    r"[0-9]{1,15}(?:人|名)体制|[0-9]人に[0-9]人|[0-9]{1,15}点満点",
    r"(?<=[ぁ-ん]{3})(?<![のにをはがでもやとたてるくうちべどらり])[0-9]{1,15} ?市町村|(?:被災|避難)[^0-9、。]{0,6}[0-9]{1,15}市町村|(?:東北|関東|北陸|近畿|中国|四国|九州|北関東|南東北|首都圏|東海|隣接|近隣) ?[0-9]{1,15} ?(?:都道府)?(?:県|市町村|市町|市)|[12二]地域居住|[2二]拠点(?:居住|生活)|[1-9]人暮らし|[4-8]0[・.][0-9]0問題",
    r"(?<![0-9,.])(?:19|20)[0-9]{2}年(?!間|以)|[〇一二三四五六七八九]{3,15}年|[0-9]{1,15}世紀|[0-9]R運動|3R(?![A-Za-z])|[0-9]密|[0-9]割引|SDGs ?17|AI-OCR|[0-9]{1,15}か国語|[0-9]{1,15}言語",
    # kanji numerals within words
    r"一(?:部|般|覧|体|元|助|層|定|連|括|環|時|度|緒|貫|方|番|律|斉|円|帯|切|丸|歩|戸|様|面|本化|次|級|つ|因|端|見|言|画|新|致|過|任|線|員|生|堂|気)|万(?:が一|全|一|国|博)|十(?:分|全|字)|百貨|千葉|千代|千歳|四国|四日市|九州|五輪|六本|八王|八戸|三重|三者|三位|三角|三密|三次|二次|二重|二酸|二者|七尾|三春|三島|四季|八幡|五感|七夕|三大|十日町|九十九|二本松|一関|三鷹|八千代|百年|千年|五類|三浦|三条|三原|三沢|三好|三郷|五島|五條|五泉|六ヶ所|七戸|八代|八女|十和田|十勝|二宮|一宮",
)  # fmt: skip

_FIRST = "0-9一二三四五六七八九十百千万第午朝夜人ワ被避東関北近中首海隣南小高ABCGHIJKMNOPSUVWv"
"""The first letters of all patterns, so that most of a text is passed over at a glance."""

NAMES = regex(rf"(?=[{_FIRST}])(?:{'|'.join(f'(?:{name})' for name in _NAMES)})")
"""A number within a match is no amount."""
