"""YAML read into plain values, every key and value with its line and column; what YAML leaves in doubt is refused.

Numbers, true, false and null are what they look like; everything else is text, a date too. Duplicate keys, anchors,
aliases, tags, several documents and scalars that YAML versions read differently are problems, not guesses.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from somcost.ambiguous import THOUSANDS
from somcost.person_numbers import is_in
from somcost.problems import InputProblems, Location, Problem
from somcost.read.yaml_checks import (
    keys_are_given_once,
    keys_are_words,
    keys_have_values,
    scalars_are_clear,
    text_is_printable,
    texts_hold_no_cpr_numbers,
    yaml_holds_something,
    yaml_is_plain,
    yaml_is_well_formed,
)

Path = tuple[str | int, ...]
DEPTH_LIMIT = 20
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
WORDS = {"true": True, "True": True, "false": False, "False": False, "null": None, "Null": None, "~": None, "": None}
UNCLEAR = re.compile(
    r"[-+]?0[0-9_]+|0[xob][0-9a-fA-F_]+|[-+]?[0-9][0-9]*_[0-9_]*|[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[-+]?[0-9.]+,[0-9]+|yes|Yes|no|No|on|On|off|Off"
    r"|nan|NaN|inf|-inf|TRUE|FALSE|NULL"
)
AMOUNTS = {
    "amount",
    "fee_each",
    "cost_per_year",
    "monthly_wage_cost",
    "annual_wage_cost",
    "annual_hours_norm",
    "paid_hours_norm",
    "price",
    "scrap_value",
    "hours",
    "quantity",
    "total",
    "residents",
}
"""Keys of kroner and of yearly hours, where 12.500 may be meant as twelve thousand five hundred."""
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Document:
    """A YAML file's content and where each part of it stands.

    Attributes:
        name: The file, as users name it.
        value: Mappings, lists, text, numbers, booleans and None.
        values: Place of the value at a path: ("parameters", "overhead", "value").
        keys: Place of the key at a path.
    """

    name: str
    value: Any = None
    values: dict[Path, Location] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, *path: str | int) -> Location:
        """Tell where a value stands; a missing one points at what it should stand in."""
        known: Path = ()
        for part in path:
            if (*known, part) in self.values:
                known = (*known, part)
        return self.values[known]

    def key_place(self, *path: str | int) -> Location:
        """Tell where a key stands."""
        return self.keys.get(path) or self.place(*path)


def read_document(text: str, *, name: str) -> Document:
    """Read YAML text.

    Raises:
        InputProblems: The text is no YAML, or holds what is refused; with all places.

    >>> document = read_document("overhead: {value: 0.20}", name="set.yaml")
    >>> document.value, str(document.place("overhead", "value"))
    ({'overhead': {'value': 0.2}}, 'set.yaml:1:19')
    """
    document = Document(name)
    try:
        _Builder(document).build(text)
    except yaml.YAMLError as error:
        if (depth := _too_deep(error)) is not None:  # the parser's own limit lies far beyond ours
            return read_document(text[:depth], name=name)
        document.problems.append(yaml_is_well_formed(name, error))
    except (ValueError, RecursionError) as error:
        document.problems.append(yaml_is_plain(Location(name), str(error)))
    if document.problems:
        raise InputProblems(document.problems)
    return document


def _too_deep(error: yaml.YAMLError) -> int | None:
    """Give where the parser, which looks ahead, gave up since its own limit of depth was passed; else None."""
    if isinstance(error, yaml.MarkedYAMLError) and "nesting depth" in str(error.problem) and error.problem_mark:
        return error.problem_mark.index
    return None


@dataclass(slots=True)
class _Open:
    """A mapping or list being read: its path, its container and, for a mapping, the key that waits for a value."""

    path: Path
    container: Any
    key: str | None = None


class _Builder:
    """Turns YAML events into a document, without recursion."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[_Open] = []
        self.documents = 0

    def build(self, text: str) -> None:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._refuse(event, "a second document begins here; a file holds one")
                    return
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(event, f"the alias *{event.anchor} repeats what stands elsewhere")
                self._add(event, None)
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
                if len(self.open) > DEPTH_LIMIT:
                    self._refuse(event, f"nested deeper than {DEPTH_LIMIT} levels")
                    return
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.open.pop()
        if self.document.value is None and not self.document.problems:
            self.document.problems.append(yaml_holds_something(Location(self.document.name)))

    def _node(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, f"the anchor &{event.anchor} names a value to be repeated")
        if event.tag and event.tag != "!":
            self._refuse(event, f"the tag {event.tag} asks for a type of its own")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        else:
            self._open_container(event)

    def _scalar(self, event: Any) -> None:
        if found := CONTROL.search(event.value):
            self.document.problems.append(text_is_printable(self._at(event), found[0]))
        if is_in(event.value) and "://" not in event.value and not DECIMAL.fullmatch(event.value):
            self.document.problems.append(texts_hold_no_cpr_numbers(self._at(event)))
        top = self.open[-1] if self.open else None
        if top is not None and isinstance(top.container, dict) and top.key is None:
            self._key(event, top)
        else:
            value = self._value(event)
            path = self._add(event, value)
            if value is None and path:
                place = self.document.keys.get(path, self._at(event))
                self.document.problems.append(keys_have_values(place, ".".join(map(str, path))))

    def _value(self, event: Any) -> Any:
        text = event.value
        if not event.implicit[0]:
            return text
        if text in WORDS:
            return WORDS[text]
        if UNCLEAR.fullmatch(text):
            self.document.problems.append(scalars_are_clear(self._at(event), text))
            return text
        if INTEGER.fullmatch(text) and len(text) < 300:  # noqa: PLR2004 - more digits than any number has
            return int(text)
        if THOUSANDS.fullmatch(text) and self.open and AMOUNTS & _words((*self.open[-1].path, self.open[-1].key)):
            self.document.problems.append(scalars_are_clear(self._at(event), text))
        if DECIMAL.fullmatch(text):
            number = float(text)
            return number if math.isfinite(number) else text
        return text

    def _key(self, event: Any, top: _Open) -> None:
        path = (*top.path, event.value)
        if event.value in top.container:
            first = self.document.keys[path]
            self.document.problems.append(keys_are_given_once(self._at(event), ".".join(map(str, path)), first))
        if event.implicit[0] and event.value in ("", "<<"):
            self.document.problems.append(keys_are_words(self._at(event), f'"{event.value}"'))
        if "\n" in event.value:
            self.document.problems.append(keys_are_words(self._at(event), "a text of several lines"))
        self.document.keys[path] = self._at(event)
        top.container[event.value] = None
        top.key = event.value

    def _open_container(self, event: Any) -> None:
        top = self.open[-1] if self.open else None
        if top is not None and isinstance(top.container, dict) and top.key is None:
            self.document.problems.append(keys_are_words(self._at(event), "a list or mapping"))
            top.key = f"\0{len(top.container)}"
        container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.open.append(_Open(self._add(event, container), container))

    def _add(self, event: Any, value: Any) -> Path:
        top = self.open[-1] if self.open else None
        if top is None:
            path: Path = ()
            self.document.value = value
        elif isinstance(top.container, dict):
            path = (*top.path, top.key or "")
            top.container[top.key] = value
            top.key = None
        else:
            path = (*top.path, len(top.container))
            top.container.append(value)
        self.document.values[path] = self._at(event)
        return path

    def _at(self, event: Any) -> Location:
        mark = event.start_mark
        return Location(self.document.name, mark.line + 1, mark.column + 1)

    def _refuse(self, event: Any, what: str) -> None:
        self.document.problems.append(yaml_is_plain(self._at(event), what))


def _words(path: Iterable[str | int | None]) -> set[str]:
    """Give the last word of each part: an override's key is dotted itself."""
    return {str(part).rpartition(".")[2] for part in path}
