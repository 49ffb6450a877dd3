"""What keys with a name of the user's in them are called."""

from somcost.present.language import N_

PATTERNS = {
    r"job_groups\.(.+)\.monthly_wage_cost": N_("Monthly wage cost, {0}"),
    r"job_groups\.(.+)\.annual_wage_cost": N_("Wage cost per year, {0}"),
    r"job_groups\.(.+)\.hourly_wage_cost": N_("Wage cost per hour, {0}"),
    r"participants\.enrolled\.(\d+)": N_("Enrolled in {0}"),
    r"participants\.discharged\.(\d+)": N_("Discharged in {0}"),
    r"window\.observed\.(\d+)\.start": N_("Observed period {0}: first day"),
    r"window\.observed\.(\d+)\.end": N_("Observed period {0}: last day"),
    r"variants\.(.+)\.window\.observed\.(\d+)\.start": N_("{0}, observed period {1}: first day"),
    r"variants\.(.+)\.window\.observed\.(\d+)\.end": N_("{0}, observed period {1}: last day"),
    r"variants\.(.+)\.window\.start": N_("{0}: first day"),
    r"variants\.(.+)\.window\.end": N_("{0}: last day"),
    r"window\.part_months\.(\d+)\.factor": N_("Factor of a part month"),
    r"courses\.list\.(.+)\.participants": N_("Participants of course {0}"),
    r"sensitivity\.wages\.(\d+)": N_("Change of all wages"),
    r"sensitivity\.participants\.(\d+)": N_("{many} a year"),
    r"sensitivity\.course_size\.(\d+)": N_("Participants per course"),
    r"start_up\.training\.(\d+)\.persons": N_("Persons"),
    r"start_up\.training\.(\d+)\.days": N_("Days"),
    r"start_up\.training\.(\d+)\.fee_each": N_("Fee per person"),
    r"start_up\.expenses\.(\d+)\.amount": N_("Start-up expense"),
    r"cost_behaviour\.(\d+)\.capacity": N_("{many} per unit"),
    r"in_(.+)": N_("In {0} (1/0)"),
}
"""Keys with a name of the user's in them."""
