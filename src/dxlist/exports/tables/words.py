"""What stands in the columns of the tables, in Japanese; in English where the model does not say it.

The Japanese names are those of the models where these have titles; the lists, the projects and the findings have none
and are named here.
"""

from __future__ import annotations

INITIATIVE_WORDS: dict[str, tuple[str, ...]] = {
    "local_government_code": ("6桁の文字列。先頭の0も値の一部。",),
    "initiative_id": ("一覧のファイル名と、元の行番号。",),
    "local_government_name": ("サイドカーによる。",),
    "document_id": ("一覧のファイル名（拡張子を除く）。",),
    "fiscal_year": ("年度の始まる西暦年。令和4年度は2022。",),
    "part": ("ファイルの中の何番目の一覧か。1から。",),
    "part_title": ("その一覧の表題。",),
    "page": ("印刷の何頁目か。1から。",),
    "line": ("元のファイルの何行目か。1から。",),
    "field_code": ("分野の番号。1、第4-1 など。",),
    "field_name": ("政策の分野。",),
    "item_codes": ("項目の番号。3(1)ア など。",),
    "item_name": ("項目の名称。",),
    "plan_only": ("番号の代わりに「計画」とあり、計画だけの項目であること。",),
    "departments": ("担当する組織。部局・局・課室を空白でつなぐ。",),
    "project_name": ("事業または取組の名称。",),
    "project_levels": ("名称の括弧が示す、上位事業から順の階層。",),
    "project_id": (
        "この行の事業。同じ事業が何行に載っていても同じ。",
        "The project of this row; the same in every row that names the project.",
    ),
    "overview": ("何をするか。",),
    "kpi_text": ("指標または目標。印刷のまま。",),
    "kpi_status": (
        (
            "quantitative 数値目標、milestone 期日のある成果物、qualitative 言葉だけ、none_declared 設定しないと明記、"
            "shared 上の行と共通、missing 記載なし。"
        ),
        (
            "quantitative: a number; milestone: a deliverable with a date; qualitative: words only; none_declared: the "
            "list says that there is none; shared: that of the row above; missing: nothing is printed."
        ),
    ),
    "confidence": ("列の割り当ての確かさ。0から1。0.7未満は見直しが必要。",),
}

DOCUMENT_WORDS: dict[str, tuple[str, str, str]] = {
    "document_id": ("一覧ID", "ファイル名（拡張子を除く）。", "Stem of the list's file."),
    "name": ("名称", "サイドカーの表題。なければ一覧の最初の表題。", ""),
    "local_government_code": (
        "全国地方公共団体コード",
        "6桁の文字列。サイドカーによる。",
        "Six digits, as text; from the sidecar.",
    ),
    "local_government_name": ("地方公共団体名", "サイドカーによる。", "From the sidecar."),
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
    "encoding": ("文字コード", "厳密に読んで確かめた文字コード。", "Proved by a strict decode."),
    "byte_order_mark": ("BOM", "ファイルの先頭にBOMがあること。", "Whether the file begins with one."),
    "delimiter": (
        "区切り文字",
        "tab タブ、comma コンマ、semicolon セミコロン、bar 縦線。",
        "tab, comma, semicolon or bar.",
    ),
    "line_ends": ("改行コード", "LF、CRLF、CR、none なし。混ざるときは + でつなぐ。", ""),
    "sha256": ("ハッシュ値", "ファイルのSHA-256。", "SHA-256 of the bytes of the file."),
    "page_count": ("頁数", "印刷の頁の数。", "Pages of the print."),
    "part_count": ("一覧数", "ファイルの中の一覧の数。", "Lists in the file."),
    "initiative_count": ("取組数", "取組の行の数。", "Rows that are initiatives."),
    "leftover_count": ("残ったセルの数", "どの列にも入らなかったセルの数。", "Cells that belong to no column."),
    "doubtful_count": ("疑わしい行の数", "確度が0.7未満の行の数。", ""),
}

TARGET_WORDS: dict[str, tuple[str, ...]] = {
    "metric": ("何を数え、測るか。原文のまま。",),
    "value": ("数値。万や億は展開し、6割は60（単位は％）。",),
    "value_to": ("10～15件のような幅の上の値。",),
    "unit": ("書かれたままの単位。英字と％は半角。",),
    "comparator": ("eq ちょうど、ge 以上、gt 超、le 以下、lt 未満、approx 程度、increase 増加幅、decrease 減少幅。",),
    "cumulative": ("年度をまたいで積み上げる値であること。",),
    "cumulative_since": ("積み上げを始める年度。",),
    "period": ("annual 1年あたり、monthly 1月あたり。",),
    "baseline_value": ("出発点の値。現状、実績、矢印の左。",),
    "baseline_fiscal_year": ("基準値の年度。",),
    "target_fiscal_year": ("目標の年度。一覧に書かれている場合だけ。",),
    "target_date": ("目標の期日。2023-01、2023-03-31 など。",),
    "deadline_kind": ("by までに、in その年度に。",),
    "grade": ("explicit 明示された目標、activity 予定する活動の量、scope 対象の規模。",),
    "raw": ("読み取った言葉。指標・目標の開始位置から終了位置まで。",),
    "start": ("指標・目標の中の位置。0から、文字単位。",),
    "end": ("最後の文字の次の位置。",),
}

PROJECT_WORDS: dict[str, tuple[str, str, str]] = {
    "project_id": ("事業ID", "団体と事業名から決まり、行の位置によらない。", ""),
    "name": ("事業名", "最も多くの行に印刷されている表記。", ""),
    "programme": ("上位事業", "名称に階層があるときの、上の事業。", ""),
    "local_government_code": ("全国地方公共団体コード", "6桁の文字列。", "Six digits, as text."),
    "departments": ("担当課", "どの行かで担当している組織。", "Units that any of its rows name."),
    "fiscal_years": ("年度", "載っている一覧の年度。", "Fiscal years of the lists in which it stands."),
}

MENTION_WORDS: dict[str, tuple[str, str, str]] = {
    "initiative_id": ("ID", "事業が載っている行。", "The row in which the project stands."),
    "document_id": ("一覧ID", "その行のある一覧。", "The list of that row."),
    "line": ("行", "元のファイルの何行目か。1から。", ""),
    "item_codes": ("項目番号", "その行の項目の番号。", ""),
    "item_name": ("項目", "その行の項目の名称。", "Title of that item."),
    "fiscal_year": ("年度", "その一覧の年度。", "Fiscal year of that list."),
    "level": (
        "同一とした根拠",
        (
            "first 最初の行、decided 人の判断、exact 同じ名称、folded 全角半角などだけの違い、"
            "expanded 略語だけの違い、merged 結合セル、respelled 表記の違い、typo 1、2文字の違い。"
        ),
        "",
    ),
    "joined_to": ("同一とした相手のID", "どの行と同じ事業とみなしたか。", ""),
}

FINDING_WORDS: dict[str, tuple[str, str, str]] = {
    "code": ("検査番号", "DX101 など。dxlist rules DX101 で説明が出る。", ""),
    "severity": ("重大度", "error 誤り、warning 注意、info 参考。", "error, warning or info."),
    "line": ("行", "元のファイルの何行目か。空なら一覧全体。", ""),
    "cell": ("セル", "その行の何番目のセルか。1から。", ""),
    "start": ("開始位置", "セルの中の位置。0から、文字単位。", ""),
    "end": ("終了位置", "最後の文字の次の位置。", ""),
    "initiative_id": ("ID", "指摘の対象の取組。", ""),
    "suggestion": ("候補", "代わりに書かれるべきと思われる言葉。", ""),
}
