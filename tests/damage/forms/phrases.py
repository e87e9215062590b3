"""What stands in the cells of other governments' lists: names that read as something else, values, codes, marks."""

from random import Random

from tests.damage.sentences import pick
from tests.damage.themes import Metric, Theme

LIKE_OFFICES = (
    "スポーツ教室", "区税賦課", "財産評価委員会", "こども食堂", "市民相談室", "出前講座", "親子料理教室", "成人式実行委員会", "移動図書館",
    "消費生活センター", "農業委員会", "子育て支援室", "交通安全教室", "婦人会館", "遺跡発掘調査室", "放課後児童会", "市史編さん室",
)  # fmt: skip
"""Names of projects that end like an office."""
LIKE_ITEMS = (
    "職員の人件費", "窓口サービスの向上", "1歳6か月児健康診査", "3世代同居の応援", "（仮称）中央公園の整備", "100歳祝金", "II型地域づくり",
    "第2次地域福祉計画の策定", "①駅前広場の整備", "市民の声を聴く", "ごみの減量に取り組みます", "10年目の検証",
)  # fmt: skip
"""Names of projects that read as an item, a code, a sentence."""
PLAIN_PROJECTS = (
    "学童クラブ運営事業", "給食施設改修事業", "河川改修事業", "議員報酬", "広報紙発行事業", "ごみ収集事業", "敬老会開催事業", "生活保護扶助費",
    "道路台帳整備事業", "予防接種事業", "消防水利整備事業", "奨学資金貸付金", "一般職人件費", "市営住宅維持管理経費", "図書購入費",
    "妊婦健康診査事業", "公園遊具更新事業", "姉妹都市交流事業", "防犯灯設置補助金", "橋りょう長寿命化事業", "空き家対策事業", "庁舎維持管理費",
    "農道舗装事業", "鳥獣被害防止対策事業", "文化財保存修理補助金", "通学路安全対策事業", "選挙啓発費", "斎場管理費", "し尿処理費",
)  # fmt: skip
SENTENCE_LEVELS = (
    "健康寿命の長いまちづくりに取り組みます", "子どもの笑顔があふれるまちをつくります", "災害に強いまちを築く", "働く場を増やします",
    "だれもが学び続けられるようにする", "人と自然が共に生きるまちを守ります", "みんなで支え合う", "にぎわいを生み出す",
)  # fmt: skip
NOUN_LEVELS = (
    "健康づくりの推進", "子育て支援の充実", "防災体制の強化", "地域産業の活性化", "生涯学習の推進", "環境の保全", "地域福祉の充実", "観光の振興",
    "市街地の整備", "公共交通の確保", "農林業の振興", "行財政運営の効率化", "文化の継承と創造", "水道水の安定供給", "消防力の強化",
    "多文化共生の推進", "交通安全対策の推進", "循環型社会の形成", "雇用の創出", "移住定住の促進", "学校教育の充実", "道路網の整備",
    "高齢者福祉の充実", "障がい者の自立支援", "住環境の向上", "情報化の推進", "男女共同参画の推進", "財政の健全化", "広域連携の推進",
    "保健・医療の充実", "水産業の振興", "下水道の整備", "河川の改修", "公園・緑地の整備", "青少年の健全育成", "スポーツの振興",
)  # fmt: skip
FUNDS: dict[str, dict[str, tuple[str, ...]]] = {
    "議会費": {"議会費": ("議会費",)},
    "総務費": {
        "総務管理費": ("一般管理費", "文書広報費", "財産管理費", "企画費", "交通安全対策費"),
        "徴税費": ("税務総務費", "賦課徴収費"),
        "選挙費": ("選挙管理委員会費", "選挙啓発費"),
        "統計調査費": ("統計調査総務費",),
    },
    "民生費": {
        "社会福祉費": ("社会福祉総務費", "障害者福祉費", "老人福祉費"),
        "児童福祉費": ("児童福祉総務費", "保育所費", "児童措置費"),
        "生活保護費": ("生活保護総務費", "扶助費"),
    },
    "衛生費": {
        "保健衛生費": ("保健衛生総務費", "予防費", "環境衛生費"),
        "清掃費": ("清掃総務費", "塵芥処理費", "し尿処理費"),
    },
    "労働費": {"労働諸費": ("労働諸費",)},
    "農林水産業費": {
        "農業費": ("農業委員会費", "農業振興費", "農地費"),
        "林業費": ("林業振興費",),
        "水産業費": ("漁港管理費",),
    },
    "商工費": {"商工費": ("商工総務費", "商工業振興費", "観光費")},
    "土木費": {
        "道路橋りょう費": ("道路維持費", "道路新設改良費", "橋りょう維持費"),
        "河川費": ("河川総務費",),
        "都市計画費": ("都市計画総務費", "公園費", "下水道費"),
        "住宅費": ("住宅管理費",),
    },
    "消防費": {"消防費": ("常備消防費", "非常備消防費", "災害対策費")},
    "教育費": {
        "教育総務費": ("教育委員会費", "事務局費"),
        "小学校費": ("学校管理費", "教育振興費"),
        "社会教育費": ("社会教育総務費", "公民館費", "図書館費"),
        "保健体育費": ("体育施設費", "学校給食費"),
    },
    "公債費": {"公債費": ("元金", "利子")},
    "予備費": {"予備費": ("予備費",)},
}
"""款 → 項 → 目 of the general account, as the Local Autonomy Act's rules order them."""
ARTICLES = (
    "報酬",
    "給料",
    "職員手当等",
    "共済費",
    "報償費",
    "旅費",
    "需用費",
    "役務費",
    "委託料",
    "使用料及び賃借料",
    "工事請負費",
)
"""節."""
OFFICES_WITHOUT_SUFFIX = (
    "南部環境衛生組合", "議会事務局", "会計管理者", "選挙管理委員会", "中央図書館", "青葉小学校", "市民病院", "消防本部", "農業委員会事務局",
    "社会福祉協議会", "監査委員", "水道企業団", "各小中学校", "全庁", "広域連合",
)  # fmt: skip
SECTIONS = (
    "庶務係",
    "管理係",
    "企画調整係",
    "広報係",
    "相談担当",
    "施設係",
    "防災調整係",
    "保険給付係",
    "計画係",
    "徴収担当係",
)
STEPS = ("実施", "継続", "検討", "試行", "完了", "拡充", "準備", "→", "○", "●", "調査・設計", "工事")
GRADES = ("A", "B", "C", "Ａ", "Ｂ", "○", "◎", "△", "順調", "概ね順調", "やや遅れ", "維持", "拡大", "縮小", "3", "4")
FURTHER_VALUES: dict[str, tuple[str, ...]] = {
    "会計": ("一般会計", "国民健康保険特別会計", "水道事業会計"),
    "新規・継続": ("新規", "継続", "拡充"),
    "新規区分": ("新", "継", "拡"),
    "事業期間": ("令和5年度～令和9年度", "R4～R8", "平成28年度～", "単年度繰返"),
    "開始年度": ("2021", "H28", "令和4年度", "昭和39"),
    "終了年度": ("2027", "R9", "令和10年度", "未定"),
    "実施方法": ("直接実施", "補助", "委託・請負", "交付"),
    "実施形態": ("直営", "委託", "指定管理"),
    "SDGs": ("3,11", "4", "8,9,17", "13"),
    "財源": ("国庫補助", "単独", "起債", "基金"),
    "事業区分": ("前年度事業", "新規事業", "Ｅ　一般", "ソフト", "ハード"),
    "地区": ("全域", "東部", "中央", "北地区"),
    "主要経費": ("その他の事項経費", "社会保障", "公共事業"),
    "根拠法令": ("地方自治法", "児童福祉法第24条", "市条例", "なし"),
    "場所": ("本庁舎7階", "東庁舎2階", "各公民館", "保健センター"),
    "電話番号": ("(03)5555-1283", "内線 2143", "0192-00-3111"),
    "総合戦略": ("○", "－", "該当"),
    "重点": ("○", "●", "★"),
    "委託の有無": ("有", "無"),
    "関連計画": ("地域福祉計画", "環境基本計画", "都市計画マスタープラン"),
    "様式名": ("様式なし", "交付申請書", "登録届出書"),
    "受付窓口": ("1階 3番窓口", "オンライン", "郵送"),
}
REMARKS = (
    "新規",
    "R5終了予定",
    "再掲",
    "国の補正予算を活用",
    "県と連携",
    "見直し予定",
    "コロナの影響により縮小",
    "別紙のとおり",
)
NOTHING = ("－", "-", "―", "…")
NOTES = (
    "※予算額は当初予算額である。",
    "※端数処理のため、合計が一致しないことがある。",
    "（注）指標の実績値は速報値である。",
    "※１　再掲の事業を含む。",
)
SUMS = ("合計", "小計", "総計", "計", "合　計")


def level_titles(rng: Random, theme: Theme) -> list[str]:
    """Return titles for a level: nouns, with some sentences between them."""
    titles = [*NOUN_LEVELS, *theme.items]
    return rng.sample(titles, len(titles))


def project(rng: Random, theme: Theme) -> str:
    """Return a name of a project; one in five reads as something else."""
    chance = rng.random()
    if chance < 0.1:
        return pick(rng, LIKE_OFFICES)
    if chance < 0.18:
        return pick(rng, LIKE_ITEMS)
    if chance < 0.6:
        return pick(rng, PLAIN_PROJECTS)
    return pick(rng, theme.tools) + pick(rng, ("整備事業", "導入経費", "推進事業", "運営費", "活用促進事業"))


def metric(rng: Random, theme: Theme) -> Metric:
    """Return something that is counted, in a unit that is no multiple (千人, 百万円)."""
    plain = tuple(one for one in theme.metrics if not one.unit.startswith(("万", "百万", "千")))
    return pick(rng, plain)


def value(rng: Random, one: Metric) -> str:
    """Return a number of this metric as a cell of a table prints it."""
    number = rng.randint(one.low, max(one.high, one.low + 1))
    if one.unit == "%":
        return f"{number}.{rng.randint(0, 9)}" if rng.random() < 0.5 else str(number)
    return f"{number:,}" if rng.random() < 0.6 else str(number)


def money(rng: Random) -> str:
    """Return an amount, with or without commas."""
    amount = rng.choice((rng.randint(10, 999), rng.randint(1000, 99999), rng.randint(100000, 48352400), 0))
    return f"{amount:,}" if rng.random() < 0.5 else str(amount)


def sentence(rng: Random, theme: Theme) -> str:
    """Return a purpose, a state or a problem: a sentence that is no indicator, though it may hold a number."""
    effect, people = pick(rng, theme.effects), pick(rng, theme.people)
    return pick(
        rng,
        (
            f"{people}における{effect}を図ることを目的とする。",
            f"{people}",
            f"{effect}が課題となっている。",
            f"令和{rng.randint(6, 12)}年度までに{effect}を進めることを目的とする。",
            f"{people}が{pick(rng, theme.tools)}を使えるようにする。",
            f"{people}、関係団体",
            f"{rng.randint(2, 9)}割の{people}で対応が遅れている。",
        ),
    )


def indicator_text(rng: Random, theme: Theme) -> str:
    """Return a cell that says all of an indicator: 「参加者数：120人」."""
    one = metric(rng, theme)
    number = value(rng, one)
    return pick(
        rng,
        (
            f"{one.name}：{number}{one.unit}",
            f"{one.name} {number}{one.unit}",
            f"{one.name}について、{number}{one.unit}を目標とする。",
            f"{one.name}（{one.unit}）：{number}",
        ),
    )


def further(rng: Random, header: str) -> str:
    """Return the cell of a column that has no role."""
    return pick(rng, FURTHER_VALUES.get(header, ("○", "あり", "－", "年2回", "2")))


def header_year(rng: Random, western: int) -> str:
    """Return a fiscal year as headers write it."""
    reiwa = western - 2018
    era = f"R{reiwa}" if reiwa > 0 else f"H{western - 1988}"
    name = f"令和{reiwa}" if reiwa > 1 else "令和元" if reiwa == 1 else f"平成{western - 1988}"
    return pick(rng, (era, era, f"{era}年度", f"{name}年度", f"{name}年度", f"{western}年度", str(western)))
