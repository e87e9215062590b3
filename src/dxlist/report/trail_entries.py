"""What a trail is made of: sections of labelled texts, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dxlist.text.bilingual import Bilingual


class Entry(NamedTuple):
    """A labelled text; without a label it goes on from the entry above."""

    label: Bilingual
    text: Bilingual


class Section(NamedTuple):
    """A part of the trail with a heading."""

    title: Bilingual
    entries: tuple[Entry, ...]
