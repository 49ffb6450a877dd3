"""The words of exports for job groups: those in doubt, and those that only later files hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from somcost.intake.columns import cells_of, rows_of
from somcost.intake.job_groups import Match, matches
from somcost.intake.layout import Region
from somcost.intake.said import Said
from somcost.intake.sheet import Sheet
from somcost.intake.understood import Doubt, Understood
from somcost.model.assumptions import JobGroup
from somcost.read.cells import as_text, quoted


def with_words_of(
    found: Understood, others: Sequence[tuple[Sheet, Region]], groups: Mapping[str, JobGroup], said: Said
) -> Understood:
    """Give what was understood with the words for job groups of other exports that are read by the same profile."""
    column = found.profile.columns.get("job_group")
    if column is None:
        return found
    cells = (
        as_text(cell).strip()
        for sheet, region in others
        for cell in cells_of(sheet, rows_of(sheet, region), region.column(column.heading))
    )
    words = [word for word in dict.fromkeys(cells) if word and word not in found.groups]
    matched = {word: match for word, match in {**matches(words, groups), **said.matches()}.items() if word in words}
    every = {**found.groups, **matched}
    sure = MappingProxyType({word: match.group for word, match in every.items() if match.is_sure})
    values = MappingProxyType({**found.profile.values, "job_group": sure})
    doubts = [*found.doubts, *doubts_of_groups(words, matched, groups)]
    return replace(found, groups=every, profile=replace(found.profile, values=values), doubts=doubts)


def doubts_of_groups(
    words: Iterable[str], matched: Mapping[str, Match], groups: Mapping[str, JobGroup]
) -> Iterator[Doubt]:
    """Ask for the job groups of words that are like none, or not surely like one."""
    for word in words:
        match = matched.get(word)
        if match is None:
            found = f"{quoted(word)} is like no job group of the assumption set"
            yield Doubt("values.job_group", found, f"The set has {', '.join(groups)}.")
        elif not match.is_sure:
            yield Doubt("values.job_group", f"{quoted(word)} may be {match.group}", "Say which job group it is.")
