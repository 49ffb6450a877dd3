"""A proposed plan as a file, with what to look at when it is adjusted."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from somcost.ambiguous import THOUSANDS, both_readings
from somcost.analyse.assessment import Assessment
from somcost.analyse.proposed import Proposed, ProposedLine
from somcost.model.assumptions import Assumption
from somcost.present.language import N_
from somcost.present.plan_notes import notes_of
from somcost.present.words import Words
from somcost.read.plan import SCHEMA
from somcost.read.published import is_path

YEARS = 5
"""The usual horizon."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A proposed plan on its way to a file.

    Attributes:
        beside: The folder that paths in the file start from.
    """

    assessment: Assessment
    proposed: Proposed
    words: Words
    beside: Path
    years: int = YEARS

    def text(self) -> str:
        """Write the plan as the text of its file."""
        notes = "".join(f"# {note}\n" for note in self._above())
        return notes + yaml.dump(self._plain(), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)

    def _above(self) -> Iterator[str]:
        scenario = self.assessment.inputs.scenario
        yield self.words.say(N_("Proposed from the scenario {id}: {title}."), id=scenario.id, title=scenario.title)
        yield self.words.say(N_("Adjust the numbers to where the intervention is to run, and say where they are from."))

    def _plain(self) -> dict[str, Any]:
        scenario, found = self.assessment.inputs.scenario, self.proposed
        plain: dict[str, Any] = {
            "schema": SCHEMA,
            "id": f"{scenario.id}-plan",
            "title": self.words.say(N_("{title}, planned"), title=scenario.title),
            "origin": scenario.origin,
            "notes": [*notes_of(self.assessment, found, self.words), *scenario.notes],
            "assumptions": self._reference(scenario.assumptions),
            "overrides": dict(self._overrides()),
            "price_level": self._price_level(),
            "unit": {"one": scenario.unit.one, "many": scenario.unit.many} if scenario.unit.one else None,
            "intervention": {"horizon": self.years},
            "participants": {"completion_rate": found.completion_rate},
            "lines": self._lines(),
        }
        if found.courses is not None:
            size, per_year = found.courses
            plain["intervention"] |= {"course_length": 1.0, "courses_per_year": per_year}
            plain["participants"]["per_course"] = size
        elif found.participants is not None:
            plain["participants"]["per_team"] = found.participants
        if found.courses is None and found.participants is None:
            plain["participants"] = {}
        plain["participants"] = _stated(plain["participants"])
        return _stated(plain)

    def _reference(self, reference: str) -> str:
        if not is_path(reference):
            return reference
        own = Path(self.assessment.inputs.scenario.location.file).parent / reference
        found = Path(os.path.relpath(own, self.beside)).as_posix()
        return found if "/" in found else f"./{found}"

    def _overrides(self) -> Iterator[tuple[str, float]]:
        """Give the assumptions that the scenario itself replaced."""
        inputs = self.assessment.inputs
        wages = (group.wage for group in inputs.assumptions.job_groups.values())
        stated: tuple[Assumption | None, ...] = (*inputs.assumptions.parameters.values(), *wages)
        for value in stated:
            if value is not None and value.replaced is not None and value.origin == inputs.scenario.id:
                yield value.key, value.value

    def _price_level(self) -> dict[str, Any] | None:
        """Give the price level that the scenario was brought to, so that wages are brought there too."""
        prices = self.assessment.inputs.prices
        if prices is None:
            return None
        named = {"wages": "wage_rate", "other_expenses": "price_rate"}
        stated = self.assessment.inputs.scenario.price_level
        index = prices.index.id if stated is None or stated.index is None else self._reference(stated.index)
        return {
            "year": self.assessment.inputs.assumptions.price_level,
            "index": index,
            **{str(kind): series for kind, series in prices.series.items()},
            **{named[kind]: rate for kind, rate in prices.rates.items()},
        }

    def _lines(self) -> dict[str, Any]:
        lines: dict[str, Any] = {}
        for line in self.proposed.lines:
            name = line.category if not line.of else f"{line.category}_{line.of}"
            number = sum(known.rpartition("_")[0] == name for known in lines) + 1
            lines[f"{name}_{number}"] = _stated(self._line(line))
        return lines

    def _line(self, line: ProposedLine) -> dict[str, Any]:
        year = None if self.assessment.inputs.prices is None else self.assessment.inputs.assumptions.price_level
        return {
            "label": self._label(line),
            "category": line.category,
            "driver": line.driver,
            "timing": line.timing,
            "job_group": line.of or None,
            "hours": line.hours,
            "quantity": line.quantity,
            "price": line.price,
            "price_year": year if line.price is not None else None,
            "source": self.words.say(N_("Observed: {title}"), title=self.assessment.inputs.scenario.title),
        }

    def _label(self, line: ProposedLine) -> str:
        parts = [self.words.member("job_group", line.of) if line.of else "", line.beside or ""]
        if line.category == "training":
            kind = N_("Fee, {group}") if line.who else N_("Training, {group}")
            parts[0] = self.words.say(kind, group=self.words.member("job_group", line.who or line.of))
        if line.category == "operation" and not line.of and line.beside is None:
            parts = [self.words.member("", "other_expenses")]
        return ", ".join(part for part in parts if part)


def _stated(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if value is not None and value not in ({}, [])}


class _Dumper(yaml.SafeDumper):
    """Writes what the project's own reader takes for the same: texts that could be anything else in quotes."""


def _number(dumper: yaml.SafeDumper, number: float) -> yaml.ScalarNode:
    """Write a number so that its decimals are not taken for thousands: 12.500 as 12.5000."""
    node = dumper.represent_float(number)
    if THOUSANDS.fullmatch(node.value):
        node.value = both_readings(node.value)[1]
    return node


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    plain = text.replace("_", "").replace("-", "").isalpha() or text == SCHEMA
    doubtful = text.lower() in ("true", "false", "null", "yes", "no", "on", "off", "ja", "nej")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if plain and not doubtful else '"')


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)
