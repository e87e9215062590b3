"""A list with one fault of each kind that can be mended, the same list without them, and both in many forms of text."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from dxlist.fixes.plans import FixPlan, plan_of
from dxlist.reading.sources import ByteSource, source_of
from dxlist.rules.registry import all_rules

HEADER = ("分野", "項目", "担当課", "事業名", "事業概要", "指標・目標")
ROWS: tuple[tuple[str, ...], ...] = (
    ("1 行政の効率化", "1(1) 手続の電子化", "総務部 情報政策課", "電子申請推進事業（県分）", "電子申請システムをの更新を進める。", "申請件数を8,5 00件とする。"),
    ("", "1(2) 決済の電子化", "総務部 税務課", "キャッシュレス推進事業", "納付の方法、窓口（本庁）を拡大する。", "令和③年度に利用率20%とする。"),
    ("", "1(3) 窓口の改革", "企画部 市民課", "AI窓口案内事業", "A1を用いた案内（試行）をシュミレーションする。", "AIの利用件数を100件とする。"),
    ("2 産業の振興", "2(1) 農業", "農林部 農業課", "農業ｼｽﾃﾑ整備事業", "アンケートを行い、アソケートの結果（速報）を公表する。", "アンケートを20件とする。"),
    ("", "2(2) 観光", "観光部 観光課", "観光案内事業(税分)", "案内（多言語）を行う。", "来訪者数を3,000人とする。"),
)  # fmt: skip
MENDED = {
    (0, 4): "電子申請システムの更新を進める。",
    (0, 5): "申請件数を8,500件とする。",
    (1, 5): "令和3年度に利用率20%とする。",
    (2, 4): "AIを用いた案内（試行）をシミュレーションする。",
    (3, 3): "農業システム整備事業",
    (3, 4): "アンケートを行い、アンケートの結果（速報）を公表する。",
    (4, 3): "観光案内事業（税分）",
}
"""Row and column -> what is to stand there."""


def right_rows() -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(MENDED.get((at, column), cell) for column, cell in enumerate(row)) for at, row in enumerate(ROWS)
    )


class TextForm(NamedTuple):
    """A way to write a list into a file."""

    suffix: str
    encoding: str
    write: Callable[[tuple[tuple[str, ...], ...]], str]

    def bytes_of(self, rows: tuple[tuple[str, ...], ...]) -> bytes:
        return self.write((HEADER, *rows)).encode(self.encoding)


def _tsv(rows: tuple[tuple[str, ...], ...], end: str = "\n") -> str:
    return "".join("\t".join(row) + end for row in rows)


def _csv(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\r\n".join(",".join(f'"{cell}"' if "," in cell or "、" in cell else cell for cell in row) for row in rows)


def _markdown(rows: tuple[tuple[str, ...], ...]) -> str:
    head, *body = ("| " + " | ".join(row) + " |\n" for row in rows)
    return f"# 一覧\n\n{head}{'|---' * len(HEADER)}|\n{''.join(body)}\n以上\n"


FORMS = {
    "tsv": TextForm(".tsv", "utf-8", _tsv),
    "tsv, CRLF, mark": TextForm(".tsv", "utf-8-sig", lambda rows: _tsv(rows, "\r\n")),
    "tsv, CR": TextForm(".tsv", "utf-8", lambda rows: _tsv(rows, "\r")),
    "csv, quoted": TextForm(".csv", "cp932", _csv),
    "tsv, EUC": TextForm(".tsv", "euc_jis_2004", _tsv),
    "tsv, UTF-16": TextForm(".tsv", "utf-16", _tsv),
    "markdown": TextForm(".md", "utf-8", _markdown),
}


def planned(origin: Path | bytes, *, copy: bool = False, unsafe: bool = False, select: str = "") -> FixPlan:
    rules = [rule for rule in all_rules().values() if rule.code.startswith(select)]
    return plan_of(
        source_of(origin if isinstance(origin, bytes) else str(origin)), rules, copy=copy, unsafe=unsafe, language="ja"
    )


def bytes_of(source: ByteSource) -> bytes:
    with source.open() as stream:
        return BytesIO(stream.read()).getvalue()
