"""Letters that were read in another encoding than they were written in."""

import pytest

from dxlist.text.garbled import garbled_spans


def read_as(text: str, written: str, read: str) -> str:
    return text.encode(written).decode(read)


GARBLED = [
    read_as("まちづくり", "utf-8", "cp932"),
    read_as("事業の推進", "utf-8", "cp932"),
    read_as("市民窓口の改革", "utf-8", "cp932"),
    read_as("事業", "utf-8", "latin-1"),
    read_as("システムの更新", "cp932", "latin-1"),
    "ƒVƒXƒeƒ€",
    "â€™",
    "Ã©",
]


@pytest.mark.parametrize("text", GARBLED)
@pytest.mark.parametrize(("before", "behind"), [("", ""), ("事業 ", " の推進")])
def test_what_is_garbled(text: str, before: str, behind: str) -> None:
    whole = f"{before}{text}{behind}"
    assert [span.of(whole) for span in garbled_spans(whole)] == [text]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("諠・ｱ謾ｿ遲冶ｪｲ", "諠・ｱ謾ｿ遲冶ｪｲ"),
        ("･ｷ･ｹ･ﾆ･爨", "･ｷ･ｹ･ﾆ"),
        ("ã‚·ã‚¹ãƒ", "ã‚·ã‚¹ãƒ"),
        ("村\ufffd\ufffd", "\ufffd\ufffd"),
    ],
)
def test_what_lost_bytes_on_the_way(text: str, cut: str) -> None:
    assert [span.of(text) for span in garbled_spans(text)] == [cut]


@pytest.mark.parametrize(
    "text",
    [
        "ｱﾊﾟｰﾄの整備", "ﾃﾞｼﾞﾀﾙ･ｶﾞﾊﾞﾒﾝﾄ", "ﾘｻｲｸﾙ･ﾘﾕｰｽ･ﾘﾃﾞｭｰｽ", "café", "déjà vu", "Müller", "±3℃", "10°C", "×2÷3", "§1", "½",
        "縺れ", "繧", "髙﨑", "①②", "“引用”…", "議事録ﾃﾞｰﾀ化ｼｽﾃﾑ化事業", "図ｱ表ｲ", "鳥獣ﾊﾟﾄﾛｰﾙ及びﾄﾞﾛｰﾝ", "～－", "plain",
    ],
)  # fmt: skip
def test_what_is_no_garble(text: str) -> None:
    assert list(garbled_spans(text)) == []
