"""What is known of the shipped list's projects, read by hand: line numbers of fukushima_r04.tsv.

The same facts as the hand-made answer that stands beside this checkout; here so that they are always checked.
"""

SHARED = [
    [6, 36, 46],
    [12, 26],
    [13, 53, 55, 68, 69, 70, 71, 163],
    [14, 61],
    [56, 63, 67],
    [60, 62, 64],
    [65, 165],
    [130, 131, 132, 133, 134],
]
"""Rows that are one project."""

PROGRAMMES = {
    "人事・給与・行政組織等管理事業": [6, 8, 28, 29, 36, 46],
    "福島県警察DX推進事業": [10, 33, 34, 50, 154],
    "デジタル変革（DX）推進事業": [13, 51, 53, 54, 55, 56, 60, 62, 63, 64, 67, 68, 69, 70, 71, 163, 164],
    "デジタルコミュニケーション推進事業": [30, 31, 35],
    "福島イノベ構想に基づく農業先端技術展開事業": [79, 123],
    "新時代の学びを支えるICT活用プロジェクト": [93, 95],
    "新時代の学校におけるICT環境研究開発事業": [94, 97, 98, 101],
    "先端ICT関連産業集積推進事業": [113, 135],
    "健康長寿ふくしま推進事業": [143, 144],
    "そなえるふくしま防災事業": [151, 152],
}
"""Programmes of two projects or more."""

NOT_SAME = [
    ([79, 123], "one programme and nearly one overview, but another sub-project and target (5件 / 4件)"),
    ([97, 101], "one programme and one overview, but another sub-project, division and target"),
    ([79, 123, 125, 129], "農業, 林業 and 水産業 are three programmes"),
    ([9, 66], "書面規制・押印・対面規制の見直し of the prefecture, BPR support for municipalities"),
    ([7, 8], "line 7 spreads the results of the project of line 8"),
]
"""Rows that look like one project and are not."""

ROWS, DISTINCT = 131, 111
