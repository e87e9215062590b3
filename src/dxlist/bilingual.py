"""Every word of ours that a user sees, in Japanese and in English, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One message in both languages; ``str()`` gives the English one."""

    ja: str
    en: str

    def text(self, language: Language) -> str:
        """Return the message in ``language``."""
        return self.ja if language == "ja" else self.en

    def __str__(self) -> str:
        return self.en
