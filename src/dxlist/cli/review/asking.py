"""``Asker``: a person at a terminal who is asked for keys, reasons and texts, each on a line of its own."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from dxlist.cli.review.questions import key_of
from dxlist.report.wrapping import cells, wrap
from dxlist.text.bilingual import Bilingual
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from dxlist.text.bilingual import Language

_ESCAPES = (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"))
"""How what one line cannot hold is typed."""


class Asker:
    """Asks at the terminal behind a screen.

    Every method may raise EOFError (Ctrl-D) and KeyboardInterrupt (Ctrl-C).
    """

    def __init__(self, screen: Console, language: Language) -> None:
        self.language: Language = language
        self._screen = screen
        self._reasons: dict[str, str] = {}
        with suppress(ImportError):
            import readline  # noqa: F401, PLC0415 - what is typed can be edited, full-width letters too

    def say(self, text: Bilingual) -> None:
        """Say something on a line of its own, broken where the screen ends."""
        self._lines(wrap(visible(text.text(self.language)), self._screen.width, at_phrases=True))

    def key(self, asked: Bilingual, keys: Iterable[tuple[str, Bilingual]]) -> str:
        """Ask a question until the answer is a key, and return that."""
        known = dict(keys)
        units = [f"{key or 'Enter'} {label.text(self.language)}" for key, label in known.items()]
        between = Bilingual("、", ",").text(self.language)
        *lines, prompt = _packed(
            [asked.text(self.language), *(f"{unit}{between}" for unit in units[:-1]), f"{units[-1]}: "],
            self._screen.width,
            "" if self.language == "ja" else " ",
        )
        self._lines(lines)
        while True:
            key = key_of(self._ask(prompt))
            if key in known:
                return key or ""

    def reason(self, of: str) -> str | None:
        """Ask why; Enter repeats the last reason of such an answer, and where there is none goes back."""
        before = self._reasons.get(of, "")
        shown = Bilingual(f"（Enterなら「{before}」）", f' (Enter: "{before}")') if before else _BACK
        typed = visible(self._ask(Bilingual(f"理由{shown.ja}: ", f"reason{shown.en}: ").text(self.language))).strip()
        if not (typed or before):
            return None
        self._reasons[of] = typed or before
        return self._reasons[of]

    def text(self, begun: str, present: str) -> str | None:
        """Ask for the right text, with what is begun to edit; None where it is empty or the present one."""
        with _prefilled(_escaped(begun)):
            typed = self._ask(_TEXT.text(self.language)).strip()
        text = _unescaped(typed)
        if text and text != present:
            return text
        self.say(_AS_BEFORE)
        return None

    def place(self, prompt: Bilingual) -> str | None:
        """Ask for a number; None where nothing was typed."""
        return self._ask(prompt.text(self.language)).strip() or None

    def _lines(self, lines: Iterable[str]) -> None:
        from rich.text import Text  # noqa: PLC0415 - only a terminal needs rich

        for line in lines:
            self._screen.print(Text(line))

    def _ask(self, prompt: str) -> str:
        """Return a line that was typed; one that is no text is asked for again."""
        while True:
            with suppress(UnicodeDecodeError):
                return input(prompt)


_BACK = Bilingual("（空なら問いに戻る）", " (empty: back)")
_TEXT = Bilingual("正しい文（空なら問いに戻る）: ", "right text (empty: back): ")
_AS_BEFORE = Bilingual("変えていません。", "Nothing was changed.")


def _packed(units: Iterable[str], width: int, between: str) -> list[str]:
    """Return lines of whole units, none wider than the screen where that can be."""
    lines = [""]
    for unit in units:
        if lines[-1] and cells(lines[-1]) + cells(between) + cells(unit) >= width:
            lines.append(unit)
        else:
            lines[-1] += (between if lines[-1] else "") + unit
    return lines


def _escaped(text: str) -> str:
    for plain, written in _ESCAPES:
        text = text.replace(plain, written)
    return visible(text)


def _unescaped(typed: str) -> str:
    parts = typed.split("\\\\")
    for plain, written in _ESCAPES[1:]:
        parts = [part.replace(written, plain) for part in parts]
    return "\\".join(parts)


@contextmanager
def _prefilled(text: str) -> Iterator[None]:
    """Let the next line begin with a text that can be edited, where the terminal knows how."""
    try:
        import readline  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        yield
        return
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield
    finally:
        readline.set_startup_hook()
