"""The words of the data quality report: its parts, choices and reasons."""

from collections.abc import Mapping
from typing import Literal

from somcost.analyse.quality.doubts import Choice
from somcost.analyse.quality.duplicates import TableName
from somcost.analyse.quality.months import NotJudged
from somcost.analyse.quality.outlier import NotKnown
from somcost.analyse.quality.stops import End
from somcost.model.standing import Standing
from somcost.present.language import N_

PARTS: Mapping[str, str] = {
    "far_months": N_("Months far from the others"),
    "stops": N_("Sudden stops and late starts"),
    "outliers": N_("Outliers"),
    "duplicates": N_("Rows alike in every column"),
    "doubts": N_("Doubtful choices"),
    "set_aside": N_("Reasons to set rows aside"),
}
TABLES: Mapping[TableName, str] = {
    "time_registrations": N_("Time registrations"),
    "expenses": N_("Expenses"),
}
AMOUNTS: Mapping[str, str] = {"hours": N_("Hours"), "kr": N_("kr.")}
ENDS: Mapping[End, str] = {"stop": N_("last hours"), "late_start": N_("first hours")}
REASONS: Mapping[Standing | Literal["observed"], str] = {
    "outside_window": N_("outside the window"),
    "inside_gap": N_("inside a gap"),
    "after_registered_to": N_("after the day the month was registered to"),
}
CHOICES: Mapping[Choice, str] = {
    "scaled_months": N_("Months scaled up"),
    "dated_by_month": N_("Rows dated by month only"),
    "mean_wages": N_("Wages that are a mean of others'"),
    "overridden_values": N_("Values the scenario overrides"),
    "outdated_values": N_("Values past their last day"),
    "unchecked_values": N_("Values not checked for long, or never"),
    "credits": N_("Negative amounts kept as credits"),
    "no_price_year": N_("Expenses without a price year"),
    "duplicates": N_("Rows alike, after the first"),
    "outliers": N_("Outliers"),
    "far_months": N_("Months far from the others"),
}
UNKNOWN: Mapping[NotJudged | NotKnown, str] = {
    "no_registrations": N_("not known, no hours are registered"),
    "group_courses": N_("not judged, group courses come in no even flow"),
    "too_few_months": N_("not judged, too few months are observed"),
    "no_employee_by_day": N_("not known, no row names both an employee and a day"),
    "every_row_names_employee": N_("every row names an employee"),
    "no_case": N_("not known, no row names a case"),
    "too_few_cases": N_("not judged, too few cases have hours"),
    "read_as_sums": N_("not judged, the registrations were read as sums; --engine rows judges every row"),
}
