"""Every key has a label, every text a translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from hand_scenario import write_hand_scenario

import somcost
from somcost.analyse.rows import RESULT_KEYS
from somcost.cost.quantity import FORMULAS
from somcost.present import labels
from somcost.present.language import LOCALE, catalogue
from somcost.present.words import Words

PACKAGE = Path(somcost.__file__).parent
CATALOGUE = LOCALE / "da" / "LC_MESSAGES" / "somcost.po"
MARKS = ("N_", "say")


def calls(name: str, folder: Path) -> Iterator[ast.Call]:
    """Give the calls of a function or method in all files of a folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            function = node.func if isinstance(node, ast.Call) else None
            if isinstance(node, ast.Call) and name in (getattr(function, "id", ""), getattr(function, "attr", "")):
                yield node


def first_texts(name: str, folder: Path) -> set[str]:
    """Give the constant texts that are a call's first argument."""
    found = (call.args[0] for call in calls(name, folder) if call.args)
    return {each.value for each in found if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def messages() -> set[str]:
    """Give every text that the code marks for translation."""
    return {text for mark in MARKS for text in first_texts(mark, PACKAGE)} - {""}


def test_every_formula_has_a_label() -> None:
    """A formula's name is a key that reports show."""
    assert set(FORMULAS) <= set(labels.KEYS)


def test_every_result_has_a_label() -> None:
    """So is every result's."""
    assert set(RESULT_KEYS) <= set(labels.KEYS)


@pytest.mark.parametrize("maker", ["named", "derived", "column"])
@pytest.mark.parametrize("stage", ["cost", "analyse"])
def test_every_named_quantity_has_a_label(maker: str, stage: str) -> None:
    """Whatever the engine names can be said."""
    assert first_texts(maker, PACKAGE / stage) <= set(labels.KEYS)


def test_every_unit_and_parameter_has_a_label() -> None:
    """Units of formulas and of what an assumption set may hold."""
    units = {
        call.args[0].value for call in calls("formula", PACKAGE / "cost") if isinstance(call.args[0], ast.Constant)
    }
    from somcost.read.assumption_shapes import UNITS, WAGE_UNITS  # noqa: PLC0415 - pydantic is heavy

    assert units | set(UNITS.values()) | set(WAGE_UNITS.values()) <= set(labels.UNITS)
    assert {f"parameters.{name}" for name in UNITS} <= set(labels.KEYS)


def test_every_text_is_translated() -> None:
    """The Danish catalogue holds every text marked in the code, and none besides."""
    with CATALOGUE.open("rb") as file:
        translated = {message.id for message in read_po(file) if message.id and message.string and not message.fuzzy}

    assert messages() - translated == set()
    assert translated - messages() == set()


def test_translations_fill_in_the_same_words() -> None:
    """A translation has the braces of its text."""
    with CATALOGUE.open("rb") as file:
        pairs = [(message.id, message.string) for message in read_po(file) if message.id]

    for message, danish in pairs:
        assert sorted(re.findall(r"{\w+}", str(message))) == sorted(re.findall(r"{\w+}", str(danish)))


def test_the_compiled_catalogue_is_up_to_date() -> None:
    """The .mo says what the .po says; it is made by `pybabel compile -d somcost/present/locale -D somcost`."""
    with CATALOGUE.open("rb") as source, CATALOGUE.with_suffix(".mo").open("rb") as compiled:
        written, made = read_po(source), read_mo(compiled)

    assert {each.id: each.string for each in made if each.id} == {each.id: each.string for each in written if each.id}


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("Annual operating cost", "Årlige driftsomkostninger"),
        ("Hourly rate incl. overhead", "Timepris inkl. overhead"),
        ("Other expenses", "Øvrige udgifter"),
        ("Start-up cost", "Etableringsomkostninger"),
        ("Job group", "Stillingsgruppe"),
        ("Assumption set", "Forudsætningssæt"),
    ],
)
def test_terms_are_those_of_the_field(english: str, danish: str) -> None:
    """The Danish terms are those that the method's users read in the published reports."""
    assert catalogue("da").gettext(english) == danish


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """Give the words of a small scenario whose participants are families."""
    scenario = write_hand_scenario(tmp_path, more="unit: {one: familie, many: familier}\n")
    return Words(somcost.assess(scenario))


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("cost_per_participant", "Omkostning pr. familie"),
        ("cost_per_participant_month", "Omkostning pr. familie pr. måned"),
        ("participants_per_year", "Familier pr. år"),
        ("participants.count", "Familier i perioden"),
        ("sensitivity.participants.0", "Familier pr. år"),
        ("job_groups.leder.monthly_wage_cost", "Månedlig lønomkostning, Leder"),
        ("participants.enrolled.2018", "Indskrevet i 2018"),
        ("window.observed.1.start", "Observeret periode 1: første dag"),
        ("sensitivity.wages.0", "Ændring af alle lønninger"),
    ],
)
def test_labels_use_the_scenarios_own_words(words: Words, key: str, label: str) -> None:
    """A participant is called what the scenario calls one."""
    assert words.key(key) == label


def test_origins_say_what_a_value_replaced(words: Words) -> None:
    """A set's name and line stand as they are written."""
    value = words.assessment.inputs.assumptions.parameters["overhead"]

    assert words.origin(value) == "hand, linje 9"


def test_unknown_keys_are_a_fault_of_the_program(words: Words) -> None:
    """A key without a label is never shown as it is."""
    with pytest.raises(KeyError):
        words.key("no_such_key")
