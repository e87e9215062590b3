"""Every error survives the way from one process to another: its message, its fields, its kind."""

import pickle
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import dxlist
from dxlist.errors import DxlistError
from dxlist.text.bilingual import Bilingual

MADE_OF = Bilingual("誤りがあります。", "something is wrong."), Bilingual("直してください。", "Mend it.")


def subclasses(kind: type[DxlistError]) -> Iterator[type[DxlistError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from subclasses(below)


def all_errors() -> list[type[DxlistError]]:
    for module in pkgutil.walk_packages(dxlist.__path__, "dxlist."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return sorted(set(subclasses(DxlistError)), key=lambda kind: (kind.__module__, kind.__name__))


def made(kind: type[DxlistError]) -> DxlistError:
    """Return an error of a kind, whatever it takes to be made, with a field of its own."""
    error = kind.__new__(kind)
    DxlistError.__init__(error, "a.tsv:12", *MADE_OF)
    error.asked = ("事業", 3)  # type: ignore[attr-defined]
    return error


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_an_error_survives_pickle(kind: type[DxlistError]) -> None:
    error = made(kind)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(error, protocol))
        assert type(again) is kind
        assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))
        assert [again.message(language) for language in ("ja", "en")] == [error.message("ja"), error.message("en")]


def test_an_error_that_was_raised_survives_pickle() -> None:
    with pytest.raises(DxlistError) as caught:
        dxlist.parse(b"")
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.message("ja") == caught.value.message("ja")
    assert again.place == "<bytes>"
