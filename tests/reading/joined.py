"""A list of five rows, and three rows that were put behind it."""

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\tKPI\n"
_ROW = "{0} 行政の効率化\t{0}(1) 手続の電子化\t総務部 情報政策課\t電子申請推進事業{0}\t申請の対象を拡大する。\t{0}0件\n"
_MORE = "{0} 地域の活性化\t{0}(1) 観光の振興\t商工部 観光課\t観光案内整備事業{0}\t案内板を多言語にする。\t{0}0人\n"
FIRST = HEADER + "".join(map(_ROW.format, range(1, 6)))
SECOND = "".join(map(_MORE.format, range(6, 9)))
NAMES = [*(f"電子申請推進事業{n}" for n in range(1, 6)), *(f"観光案内整備事業{n}" for n in range(6, 9))]
