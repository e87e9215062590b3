"""The examples in the docstrings run."""

import doctest
import importlib
import pkgutil

import pytest

import dxlist

NAMES = sorted(m.name for m in pkgutil.walk_packages(dxlist.__path__, "dxlist.") if not m.name.endswith("__main__"))


@pytest.mark.parametrize("name", NAMES)
def test_docstring_examples(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert failed == 0
