"""``COMMANDS``: the one table of all commands; ``build_app``: the app in one language, which loads what is wanted."""

from __future__ import annotations

import locale
import sys
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

import dxlist
from dxlist.cli.exits import guarded
from dxlist.cli.options import LANG
from dxlist.cli.setup import check_language, in_language, load_command, to_typer
from dxlist.cli.terminal import flush_data
from dxlist.text.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dxlist.text.bilingual import Language

DXLIST = Bilingual(
    "自治体の事業・取組一覧を、正しく、検証でき、元の行までたどれるレコードにします。",
    "Read the initiative lists of Japanese governments into records that are right, checked and traceable.",
)
READING = Bilingual("読む・検査する", "Read and check")
ASKING = Bilingual("調べる", "Look into")
WRITING = Bilingual("書き出す", "Write")
HELPING = Bilingual("使い方", "Help")


class CommandEntry(NamedTuple):
    """A command as the help shows it; the module of its name in ``commands`` does it."""

    help: Bilingual
    group: Bilingual


COMMANDS: dict[str, CommandEntry] = {
    "parse": CommandEntry(
        Bilingual("一覧を読み、1行を1件のレコードにして書き出します。", "Read lists and write each row as a record."),
        READING,
    ),
    "validate": CommandEntry(
        Bilingual(
            "一覧を検査し、誤りや読みにくいところを場所と理由とともに示します。",
            "Check lists by rules: what is wrong or hard to read, where, and why.",
        ),
        READING,
    ),
    "rules": CommandEntry(
        Bilingual(
            "ルールの一覧、または1つのルールの説明（何を見つけるか、なぜ困るか、例）を示します。",
            "Show the rules of validate, or the manual page of one: what it finds, why it matters, examples.",
        ),
        READING,
    ),
    "review": CommandEntry(
        Bilingual(
            "疑わしい行、どの列にも属さないセル、同じかもしれない事業、検出結果を1件ずつ見て、付属ファイルと決定に書きます。",
            "Settle doubtful rows, cells of no column, pairs of projects and findings one by one; answers are written.",
        ),
        READING,
    ),
    "dedupe": CommandEntry(
        Bilingual(
            "どの行が同じ事業か、どの事業が同じ上位事業に属するか、どこが食い違うかを示します。",
            "Show which rows are one project, which projects are one programme, and where they disagree.",
        ),
        READING,
    ),
    "query": CommandEntry(
        Bilingual(
            "条件に合う事業・取組を探し、表やレコードで示し、数え、目標を合計します。",
            "Find the initiatives that fit: as a table, as records, counted, or with their targets added up.",
        ),
        ASKING,
    ),
    "show": CommandEntry(
        Bilingual(
            "1件の事業・取組を、目標、同じ事業のほかの行、検査の結果とともに示します。",
            "Show one initiative whole: its texts, targets, other mentions and findings.",
        ),
        ASKING,
    ),
    "stats": CommandEntry(
        Bilingual(
            "一覧の全体像を1画面で示します（行、事業、分野、部局、指標、単位、疑わしい行、検査の結果）。",
            "Show the picture of the lists on one screen: rows, projects, fields, departments, targets, doubts, "
            "findings.",
        ),
        ASKING,
    ),
    "sql": CommandEntry(
        Bilingual(
            "一覧をSQLで検索・集計します。表は export と同じで、読むだけです。",
            "Ask lists in SQL, over the tables of export; it only reads.",
        ),
        ASKING,
    ),
    "describe": CommandEntry(
        Bilingual(
            "一覧の列をどう理解したか（役割、年度、行き先、例）を示し、付属ファイルのひな形を書き出します。",
            "Show the columns of a list as understood: roles, years, where cells go; write a sidecar to start from.",
        ),
        ASKING,
    ),
    "explain": CommandEntry(
        Bilingual(
            "一覧の1行がどう読まれたかを示します（セル、列、補い、補正、レコード）。",
            "Show how one line of a list was read: cells, columns, fills, repairs, record.",
        ),
        ASKING,
    ),
    "export": CommandEntry(
        Bilingual(
            "一覧を、Excel・データベース・分析用などのファイルにして書き出します。",
            "Write lists as a file for Excel, a database, an analysis ...",
        ),
        WRITING,
    ),
    "schema": CommandEntry(
        Bilingual(
            "parse、validate、dedupe が書くものの JSON Schema を標準出力に書きます。",
            "Print the JSON Schema of what parse, validate and dedupe write.",
        ),
        WRITING,
    ),
    "cache": CommandEntry(
        Bilingual(
            "読んだ一覧のキャッシュの場所と大きさを示し（info）、空にします（clear）。",
            "Show where what was read of lists is kept and how much it is (info), or remove it (clear).",
        ),
        HELPING,
    ),
    "completion": CommandEntry(
        Bilingual(
            "シェルの補完スクリプトを標準出力に書きます（課の名前、項目番号、列、ルール番号も補完）。",
            "Print the script that lets a shell complete dxlist: units, item codes, columns, rule codes too.",
        ),
        HELPING,
    ),
    "help": CommandEntry(
        Bilingual(
            "使い方を示します。コマンドの名前を付けると、そのコマンドの使い方。",
            "Show how dxlist is used, or one of its commands.",
        ),
        HELPING,
    ),
}
"""By name, in the order of the help; a module is loaded only when its command is wanted."""

VARIABLE = "DXLIST_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language of ``--lang``, else of ``DXLIST_LANG``, else of the locale; English where none says ja.

    >>> choose_language(["parse", "--lang", "ja"], {"LANG": "en_US.UTF-8"})
    'ja'
    >>> choose_language([], {"DXLIST_LANG": "en", "LANG": "ja_JP.UTF-8"})
    'en'
    >>> choose_language([], {"LC_ALL": "ja_JP.UTF-8", "LANG": "C"})
    'ja'
    """
    for wanted in (_lang_option(arguments), environment.get(VARIABLE, "").lower()):
        if wanted.startswith(("ja", "en")):
            return "ja" if wanted.startswith("ja") else "en"
    if sys.platform == "win32":
        place = locale.getlocale()[0] or ""
    else:
        place = next(filter(None, map(environment.get, _LOCALE)), "")
    return "ja" if place.lower().startswith("ja") else "en"


def _lang_option(arguments: Sequence[str]) -> str:
    """Return the last ``--lang VALUE`` or ``--lang=VALUE`` before ``--``; a wrong value is said by the command."""
    found, option = "", "--lang"
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for argument, following in zip(options, [*options, ""][1:], strict=True):
        if argument == option:
            found = following
        elif argument.startswith(f"{option}="):
            found = argument.removeprefix(f"{option}=")
    return found


class _Command(TyperCommand):
    """A command whose help is in the app's language, and which sees a full-width option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments behind the command's name."""
        _check_typing(self, args)
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # typer forgets of which command a value is missing
                error.ctx = ctx  # type: ignore[attr-defined]
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        _write_help(ctx, formatter)


class _Commands(TyperGroup):
    """The commands; each is loaded when it is wanted, and none ends in a traceback for what a user did."""

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Parse the options of the group, guarded: ``--help`` and ``--version`` write here."""
        with guarded(self.context_settings["obj"]):
            return super().make_context(*args, **kwargs)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments up to the command's name."""
        _check_typing(self, args[:1])
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - as typer calls it
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return a command, loaded now; None: there is none of this name."""
        return _typer_command(cmd_name, self.context_settings["obj"]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that arguments name, and the arguments behind it."""
        if args[0] not in COMMANDS:
            from dxlist.cli.usage import unknown_command  # noqa: PLC0415 - only where something is wrong

            raise unknown_command(args[0], COMMANDS)
        return args[0], self.get_command(ctx, args[0]), args[1:]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help in the app's language."""
        _write_help(ctx, formatter)

    def invoke(self, ctx: Any) -> Any:
        """Run the command, guarded, up to the last byte of its output."""
        with guarded(self.context_settings["obj"]):
            try:
                result = super().invoke(ctx)
            except typer.Exit:  # a command's own exit code; what it wrote may still be on its way
                flush_data()
                raise
            flush_data()
            return result


def _check_typing(command: Any, arguments: Sequence[str]) -> None:
    if all(argument.isascii() for argument in arguments):
        return
    from dxlist.cli.usage import check_typing  # noqa: PLC0415 - only where something may be wrong

    check_typing(arguments, [name for parameter in command.params for name in parameter.opts])


def _write_help(context: Any, formatter: Any) -> None:
    from dxlist.cli.help_text import write_help  # noqa: PLC0415 - only for help

    groups: dict[Bilingual, list[tuple[str, Bilingual]]] = {}
    if isinstance(context.command, TyperGroup):
        for name, listed in COMMANDS.items():
            groups.setdefault(listed.group, []).append((name, listed.help))
    write_help(context, formatter, context.obj, groups)


_PLAIN: dict[str, Any] = {"add_completion": False, "pretty_exceptions_enable": False, "rich_markup_mode": None}


def _typer_command(name: str, language: Language) -> Any:
    alone = typer.Typer(**_PLAIN)
    function = to_typer(load_command(name), language)
    alone.command(name, cls=_Command, help=COMMANDS[name].help.text(language))(function)
    return typer.main.get_command(alone)


def build_app(language: Language) -> typer.Typer:
    """Return the app with all help texts and messages in ``language``."""
    app = typer.Typer(
        name="dxlist",
        cls=_Commands,
        help=DXLIST.text(language),
        context_settings={"obj": language, "help_option_names": ["-h", "--help"]},
        **_PLAIN,
    )
    version = typer.Option("--version", callback=_print_version, is_eager=True, help=_VERSION.text(language))

    def start(ctx: typer.Context, *, version: bool = False, lang: str | None = None) -> None:  # noqa: ARG001 - typer handles it
        check_language(lang)
        if ctx.invoked_subcommand is None:
            typer.echo(ctx.get_help())

    start.__annotations__ |= {
        "ctx": typer.Context,
        "version": Annotated[bool, version],
        "lang": Annotated[str | None, in_language(LANG, language)],
    }
    app.callback(invoke_without_command=True)(start)
    return app


_VERSION = Bilingual("バージョンを表示して終わります。", "Show the version and exit.")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dxlist {dxlist.__version__}")
        raise typer.Exit
