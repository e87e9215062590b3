"""Write generated pages, or tell which of them are stale: what the scripts ``make_*.py`` beside this one share."""  # noqa: INP001 - for scripts

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dxlist.text.bilingual import Language


def write_pages(pages: Mapping[Path, Language], page: Callable[[Language], str], script: str) -> int:
    """Write each page in its language; with ``--check`` write none and return 1 where one is stale."""
    stale = []
    for path, language in pages.items():
        text = page(language)
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: stale; run python docs/{script}\n")
    return bool(stale)
