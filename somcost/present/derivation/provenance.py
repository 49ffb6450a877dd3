"""Where an input comes from, in words: source and place, or files and rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from somcost.cost.quantity import Derived, Quantity, Rows
from somcost.model.assumptions import Assumption, Source
from somcost.model.scenario import Stated
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words, written_key
from somcost.problems import Location
from somcost.read.published import published_folder

DERIVED = {
    "calendar": N_("From the calendar"),
    "full_time_staff": N_("From the periods of the full-time staff"),
    "month registered whole": N_("The month is registered whole"),
    "no expenses stated": N_("No expenses are stated"),
    "no training stated": N_("No training is stated"),
    "no start-up expenses stated": N_("No start-up expenses are stated"),
    "few participants": N_("Few took part in some of the courses: how it came about is not shown"),
    "few events": N_("Few were enrolled, discharged or completed: the days of each are not shown"),
    "settings": N_("Rows that the scenario's settings say to drop"),
    "timetable": N_("From the years that teams start in and the length of a course"),
    "nothing begins in a steady year": N_("Nothing of its kind begins in a year in steady operation"),
    "lifetime": N_("From the lifetime"),
    "institutions described": N_("As many as the plan describes"),
    "no employees stated": N_("No employees of the type are stated"),
    "an equal part for each institution": N_("The same for every institution"),
    "none in the year": N_("None in the year"),
    "one team from the first year": N_("No teams are stated: one from the first year"),
    "the intervention itself": N_("The intervention itself"),
    "no hours stated": N_("No hours are stated"),
    "one where no quantity is stated": N_("No quantity is stated: one"),
    "sign": N_("1 for a cost, -1 for a grant or a saved expense"),
    "years of the lines": N_("1 for a line that falls in the year, otherwise 0"),
    "no scrap value stated": N_("No scrap value is stated"),
    "no lifetime of the line": N_("The line is no investment with a lifetime and a residual value"),
    "no investment with a lifetime": N_("No investment has a lifetime"),
    "nothing is discounted yet": N_("Nothing is discounted yet"),
    "drivers": N_("1 for lines that follow it, otherwise 0"),
    "recurring": N_("1 for what is bought again every year, otherwise 0"),
    "start-up of a plan": N_("1 for what is bought once for a beginning, otherwise 0"),
    "intervention.horizon": N_("The plan's horizon"),
    "cost_behaviour": N_("From the scenario's cost_behaviour: 1 for variable lines, 0 for fixed"),
}
"""What the engine reads off its inputs without a formula."""


def place(location: Location) -> str:
    """Name a file and line; a published set by its file's name, wherever the program is installed."""
    path = Path(location.file)
    file = path.name if path.is_relative_to(published_folder()) else location.file
    return f"{file}:{location.line}" if location.line else file


@dataclass(slots=True)
class Sources:
    """Says where inputs come from; a source is said in full the first time, and by its title afterwards."""

    words: Words
    numbers: Numbers
    told: set[Source] = field(default_factory=set)

    def of(self, quantity: Quantity) -> Iterator[str]:
        """Say where an input comes from, a line for each thing to say."""
        origin, say = quantity.provenance, self.words.say
        if isinstance(origin, Assumption):
            yield from self._assumption(origin)
        elif isinstance(origin, Stated):
            if origin.source:
                yield say(N_("Source: {source}"), source=origin.source)
            yield say(N_("Stated in {place}: {key}"), place=place(origin.location), key=written_key(origin))
        elif isinstance(origin, Rows):
            rows = self.numbers.plain(origin.count)
            yield say(N_("Read from {files}: {rows} rows"), files=", ".join(origin.files), rows=rows)
        elif isinstance(origin, Derived):
            yield say(DERIVED.get(origin.words, origin.words))

    def _assumption(self, assumption: Assumption) -> Iterator[str]:
        say = self.words.say
        if assumption.source is not None:
            yield say(N_("Source: {source}"), source=self._source(assumption.source))
        where = place(assumption.location)
        yield say(N_("Stated in {place}: {key}"), place=where, key=assumption.key)
        before = assumption.replaced
        while before is not None:
            value = self.numbers.figure(before.value, before.unit)
            yield say(N_("Replaces {value} from {place}"), value=value, place=place(before.location))
            before = before.replaced
        if assumption.note:
            yield say(N_("Note: {note}"), note=assumption.note)

    def _source(self, source: Source) -> str:
        if source in self.told:
            return self.words.say(N_("{title} (as above)"), title=source.title)
        self.told.add(source)
        return self.words.source(source)
