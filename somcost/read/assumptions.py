"""Assumption sets from their files: a set built on others, each value knowing where it came from."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from somcost.model.assumptions import Assumption, AssumptionSet, Bound, JobGroup, Source, WageBasis
from somcost.model.scenario import FileRead
from somcost.problems import InputProblems, Location, Problem
from somcost.read.assumption_checks import (
    assumption_sets_are_published,
    job_groups_have_one_wage,
    means_are_not_circular,
    members_are_job_groups,
    new_wages_say_what_is_added,
    overrides_name_known_values,
    sets_do_not_extend_themselves,
    sources_are_listed,
    units_fit_their_key,
    values_have_a_source,
)
from somcost.read.assumption_shapes import (
    UNITS,
    WAGE_KEYS,
    WAGE_UNITS,
    AssumptionSetShape,
    BoundShape,
    JobGroupShape,
    ValueShape,
)
from somcost.read.published import is_path, published_folder, published_ids
from somcost.read.scenario_shapes import ChangedValueShape
from somcost.read.shape_problems import shaped
from somcost.read.uncertainty import distribution_of
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import Document, read_document

BASES: Mapping[str, WageBasis] = {"monthly_wage_cost": "month", "annual_wage_cost": "year", "hourly_wage_cost": "hour"}


@dataclass(slots=True)
class Draft:
    """A set while it is put together."""

    parameters: dict[str, Assumption] = field(default_factory=dict)
    job_groups: dict[str, JobGroup] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    files: list[FileRead] = field(default_factory=list)
    beside: Path = Path()
    chain: tuple[str, ...] = ()


def read_assumptions(
    reference: str, *, beside: Path, named_at: Location | None = None
) -> tuple[AssumptionSet, list[FileRead]]:
    """Read an assumption set (forudsætningssæt) and all it extends.

    Args:
        reference: Id of a published set, or a path relative to `beside`.
        beside: Folder of the file that names it.
        named_at: Where it is named.

    Returns:
        The set, and the files it was read from: named as seen from `beside`, a published one by its own name.

    Raises:
        InputProblems: Anything is wrong with the set or one it extends.
    """
    draft = Draft(beside=beside)
    top = _read(reference, beside, named_at, draft)
    _check_groups(draft)
    if draft.problems:
        raise InputProblems(draft.problems)
    shape, document = top
    return _frozen(shape, document, draft), draft.files


def _frozen(shape: AssumptionSetShape, document: Document, draft: Draft) -> AssumptionSet:
    return AssumptionSet(
        id=shape.id,
        title=shape.title,
        price_level=shape.price_level,
        parameters=MappingProxyType(draft.parameters),
        job_groups=MappingProxyType(draft.job_groups),
        sources=MappingProxyType(draft.sources),
        location=document.place(),
        extends=draft.chain[1:],
    )


def _read(reference: str, beside: Path, named_at: Location | None, draft: Draft) -> tuple[AssumptionSetShape, Document]:
    path = _path(reference, beside, named_at)
    text, content = text_of(path, named_at=named_at)
    document = read_document(text, name=str(path))
    shape = shaped(document, AssumptionSetShape)
    if isinstance(shape, list):
        raise InputProblems([*draft.problems, *shape])
    draft.files.append(FileRead(_file_name(reference, path, draft.beside), hashlib.sha256(content).hexdigest()))
    where = str(path.resolve())
    if where in draft.chain:
        raise InputProblems([sets_do_not_extend_themselves(named_at or document.place(), reference)])
    draft.chain = (*draft.chain, where)
    if shape.extends is not None:
        _read(shape.extends, path.parent, document.place("extends"), draft)
    _Layer(shape, document, draft).lay()
    return shape, document


def _path(reference: str, beside: Path, named_at: Location | None) -> Path:
    if is_path(reference):
        return Path(os.path.normpath(beside / reference))
    if reference not in published_ids():
        raise InputProblems(
            [assumption_sets_are_published(named_at or Location(reference), reference, published_ids())]
        )
    return published_folder() / f"{reference}.yaml"


def _file_name(reference: str, path: Path, beside: Path) -> str:
    return Path(os.path.relpath(path, beside)).as_posix() if is_path(reference) else path.name


@dataclass(slots=True)
class _Layer:
    """One file's values, laid over those of the sets it extends."""

    shape: AssumptionSetShape
    document: Document
    draft: Draft

    def lay(self) -> None:
        for key, source in self.shape.sources.items():
            self.draft.sources[key] = Source(key, **source.model_dump())
        for name in type(self.shape.parameters).model_fields:
            parameter = getattr(self.shape.parameters, name)
            if parameter is not None:
                self._parameter(name, parameter.value, parameter.unit, parameter)
        for name, group in self.shape.job_groups.items():
            self._job_group(name, group)

    def _parameter(self, name: str, value: float, unit: str | None, shape: ValueShape) -> None:
        path = ("parameters", name)
        if unit is None:
            self.draft.problems.append(
                units_fit_their_key(self.document.place(*path), f"parameters.{name}", "no unit", UNITS[name])
            )
        elif unit != UNITS[name]:
            place = self.document.place(*path, "unit")
            self.draft.problems.append(units_fit_their_key(place, f"parameters.{name}", unit, UNITS[name]))
        made = self._assumption((*path, "value"), f"parameters.{name}", value, UNITS[name], shape)
        self.draft.parameters[name] = replace(made, replaced=self.draft.parameters.get(name))

    def _assumption(self, path: tuple[str, ...], key: str, value: float, unit: str, shape: ValueShape) -> Assumption:
        if shape.source is None:
            self.draft.problems.append(values_have_a_source(self.document.place(*path), key))
        elif shape.source not in self.draft.sources:
            place = self.document.place(*path[:2], "source")
            self.draft.problems.append(sources_are_listed(place, key, shape.source, list(self.draft.sources)))
        return Assumption(
            key=key,
            value=value,
            unit=unit,
            location=self.document.place(*path),
            origin=self.shape.id,
            source=self.draft.sources.get(shape.source or ""),
            price_year=shape.price_year if shape.price_year is not None else _year(unit, self.shape.price_level),
            low=_bound(shape.low),
            high=_bound(shape.high),
            distribution=distribution_of(shape.distribution, self.document.place(*path[:2], "distribution")),
            valid_to=shape.valid_to,
            checked=shape.checked,
            note=shape.note,
        )

    def _job_group(self, name: str, shape: JobGroupShape) -> None:
        before = self.draft.job_groups.get(name)
        place = self.document.key_place("job_groups", name)
        stated = [key for key in WAGE_KEYS if getattr(shape, key) is not None]
        if not stated and shape.mean_of is None and before is None:
            self.draft.problems.append(job_groups_have_one_wage(place, f"job_groups.{name}"))
            return
        wage = self._wage(name, stated[0], shape, before) if stated else None
        keeps = not stated and shape.mean_of is None and before is not None
        if stated and before and before.adds and shape.adds is None:
            self.draft.problems.append(new_wages_say_what_is_added(place, f"job_groups.{name}", before.adds))
        self.draft.job_groups[name] = JobGroup(
            id=name,
            label=shape.label or (before.label if before else name),
            location=place,
            wage=before.wage if keeps and before else wage,
            basis=before.basis if keeps and before else BASES[stated[0]] if stated else "month",
            hour_basis=before.hour_basis if keeps and before else shape.hour_basis or "effective",
            mean_of=before.mean_of if keeps and before else tuple(shape.mean_of or ()),
            includes=_said(shape.includes, before.includes if keeps and before else ()),
            adds=_said(shape.adds, before.adds if keeps and before else ()),
            note=shape.note,
        )

    def _wage(self, name: str, key: str, shape: JobGroupShape, before: JobGroup | None) -> Assumption:
        dotted = f"job_groups.{name}.{key}"
        wage = self._assumption(("job_groups", name, key), dotted, getattr(shape, key), WAGE_UNITS[key], shape)
        return replace(wage, replaced=before.wage if before else None)


def _said(words: Sequence[str] | None, before: tuple[str, ...]) -> tuple[str, ...]:
    """Give what is said of a wage; an empty list says that it is nothing."""
    return before if words is None else tuple(words)


def _year(unit: str, price_level: int) -> int | None:
    return price_level if unit.startswith("kr") else None


def _bound(shape: BoundShape | None) -> Bound | None:
    return None if shape is None else Bound(shape.value, shape.reason)


def _check_groups(draft: Draft) -> None:
    for group in draft.job_groups.values():
        for member in group.mean_of:
            if member not in draft.job_groups:
                key = f"job_groups.{group.id}.mean_of"
                draft.problems.append(members_are_job_groups(group.location, key, member, list(draft.job_groups)))
        if group.id in _members(group, draft.job_groups):
            draft.problems.append(means_are_not_circular(group.location, f"job_groups.{group.id}.mean_of", group.id))


def _members(group: JobGroup, groups: Mapping[str, JobGroup]) -> set[str]:
    found: set[str] = set()
    waiting = list(group.mean_of)
    while waiting:
        member = waiting.pop()
        if member not in found and member in groups:
            found.add(member)
            waiting += groups[member].mean_of
    return found


def overridden(
    assumptions: AssumptionSet, changes: Mapping[str, ChangedValueShape], *, document: Document, origin: str
) -> tuple[AssumptionSet, list[Problem]]:
    """Put a scenario's overrides into its set; a key that the set lacks is a problem."""
    parameters, groups = dict(assumptions.parameters), dict(assumptions.job_groups)
    known = {each.key: each for each in _values(assumptions)}
    problems = []
    for key, change in changes.items():
        place = document.place("overrides", key)
        if key not in known:
            group = groups.get(key.split(".")[1]) if key.startswith("job_groups.") else None
            members = () if group is None else group.mean_of
            at = document.key_place("overrides", key)
            problems.append(overrides_name_known_values(at, key, list(known), members))
            continue
        before = known[key]
        source = Source("", change.source) if change.source else None
        made = replace(
            before,
            value=change.value,
            location=document.place("overrides", key, "value") or place,
            origin=origin,
            source=source,
            note=change.note,
            low=None,
            high=None,
            distribution=None,
            valid_to=None,
            checked=None,
            replaced=before,
        )
        stage, name = key.split(".")[:2]
        if stage == "parameters":
            parameters[name] = made
        else:
            groups[name] = replace(groups[name], wage=made)
    changed = replace(assumptions, parameters=MappingProxyType(parameters), job_groups=MappingProxyType(groups))
    return changed, problems


def _values(assumptions: AssumptionSet) -> list[Assumption]:
    wages = [group.wage for group in assumptions.job_groups.values() if group.wage]
    return [*assumptions.parameters.values(), *wages]
