"""Names that differ in a letter or two, in other words than those of any list: what they are, and what is made of them.

``python -m tests.projects.hunted_pairs`` prints the pairs that are read wrongly, with ``--write`` it writes them into
``hunted_failures.txt``, from which the tests know them.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dxlist import find_projects
from tests.projects.rows import OVERVIEW, TARGET, row

FAILURES = Path(__file__).with_name("hunted_failures.txt")

SHORT_OVERVIEWS = ("必要な手続を行う。", "別の備品を整える。")
SHORT_TARGETS = ("件数：10件", "件数：20件")

OTHER_WORDS = [
    ("病児保育事業", "病後児保育事業"),
    ("消防団施設整備事業", "消防施設整備事業"),
    ("被災証明書交付申請", "り災証明書交付申請"),
    ("庁舎維持管理費", "分庁舎維持管理費"),
    ("医療証の交付", "医療証の再交付"),
    ("人事課運営費", "人事管理運営費"),
    ("市民課窓口事務", "市民税課窓口事務"),
    ("小学校給食費", "中学校給食費"),
    ("小学校施設整備事業", "小学校設備整備事業"),
    ("公園管理事業", "公園整備管理事業"),
    ("介護保険料還付金", "介護保険料減免金"),
    ("住宅改修助成", "住宅改築助成"),
    ("母子健康手帳交付", "親子健康手帳交付"),
    ("障害者福祉手当", "障害児福祉手当"),
    ("特別児童手当支給事業", "特例児童手当支給事業"),
    ("下水道管路更新事業", "上水道管路更新事業"),
    ("転入届", "転出届"),
    ("住民税申告", "市民税申告"),
    ("農地転用許可", "農地転用届出"),
    ("高齢者福祉計画策定事業", "高齢者保健計画策定事業"),
    ("第一庁舎改修事業", "第二庁舎改修事業"),
    ("東部公民館運営費", "西部公民館運営費"),
    ("１歳児健康診査", "３歳児健康診査"),
    ("一般会計繰出金", "一般会計繰入金"),
    ("学校給食調理業務", "学校給食配送業務"),
    ("消防水利整備事業", "消防水路整備事業"),
    ("河川改修事業", "河川改良事業"),
    ("林道開設事業", "林道改良事業"),
    ("就学援助費", "修学援助費"),
    ("保育士確保事業", "保育所確保事業"),
    ("市道整備事業", "私道整備事業"),
    ("市立図書館運営費", "私立図書館運営費"),
    ("県道改良負担金", "国道改良負担金"),
    ("法人市民税賦課事務", "個人市民税賦課事務"),
    ("印鑑登録証明", "印鑑登録廃止"),
    ("財務省ＬＡＮ運用", "財務局ＬＡＮ運用"),
    ("緑化推進事業", "緑地推進事業"),
    ("運動部活動支援", "運動会活動支援"),
    ("生活保護費", "生活扶助費"),
    ("子ども会支援事業", "子ども食堂支援事業"),
    ("災害見舞金", "災害弔慰金"),
    ("ごみ減量推進事業", "ごみ資源推進事業"),
    ("水道事業会計出資金", "水道事業会計負担金"),
    ("老人クラブ補助金", "老人ホーム補助金"),
    ("新規就農者支援", "新規就労者支援"),
    ("認可保育所運営費", "認可外保育所運営費"),
    ("常備消防費", "非常備消防費"),
    ("課税証明書発行", "非課税証明書発行"),
    ("有料道路対策", "無料道路対策"),
    ("既存住宅耐震化", "既設住宅耐震化"),
    ("児童館改築事業", "児童館改修事業"),
    ("保険証の発行", "保険証の再発行"),
    ("特別調査事業", "特別再調査事業"),
    ("駅前開発事業", "駅前再開発事業"),
    ("旧校舎解体事業", "校舎解体事業"),
    ("新庁舎整備事業", "庁舎整備事業"),
    ("課税証明の交付", "非課税証明の交付"),
    ("常勤職員研修", "非常勤職員研修"),
    ("文書公開事務", "文書非公開事務"),
    ("無認可施設指導", "認可施設指導"),
    ("図書館員研修事業", "図書館研修事業"),
    ("消防署員研修事業", "消防署研修事業"),
    ("保健所運営事業", "保健運営事業"),
    ("学校医報酬支給", "学校報酬支給"),
    ("給食費補助事業", "給食補助事業"),
    ("農業者支援事業", "農業支援事業"),
    ("議会費補正", "議会補正"),
    ("税務署連携事務", "税務連携事務"),
    ("防災会支援事業", "防災支援事業"),
    ("児童館整備事業", "児童整備事業"),
    ("市民会館管理費", "市民館管理費"),
    ("障害児者支援事業", "障害者支援事業"),
    ("高齢者世帯支援事業", "高齢世帯支援事業"),
    ("母子父子家庭支援事業", "母子家庭支援事業"),
    ("国民健康保険料徴収", "国民健康保険徴収"),
    ("副市長秘書業務", "市長秘書業務"),
    ("前市長秘書業務", "市長秘書業務"),
    ("中学校給食事業", "学校給食事業"),
    ("小学校給食事業", "学校給食事業"),
    ("大学校運営費", "学校運営費"),
    ("女性会支援事業", "女性支援事業"),
    ("青少年課運営費", "少年課運営費"),
    ("消防団員報酬", "消防団報酬"),
    ("駐車場整備事業", "駐輪場整備事業"),
    ("自転車対策事業", "自動車対策事業"),
    ("市県民税賦課事務", "市民税賦課事務"),
    ("第２子支援事業", "第３子支援事業"),
    ("土地改良区補助", "土地改良補助"),
    ("国有林管理事業", "国有管理事業"),
    ("介護者支援事業", "介護支援事業"),
    ("要介護者支援事業", "介護者支援事業"),
    ("被保護者支援事業", "保護者支援事業"),
    ("準要保護児童援助", "要保護児童援助"),
    ("正規職員採用事務", "非正規職員採用事務"),
    ("主食費支給事業", "副食費支給事業"),
    ("総合計画審議会", "総合計画案審議会"),
    ("環境基本計画", "環境基本計画案"),
    ("住民基本台帳", "住民基本台帳法"),
    ("公営住宅使用料", "市営住宅使用料"),
    ("道路占用料", "道路占有料"),
    ("観光協会補助", "観光協議会補助"),
    ("企業誘致奨励金", "企業立地奨励金"),
    ("乳幼児医療費", "乳児医療費"),
    ("幼児教育事業", "乳幼児教育事業"),
    ("休日診療所運営", "休日夜診療所運営"),
    ("がん検診事業", "胃がん検診事業"),
    ("肺がん検診事業", "胃がん検診事業"),
    ("花いっぱい運動", "花火いっぱい運動"),
]
"""Two projects: the letter that parts them means something."""

TYPOS = [
    ("電子申請システム運用事業", "電子申請システム運用事"),
    ("窓口業務改善事業", "窓ロ業務改善事業"),
    ("子ども家庭支援事業", "子供家庭支援事業"),
    ("ＲＰＡ導入推進事業", "RPA導入推進事業"),
    ("サーバ更新事業", "サーバー更新事業"),
    ("高崎支所改修事業", "髙﨑支所改修事業"),
    ("渡辺橋点検事業", "渡邊橋点検事業"),
    ("霞ヶ関分室運営費", "霞ケ関分室運営費"),
    ("市民満足度調査事業", "市⺠満足度調査事業"),
    ("防災ラジオ整備事業", "防災ラジオ整\u200b備事業"),
    ("コンビニ交付サービス事業", "コンビニ交附サービス事業"),
    ("デジタル人材育成事業", "デジタル人材育成亊業"),
    ("ニホンジカ対策事業", "二ホンジカ対策事業"),
    ("へき地医療支援事業", "ヘき地医療支援事業"),
    ("オンライン申請拡充事業", "オンライソ申請拡充事業"),
    ("地域公共交通活性化事業", "地域公共交通活生化事業"),
    ("森林経営管理推進事業", "森林径営管理推進事業"),
    ("取組み支援事業", "取り組み支援事業"),
]
"""One project: one spelling is no word, or a letter that only looks like the right one."""


class NamePair(NamedTuple):
    """Two names of one list, whether they are of one project, and what their rows say beside them."""

    one: str
    two: str
    is_one: bool
    overviews: tuple[str | None, str | None]
    targets: tuple[str | None, str | None]

    @property
    def name(self) -> str:
        beside = (
            "nothing beside" if self.overviews[0] is None else "all else the same" if self.is_one else "others beside"
        )
        return f"{self.one} / {self.two}, {beside}".replace("\u200b", "<200B>")

    def is_right(self) -> bool:
        """Return whether the two rows are taken for what they are."""
        found = find_projects(
            row(name, line=line, overview=overview, kpi=target)
            for line, (name, overview, target) in enumerate(zip(self[:2], self.overviews, self.targets, strict=True), 1)
        )
        return (len(found.projects) == 1) == self.is_one


def pairs() -> Iterator[NamePair]:
    """Yield every pair: other words with other overviews and with nothing beside them, typos with all else the same."""
    for one, two in OTHER_WORDS:
        yield NamePair(one, two, False, SHORT_OVERVIEWS, SHORT_TARGETS)
        yield NamePair(one, two, False, (None, None), (None, None))
    for one, two in TYPOS:
        yield NamePair(one, two, True, (OVERVIEW, OVERVIEW), (TARGET, TARGET))


def main(arguments: Sequence[str]) -> None:
    """Print the pairs that are read wrongly and how many are right; with ``--write`` keep them."""
    every = list(pairs())
    wrong = [pair.name for pair in every if not pair.is_right()]
    print(*wrong, f"{len(every) - len(wrong)} of {len(every)} pairs are right", sep="\n")
    if "--write" in arguments:
        FAILURES.write_text("".join(f"{name}\n" for name in wrong), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
