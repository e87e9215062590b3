"""DX128: a list whose text is in more than one encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dxlist.model.finding import Found, Place
from dxlist.rules.registry import rule
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dxlist.rules.listed import Listed


@rule(
    "DX128", "several-encodings", "error", Bilingual("1つのファイルに複数の文字コード", "several encodings in a file")
)
def several_encodings(listed: Listed) -> Iterator[Found]:
    """From a line on the text of the file is in another encoding than before it.

    Files were put behind each other that were saved in different encodings, or rows were added by a program that writes
    in another one. Any other program shows one of the two parts as letters that nobody can read. dxlist reads each
    part in its own encoding; said for each line with which another one begins.

    日本語:
        ファイルの途中の行から文字コードが変わっています。

        文字コードの違うファイルをつなげたか、別の文字コードで書くプログラムが行を足しています。ほかのプログラムでは、どちらかの
        部分が文字化けします。dxlist はそれぞれの文字コードで読みます。変わる行ごとに示します。

    Bad, last row in cp932:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付の方法を拡大する。|利用率20%を目標とする。

    Good:
        1 行政の効率化|1(1) 手続のオンライン化|総務部 情報政策課|電子申請推進事業|電子申請を進める。|100件を目標とする。
        |1(2) 決済の電子化|総務部 税務課|キャッシュレス推進事業|納付の方法を拡大する。|利用率20%を目標とする。
    """
    info = listed.document.document
    before = info.encoding
    for further in info.further_encodings:
        message = Bilingual(
            f"この行から文字コードが {further.encoding} に変わります（前の行までは {before}）。"
            "1つの文字コード（UTF-8など）で保存し直してください。",
            f"from this line on the text is in {further.encoding}, before it in {before}; save the list in one encoding.",
        )
        yield Found(Place(further.line, about="encoding"), message)
        before = further.encoding
