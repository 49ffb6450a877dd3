"""Findings as plain data: the attributes of a dataclass by their names."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any


def plain(found: Any) -> Any:
    """Give a finding as dicts, lists and numbers.

    >>> from somcost.analyse.quality.places import Place
    >>> plain((Place("time.csv", 2),))
    [{'file': 'time.csv', 'line': 2}]
    """
    if is_dataclass(found):
        return {each.name: plain(getattr(found, each.name)) for each in fields(found)}
    if isinstance(found, Mapping):
        return {key: plain(value) for key, value in found.items()}
    if isinstance(found, tuple):
        return [plain(each) for each in found]
    return found
