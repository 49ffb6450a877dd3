"""The words of exports for job groups and statuses: those in doubt, and those that only later files hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from somcost.intake.columns import cells_of, rows_of
from somcost.intake.job_groups import Match, matches
from somcost.intake.kind import KINDS, Kind
from somcost.intake.layout import Region
from somcost.intake.said import Said
from somcost.intake.sheet import Sheet
from somcost.intake.statuses import doubts_of_statuses, statuses_of
from somcost.intake.understood import Doubt, Understood
from somcost.model.assumptions import JobGroup
from somcost.read.cells import as_text, quoted


def with_words_of(
    found: Understood, others: Sequence[tuple[Sheet, Region]], groups: Mapping[str, JobGroup], said: Said
) -> Understood:
    """Give what was understood with the words of other exports that are read by the same profile."""
    kind = KINDS[found.profile.kind]
    column = None if kind.worded is None else found.profile.columns.get(kind.worded)
    if column is None or kind.worded is None:
        return found
    cells = (
        as_text(cell).strip()
        for sheet, region in others
        for cell in cells_of(sheet, rows_of(sheet, region), region.column(column.heading))
    )
    words = [word for word in dict.fromkeys(cells) if word and word not in found.groups]
    matched = {
        word: match for word, match in {**matched_words(words, kind, groups), **said.matches()}.items() if word in words
    }
    every = {**found.groups, **matched}
    sure = MappingProxyType({word: match.group for word, match in every.items() if match.is_sure})
    values = MappingProxyType({**found.profile.values, kind.worded: sure})
    doubts = [*found.doubts, *doubts_of_words(words, matched, kind, groups)]
    return replace(found, groups=every, profile=replace(found.profile, values=values), doubts=doubts)


def matched_words(words: Iterable[str], kind: Kind, groups: Mapping[str, JobGroup]) -> dict[str, Match]:
    """Give for each word of a kind's worded column the job group or the status that it is most like."""
    return statuses_of(words) if kind.worded == "status" else matches(words, groups)


def doubts_of_words(
    words: Iterable[str], matched: Mapping[str, Match], kind: Kind, groups: Mapping[str, JobGroup]
) -> Iterator[Doubt]:
    """Ask for what is meant by words that are like none, or not surely like one."""
    if kind.worded == "status":
        return doubts_of_statuses(words, matched)
    return doubts_of_groups(words, matched, groups)


def doubts_of_groups(
    words: Iterable[str], matched: Mapping[str, Match], groups: Mapping[str, JobGroup]
) -> Iterator[Doubt]:
    """Ask for the job groups of words that are like none, or not surely like one."""
    for word in words:
        match = matched.get(word)
        if match is None:
            found = f"{quoted(word)} is like no job group of the assumption set"
            yield Doubt("values.job_group", found, f"The set has {', '.join(groups)}.", word)
        elif not match.is_sure:
            yield Doubt("values.job_group", f"{quoted(word)} may be {match.group}", "Say which job group it is.", word)
