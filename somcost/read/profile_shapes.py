"""What a person may type in an import profile."""

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, model_validator

from somcost.model.profiles import MEANINGS, DurationForm, Meaning, PeriodForm
from somcost.model.tables import STATUSES
from somcost.read.shapes import Identifier, Shape, Text, Word, Year
from somcost.read.uncertainty_shapes import misfit

PERIODS = get_args(PeriodForm)
DAYS = ("dd-mm-yyyy", "mm-dd-yyyy", "yyyy-mm-dd", "dd-mm-yy", "serial", "typed")
DURATIONS = get_args(DurationForm)
Form = Literal[PeriodForm, DurationForm]
FORMS: dict[str, tuple[str, ...]] = {
    "date": PERIODS,
    "hours": DURATIONS,
    "pause": DURATIONS,
    "start": DAYS,
    "end": DAYS,
}
"""The forms that each column may have; the first stands where none is stated, and other columns have none."""
ACROSS: dict[str, tuple[str, ...]] = {"registrations": ("period", "job_group"), "expenses": ("period",)}
"""What may stand across each kind of export."""
NEEDED: dict[str, tuple[tuple[Meaning, ...], ...]] = {
    "citizens": (("id",), ("start",)),
    "expenses": (("date",), ("amount", "debit")),
}
"""Columns of which a profile of citizens or expenses has one of each."""


class ColumnReadShape(Shape):
    """A column that is read."""

    heading: Text = Field(description="Its heading; those of several header rows joined with blanks.")
    form: Form | None = Field(None, description="How its cells are written: of dates, hours and pauses.")


def _column(value: Any) -> Any:
    return value if isinstance(value, dict) else {"heading": value}


AnyColumnRead = Annotated[ColumnReadShape, BeforeValidator(_column, json_schema_input_type=str | ColumnReadShape)]


def _sheets(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


AnySheets = Annotated[list[Text], BeforeValidator(_sheets, json_schema_input_type=Text | list[Text])]


class AcrossShape(Shape):
    """What stands across, a column for each, with the hours in the cells."""

    over: Literal["period", "job_group"] = Field(description="Periods or job groups.")
    form: Form | None = Field(None, description="How the periods in the headings are written.")
    hours: Literal["decimal", "clock", "words", "minutes", "mixed", "h.mm"] = Field(
        "decimal", description="How the hours in the cells are written."
    )


class ProfileShape(Shape):
    """An import profile (indlæsningsprofil): how an export is to be read."""

    schema_: Literal["somcost/import@1"] = Field(alias="schema", description="The kind and version of the file.")
    id: Identifier = Field(description="The profile's name.")
    kind: Literal["registrations", "citizens", "expenses"] = Field(
        "registrations", description="What kind of export it is."
    )
    columns: dict[Meaning, AnyColumnRead] = Field(description="What is read → the column's heading, and its form.")
    across: AcrossShape | None = Field(None, description="What stands across, where anything does.")
    values: dict[Meaning, dict[Word, Word]] = Field(default={}, description="Column → the export's word → ours.")
    decimal: Literal[",", "."] | None = Field(None, description="The decimal mark of numbers that are text.")
    year: Year | None = Field(None, description="The year of periods that do not say it.")
    fill_down: list[Meaning] = Field(default=[], description="Columns of which a blank cell repeats the one above.")
    ignored: list[Text] = Field(default=[], description="Headings of columns with numbers that are left out.")
    re_entries: Literal["merged", "counted"] | None = Field(
        None, description="Whether several stays of a citizen are one, or count each."
    )
    sign: Literal["costs-positive", "costs-negative"] | None = Field(
        None, description="How costs are written: positive or negative."
    )
    credits: Literal["unsigned", "signed"] | None = Field(
        None, description="Whether credits have a minus beside the column that tells them."
    )
    vat: Literal["in", "out"] | None = Field(None, description="Whether the amounts that are written hold VAT.")
    amounts_are: Literal["with-vat", "without-vat"] | None = Field(
        None, description="Whether the export's amounts hold VAT."
    )
    amounts_in: Literal["kr", "thousands", "millions"] | None = Field(
        None, description="Whether the export's amounts are kr, or thousands or millions of them."
    )
    sums: Literal["keep", "drop"] | None = Field(
        None, description="Whether rows that may be sums of others count, or are left out."
    )
    sheet: AnySheets = Field([], description="The sheet of a workbook, or several that are read alike.")
    encoding: Text | None = Field(None, description="The encoding of a text file.")
    delimiter: Text | None = Field(None, description="The character between the cells of a text file.")

    @model_validator(mode="after")
    def _columns_fit(self) -> "ProfileShape":
        for meaning in [*self.columns, *self.values, *self.fill_down]:
            if meaning not in MEANINGS[self.kind]:
                misfit(f"names {meaning}, which {self.kind} have not", f"They have {listed(MEANINGS[self.kind])}.")
        for either in NEEDED.get(self.kind, ()):
            if self.columns.keys().isdisjoint(either) and self.across is None:
                misfit(f"names no column of {either[0]}", f"Exports of {self.kind} have {' or '.join(either)}.")
        if "amount" in self.columns and not self.columns.keys().isdisjoint(("debit", "credit")):
            misfit("names amounts beside debit or credit", "Name amount, or debit and credit.")
        if self.across is not None and self.kind not in ACROSS:
            misfit("says that something stands across a list of citizens", "Leave across out.")
        if self.across is not None and self.across.over not in ACROSS[self.kind]:
            misfit("says that job groups stand across expenses", "Periods may.")
        for status in self.values.get("status", {}).values():
            if status not in STATUSES:
                misfit(f"maps a word to the status {status}", f"A status is {listed(STATUSES)}.")
        return self

    @model_validator(mode="after")
    def _forms_fit(self) -> "ProfileShape":
        for meaning, column in self.columns.items():
            allowed = FORMS.get(meaning, ())
            if column.form is not None and column.form not in allowed:
                misfit(f"says that {meaning} is written as {column.form}", f"It may be {listed(allowed)}.")
        if self.across is not None and self.across.over == "period" and self.across.form not in PERIODS:
            misfit(
                "says that periods stand across, and not how they are written", f"Its form may be {listed(PERIODS)}."
            )
        return self


def listed(forms: tuple[str, ...]) -> str:
    """List the forms that a column may have."""
    return ", ".join(forms) if forms else "without a form"
