"""What dimensions, members, units, checks and caveats are called."""

from somcost.present.language import N_

DIMENSIONS = {
    "job_group": N_("Job group"),
    "price_year": N_("Price year"),
    "month": N_("Month"),
    "activity": N_("Activity"),
    "phase": N_("Phase"),
    "with_citizen": N_("Contact"),
    "site": N_("Site"),
    "course": N_("Group course"),
    "category": N_("Category"),
    "status": N_("Status"),
    "case": N_("Case"),
    "employee": N_("Employee"),
    "year": N_("Year"),
    "enrolled_year": N_("Year"),
    "discharged_year": N_("Year"),
    "training": N_("Training"),
    "start_up_expense": N_("Start-up expense"),
    "step": N_("Unit"),
    "team": N_("Teams that start"),
    "plan_line": N_("Line"),
    "plan_year": N_("Year"),
    "plan_category": N_("Category"),
    "plan_driver": N_("Cost driver"),
    "use_year": N_("Year of use"),
    "institution": N_("Institution"),
    "registration": N_("Time registration"),
    "expense": N_("Expense"),
    "citizen": N_("Citizen"),
    "staff": N_("Full-time staff"),
}

SHORT_CATEGORIES = {
    "preparation": N_("Preparation"),
    "training": N_("Training"),
    "operation": N_("Operation"),
    "investment": N_("Materials"),
    "grant": N_("Grants"),
    "saved": N_("Saved"),
}
"""Categories above the columns of a table that has one for each."""

MEMBERS = {
    "preparation": N_("Preparation"),
    "training": N_("Training of employees"),
    "operation": N_("Operation"),
    "investment": N_("Investment in materials"),
    "grant": N_("Grants"),
    "saved": N_("Saved expenses"),
    "residual_value": N_("Residual value"),
    "wages": N_("Wages"),
    "start_up": N_("Start-up cost"),
    "with_citizen": N_("With citizen"),
    "without_citizen": N_("Without citizen"),
    "not_stated": N_("Not stated"),
    "other_expenses": N_("Other expenses"),
    "enrolled": N_("Enrolled"),
    "discharged": N_("Discharged"),
    "completed": N_("Completed"),
}
"""Members of the dimensions that are ours, not the user's."""

DRIVERS = {
    "intervention": N_("The intervention"),
    "institution": N_("Institutions"),
    "team": N_("Teams"),
    "employee": N_("Employees"),
    "course": N_("Courses"),
    "session": N_("Sessions"),
    "participant": N_("{many}"),
}
"""What a line of a plan follows."""
MORE = {"participant": N_("more {many}"), "course": N_("more courses"), "team": N_("more teams")}
"""What a margin of a plan is the cost of."""
TIMINGS = {
    "once": N_("{what}, those that start"),
    "yearly": N_("{what}, each year"),
    "paid": N_("{what}, those being paid over {life} years"),
}
"""When a line of a plan falls."""

UNITS = {
    "kr": N_("kr."),
    "kr/year": N_("kr. a year"),
    "kr/month": N_("kr. a month"),
    "kr/hour": N_("kr. an hour"),
    "share": N_("share"),
    "hours": N_("hours"),
    "hours/year": N_("hours a year"),
    "hours/day": N_("hours a day"),
    "months": N_("months"),
    "days": N_("days"),
    "date": N_("date"),
    "per year": N_("a year"),
    "citizens": N_("number"),
    "participants": N_("participants"),
    "persons": N_("persons"),
    "person-years": N_("person-years"),
    "fte": N_("full-time equivalents"),
    "years": N_("years"),
    "units": N_("units"),
    "factor": "",
    "index": N_("index"),
    "teams": N_("teams"),
    "courses": N_("courses"),
    "sessions": N_("sessions"),
    "institutions": N_("institutions"),
    "": "",
}

ONE = {
    "hours": N_("hour"),
    "months": N_("month"),
    "days": N_("day"),
    "persons": N_("person"),
    "units": N_("unit"),
    "sessions": N_("session"),
    "institutions": N_("institution"),
}
"""Units behind the number one, where that is another word."""

CHECKS = {
    "hours": N_("Hours in = hours costed + hours set aside"),
    "lines": N_("Sum of the cost lines = collected cost"),
    "months": N_("Sum of the months = collected cost"),
    "courses": N_("Sum of the courses = collected cost"),
    "staff": N_("Sum of the job groups = wage cost of full-time staff"),
    "plan_years": N_("Sum of the years = total"),
    "plan_categories": N_("Sum of the categories less residual value = total"),
    "plan_institutions": N_("Sum of the institutions = total"),
    "handover": N_("Sum of the years' cost per {one} = cost per {one}"),
    "waterfall": N_("First + all parts = second"),
    "sensitivity": N_("Sensitivity, as calculated = result"),
    "break_even": N_("Result at break-even = target"),
}

ESTIMATES = {"": N_("Registered"), "courses": N_("Group courses"), "full_time": N_("Full-time staff")}

CHANGES = {
    "wages": N_("Change of all wages"),
    "participants": N_("{many} a year"),
    "course_size": N_("Participants per course"),
}

ORIGINS = {
    "observed": N_("registered data"),
    "reconstructed": N_("reconstructed data – not the original registrations"),
    "illustrative": N_("illustrative data"),
}

CAVEATS = {
    "enough-months-are-observed": N_("Only {months} months are observed; a year's cost rests on part of a year."),
    "enough-participants-take-part": N_("Few {many} take part; the cost per {one} depends much on each of them."),
    "events-are-many-enough": N_("Fewer than {fewest} were enrolled, discharged or completed: that cost is not shown."),
    "small-courses-are-hidden": N_(
        "Figures of courses with few {many}, and those the totals would tell them by, are not shown."
    ),
    "expenses-are-given": N_("No other expenses are stated; they count as 0 and the cost may be too low."),
}
"""Warnings that stand as caveats beside the result."""
