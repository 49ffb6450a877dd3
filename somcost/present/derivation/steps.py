"""The steps of a derivation: each figure with its formula, its numbers or its source, and what it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from somcost.present.derivation.bounded import bound_at
from somcost.present.derivation.expression import Expression, atoms
from somcost.present.derivation.node import Node, Signature, Signatures, resolved
from somcost.present.derivation.provenance import Sources
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words

MOST_MEMBERS = 12
UNITLESS = ("", "date", "share", "per year", "citizens", "participants")
"""Units that a figure's name or form says already."""


@dataclass(frozen=True, slots=True)
class Step:
    """One figure explained: its title, lines under it, a table of its members, and the steps it came from."""

    title: str
    lines: Sequence[str] = ()
    headings: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    steps: Sequence["Step"] = ()


@dataclass(slots=True)
class Steps:
    """Explains figures, each of them once."""

    words: Words
    numbers: Numbers
    signatures: Signatures = field(default_factory=Signatures)
    names: dict[Signature, str] = field(default_factory=dict)
    told: set[Signature] = field(default_factory=set)
    shown: set[Signature] = field(default_factory=set)
    sources: Sources = field(init=False)

    def __post_init__(self) -> None:
        self.sources = Sources(self.words, self.numbers)

    def of(self, node: Node) -> Step:
        """Explain a node and all it came from."""
        node = resolved(node)
        signature, title = self.signatures.of(node), self._title(node)
        if signature in self.told:
            return Step(self.words.say(N_("{title} (explained above)"), title=title))
        self.told.add(signature)
        if not node.quantity.operation:
            return Step(title, list(self.sources.of(node.quantity)))
        parts = self._parts(node)
        headings, rows = self._members(node, parts)
        rest = len(parts) - MOST_MEMBERS if node.quantity.operation == "stack" else 0
        shown = parts[:MOST_MEMBERS] if rest > 0 else parts
        steps = [self.of(part) for part in shown if not self._is_told_input(part)]
        if rest > 0:
            steps.append(Step(self._more(rest)))
        return Step(title, list(self._formula(node)), headings, rows, steps)

    def _is_told_input(self, node: Node) -> bool:
        return not node.quantity.operation and self.signatures.of(node) in self.told

    def _parts(self, node: Node) -> list[Node]:
        """Give what the node's formula speaks of, each once; those of the same name are numbered."""
        parts = {self.signatures.of(part): part for part in atoms(node)}
        names = {signature: self.words.key(part.quantity.key) for signature, part in parts.items()}
        for signature, name in names.items():
            alike = [each for each, other in names.items() if other == name and parts[each].member is None]
            if len(alike) > 1 and signature in alike:
                self.names.setdefault(signature, f"{name} ({alike.index(signature) + 1})")
        return list(parts.values())

    def name(self, node: Node) -> str:
        """Name a figure, with its member; a number of the formula itself is its own name."""
        if not node.quantity.key:
            return self.figure(node)
        name = self.names.get(self.signatures.of(node)) or self.words.key(node.quantity.key)
        dimension = node.quantity.dimension
        if node.member is None or dimension is None:
            return name
        return f"{name}, {self.words.member(dimension.name, node.group())}"

    def figure(self, node: Node) -> str:
        """Write a figure; one below zero stands in parentheses."""
        text = self.numbers.figure(node.value, node.quantity.unit)
        return f"({text})" if node.value < 0 else text

    def _title(self, node: Node) -> str:
        name, unit = self.name(node), node.quantity.unit
        if node.is_column:
            dimension = node.quantity.dimension
            each = "" if dimension is None else self.words.dimension(dimension.name).lower()
            return self.words.say(N_("{name}, for every {dimension}"), name=name, dimension=each)
        value = self.words.at(bound_at(self.words.assessment, node), self.numbers.figure(node.value, unit))
        if unit == "share":
            return f"{name} = {value} ({self.numbers.percent(node.value, decimals=1)})"
        return f"{name} = {value}" if unit in UNITLESS else f"{name} = {value} {self.words.unit_of(unit, node.value)}"

    def _formula(self, node: Node) -> Iterator[str]:
        if node.is_column and node.quantity.operation == "stack":
            return
        yield Expression(self.words, self.name).of(node)
        if not node.is_column and not any(part.is_column for part in atoms(node)):
            yield f"= {Expression(self.words, self.figure).of(node)}"

    def _members(self, node: Node, parts: Sequence[Node]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        dimension = node.quantity.dimension
        if dimension is None or not node.is_column or node.runs_over_lines or node.quantity.operation == "stack":
            return (), ()
        columns = [part for part in parts if part.is_column and part.quantity.dimension is dimension] + [node]
        signatures = {self.signatures.of(column) for column in columns}
        if signatures <= self.shown or any(column.quantity.unit == "date" for column in columns):
            return (), ()
        self.shown |= signatures
        headings = [self.words.dimension(dimension.name), *map(self.name, columns)]
        names = self.words.members(dimension)[:MOST_MEMBERS]
        rows = [
            [name, *(self.figure(Node(column.quantity, number)) for column in columns)]
            for number, name in enumerate(names)
        ]
        rest = len(dimension) - len(names)
        return headings, [*rows, [self._more(rest)]] if rest > 0 else rows

    def _more(self, rest: int) -> str:
        return self.words.say(N_("… and {count} more"), count=rest)
