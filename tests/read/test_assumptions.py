"""Assumption sets: what they hold, how they build on each other, and what is told about a faulty one."""

import datetime as dt
from pathlib import Path

import pytest

from somcost.model.assumptions import AssumptionSet, Bound, Source
from somcost.problems import InputProblems
from somcost.read.assumptions import read_assumptions
from somcost.read.published import published_ids

BASE = """\
schema: somcost/assumptions@1
id: base
title: Base
price_level: 2019
sources:
  loen: {title: Lønstatistik, publisher: KRL, date: 2019-05, locator: tabel 1}
parameters:
  annual_hours_norm: {value: 1418, unit: hours/year, source: loen}
  overhead: {value: 0.20, unit: share, source: loen, low: 0.15, high: {value: 0.25, reason: Udbudt}}
job_groups:
  paedagog: {label: Pædagog, monthly_wage_cost: 35509, source: loen, price_year: 2018, valid_to: 2020-12-31}
  læge: {label: Læge, annual_wage_cost: 900000, source: loen}
  vikar: {label: Vikar, hourly_wage_cost: 300, hour_basis: paid, source: loen}
  par: {label: Par, mean_of: [paedagog, vikar]}
"""
OWN = """\
schema: somcost/assumptions@1
id: own
title: Kommunens egne
price_level: 2019
extends: base.yaml
sources: {aftale: {title: Lokalaftale}}
"""


def read(folder: Path, text: str, *, reference: str = "set.yaml") -> AssumptionSet:
    """Write a set and read it."""
    (folder / "set.yaml").write_text(text, "utf-8")
    return read_assumptions(reference, beside=folder)[0]


def told(folder: Path, text: str) -> list[tuple[str, str, int, int]]:
    """Give check, key, line and column of every problem of a set."""
    with pytest.raises(InputProblems) as raised:
        read(folder, text)
    return [(each.check, each.key, each.location.line, each.location.column) for each in raised.value.problems]


def test_a_value_keeps_all_that_is_said_of_it(tmp_path: Path) -> None:
    """Value, unit, source, place, origin, price year, bounds and dates arrive as typed."""
    found = read(tmp_path, BASE)
    overhead, wage = found.parameters["overhead"], found.job_groups["paedagog"].wage

    assert (overhead.key, overhead.value, overhead.unit) == ("parameters.overhead", 0.20, "share")
    assert (overhead.low, overhead.high) == (Bound(0.15), Bound(0.25, "Udbudt"))
    assert (overhead.location.line, overhead.location.column) == (9, 21)
    assert (overhead.origin, overhead.price_year, overhead.replaced) == ("base", None, None)
    assert wage is not None
    assert (wage.key, wage.value, wage.unit) == ("job_groups.paedagog.monthly_wage_cost", 35509, "kr/month")
    assert (wage.price_year, wage.valid_to) == (2018, dt.date(2020, 12, 31))
    assert wage.source == Source("loen", "Lønstatistik", "KRL", "2019-05", "tabel 1")


def test_wages_keep_their_basis(tmp_path: Path) -> None:
    """A wage per year, per hour of a named basis, and a mean of others are told apart; the set's year prices them."""
    groups = read(tmp_path, BASE).job_groups

    assert {name: (each.basis, each.wage and each.wage.unit) for name, each in groups.items()} == {
        "paedagog": ("month", "kr/month"),
        "læge": ("year", "kr/year"),
        "vikar": ("hour", "kr/hour"),
        "par": ("month", None),
    }
    assert groups["vikar"].hour_basis == "paid"
    assert groups["par"].mean_of == ("paedagog", "vikar")
    assert groups["læge"].wage is not None
    assert groups["læge"].wage.price_year == 2019


def test_a_set_overrides_single_values_of_another(tmp_path: Path) -> None:
    """What the own file repeats is its own and knows what it replaced; all else stays with its origin."""
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    own = OWN + "parameters: {overhead: {value: 0.15, unit: share, source: aftale}}\n"
    own += "job_groups: {paedagog: {annual_wage_cost: 480000, source: loen}}\n"
    found = read(tmp_path, own)
    overhead, norm, group = found.parameters["overhead"], found.parameters["annual_hours_norm"], found.job_groups

    assert (overhead.value, overhead.origin, overhead.low) == (0.15, "own", None)
    assert overhead.location.file.endswith("set.yaml")
    assert overhead.replaced is not None
    assert (overhead.replaced.value, overhead.replaced.origin) == (0.20, "base")
    assert (norm.value, norm.origin) == (1418, "base")
    assert norm.location.file.endswith("base.yaml")
    assert (group["paedagog"].label, group["paedagog"].basis) == ("Pædagog", "year")
    assert group["paedagog"].wage is not None
    assert group["paedagog"].wage.replaced is not None
    assert group["paedagog"].wage.replaced.key == "job_groups.paedagog.monthly_wage_cost"
    assert list(group) == ["paedagog", "læge", "vikar", "par"]


def test_a_group_may_change_its_label_alone(tmp_path: Path) -> None:
    """Without a wage of its own a repeated group keeps the one it had, and where that came from."""
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    group = read(tmp_path, OWN + "job_groups: {paedagog: {label: Familiepædagog}}\n").job_groups["paedagog"]

    assert group.label == "Familiepædagog"
    assert group.wage is not None
    assert (group.wage.value, group.wage.origin) == (35509, "base")


def test_a_set_names_all_files_it_was_read_from(tmp_path: Path) -> None:
    """Own files are named from the folder asked about, published ones by themselves, whatever the current folder."""
    (tmp_path / "sets").mkdir()
    (tmp_path / "sets" / "own.yaml").write_text(OWN.replace("base.yaml", "som-2019"), "utf-8")
    files = read_assumptions("sets/own.yaml", beside=tmp_path)[1]

    assert [each.name for each in files] == ["sets/own.yaml", "som-2019.yaml"]


def test_files_are_named_alike_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the same name in the current folder does not change how a published set is named."""
    (tmp_path / "som-2019.yaml").write_text(BASE, "utf-8")
    monkeypatch.chdir(tmp_path)
    files = read_assumptions("som-2019", beside=Path("elsewhere"))[1]

    assert [each.name for each in files] == ["som-2019.yaml"]


@pytest.mark.parametrize("name", published_ids())
def test_published_sets_are_sound_and_named_by_their_id(name: str) -> None:
    """Each published file can be read, and its id is its name."""
    assert read_assumptions(name, beside=Path())[0].id == name


def test_published_wages_are_those_of_the_report() -> None:
    """Rambøll 2020, Tables 10-6 and 10-7: norm, overhead and three of the wages."""
    found = read_assumptions("som-2019", beside=Path())[0]
    wages = {name: group.wage.value for name, group in found.job_groups.items() if group.wage}

    assert found.parameters["annual_hours_norm"].value == 1418
    assert found.parameters["overhead"].value == 0.20
    assert found.parameters["hours_per_day"].value == 7.4
    assert (wages["psykolog"], wages["paedagog"], wages["socialraadgiver"]) == (46411, 35509, 37592)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("value: 1418", "value: '1418'", ("numbers-are-numbers", "parameters.annual_hours_norm.value", 8, 30)),
        ("value: 1418", "value: true", ("numbers-are-numbers", "parameters.annual_hours_norm.value", 8, 30)),
        ("unit: hours/year", "unit: hours/day", ("units-fit-their-key", "parameters.annual_hours_norm", 8, 42)),
        ("unit: hours/year, ", "", ("units-fit-their-key", "parameters.annual_hours_norm", 8, 22)),
        ("unit: share", "unit: percent", ("words-are-known", "parameters.overhead.unit", 9, 33)),
        ("unit: share, source: loen", "unit: share", ("values-have-a-source", "parameters.overhead", 9, 21)),
        ("unit: share, source: loen", "unit: share, source: lon", ("sources-are-listed", "parameters.overhead", 9, 48)),
        ("overhead:", "overheads:", ("keys-are-known", "parameters.overheads", 9, 3)),
        (
            "monthly_wage_cost: 35509",
            "monthly_wage_cost: 0",
            ("values-are-in-range", "job_groups.paedagog.monthly_wage_cost", 11, 49),
        ),
        ("monthly_wage_cost: 35509, ", "", ("values-fit-their-key", "job_groups.paedagog", 11, 13)),
        ("annual_wage_cost: 900000, source: loen", "note: x", ("job-groups-have-one-wage", "job_groups.læge", 12, 3)),
        ("hour_basis: paid, ", "", ("values-fit-their-key", "job_groups.vikar", 13, 10)),
        ("[paedagog, vikar]", "[paedagog, viker]", ("members-are-job-groups", "job_groups.par.mean_of", 14, 3)),
        ("[paedagog, vikar]", "[par]", ("means-are-not-circular", "job_groups.par.mean_of", 14, 3)),
        ("[paedagog, vikar]}", "[vikar], low: 3}", ("values-fit-their-key", "job_groups.par", 14, 8)),
        ("  par:", "  p.ar:", ("names-are-words", "job_groups.p.ar", 14, 3)),
        ("valid_to: 2020-12-31", "valid_to: 2020-13-31", ("days-are-dates", "job_groups.paedagog.valid_to", 11, 98)),
        ("price_level: 2019", "price_level: 19", ("values-are-in-range", "price_level", 4, 14)),
        ("title: Base\n", "", ("required-keys-are-given", "title", 1, 1)),
        ("@1", "@2", ("words-are-known", "schema", 1, 9)),
        ("title: Lønstatistik, ", "", ("required-keys-are-given", "sources.loen.title", 6, 9)),
    ],
)
def test_a_fault_is_told_where_it_stands(
    before: str, after: str, problem: tuple[str, str, int, int], tmp_path: Path
) -> None:
    """One thing wrong with a sound set gives one problem, with the check, key and place of that thing."""
    assert before in BASE

    assert told(tmp_path, BASE.replace(before, after)) == [problem]


def test_all_faults_of_a_set_are_told_at_once(tmp_path: Path) -> None:
    """Faults of values, sources and groups do not hide each other."""
    text = BASE.replace("unit: share, source: loen", "unit: share, source: lon").replace("[paedagog, vikar]", "[par]")

    assert [check for check, *_ in told(tmp_path, text)] == ["sources-are-listed", "means-are-not-circular"]


def test_means_do_not_run_in_circles_by_way_of_others(tmp_path: Path) -> None:
    """Two groups that are means of each other are both told; a third that only uses them is not."""
    text = BASE + "  a: {mean_of: [b]}\n  b: {mean_of: [a]}\n  c: {mean_of: [a]}\n"

    assert told(tmp_path, text) == [
        ("means-are-not-circular", "job_groups.a.mean_of", 15, 3),
        ("means-are-not-circular", "job_groups.b.mean_of", 16, 3),
    ]


def test_sets_do_not_extend_themselves_by_way_of_others(tmp_path: Path) -> None:
    """A circle of files ends with the place where it closes."""
    (tmp_path / "base.yaml").write_text(BASE.replace("price_level: 2019\n", "price_level: 2019\nextends: ./set.yaml\n"))
    with pytest.raises(InputProblems) as raised:
        read(tmp_path, OWN)
    (problem,) = raised.value.problems

    assert (problem.check, problem.location.line) == ("sets-do-not-extend-themselves", 5)
    assert problem.location.file.endswith("base.yaml")


def test_a_missing_set_is_told_where_it_is_named(tmp_path: Path) -> None:
    """Neither an unknown id nor a path without a file is looked for elsewhere."""
    assert told(tmp_path, OWN.replace("base.yaml", "som-2109")) == [("assumption-sets-are-published", "", 5, 10)]
    assert told(tmp_path, OWN) == [("files-exist", "", 5, 10)]


@pytest.mark.parametrize(
    ("content", "check"),
    [
        (b"", "yaml-holds-something"),
        (b"\xff\xfe\x00", "files-are-text"),
        (b"title: S\xf8m", "files-are-text"),
        (b"a\x00b", "files-are-text"),
        (b"#" * 5_000_001, "files-are-text"),
        (b"hello", "values-are-grouped-as-expected"),
        (b"- a", "values-are-grouped-as-expected"),
    ],
    ids=["empty", "utf-16", "cp1252", "nul", "large", "text", "list"],
)
def test_a_file_that_holds_no_set_is_told(content: bytes, check: str, tmp_path: Path) -> None:
    """Whatever the bytes, a problem names the file."""
    (tmp_path / "bad.yaml").write_bytes(content)
    with pytest.raises(InputProblems) as raised:
        read_assumptions("bad.yaml", beside=tmp_path)

    assert {each.check for each in raised.value.problems} == {check}
    assert {Path(each.location.file).name for each in raised.value.problems} == {"bad.yaml"}


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    """Windows editors put three bytes before the text; the first key is still the first key."""
    (tmp_path / "marked.yaml").write_bytes(b"\xef\xbb\xbf" + BASE.encode())

    assert read_assumptions("marked.yaml", beside=tmp_path)[0].id == "base"


ADDED = BASE.replace("job_groups:\n", "  pension: {value: 0.17, unit: share, source: loen}\njob_groups:\n").replace(
    "900000, ", "900000, adds: [pension], includes: [atp], "
)
"""A base pay that pension comes on top of, and that atp is in."""


@pytest.mark.parametrize(("said", "added"), [("[pension]", ("pension",)), ("[]", ())])
def test_a_new_wage_has_added_to_it_what_it_says(tmp_path: Path, said: str, added: tuple[str, ...]) -> None:
    """An own set states the wage and what comes on top of it; what the old one held is nothing about the new."""
    (tmp_path / "base.yaml").write_text(ADDED, "utf-8")
    own = f"job_groups: {{læge: {{monthly_wage_cost: 80000, adds: {said}, source: aftale}}}}\n"
    group = read(tmp_path, OWN + own).job_groups["læge"]

    assert (group.adds, group.includes) == (added, ())


def test_a_new_wage_is_not_silent_about_what_was_added_to_the_old_one(tmp_path: Path) -> None:
    """Whether pension is in the own wage or on top of it is 17 %, and nothing in the file tells."""
    (tmp_path / "base.yaml").write_text(ADDED, "utf-8")
    own = "job_groups: {læge: {monthly_wage_cost: 80000, source: aftale}}\n"

    assert told(tmp_path, OWN + own) == [("new-wages-say-what-is-added", "job_groups.læge", 7, 14)]


def test_a_new_label_leaves_the_wage_as_it_was(tmp_path: Path) -> None:
    """An own name for a job group changes nothing of its wage."""
    (tmp_path / "base.yaml").write_text(ADDED, "utf-8")
    group = read(tmp_path, OWN + "job_groups: {læge: {label: Overlæge}}\n").job_groups["læge"]

    assert (group.label, group.adds, group.includes) == ("Overlæge", ("pension",), ("atp",))


def test_a_path_may_end_in_yml(tmp_path: Path) -> None:
    """The shorter ending names a file too, no published set."""
    (tmp_path / "base.yml").write_text(BASE, "utf-8")

    assert read_assumptions("base.yml", beside=tmp_path)[0].id == "base"
