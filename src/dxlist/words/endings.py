"""How prose, targets and the names of projects end, and what brackets behind a name say that is no name of a project.

Source: 学校文法 for the ends of sentences; for the rest the list in data/raw (fukushima_r04) and everyday office Japanese, no
source.
"""

from __future__ import annotations

from dxlist.text.regex import regex

# --- cells of any column -----------------------------------------------------------------------------------------------

SENTENCE = regex(
    r"(?:する|図る|行う|いる|ある|なる|れる|せる|える|める|ける|げる|ます|です|した|った|らう|す|む|ぐ)[。」)）]?$"
)
"""A predicate at the end."""
SENTENCE_LAST = frozenset("るうすたむぐ。」)）")
"""Last letters of what SENTENCE finds."""

TARGET = regex(
    r"目標|指標|KPI|ＫＰＩ"
    r"|[0-9０-９] ?(?:件|[%％]|人|名|回|団体|社|所|施設|校|市町村|時間|台|箇所|か所|ヶ所|事業|割|ポイント|万|億|円|者|本|世帯|館|区)"
    r"|(?:以上|以下|以内|未満|程度|累計|増|減|向上|設定なし)[)）]?$"
)
"""Words of an indicator or a target."""

PROJECT = regex(
    r"(?:事業|プロジェクト|運営費|経費|管理費|補助金|交付金|委託費|業務|事業費)(?:[(（].*[)）]|「.*」|[\[［].*[\]］]|【.*】)*$"
)
"""Ends of the name of a project."""
PROJECT_LAST = frozenset("業ト費金務)）」]］】")
"""Last letters of what PROJECT finds."""

NUMBER = regex(r"[△▲\-+]?[0-9０-９,，.．]+(?:千円|百万円|億円|万円|円|[%％])?$|[-－―—]+$")
"""Nothing but a number, as in a column of budgets."""

# --- texts that a page end cut

FINISHED = regex(r"[。．！？!?](?:[」』)）】])?$|(?:です|ます|である|とする|する|こと|もの|など|等)$")
"""The end of a text: nothing goes on behind it."""
BEGINNING = regex(
    r"[・･●○■□◆◇◎※①-⑳➀-➉▶►★☆]|[(（]?[0-9０-９]{1,2}[)）.．、](?![0-9０-９])|[(（][ア-ン][)）]|[ア-オ][.．、 　]"
)
"""The beginning of a text or of a point of one: nothing goes on with it."""
CUT = regex(
    r"(?:[、,，・（(「『【〔]|[ぁ-ん](?<![いうくすつぬむるただ])|(?:について|により|による|に係る|に関する|のため|ための|及び|または|又は|並びに|する|した|ない|いう))$"
)
"""Where no text ends: a comma, an open bracket, a particle, a word that wants another."""
DEPENDENT = regex(
    r"ため[、に]|ことで|ことに|とともに|ほか[、に]|ように|よう[、。]|[、。，．]|[をがはにの](?=[一-鿿ァ-ヶ])"
)
"""The beginning of what no text begins with: nouns and particles that lean on a word before them."""

# --- names of projects -------------------------------------------------------------------------------------------------

OPENING = "（(［[〔【〈＜《「『"
CLOSING = "）)］]〕】〉＞》」』"
PAIRS = {**dict(zip(CLOSING, OPENING, strict=True)), "）": "(", ")": "(", "］": "[", "]": "["}
"""Closing -> opening bracket; the two widths of a bracket are one."""
QUOTES = "「『"
"""What stands in these is part of a name."""
WIDTHS = {"（": "(", "［": "["}

STRONG = regex(
    r"(?:事業|プロジェクト|経費|運営費|管理費|事業費|整備費|推進費|対策費|委託料|補助金|交付金|助成金|負担金)(?:等|など|ほか|群)?$"
)
"""Ends that only a project or an entry of a budget has."""
PROGRAMME = regex(
    r"(?:事業|プロジェクト|費|業務|料|金|取組|取り組み|施策|プログラム|パッケージ|計画|戦略|構想|プラン|対策)(?:等|など)?$"
)
"""Ends of a programme, which may hold a part of any kind."""
WEAK = regex(
    r"(?:業務|工事|取組|取り組み|施策|セミナー|研修|講座|大会|フォーラム|講習会|講演会|教室|説明会|相談会|勉強会|キャンペーン|イベント|フェア|シンポジウム|ワークショップ|コンテスト|モデル|プログラム|パッケージ"
    r"|支援|推進|促進|整備|導入|運用|構築|拡充|育成|確保|派遣|開催|実施|開発|作成|策定|更新|改修|強化|普及|啓発|活用|設置|運営|管理|発信|助成|補助|見直し|調査|対策|実証|研究|支給|貸与|貸出|配信|配置|提供|公開|拡大|向上|改善|改革|改築|修繕|移行|連携|相談|事務|委託|充実|創出|展開"
    r"|[一-龠ァ-ヶ]化)(?:等|など)?$"
)
"""Ends of an activity, a part of a programme."""

_STAGE_WORDS = (
    "デジタル田園都市国家構想", "地方創生", "国補正", "交付金", "負担金", "補助金", "複数年", "単年度", "年度", "国庫", "国", "都", "道", "府",
    "県単", "県", "市単", "市", "区", "町単", "町", "村", "民間", "公共", "単独", "単県", "直轄", "補助", "新規", "継続", "拡充", "拡大", "一部",
    "重点", "主要", "縮小", "廃止", "統合", "組替", "臨時", "特別", "一般", "委託", "繰越", "明許", "補正", "当初", "予算", "再掲", "ハード",
    "ソフト", "第", "期", "次", "回", "号", "年目", "年", "令和", "平成", "分", "活用", "対象", "関連", "導入", "更新", "設計", "構築",
    "運用", "保守", "管理", "改修", "調査", "実施", "検討", "開発", "整備", "工事", "推進", "終了", "予定", "及び", "の",
)  # fmt: skip
STAGE = regex(
    rf"(?>(?:{'|'.join(sorted(_STAGE_WORDS, key=len, reverse=True))}|[0-9０-９一二三四五六七八九十元RHＲＨ・、／/\s])+)(?:事業費?|経費|等)?$"
)
"""Nothing but words of funding, state or stage: 国庫補助事業, 新規, 運用・保守, 令和3年度補正."""
REMARK = regex(
    r"(?:旧|元|通称|略称|愛称|名称|以下|前身|再掲|参考|関連|別掲|例|※|注|仮称|仮)(?=[：:・「『\s、]|.)|.*(?:を含む|含む|を除く|除く|に係るもの|の一部|と同じ|再掲|から継続|へ移管|として実施|分)$"
)
"""What a bracket says about the name before it."""
OF_WHICH = regex(r"\s*(?:うち|内訳)[、：:\s]*")
"""Before the part of a programme: （うちスマート農業実証事業）."""
CHAIN = regex(r"\s*(?:[-－‐–—―−›＞>→]|(?<=[一-龠])ー)\s*")
"""Between a programme and its part: A事業-B事業."""
BESIDE = regex(r"\s*[、，,・／/＋+]")
"""Behind a bracket: another name follows, and the text lists several projects."""
