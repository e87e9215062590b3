"""The language in which dxlist speaks: option, variable, locale."""

from __future__ import annotations

import re

import pytest

from dxlist.cli.language import choose_language
from tests.cli.runs import call, run

OPTION = re.compile(r"^  (?:-\w, )?(--\w+)", re.MULTILINE)
KANA = re.compile(r"[\u3041-\u30ff]")


@pytest.mark.parametrize(
    ("arguments", "variables", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "C"}, "en"),
        ([], {"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "ja_JP"}, "ja"),
        ([], {"LC_ALL": "", "LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"DXLIST_LANG": "ja", "LANG": "en_US.UTF-8"}, "ja"),
        ([], {"DXLIST_LANG": "JA"}, "ja"),
        ([], {"DXLIST_LANG": "en", "LANG": "ja_JP.UTF-8"}, "en"),
        ([], {"DXLIST_LANG": "fr", "LANG": "ja_JP.UTF-8"}, "ja"),
        (["--lang", "ja", "parse"], {"DXLIST_LANG": "en"}, "ja"),
        (["parse", "--lang=ja"], {}, "ja"),
        (["parse", "--lang", "en"], {"LANG": "ja_JP.UTF-8"}, "en"),
        (["--lang", "ja", "parse", "--lang", "en"], {}, "en"),
        (["parse", "--", "--lang", "ja"], {}, "en"),
        (["parse", "--lang"], {}, "en"),
    ],
)
def test_option_before_variable_before_locale(arguments: list[str], variables: dict[str, str], language: str) -> None:
    assert choose_language(arguments, variables) == language


@pytest.mark.parametrize(
    "arguments", [("--lang", "ja", "parse", "nowhere.tsv"), ("parse", "nowhere.tsv", "--lang", "ja")]
)
def test_the_option_stands_before_or_behind_the_command(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert "ファイルがありません" in done.err


def test_the_locale_is_heard() -> None:
    assert "ファイルがありません" in run("parse", "nowhere.tsv", DXLIST_LANG="", LANG="ja_JP.UTF-8").err
    assert "there is no such file" in run("parse", "nowhere.tsv", DXLIST_LANG="", LANG="de_DE.UTF-8").err


def test_an_unknown_language_is_a_usage_error() -> None:
    done = call("--lang", "fr", "schema")
    assert done.code == 2
    assert "--lang" in done.err


USAGE_ERRORS = [
    (("vaildate",), "エラー: 「vaildate」というコマンドはありません。validate のことですか。"),
    (("--lang", "ja", "nothing-like-it"), "エラー: 「nothing-like-it」というコマンドはありません。"),
    (("validate", "--quite"), "エラー: --quite: このオプションはありません。--quiet"),
    (("validate", "--fail-on", "critical"), "エラー: --fail-on: 「critical」は使えません。error, warning, info, never"),
    (("stats", "--format", "csv"), "エラー: --format: 「csv」は使えません。text, json のどれかを指定してください。"),
    (("show",), "エラー: ID を指定してください。"),
    (("explain", "37", "a.tsv"), "エラー: LINE: 数を指定してください。"),
    (("query", "--part", "0"), "エラー: --part: 1以上の数を指定してください。"),
    (("schema", "a.tsv"), "エラー: 余分な引数があります: a.tsv"),
    (("validate", "--output"), "エラー: --output には値が要ります。"),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE_ERRORS, ids=[" ".join(case[0]) for case in USAGE_ERRORS])
def test_wrong_usage_is_told_in_japanese(arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments, DXLIST_LANG="ja")
    assert (done.code, done.out) == (2, b"")
    assert said in done.err
    assert not re.search("Usage|Error|Invalid|Try", done.err)
