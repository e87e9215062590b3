"""Words by which a target, its comparison, its time and its kind are told.

Source: the list in data/raw (fukushima_r04) for the words that it prints; else everyday office Japanese, no source.
All patterns read narrow text (:func:`dxlist.text.widths.narrow`), brackets and colons half-width.
"""

from __future__ import annotations

import re

from dxlist.words.marks import NONE_WORDS

# --- around a number -------------------------------------------------------------------------------------------------

_APPROXIMATELY = r"[≒≈] ?|約|概ね|おおむね|おおよそ|おおよそ|凡そ|およそ|ほぼ"
_PER_YEAR = r"年額|毎年度?|年度?ごとに?|各年度?|1?年間(?=に| |[0-9約延の]|平均)|年平均|(?<![0-9元令平和成])(?:1年|年)(?=に?[0-9一二三四五六七八九十])"
_PER_MONTH = r"月額|毎月|月間(?=[0-9約延])|月平均|(?<![0-9元か])(?:1か月|月)(?=に?[0-9一二三四五六七八九十])"
_COMPARED = r"対?前年(?:度)?(?:同[月期])?(?:実績)?比|対?昨年度?比|(?:基準年度?|現状)比"
_AT_LEAST = r"最低(?:限度?|でも)?|少なくとも|最小"
_AT_MOST = r"多く(?:とも|ても)|最大(?:限度?|でも)?|最高|上限"
_CUMULATIVE = r"累計|累積|通算"

_DASH = "[-―—─]"
SURE_MINUS = re.compile(
    rf"(?:(?<![^ (:、=を~はがでに比もへ約])(?:{_DASH}|ー)"
    rf"|(?<=比\)){_DASH}"
    rf"|(?<=[一-龠ァ-ヶー々])(?<!率)(?<!割合)(?<![足知解識透着献成熟]度)(?<!シェア)(?<![0-9元]年)(?<![0-9元]年度){_DASH}"
    r"(?=[0-9][0-9,.]* ?(?:%|‰|ポイント|pt)))(?=[0-9])"
)
"""A dash before a number that is a minus: behind a blank, a bracket or a particle, or between what has an amount and its change."""

_FIRST = "≒≈約概お凡ほ年毎各1月対前昨基現最少多上~～〜≧≥⩾>=≦≤⩽<累通↑↓+プマ▲△▼―—─ー¥￥全計総合延の平週-"
"""The first letters of all qualifiers, so that most of a text is passed over at a glance."""
QUALIFIER = re.compile(
    rf"(?=[{_FIRST}])(?:(?P<approx>{_APPROXIMATELY})|(?P<annual>{_PER_YEAR})|(?P<monthly>{_PER_MONTH})|(?P<compared>{_COMPARED})"
    rf"|(?P<ge>{_AT_LEAST}|(?:[≧≥⩾]|>=|(?<![=-])=>) ?)|(?P<le>{_AT_MOST}|(?<![0-9元度年末A-Za-z件人%])[~～〜]|(?:[≦≤⩽]|<=|=<) ?)"
    rf"|(?P<cumulative>{_CUMULATIVE})|(?P<gt>(?<![-=>])> ?)|(?P<lt>(?<!<)< ?)|(?P<up>↑ ?)|(?P<down>↓ ?)"
    rf"|(?P<increase>\+ ?|プラス ?)|(?P<decrease>マイナス ?)|(?P<minus>[▲△▼] ?|{SURE_MINUS.pattern})"
    r"|(?P<other>[¥￥] ?|(?<![一-龠])(?:全|各|計)|総額|合計|総計|延べ|延|のべ|平均|週(?=に?[0-9])|毎週|毎日))"
)
"""A word before a number that belongs to it; several may stand in a row."""

SUFFIX = re.compile(
    r" ?(?:(?P<ge>を下回らない|を?下限|以上|超過達成)|(?P<le>を?超えない|を上回らない|を?上限|まで(?=[。、 )と]|$)|以下|以内)|(?P<lt>に満たない|未満|を下回る)|(?P<gt>超(?![一-龠ァ-ヶ])|超(?=達成|維持|確保|目標)|を?超える|を?超え|を上回る)"
    r"|(?P<from>[~～〜](?=[。、 )]|$))|(?P<approx>程度|前後|ほど|くらい|ぐらい|余り|弱|強(?!化))|(?P<other>ずつ))"
)
"""A word behind a number that belongs to it."""

_INCREASE = r"増加|増員|増額|増やす|増やし|増(?![設築床進殖強額補刷加員やえ])|アップ|UP|up|向上|上昇|拡大|伸ばす|伸ばし|伸び|引き上げ|引上げ|加算"
_DECREASE = r"減少|減量|減らす|減らし|減(?![災免塩速額農少量ら])|削減|短縮|縮減|低減|低下|抑制|圧縮|ダウン|カット|節減|軽減|引き下げ|引下げ|縮小"
CHANGE = re.compile(rf"(?:の|を| )?(?:(?P<increase>{_INCREASE})|(?P<decrease>{_DECREASE}))(?![効額率量数幅値])")
"""Directly behind a number: the number is the size of a change."""

COMPARED = re.compile(_COMPARED)
SIGN_BEHIND = re.compile(r" *(?P<sign>>=|<=|=<|[≧≥⩾≦≤⩽><↑↓])(?P<noun>(?=[一-龠ァ-ヶA-Za-z]))?(?! ?[0-9])")
"""A sign of comparison behind a number and its unit: 60%≧, 60%≦利用率, 80%↑."""
SIGNS: dict[str, tuple[str, str]] = {
    ">=": ("ge", "le"), "≧": ("ge", "le"), "≥": ("ge", "le"), "⩾": ("ge", "le"), ">": ("gt", "lt"),
    "<=": ("le", "ge"), "=<": ("le", "ge"), "≦": ("le", "ge"), "≤": ("le", "ge"), "⩽": ("le", "ge"), "<": ("lt", "gt"),
    "↑": ("up", "up"), "↓": ("down", "down"),
}  # fmt: skip
"""A sign of comparison -> what it says of a number behind which it stands as 以上 does, and of one before a noun (60%≦利用率)."""

CUMULATIVE_WORD = re.compile(_CUMULATIVE)
ANNUAL_WORD = re.compile(
    r"(?<![0-9数一])年間(?!計画)|(?<![0-9])年度?(?:当たり|当り|あたり|平均)|/年|毎年|(?:人|件|回)/年"
)
MONTHLY_WORD = re.compile(
    r"/月|[(【\[]月間[)】\]]|毎月|月平均|月(?:当たり|当り|あたり)|(?<![一-龠0-9])月間(?=[^、。]*[数件用量率])"
)

ARROW = re.compile(r"→|⇒|⟶|➡|⇨|➔|->|=>|＝＞")
RANGE = re.compile(r" ?(?:~|～|〜|-|ー|から|乃至|ないし) ?")
YEN_BEFORE = re.compile(r"[¥￥] ?$")
TWO_OR_THREE = re.compile("|".join(f"{first}、(?={first + 1}(?![0-9.,]))" for first in range(1, 9)))
"""2、3回: two or three."""

# --- baselines -------------------------------------------------------------------------------------------------------

_BASELINE = r"(?:現状値?|現況値?|基準値?|実績値?|直近値?|当初値?|初期値|策定時(?:点)?(?:の値)?|従前(?:値)?|現在値?|前年度?|昨年度?|前回値?|見込み?値?|参考値?|ベースライン)"
BASELINE_LABEL = re.compile(
    rf"(?:[(\[【]{_BASELINE}[)\]】]|{_BASELINE})"
    r"(?:の|は|が|で|値|年度?|実績|時点|[:、 ]|\([^()]*\)|(?:令和|平成|R|H)[0-9元]{1,2}(?:年度?)?末?|20[0-9]{2}年度?)*$"
)
"""At the end of the text before a number: it is an actual, no target."""

BASELINE_BRACKET = re.compile(r"実績|現状|現況|基準|現在|策定時|直近|当初値|見込")
BASELINE_AFTER = re.compile(
    r"(?:という|の|が)?(?:実績|現状|見込み)|(?:の)?(?:だっ|であっ|でし|とな[っり])(?:た|て(?:い|お))|に(?:とどま|留ま)|[をがはの]?[^、。]{0,14}(?:した|された|あった|しており|となっている)(?:ところ|が、|。|$)|で(?:ある|あり)(?:が|こと|中|もの|ため)"
)
OF_OTHERS = re.compile(r"(?:参考|全国|[国県市町府都道州区]の?平均|類似団体|他市|他県|近隣)")
"""At the beginning of a bracket behind a target: numbers of others."""
RAISED_TO = re.compile(r"(?:程度|以上|以下)?(?:に|へ|まで|とする|増|減|向上|短縮)")

# --- labels and metrics ----------------------------------------------------------------------------------------------

GENERIC_LABEL = (
    r"(?:重要業績評価指標|重要目標達成指標|(?:成果|活動|評価|目標|数値|達成|主な|事業|施策|代表|アウトカム|アウトプット|進捗|管理|取組|業績|効果)*"
    r"(?:指標|目標値|目標|水準)|KPI|KGI|アウトカム|アウトプット|目標年度|最終目標|中間目標|年間目標|当面の目標|指標名|項目名?|数値|達成値|計画値?|見込値|設定値|"
    r"現状値?|現況値?|基準値?|実績値?|直近値?|当初値?|単位)"
)
"""A label that names no metric of its own."""

LEADING_LABEL = re.compile(
    rf"(?:[\[【〔<《≪(]?{GENERIC_LABEL}(?:・{GENERIC_LABEL})*(?:\({GENERIC_LABEL}\))?(?:の(?=[\]】〕>》≫: ]))?(?: ?[0-9①-⑳]{{1,2}})?"
    rf"(?:[\]】〕>》≫)][: ]?|[:_は][ 、]?| (?=\S))"
    ")"
)
TRAILING_LABEL = re.compile(
    rf"(?:^|[ 、,\[【〔(:の・をがは0-9度末年])((?:{GENERIC_LABEL}|現在|現状|前年度?(?:実績値?)?|昨年度?)(?:\([^()]*\))?[\]】〕):はので]?)$"
)
CONNECTIVE = re.compile(
    r"(?:また|なお|さらに|更に|特に|併せて|あわせて|加えて|次に|そのうち|このうち|(?:うち|と|や)(?=[一-龠ァ-ヶA-Z、])|及び|並びに|かつ|同様に|具体的には|その上で|これにより|ほか|引き続き|今後|現状の|現在の|令和[0-9元]+年度は|初年度は)[、 ]?"
)
BULLET = re.compile(
    r"[①-⑳⑴-⒇❶-❿■●○◆◇□▪►▶※★☆◎・・➢✓-] ?|\([0-9]{1,2}\) ?|[0-9]{1,2}[.)] ?(?![0-9])|\([ア-コa-z]\) ?|[ア-コ](?:[.:)] ?| )"
)

PLACE_ONLY = re.compile(
    r"(?:県庁?|市|町|村|区|都|道|府|国|全国|本県|本市|当市|当県|庁|管|域|圏)?(?:内外?|立|域|下)?(?:の|における|全)?(?:全|各|ほか|他)?"
)
NOT_A_NOUN = re.compile(
    r"(?:して|し|て|により|より|ため|じ|よう|ながら|つつ|れ|せ|え|べ|け|め|ことで|すること|する|した|った|ある|いる|れば|ほか|など|等により|とおり|際|まで|及び|に|へ|で|と|から|が|は|も|を|うち|における|において|[0-9一二三四五六七八九十]年間|当たり|あたり|中から|あり|おり|なり|図り|行い|伴い|向け|この|その)$"
)
TOPIC = re.compile(r"について(?:は)?|に関して(?:は)?|に関し(?=、)|につき(?=、)")
PARTICLES = re.compile(r"(?:について|に関して)?(?:を|が|は|も|の)?[、, :=…]*$")
NOUN_AFTER = re.compile(
    r"(?:の|を|は|も)?((?=[^/・×→⇒と])(?:[^\s、。,:;()を≦≧≤≥<>=↑↓]|\([^()]*\))+?)(?=を(?!通)|が|は|に(?!お|よ|関|係)|で(?!き)|する|し、|した|できる|、|。|$| |\)|[≦≧≤≥<>=])"
)
SCOPE_PARTICLE = re.compile(
    r"(?:での|への|との|に対し(?:て)?|において(?:は)?|を対象(?:として|とし|に)?|へ|で|に|と)、?"
)

# --- sorts of statements ---------------------------------------------------------------------------------------------

STATED = re.compile(
    r"[0-9][^、。0-9]{0,8}(?<!可能)(?:と|に)する[。」)]?$|見込|達する|達し|目標|目指|めざ|達成|KPI|KGI|指標|到達|維持|目安"
)
"""Words of a stated target."""
STATED_AFTER = re.compile(
    r"^[)」]?(?:以上|以下|以内|程度|未満)?[)」]?の?(?:(?:と|に)(?:する|し(?![てたまな]の)|なる|抑え|引き|増や|減ら|増|減|拡|削減|短縮|回復|改善|向上|高め|伸ば|上げ|近づ)|まで(?:に)?(?:伸ば|増|減|引き|拡大|向上|高め|上げ|下げ|削減|短縮|抑|する)|を(?:確保|維持|達成|上回|下回|超|目))"
)
"""Directly behind the number: the level that is to be reached."""
SERVE = re.compile(r"周知|提供|案内|情報共有|配信|通知|啓発|広報|配布|送付|照会|発信|ヒアリング|アンケート")
"""What those in scope receive."""
SERVED = re.compile(r"^[^。]{0,40}?(?:に対し|を対象|へ|に向け|に)[^。]*")
INDICATOR_END = re.compile(
    r"(?:数|率|割合|度|額|量|時間|比率|比|指数|値|人口|寿命|面積|件|ポイント|スコア|順位|者|日数|距離|単価|高|台数|延長|回収|シェア|事故|待ち)(?:\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]|〔[^〔〕]*〕)*$"
)
"""Ends of a noun that names an indicator."""

_VERBAL_NOUNS = (
    "開催 実施 派遣 作成 作製 制作 製作 策定 配布 設置 導入 整備 支援 選定 養成 育成 採択 受講 参加 登録 契約 締結 発行 発表 公開 公表 掲載 配信 投稿 更新 利用 "
    "活用 訪問 認定 認証 交付 補助 助成 相談 指導 研修 調査 収集 検証 構築 開発 改修 試行 運用 取得 申請 処理 回答 提供 配置 採用 雇用 就職 就労 創出 創業 起業 誘致 立地 移住 定住 成約 成立 "
    "商談 販売 出展 出店 出品 視聴 閲覧 再生 ダウンロード フォロー 表彰 募集 応募 加入 入会 会員 予約 連携 協定 達成 合格 修了 卒業 入学 転換 統合 廃止 移行 電子化 デジタル化 オンライン化 標準化 "
    "事業化 商品化 製品化 実用化 追加 拡充 普及 体験 対応 実証 稼働 貸出 貸与 購入 調達 印刷 発送 送付 通知 周知 点検 改善 見直し 解消 完了 着手 予定 見込み 以上 確保 獲得 輩出 認知 来場 来館 宿泊 乗車 植栽 "
    "間伐 造成 耐震化 救助 出動 検診 受診 接種 受検 受験 受入 受入れ 受付 設定 検討 分析 展開 開設 開講 出前 講義 納付 徴収 把握 保有 配備 増設 新設 撤去 交換 回収 削減 新規 延長 継続 維持"
)
VERBAL_NOUNS: tuple[str, ...] = tuple(sorted(set(_VERBAL_NOUNS.split()), key=len, reverse=True))
VERBAL_NOUN_END = re.compile(rf"(?:{'|'.join(VERBAL_NOUNS)})(?:数|予定|等)?$")
"""A compound directly behind an amount that leaves it an amount: 640名受講, but not 12市町村移住ポータルサイト."""
DOES = re.compile(rf"^(?:{'|'.join(VERBAL_NOUNS)})(?:する|し|を|予定|[、。 )]|$)")

GENERAL_NAME = re.compile(
    r".{0,6}?(?:研修|講座|講演会?|教室|セミナー|学習会|負担金|補助金|助成金?|交付金|事務費?|経費|広報|啓発|周知|相談|会議|協議会|委員会|調査|点検|整備|支援|派遣|訪問"
    r"|イベント|まつり|大会|展示|情報提供|連携|検討|推進|見直し|充実|強化|活用|促進)(?:活動|会|事業|業務|等|費)?(?:の?(?:実施|開催|推進|充実|強化|支援|促進))?"
)
"""A whole name that says only of what kind an undertaking is: 出前講座, 職員研修の実施, 負担金."""
AGAIN = re.compile(r"再掲|[(\[【〔]再[)\]】〕]|別掲|一括記載|に含む|に含まれる|に(?:統合|計上)")
"""In a name or a remark: the row stands elsewhere too, or its target does: …事業【再掲】."""

REASON = re.compile(
    r"(?:ことから|ため|ので|ものの|であるが|おり|を踏まえて?|に伴い|に備え|に向けて?|を背景に|を受けて?|に対応し|を見据え)$"
)
"""Ends of a clause whose numbers are background."""
OF_THESE = re.compile(r"(?:程度)?(?:の)?(?:うち|中から|内、|中(?=[、 ]?[0-9約]))")
SEPARATED = re.compile(r"[)\]」』】〕]*(?:[、,;/・ 。→]|及び|並びに|又は|と(?!な|す|し)|×|$)")
"""Behind an amount: what follows is another item."""

# --- statuses --------------------------------------------------------------------------------------------------------

NONE_DECLARED = re.compile(
    r"(?:設定|定め|設け|策定|掲げ)(?:は|を|が|る(?:こと)?(?:は|が))?(?:なし|無し|無|せず|ず|しない|していない|できない|行わない|行っていない|行っておらず|困難|難し|てい?ない|ておらず|ない|なじまない|不可)"
    r"|(?:指標|目標値?|KPI|数値目標)(?:の設定)?(?:\([^()]*\))?(?:は|を|が|: ?)?(?:なし|無し|無|設定困難|未定|未設定|設けず|設定せず|検討中|調整中)"
    r"|(?:指標|目標値?|KPI)[^。]{0,12}今後[^。]{0,8}(?:検討|設定)"
    r"|未設定|該当(?:なし|無し)|設定になじま|数値化(?:は|が)?(?:でき(?:ない|ず)|困難|難し|なじま)|定量的な(?:指標|目標)[^。]{0,12}(?:困難|難し|なじま|な[いし])"
    rf"|^\W*(?:{'|'.join(NONE_WORDS)})\W*(?:\([^()]*\)\W*)?$"
)
DELIVERABLE = re.compile(
    r"運用|開始|導入|開発|改正|策定|整備|構築|公開|完了|実施|改修|リリース|移行|設置|稼働|作成|公表|締結|廃止|統合|更新|開設|供用|制定|改定|着手|発行|試行|刷新|切替|切り替え|本格|完成|達成|開通|登録|配備|配置|対応|終了|更改|改築|取りまとめ|立ち上げ|撤去|納品|納入|完備|選定|契約"
)
NO_DELIVERABLE = re.compile(
    r"(?:検討|調査|研究|協議|推進|把握|分析)(?:を|に)?[^。、]{0,8}(?:行う|する|進める|図る|努める|取り組む)?$"
)
