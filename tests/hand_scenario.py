"""A scenario small enough for a pocket calculator.

Rates: 12 × 40,000 × 1.25 / 1,500 = 400 kr an hour for `leder`, 12 × 30,000 × 1.25 / 1,500 = 300 for `medarbejder`.
Wages: 100 hours × 400 + 50 hours × 300 = 55,000; with 5,000 of expenses 60,000 in twelve months.
Twelve citizens: 5,000 each; four months each: 1,250 a month.
"""

from pathlib import Path

ASSUMPTIONS = """\
schema: somcost/assumptions@1
id: hand
title: Regnet i hånden
price_level: 2019
sources:
  loen: {title: Lønstatistik, publisher: Kontoret, date: 2019, locator: tabel 1}
parameters:
  annual_hours_norm: {value: 1500, unit: hours/year, source: loen}
  overhead: {value: 0.25, unit: share, source: loen, note: Aftalt}
  hours_per_day: {value: 7.5, unit: hours/day, source: loen}
job_groups:
  leder: {label: Leder, monthly_wage_cost: 40000, source: loen}
  medarbejder: {label: Medarbejder, monthly_wage_cost: 30000, source: loen}
  par: {label: Par, mean_of: [leder, medarbejder]}
"""
SCENARIO = """\
schema: somcost/scenario@1
id: haand
title: Regnet i hånden [kontrol]
origin: illustrative
notes: [Kun til prøve.]
assumptions: hand.yaml
window: {start: 2019-01-01, end: 2019-12-31}
time_registrations: time.csv
expenses: expenses.csv
participants: {count: 12, months_each: 4}
sensitivity: {wages: [0.10], participants: [15]}
alternative: {label: Andet tilbud, cost_per_year: 7500, source: Budget 2019}
start_up:
  training: [{job_group: leder, persons: 2, days: 3, fee_each: 500, label: Kursus}]
  expenses: [{label: Bord, amount: 1000}]
"""
TIME = "date,job_group,hours,employee,activity,phase,with_citizen\n" + "".join(
    [f"2019-{month:02}-04,leder,10,m17,Samtale,start,ja\n" for month in range(1, 11)]
    + [f"2019-{month:02}-05,medarbejder,10,m4,=Møde,slut,nej\n" for month in range(1, 6)]
)
EXPENSES = "date,amount,category\n2019-02-01,3000,Kørsel\n2019-12-31,2000,\n"


def write_hand_scenario(folder: Path, *, more: str = "", without: str = "") -> Path:
    """Write the files, `more` lines at the end of the scenario and `without` a line that starts so.

    One citizen is enough, unless `more` says other settings.
    """
    lines = [line for line in SCENARIO.splitlines() if not without or not line.startswith(without)]
    (folder / "hand.yaml").write_text(ASSUMPTIONS, encoding="utf-8")
    (folder / "time.csv").write_text(TIME, encoding="utf-8")
    (folder / "expenses.csv").write_text(EXPENSES, encoding="utf-8")
    settings = "" if "settings:" in more else "settings: {fewest_citizens: 1}\n"
    path = folder / "scenario.yaml"
    path.write_text("\n".join([*lines, more.rstrip("\n"), settings]), encoding="utf-8")
    return path
