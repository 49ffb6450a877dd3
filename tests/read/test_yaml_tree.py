"""YAML into values with places: what is read as what, what is refused, and where it says so."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from somcost.problems import InputProblems, Problem
from somcost.read.yaml_tree import DEPTH_LIMIT, Document, read_document

PIECES = [
    "a",
    "b: ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    ": ",
    "\n",
    "  ",
    "\t",
    "&x ",
    "*x",
    "!!int ",
    "'",
    '"',
    "? ",
    "|",
    "7:24",
]


def told(text: str) -> list[tuple[str, int, int]]:
    """Give check, line and column of every problem of a text."""
    with pytest.raises(InputProblems) as raised:
        read_document(text, name="a.yaml")
    return [(each.check, each.location.line, each.location.column) for each in raised.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1418", 1418),
        ("+5", 5),
        ("0", 0),
        ("0.20", 0.20),
        ("-.5", -0.5),
        ("1.", 1.0),
        ("-12.5e-3", -0.0125),
        ("1e5", 100_000.0),
        ("37.592", 37.592),
        ("true", True),
        ("False", False),
        ("NO", "NO"),
        ("Y", "Y"),
        ("2018-03-01", "2018-03-01"),
        ("2018-03", "2018-03"),
        ("37592 kr.", "37592 kr."),
        ("00.5", "00.5"),
        ('"0.20"', "0.20"),
        ("'true'", "true"),
        ('"7:24"', "7:24"),
        ("|\n    no\n", "no\n"),
    ],
)
def test_plain_scalars_are_what_they_look_like(text: str, value: object) -> None:
    """Numbers, true and false are those; dates, capitals and what stands in quotes are text."""
    found = read_document(f"a: {text}", name="a.yaml").value["a"]

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "7:24",
        "7:24:00",
        "0123",
        "007",
        "0x1F",
        "0o17",
        "1_000",
        "yes",
        "No",
        "on",
        "Off",
        ".inf",
        "-.INF",
        ".nan",
        "7,4",
    ],
)
def test_scalars_that_read_differently_are_refused(text: str) -> None:
    """What one version of YAML takes for another thing than the next is refused where it stands."""
    assert told(f"first: 1\nsecond: {text}") == [("scalars-are-clear", 2, 9)]


@pytest.mark.parametrize("text", ["null", "~", "", "# later"])
def test_a_key_left_empty_is_refused(text: str) -> None:
    """What stands empty could be forgotten, and what is absent changes the result: registrations, expenses, gaps."""
    found = [(check, line) for check, line, _ in told(f"a: 1\nb: {text}\nc:\n  - {text}")]

    assert found == [("keys-have-values", 2), ("keys-have-values", 4)]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3", [("keys-are-given-once", 3, 1)]),
        ("a: {b: 1, c: {d: 1, d: 2}}", [("keys-are-given-once", 1, 21)]),
        ("a: &x 1\nb: *x", [("yaml-is-plain", 1, 4), ("yaml-is-plain", 2, 4)]),
        ("<<: {a: 1}", [("keys-are-words", 1, 1)]),
        ("? [a, b]\n: c", [("keys-are-words", 1, 3)]),
        (": 1", [("yaml-is-well-formed", 1, 1)]),
        ('"a\\nb": 1', [("keys-are-words", 1, 1)]),
        ("a: !!str 1", [("yaml-is-plain", 1, 4)]),
        ("a: !!python/object/apply:os.system [ls]", [("yaml-is-plain", 1, 4)]),
        ("a: 1\n---\nb: 2", [("yaml-is-plain", 2, 1)]),
        ('a: "\\e[31m"', [("text-is-printable", 1, 4)]),
        ("a: 1\n\tb: 2", [("yaml-is-well-formed", 2, 1)]),
        ("a: [1, 2\n  b: 3", [("yaml-is-well-formed", 2, 4)]),
        ("a: b: c", [("yaml-is-well-formed", 1, 5)]),
        ("", [("yaml-holds-something", 0, 0)]),
        ("# only a comment\n", [("yaml-holds-something", 0, 0)]),
    ],
)
def test_what_is_refused_has_a_place(text: str, problems: list[tuple[str, int, int]]) -> None:
    """Whatever YAML may hold and a file may not is told with its check, line and column."""
    assert told(text) == problems


def test_all_that_is_refused_is_told_at_once() -> None:
    """One doubtful value does not hide the next."""
    assert told("a: 7:24\nb: yes\nb: 0123") == [
        ("scalars-are-clear", 1, 4),
        ("scalars-are-clear", 2, 4),
        ("keys-are-given-once", 3, 1),
        ("scalars-are-clear", 3, 4),
    ]


def test_depth_ends_at_its_limit() -> None:
    """Twenty levels are read, one more is refused; a hundred thousand cost neither time nor the process."""
    assert read_document("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT, name="a.yaml").value
    assert told("[" * (DEPTH_LIMIT + 1)) == [("yaml-is-plain", 1, DEPTH_LIMIT + 1)]
    assert told("a: " + "[" * 100_000) == [("yaml-is-plain", 1, 3 + DEPTH_LIMIT)]


def test_places_of_keys_and_values() -> None:
    """Every key and value has its own line and column; what is missing points at what it should stand in."""
    document = read_document("a:\n  b: [x, {c: 5}]\n", name="a.yaml")

    assert str(document.key_place("a", "b")) == "a.yaml:2:3"
    assert str(document.place("a", "b")) == "a.yaml:2:6"
    assert str(document.place("a", "b", 0)) == "a.yaml:2:7"
    assert str(document.key_place("a", "b", 1, "c")) == "a.yaml:2:11"
    assert str(document.place("a", "b", 1, "c")) == "a.yaml:2:14"
    assert str(document.place("a", "b", 1, "missing")) == "a.yaml:2:10"


def test_columns_count_characters() -> None:
    """Danish letters before a value count as one column each."""
    assert str(read_document("{æøå: 1, b: 2}", name="a.yaml").place("b")) == "a.yaml:1:13"


def test_keys_are_text_as_written() -> None:
    """A year or a word that reads like a boolean is a key like any other."""
    assert read_document("{2018: 1, no: 2, 007: 3}", name="a.yaml").value == {"2018": 1, "no": 2, "007": 3}


def test_long_digits_do_not_hang() -> None:
    """A hundred thousand digits that are no number are read as text in no time."""
    started = time.perf_counter()
    found = read_document("a: " + "1" * 100_000 + "x", name="a.yaml").value["a"]

    assert len(found) == 100_001
    assert time.perf_counter() - started < 2


def test_more_digits_than_a_number_has_are_no_number() -> None:
    """A number beyond what a computer holds never becomes infinite."""
    found = read_document(f"{{a: 1e999, b: {'9' * 5000}}}", name="a.yaml").value

    assert found == {"a": "1e999", "b": "9" * 5000}


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_any_text_is_read_or_told(text: str) -> None:
    """No text whatever ends in another exception than the problems of the input, and each of them has a check."""
    found: Document | tuple[Problem, ...]
    try:
        found = read_document(text, name="a.yaml")
    except InputProblems as error:
        found = error.problems

    assert found
    assert isinstance(found, Document) or all(each.check and each.location.file == "a.yaml" for each in found)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_exact(number: float) -> None:
    """A number written out in full is read back to the last bit."""
    assert read_document(f"a: {number!r}", name="a.yaml").value["a"] == number
