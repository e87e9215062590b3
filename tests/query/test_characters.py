"""A person's spelling finds what the print has in other characters; where none does, the near one is named."""

import pytest

import dxlist
from dxlist import Filters
from dxlist.query.condition import read_condition
from dxlist.query.selecting import UnknownNameError, select, unheld_words
from tests.cli.runs import run

HEADER = "分野\t項目\t担当課\t事業名\t事業概要\t指標（KPI）"
PAIRS = [
    # what is printed, what is typed; before: 0 rows and no hint, or "no list knows this department"
    ("住⺠課", "住民課"), ("⻑寿課", "長寿課"), ("⻄部課", "西部課"), ("⻘少年課", "青少年課"), ("⻝品課", "食品課"), ("⻩金課", "黄金課"),
    ("⻲山課", "亀山課"), ("⻭科課", "歯科課"), ("⻤石課", "鬼石課"), ("⻁姫課", "虎姫課"), ("髙﨑課", "高崎課"), ("霞ヶ関課", "霞ケ関課"),
    ("斎場課", "齋場課"), ("渡邊課", "渡辺課"), ("龍野課", "竜野課"), ("富澤課", "富沢課"), ("情報\u200b政策課", "情報政策課"), ("情報\ufeff政策課", "情報政策課"),
    ("情報\u00ad政策課", "情報政策課"), ("葛\U000e0100飾課", "葛飾課"), ("高崎課", "髙﨑課"), ("情報政策課", "情報\u2060政策課"), ("㈱連携課", "(株)連携課"),
]  # fmt: skip


def list_of(name: str) -> str:
    rows = [
        f"1 行政\t1(1) 手続\t総務部 {name}\t{name}の推進事業\t{name}が進める。\t利用件数を100件とする。",
        "\t1(2) 決済\t税務部 収納管理室\t口座振替事業\t納付を進める。\t利用件数を200件とする。",
    ]
    return "\n".join([HEADER, *rows, ""])


@pytest.mark.parametrize(("printed", "typed"), PAIRS)
def test_every_filter_finds_it(printed: str, typed: str) -> None:
    rows = dxlist.parse(list_of(printed).encode(), stem="ours").initiatives
    for filters in (
        Filters(texts=typed),
        Filters(departments=typed),
        Filters(projects=typed),
        Filters(condition=read_condition(f"project_name ~ '{typed}'", ())),
        Filters(condition=read_condition(f"division = '{typed}'", ())),
    ):
        assert [hit.initiative.line for hit in select(rows, filters)] == [2], filters


@pytest.mark.parametrize(("printed", "typed"), PAIRS)
def test_names_of_both_spellings_are_one_project(printed: str, typed: str) -> None:
    both = list_of(printed) + list_of(typed).partition("\n")[2].partition("\n")[0] + "\n"
    first, _, last = dxlist.parse(both.encode(), stem="ours").initiatives
    assert first.project_id == last.project_id


@pytest.mark.parametrize(
    ("printed", "typed", "near"),
    [
        ("サーバー課", "サーバ課", ("サーバー課",)), ("ルータ課", "ルーター課", ("ルータ課",)), ("手続き課", "手続課", ("手続き課",)),
        ("デジタル変革課", "デジタル改革課", ("デジタル変革課",)), ("広報課", "ＺＺＺ", ()),
    ],
)  # fmt: skip
def test_a_word_that_no_row_holds_names_the_near_one(printed: str, typed: str, near: tuple[str, ...]) -> None:
    rows = dxlist.parse(list_of(printed).encode(), stem="ours").initiatives
    (unheld,) = unheld_words(rows, Filters(texts=f"{typed} 推進"))
    assert (unheld.word, unheld.near[:1]) == (typed, near)


def test_near_names_never_look_the_same() -> None:
    """What looks the same is the same: it was 「情報政策課」 did you mean 「情報␣政策課」."""
    rows = dxlist.parse(list_of("情報\u200b政策課").encode(), stem="ours").initiatives
    with pytest.raises(UnknownNameError) as raised:
        select(rows, Filters(departments="情報政索課"))
    assert raised.value.nearest == ("総務部 情報政策課",)


def test_the_command_says_it() -> None:
    done = run("query", "-", "--text", "サーバ課", stdin=list_of("サーバー課").encode())
    assert (done.code, done.out) == (0, b"")
    assert "no row holds サーバ課. Did you mean サーバー課?" in done.err
