"""JUnit: findings -> XML: a suite for each list, a case for each rule that was applied to it.

A case fails where its rule found an error or a warning; what is info stands in its ``system-out``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dxlist.exports.formats.regions import is_normalised, path_of
from dxlist.rules.checking import UNREADABLE
from dxlist.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dxlist.model.document import Document
    from dxlist.rules.checking import Checked, Reported
    from dxlist.rules.registry import Rule
    from dxlist.text.bilingual import Language

_NO_CHARACTERS = str.maketrans({"\ufffe": "\\ufffe", "\uffff": "\\uffff"})


def findings_to_bytes(checked: Checked, language: Language) -> bytes:
    """Return one XML document in UTF-8, of such characters alone as XML 1.0 can hold."""
    found: dict[tuple[str, str], list[Reported]] = defaultdict(list)
    for one in checked.findings:
        found[one.file, one.rule.code].append(one)
    root = Element("testsuites", name="dxlist")
    for file, document in checked.lists:
        suite = SubElement(root, "testsuite", name=_legal(path_of(file)))
        for rule in checked.rules:
            _add_case(suite, rule, found[file, rule.code], document, language)
        _count(suite, [suite])
    for unread in checked.unread:
        suite = SubElement(root, "testsuite", name=_legal(path_of(unread.file)))
        case = SubElement(suite, "testcase", name=UNREADABLE, classname=suite.attrib["name"])
        SubElement(case, "error", type=UNREADABLE, message=_legal(unread.why.text(language)))
        _count(suite, [suite])
    _count(root, list(root))
    indent(root)
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _add_case(suite: Element, rule: Rule, found: Sequence[Reported], document: Document, language: Language) -> None:
    case = SubElement(suite, "testcase", name=f"{rule.code} {rule.name}", classname=suite.attrib["name"])
    ignored = [i.reason for i in document.document.ignored_rules if rule.code.startswith(i.code)]
    if ignored:
        SubElement(case, "skipped", message=_legal(ignored[0]))
    bad = [one for one in found if one.severity != "info"]
    if bad:
        worst = "error" if any(one.severity == "error" for one in bad) else "warning"
        message = f"{rule.title.text(language)} ({len(bad)})"
        SubElement(case, "failure", type=worst, message=_legal(message)).text = _lines(bad, language)
    if infos := [one for one in found if one.severity == "info"]:
        SubElement(case, "system-out").text = _lines(infos, language)


def _lines(found: Sequence[Reported], language: Language) -> str:
    return "\n".join(_legal(f"{_place(one)}: {one.severity}: {one.found.message.text(language)}") for one in found)


def _place(one: Reported) -> str:
    place = one.found.place
    at = () if is_normalised(one.file) else (place.line, place.cell)
    return ":".join(str(part) for part in (path_of(one.file), *at) if part is not None)


def _legal(text: str) -> str:
    return visible(text).translate(_NO_CHARACTERS)


def _count(element: Element, suites: Sequence[Element]) -> None:
    """Write down how many cases the suites hold, and how many of them fail, were left out or could not be tried."""
    figures = {
        "tests": "testcase",
        "failures": "testcase/failure",
        "skipped": "testcase/skipped",
        "errors": "testcase/error",
    }
    for name, path in figures.items():
        element.set(name, str(sum(len(suite.findall(path)) for suite in suites)))
