"""What stands in the columns of the tables, in Japanese; in English where the model does not say it.

The Japanese names are those of the models where these have titles; the lists, the projects and the findings have none
and are named here.  Where a text is empty here, the words of the codes say it
(``dxlist.words.code_words``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.table import TableColumn
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from dxlist.model.table import ColumnType

INITIATIVE_WORDS: dict[str, tuple[str, ...]] = {
    "local_government_code": ("6桁の文字列。先頭の0も値の一部。",),
    "initiative_id": ("一覧ID、事業と項目から作る8桁の記号、同じものの2つ目からは番号。行番号によらない。",),
    "local_government_name": ("サイドカー、なければ表題かファイル名による。",),
    "document_id": (
        "一覧のファイルの、dxlist.toml のあるフォルダー（なければ指定したフォルダー）からのパス。拡張子を除く。",
    ),
    "fiscal_year": ("年度の始まる西暦年。令和4年度は2022。",),
    "part": ("ファイルの中の何番目の表か。1から。",),
    "part_title": ("その表の題名。",),
    "page": ("印刷の何ページ目か。1から。",),
    "line": ("元のファイルの何行目か。1から。",),
    "field_code": ("分野の番号。1、第4-1 など。",),
    "field_name": ("政策の分野。",),
    "item_codes": ("項目の番号。3(1)ア など。",),
    "item_name": ("項目の名称。",),
    "levels": (
        "計画の階層のすべて。上から順に、番号と名称を > でつなぐ。",
        "Every level of the plan from the top, code and title, with > between them.",
    ),
    "plan_only": ("番号の代わりに「計画」とあり、計画だけの項目であること。",),
    "departments": ("担当する組織。部局・局・課室・係を空白でつなぐ。",),
    "project_name": ("事業または取組の名称。",),
    "project_levels": ("名称の括弧が示す、上位事業から順の階層。",),
    "project_id": (
        "この行の事業。同じ事業が何行に載っていても同じ。",
        "The project of this row; the same in every row that names the project.",
    ),
    "shared_with": ("同じ年度の、同じ事業のほかの行のID。", "The other rows of the project in the same fiscal year."),
    "overview": ("何をするか。",),
    "kpi_text": ("指標または目標。印刷のまま。",),
    "kpi_status": (
        "",
        (
            "quantitative: a target; milestone: a deliverable with a date; no_target: numbers, none of them plainly a "
            "target; qualitative: words only; none_declared: the list says that there is none; shared: that of the row "
            "above; missing: nothing is printed."
        ),
    ),
    "confidence": ("列の割り当ての確かさ。0から1。0.7未満は見直しが必要。",),
}

DOCUMENT_WORDS: dict[str, tuple[str, str, str]] = {
    "document_id": (
        "一覧ID",
        "基準のフォルダーからのパス。拡張子を除く。",
        "Path of the list below its root, without suffix.",
    ),
    "name": ("名称", "サイドカーの表題。なければ一覧の最初の表題。", ""),
    "local_government_code": (
        "全国地方公共団体コード",
        "6桁の文字列。サイドカー、なければ表題かファイル名と公式の表による。",
        "Six digits, as text; from the sidecar, or titles or the file's name and the official table.",
    ),
    "local_government_name": (
        "地方公共団体名",
        "サイドカー、なければ表題かファイル名による。",
        "From the sidecar, or titles or the file's name.",
    ),
    "fiscal_year": (
        "年度",
        "年度の始まる西暦年。サイドカー、なければ表題による。",
        "Western year in which it begins; from the sidecar, or the first title that names one.",
    ),
    "publisher": ("公表者", "サイドカーによる。", "From the sidecar."),
    "source": (
        "出所",
        "ファイルが何から作られたか。サイドカーによる。",
        "What the file was made from; of the sidecar.",
    ),
    "source_url": ("公表元URL", "サイドカーによる。", "Where it was published; from the sidecar."),
    "licence": ("ライセンス", "サイドカーによる。", "From the sidecar."),
    "read_as": ("読み取りの形式", "", ""),
    "encoding": ("文字コード", "厳密に読んで確かめた文字コード。", "Proved by a strict decode."),
    "byte_order_mark": ("BOM", "ファイルの先頭にBOMがあること。", "Whether the file begins with one."),
    "delimiter": (
        "区切り文字",
        "",
        "tab, comma, semicolon or bar.",
    ),
    "line_ends": ("改行コード", "LF、CRLF、CR、none なし。混ざるときは + でつなぐ。", ""),
    "sha256": ("ハッシュ値", "ファイルのSHA-256。", "SHA-256 of the bytes of the file."),
    "page_count": ("ページ数", "印刷のページの数。", "Pages of the print."),
    "part_count": ("表の数", "ファイルの中の表の数。", "Lists in the file."),
    "initiative_count": ("取組数", "取組の行の数。", "Rows that are initiatives."),
    "leftover_count": (
        "どの列にも入らなかったセルの数",
        "どの列にも入らなかったセルの数。",
        "Cells that belong to no column.",
    ),
    "doubtful_count": ("疑わしい行の数", "確度が0.7未満の行の数。", ""),
}

TARGET_WORDS: dict[str, tuple[str, ...]] = {
    "metric": ("何を数え、測るか。原文のまま。",),
    "value": ("数値。万や億は展開し、6割は60（単位は％）。",),
    "value_to": ("10～15件のような幅の上の値。",),
    "unit": ("書かれたままの単位。英字と％は半角。",),
    "comparator": ("",),
    "cumulative": ("年度をまたいで積み上げる値であること。",),
    "cumulative_since": ("積み上げを始める年度。",),
    "period": ("",),
    "baseline_value": ("出発点の値。現状、実績、矢印の左。",),
    "baseline_fiscal_year": ("基準値の年度。",),
    "target_fiscal_year": ("目標の年度。一覧に書かれている場合だけ。",),
    "target_date": ("目標の期日。2023-01、2023-03-31 など。",),
    "deadline_kind": ("",),
    "grade": ("",),
    "indicator_kind": ("指標の列の見出しに書かれた別。書かれていなければ空。",),
    "header": ("値が専用の列にあるときの、その列の見出し。指標・目標の文から読んだときは空。",),
    "raw": ("読み取った言葉。開始位置から終了位置まで。",),
    "start": ("指標・目標（見出しがあるときはその列のセル）の中の位置。0から、文字単位。",),
    "end": ("最後の文字の次の位置。",),
}

NESTED_WORDS: dict[tuple[str, str], tuple[str, str]] = {
    ("Level", "header"): ("", "その階層の列の見出し。上下に重なる見出しは空白でつなぐ。"),
    ("Level", "code"): ("", "番号。名称と同じセルか、番号だけの列から。印刷のまま。"),
    ("Level", "title"): ("", "番号を除いた名称。"),
    ("Indicator", "kind"): ("", ""),
    ("Indicator", "number"): ("見出しの番号", "見出しが示す、いくつかの指標の中の番号。ア、2、① など。"),
    ("Indicator", "name"): ("", "指標を名付けるセル。または指標のすべてを述べるセル。"),
    ("Indicator", "unit"): ("", "単位の列から。英字と％は半角。"),
    ("Indicator", "cumulative"): ("", "年度をまたいで積み上げる値であること。"),
    ("IndicatorValue", "fiscal_year"): ("", "見出しまたはセルに書かれた年度。書かれていなければ空。"),
    ("IndicatorValue", "value"): ("", "数値。－や未定のようにセルに数がなければ空。"),
    ("IndicatorValue", "unit"): ("", "セルから。なければ指標の単位。"),
    ("IndicatorValue", "text"): ("", "印刷のままのセル。"),
    ("IndicatorValue", "header"): ("", "その値の列の見出し。"),
}
"""As ``FOUND_WORDS``, of what a row holds several of; where the Japanese name is empty the model says it."""

FOUND_WORDS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("Project", "project_id"): ("事業ID", "団体と事業名から決まり、行の位置によらない。", ""),
    ("Project", "name"): ("事業名", "最も多くの行に印刷されている表記。", ""),
    ("Project", "programme"): ("上位事業", "名称に階層があるときの、上の事業。", ""),
    ("Project", "local_government_code"): ("全国地方公共団体コード", "6桁の文字列。", "Six digits, as text."),
    ("Project", "departments"): ("担当課", "どの行かで担当している組織。", "Units that any of its rows name."),
    ("Project", "fiscal_years"): ("年度", "載っている一覧の年度。", "Fiscal years of the lists in which it stands."),
    ("Project", "kpi_targets"): (
        "目標",
        "どの行かにある目標を、一覧の言葉で。",
        "Its targets in the words of the lists.",
    ),
    ("Mention", "initiative_id"): ("ID", "事業が載っている行。", "The row in which the project stands."),
    ("Mention", "document_id"): ("一覧ID", "その行のある一覧。", "The list of that row."),
    ("Mention", "line"): ("行", "元のファイルの何行目か。1から。", ""),
    ("Mention", "item_codes"): ("項目番号", "その行の項目の番号。", ""),
    ("Mention", "item_name"): ("項目", "その行の項目の名称。", "Title of that item."),
    ("Mention", "fiscal_year"): ("年度", "その一覧の年度。", "Fiscal year of that list."),
    ("Mention", "level"): ("同一とした根拠", "", ""),
    ("Mention", "joined_to"): ("同一とした相手のID", "どの行と同じ事業とみなしたか。", ""),
    ("Programme", "name"): ("上位事業", "最も多くの行に印刷されている表記。", "The spelling that most rows print."),
    ("Programme", "aliases"): ("別の表記", "その名称のほかの表記。", ""),
    ("Programme", "project_ids"): ("事業ID", "束ねる事業。", "The projects that it holds."),
    ("Conflict", "project_id"): ("事業ID", "行どうしが食い違う事業。", "The project whose rows disagree."),
    ("Conflict", "column"): ("列", "どの列の記載か。", "The column in which they disagree."),
    ("Conflict", "grade"): (
        "程度",
        "",
        "contradiction: in substance; difference: in wording; spelling: in spelling alone.",
    ),
    ("Conflict", "reason"): ("違い", "何が違うか。", ""),
    ("Reading", "initiative_id"): ("ID", "そう記載している行。", "The row that says so."),
    ("Reading", "line"): ("行", "元のファイルの何行目か。1から。", "1-based physical line of the row."),
    ("Reading", "text"): ("記載", "その行の記載。", "What that row says."),
    ("Suggestion", "similarity"): ("類似度", "名称の似ている度合い。100は同じ。", ""),
    ("Suggestion", "reason"): ("別とした理由", "なぜ1つの事業としなかったか。", ""),
    ("Finding", "code"): ("ルール番号", "DX101 など。dxlist rules DX101 で説明が出る。", ""),
    ("Finding", "severity"): ("重大度", "", "error, warning or info."),
    ("Finding", "line"): ("行", "元のファイルの何行目か。空なら一覧全体。", ""),
    ("Finding", "cell"): ("セル", "その行の何番目のセルか。1から。", ""),
    ("Finding", "start"): ("開始位置", "セルの中の位置。0から、文字単位。", ""),
    ("Finding", "end"): ("終了位置", "最後の文字の次の位置。", ""),
    ("Finding", "initiative_id"): ("ID", "指摘の対象の取組。", ""),
    ("Finding", "suggestion"): ("候補", "代わりに書かれるべきと思われる言葉。", ""),
}
"""By model and key: Japanese name, what stands in it in Japanese, and in English where the model does not say it."""

MADE_WORDS: dict[str, tuple[ColumnType, str, str, str]] = {
    "mention_count": (
        "integer", "行数", "事業が載っている行の数。取組の表ではその年度の行で、2以上は再掲。事業の表では全年度の行。",
        "Rows in which the project stands; beside an initiative those of its year: two or more, it is printed again.",
    ),
    "position": ("integer", "順", "担当課のセルの中で何番目か。1から。", "Which unit of the cell it is, from 1."),
    "name": (
        "string", "担当課", "部局・局・課室・係を空白でつないだ名前。",
        "Department, bureau, division and section with blanks between them.",
    ),
    "target_number": (
        "integer", "目標番号", "その取組の何番目の目標か。1から。", "Which target of its initiative it is, from 1.",
    ),
    "depth": ("integer", "深さ", "上から何番目の階層か。1から。", "Which level it is from the top, from 1."),
    "indicator_number": (
        "integer", "指標番号", "その取組の何番目の指標か。1から。", "Which indicator of its initiative it is, from 1.",
    ),
    "value_number": (
        "integer", "値の番号", "その指標の何番目の値か。基準値、目標値、実績値、そのほかの順で、1から。",
        "Which value of its indicator it is, from 1: the baseline, the targets, the actual values, others.",
    ),
    "extra_number": (
        "integer", "列の番号", "その取組の何番目の「その他の列」か。1から。",
        "Which further column of its initiative it is, from 1.",
    ),
    "table": ("integer", "表番号", "ファイルの中の何番目の表か。1から。", "Which table of the file it is, from 1."),
    "cell": ("integer", "列の位置", "左から何番目の列か。1から。", "Which column from the left it is, from 1."),
    "header_in_full": (
        "string", "見出しの全体", "上に重なる見出しも含む、列の見出し。",
        "Its header, with those above that span it.",
    ),
    "column_role": (
        "string", "役割", "列の役割。付属ファイルの [columns] に書く言葉。",
        "What the column is for, in the words of a sidecar's [columns].",
    ),
    "level_depth": (
        "integer", "階層の深さ", "階層の列なら、上から何番目の階層か。",
        "Of a column of a level: which one from the top.",
    ),
    "indicator_kind": ("string", "指標の別", "", "activity, outcome or object."),
    "indicator_label": (
        "string", "指標の番号", "見出しが示す、いくつかの指標の中の番号。ア、2、① など。",
        "Which of several indicators, as the header says it.",
    ),
    "is_cumulative": (
        "boolean", "累計", "見出しが、積み上げる値だと示していること。",
        "The header says that its values add up over years.",
    ),
    "key": (
        "string", "行き先", "セルの行き先。レコードの sources のキー。",
        "Where its cells go: the key of sources in a record.",
    ),
    "filled": (
        "number", "埋まっている割合", "セルに文字のある行の割合。0から1。",
        "Share of the rows with a cell in it, 0 to 1.",
    ),
    "samples": ("list", "例", "はじめの3つの値。", "Its first three values."),
    "known_by": ("string", "分かり方", "", "sidecar, spelling of the header, content of its cells, or none."),
    "role": (
        "string", "値の別",
        "基準値（現状値、計画策定時の値など）、目標値、実績値のどれか。見出しから分からなければ value。",
        "What the value is: baseline, target or actual; value where the header does not say.",
    ),
    "header": (
        "string", "見出し", "年度を除いた見出し。どの年度の列も同じ名前になる。年度だけの見出しでは空。",
        "The header without its year, so that the columns of all years have one name; empty where it is a year alone.",
    ),
    "fiscal_year": (
        "integer", "年度", "見出しに書かれた年度。書かれていなければ空。",
        "The fiscal year that the header names; empty where it names none.",
    ),
    "value": ("string", "値", "セルの文字。", "The text of the cell."),
    "column": (
        "string", "列の見出し", "年度も含む見出しの全体。",
        "The header in full, with its year.",
    ),
    "initiative_ids": ("list", "ID", "載っている行のID。", "The rows in which the project stands."),
    "programme_number": ("integer", "番号", "何番目の上位事業か。1から。", "Which programme it is, from 1."),
    "project_count": ("integer", "事業数", "束ねる事業の数。", "Projects that it holds."),
    "conflict_number": (
        "integer", "食い違い番号", "同じ番号の行が1つの食い違い。", "Rows of one number are one conflict.",
    ),
    "project_id_1": ("string", "事業ID1", "組の事業。", "A project of the pair."),
    "project_id_2": ("string", "事業ID2", "組のもう1つの事業。", "The other project of the pair."),
    "initiative_id_1": ("string", "ID1", "事業1が最初に載っている行。", "The row in which project 1 stands first."),
    "initiative_id_2": ("string", "ID2", "事業2が最初に載っている行。", "The row in which project 2 stands first."),
    "name_1": ("string", "事業名1", "事業1の名称。", "The name of project 1."),
    "name_2": ("string", "事業名2", "事業2の名称。", "The name of project 2."),
    "fingerprint": (
        "string", "指摘ID", "同じ指摘なら、行がずれても同じ。",
        "The same for the same finding when lines move; no two findings share it.",
    ),
    "document_id": ("string", "一覧ID", "指摘された一覧。", "The list in which it was found."),
    "rule": ("string", "ルール名", "ルールの名前。", "Name of the rule."),
    "message_ja": ("string", "内容", "何が問題か。", "What was found, in Japanese."),
    "message_en": ("string", "内容（英語）", "何が問題か、英語で。", "What was found, in English."),
    "file": ("string", "ファイル", "指摘された一覧のパス。", "Path of the list in which it was found."),
    "finding_count": (
        "integer", "件数", "その一覧でのその重大度の指摘の数。", "Findings of that severity in the list.",
    ),
    "title_ja": ("string", "見つかったもの", "ルールが見つけるもの。", "What the rule finds, in Japanese."),
    "title_en": (
        "string", "見つかったもの（英語）", "ルールが見つけるもの、英語で。", "What the rule finds, in English.",
    ),
    "fix": (
        "string", "修正", "certain は --fix で、unsafe は --unsafe-fixes も付けると直る。空は人が直す。",
        "certain: mended by --fix; unsafe: with --unsafe-fixes too; null: by a person.",
    ),
    "related_lines": (
        "list", "関連する行", "関係するほかの行の番号。別の一覧なら、その一覧IDを前に置く。",
        "Lines of other places that it speaks of; before them the list, where it is another one.",
    ),
}  # fmt: skip
"""What is of no model: type, Japanese name, what stands in it in both languages."""


def made_columns(*names: str) -> tuple[TableColumn, ...]:
    """Return the columns of ``MADE_WORDS`` by their names."""
    found = ((name, *MADE_WORDS[name]) for name in names)
    return tuple(TableColumn(name, type_, label, Bilingual(ja, en)) for name, type_, label, ja, en in found)
