"""``FORMS``: the one table of the forms of input; light, for help texts and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dxlist.text.bilingual import Bilingual
from dxlist.text.regex import regex

if TYPE_CHECKING:
    import re


class Form(NamedTuple):
    """A form of input; its module is loaded when a source of it is read."""

    name: str
    about: Bilingual
    suffixes: tuple[str, ...]
    """What a folder is searched for."""
    module: str
    signature: re.Pattern[bytes] | None = None
    """What the first bytes of such a source hold, whatever its name is.  None: all that is nothing else."""


FORMS: tuple[Form, ...] = (
    Form(
        "markdown",
        Bilingual("Markdownの表（縦棒区切り）", "pipe tables of Markdown"),
        (".md", ".markdown"),
        "dxlist.reading.markdown",
        # The row of dashes below a header: plain ASCII in every encoding, with a bar in it.
        # A row of the body may be of single dashes, and a bar parts other texts too.
        regex(
            rb"(?:\A|[\r\n])[ \t]*+(?=[-: \t]*\|)(?=[-|: \t]*(?:--|:-|-:))"
            rb"\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?)?[ \t]*(?=[\r\n]|\Z)"
        ),
    ),
    Form(
        "text",
        Bilingual("タブやコンマで区切ったテキスト", "text parted by tabs, commas, semicolons or bars"),
        (".tsv", ".txt", ".csv"),
        "dxlist.reading.plain.delimited",
    ),
)
"""Those with a signature first; the last one takes what is left."""

SUFFIXES = tuple(suffix for form in reversed(FORMS) for suffix in form.suffixes)
"""What a folder is searched for; a file that is named is read whatever its suffix."""
