"""What stands below the costs: shares, courses, start-up, the alternative, what adds up and what was left out."""

from collections.abc import Iterator, Mapping, Sequence

from somcost.cost.quantity import Quantity
from somcost.present.language import N_
from somcost.present.terminal.view import MISSING, Block, Lines, Table, View

HOURS = "hours"
SHARES_WIDTH = 46
"""What is left of 80 columns beside the names of the ways to divide the cost."""


def caveat_blocks(view: View) -> Iterator[Block]:
    """Give what to bear in mind."""
    caveats = view.words.reservations()
    if caveats:
        yield Lines(view.words.say(N_("Bear in mind")), [("", caveat) for caveat in caveats])


def alternative_blocks(view: View) -> Iterator[Block]:
    """Set the alternative beside the cost per participant."""
    alternative = view.figures["alternative"]
    if alternative is None:
        return
    say, cost = view.words.say, view.figures["results"]["cost_per_participant"]
    rows = [[view.words.alternative(), view.figure("", alternative["cost_per_year"])]]
    if cost is not None:
        rows.insert(0, [view.words.key("cost_per_participant"), view.figure("", cost)])
    source = alternative["source"]
    notes = [say(N_("Source of the alternative: {source}."), source=source)] if source else []
    yield Table(view.heading(say(N_("Held against"))), ["", say(N_("kr."))], rows, notes)


def share_blocks(view: View) -> Iterator[Block]:
    """Give the shares of collected cost, a line for each way of dividing it."""
    shares = view.figures["shares"]
    say, dimension = view.words.say, view.words.dimension
    contact = {key: share for key, share in shares.items() if not isinstance(share, Mapping)}
    title, beside = say(N_("Shares of the collected cost")), {"other_expenses": contact.get("other_expenses")}
    ways = {
        dimension("with_citizen"): _parts(view, "with_citizen", contact),
        dimension("phase"): _parts(view, "phase", shares["phase"]),
        dimension("activity"): _parts(view, "activity", {**shares["activity"], **beside}),
        dimension("job_group"): _parts(view, "job_group", {**shares["job_group"], **beside}),
    }
    lines = [(name, _filled(parts)) for name, parts in ways.items() if parts]
    if lines:
        yield Lines(f"{title} ({view.price_level()})", lines)


def _filled(parts: Sequence[str]) -> str:
    """Set parts side by side, and on a new line where they grow long: a number stays beside its name."""
    lines = [""]
    for part in parts:
        if lines[-1] and len(lines[-1]) + len(part) > SHARES_WIDTH:
            lines.append("")
        lines[-1] += f" · {part}" if lines[-1] else part
    return "\n".join(lines)


def _parts(view: View, dimension: str, shares: Mapping[str, float | None]) -> list[str]:
    known = {member: share for member, share in shares.items() if share}
    if dimension != "with_citizen":
        known = dict(sorted(known.items(), key=lambda each: -each[1]))
    if set(known) <= {"not_stated", "other_expenses"}:
        return []
    return [
        f"{view.words.member('' if member == 'other_expenses' else dimension, member)} {view.numbers.percent(share)}"
        for member, share in known.items()
    ]


def course_blocks(view: View) -> Iterator[Block]:
    """Give the group courses."""
    courses = view.figures["courses"]
    if courses:
        say, key = view.words.say, view.words.key
        rows = [
            [
                course["id"],
                MISSING if course["participants"] is None else view.numbers.count(course["participants"]),
                view.figure("", course["cost"]),
                view.figure("", course["cost_per_participant"]),
            ]
            for course in courses
        ]
        names = [say(N_("Group course")), key("participants"), say(N_("Cost")), say(N_("Per {one}"))]
        yield Table(view.heading(say(N_("Group courses"))), names, rows)


def start_up_blocks(view: View) -> Iterator[Block]:
    """Give the start-up cost."""
    results = view.figures["results"]
    keys = [key for key in ("start_up_cost", "start_up_cost_per_year") if results[key] is not None]
    if keys:
        say = view.words.say
        rows = [[view.words.key(key), view.figure(key, results[key])] for key in keys]
        title = say(N_("Start-up, no part of the annual operating cost"))
        yield Table(view.heading(title), ["", say(N_("kr."))], rows)


def check_blocks(view: View) -> Iterator[Block]:
    """Show that everything adds up, and what was set aside."""
    say, aside = view.words.say, view.figures["set_aside"]
    lines = []
    for balance in view.assessment.balances:
        left, right = (
            view.numbers.figure(float(each.value), HOURS) if balance.name == HOURS else _kr(view, each)
            for each in (balance.left, balance.right)
        )
        verdict = say(N_("adds up")) if balance.holds else say(N_("FAULT"))
        lines.append((view.words.check(balance.name), f"{left} = {right}: {verdict}"))
    left_out = say(
        N_("rows {rows}, hours {hours}, expenses {expenses} kr."),
        rows=view.numbers.count(aside["rows"]),
        hours=view.numbers.figure(aside["hours"], HOURS),
        expenses=view.numbers.figure(aside["expenses"], "kr"),
    )
    lines.append((say(N_("Set aside")), left_out if aside["rows"] else say(N_("nothing"))))
    yield Lines(say(N_("Checks")), lines)


def _kr(view: View, sum_of_kr: Quantity) -> str:
    """Write the whole kr of a check, whatever the results are rounded to."""
    number = float(sum_of_kr.value)
    return view.numbers.plain(number) if view.numbers.unit else view.numbers.exact(number)
