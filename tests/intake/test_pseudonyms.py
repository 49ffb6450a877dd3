"""Pseudonyms are the same with the same key and tell nothing without it."""

import base64
import os
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from somcost.intake import pseudonyms
from somcost.intake.pseudonyms import LEAST, PREFIXES, Pseudonyms, Who, key_from, new_key
from somcost.problems import InputProblems, Location

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))


def person_number(seed: int) -> str:
    """Make ten digits with a date that begins with a nought; whether modulus 11 holds does not matter here."""
    chance = random.Random(seed)
    day, month, year = chance.randrange(1, 10), chance.randrange(1, 13), chance.randrange(100)
    return f"{min(day, 28):02}{month:02}{year:02}{chance.randrange(10_000):04}"


def random_bytes(seed: int) -> bytes:
    """Make a key."""
    return random.Random(seed).randbytes(LEAST)


def refusal(path: Path, *forbidden: Path) -> str:
    """Give the message that refuses a key."""
    with pytest.raises(InputProblems) as refused:
        key_from(path, forbidden=forbidden)
    assert [each.check for each in refused.value.problems] == ["pseudonym-keys-are-secret"]
    return str(refused.value)


@given(st.integers(0, 100_000))
def test_one_person_has_one_pseudonym(seed: int) -> None:
    """With a hyphen, a dash, a blank, without its leading nought, in another file; under another key another one."""
    number = person_number(seed)
    first, last = number[:6], number[6:]
    forms = [number, f"{first}-{last}", f"{first}\u2011{last}", f" {first} {last} ", number[1:], f"{number[1:]}.0"]
    given_first = Pseudonyms(KEY).of(number)

    assert {Pseudonyms(KEY).of(form) for form in forms} == {given_first}
    assert Pseudonyms(OTHER).of(number) != given_first
    assert number[:6] not in given_first


@given(st.text(), st.text(), st.sampled_from(list(PREFIXES)))
def test_pseudonyms_have_one_form_and_tell_texts_apart(one: str, two: str, who: Who) -> None:
    """A prefix and ten characters; the same for the same text however blanks and capitals stand."""
    names = Pseudonyms(KEY)

    assert re.fullmatch(PREFIXES[who] + "[a-z2-7]{10}", names.of(one, who))
    assert (names.of(one, who) == names.of(two, who)) == (pseudonyms.same(one) == pseudonyms.same(two))


@pytest.mark.parametrize(
    ("one", "two"), [("Hus Å", "  hus   å "), ("A\u030aben", "Åben"), ("ABC", "abc"), ("Straße", "STRASSE")]
)
def test_the_same_name_is_the_same(one: str, two: str) -> None:
    """Capitals, blanks and the two ways to store an Å make no difference."""
    assert Pseudonyms(KEY).of(one, "employee") == Pseudonyms(KEY).of(two, "employee")


@pytest.mark.parametrize(("one", "two"), [("7", "07"), ("1-2", "12"), ("123456789", "0123456789"), ("a b", "ab")])
def test_other_numbers_are_not_run_together(one: str, two: str) -> None:
    """Noughts and hyphens are left out of CPR numbers only."""
    assert Pseudonyms(KEY).of(one, "case") != Pseudonyms(KEY).of(two, "case")


def test_nothing_of_the_key_or_the_texts_is_shown() -> None:
    """Neither by the object's text nor by what it keeps."""
    names, number = Pseudonyms(KEY), person_number(1)
    names.of(number)

    assert KEY.hex() not in repr(names)
    assert number not in f"{names!r} {names._given}"


def test_two_texts_that_would_share_one_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one character there are 32 pseudonyms; the message has the place and not the texts."""
    monkeypatch.setattr(pseudonyms, "LENGTH", 1)
    names = Pseudonyms(KEY)
    place = Location("export.csv", 2, 4)
    with pytest.raises(InputProblems) as refused:
        _ = [names.of(f"secret {number}", "case", place=place) for number in range(33)]

    assert [each.check for each in refused.value.problems] == ["pseudonyms-are-distinct"]
    assert str(refused.value).startswith("export.csv:2:4: two different texts would both become s-")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("seed", range(20))
def test_a_key_is_read_however_it_is_written(seed: int, tmp_path: Path) -> None:
    """Hex, base64 of both kinds, with and without its padding and in lines, or the bytes as they are."""
    key, path = random_bytes(seed), tmp_path / "key"
    lines = base64.encodebytes(key * 2)
    forms = [key.hex().encode(), key.hex().upper().encode() + b"\r\n", base64.b64encode(key) + b"\n"]
    forms += [base64.urlsafe_b64encode(key), base64.b64encode(key).rstrip(b"="), key]
    for form in forms:
        path.write_bytes(form)
        assert key_from(path, forbidden=[]) == key
    path.write_bytes(lines)
    assert key_from(path, forbidden=[]) == key * 2


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"short", b"00" * 32, b"ab" * 40, b"\xff" * 64, b"a" * 44,
     b"correct horse battery staple, said the fox", bytes(range(128, 144)),
     bytes(range(128, 144)).hex().encode(), b"A" * 45, b"\x80\x81" * 40],
)  # fmt: skip
def test_weak_keys_are_refused(content: bytes, tmp_path: Path) -> None:
    """Empty, too short, constant, repeating, and a pass phrase; the message does not quote it."""
    path = tmp_path / "key"
    path.write_bytes(content)

    message = refusal(path)

    assert message.startswith(f"{path}: --pseudonymise: the key ")
    assert len(content) < 5 or content.decode("latin-1") not in message


def test_a_missing_key_is_refused(tmp_path: Path) -> None:
    """So is a folder."""
    assert "there is no such key file" in refusal(tmp_path / "none")
    assert "there is no such key file" in refusal(tmp_path)


def test_a_key_beside_the_project_is_refused(tmp_path: Path) -> None:
    """In the folder, below it, by way of .., and through a link to it; beside a folder of a like name it may lie."""
    project, elsewhere = tmp_path / "project", tmp_path / "project-keys"
    (project / "deep").mkdir(parents=True)
    elsewhere.mkdir()
    new_key(project / "deep" / "key")
    new_key(elsewhere / "key")
    (elsewhere / "link").symlink_to(project / "deep" / "key")
    (tmp_path / "linked").symlink_to(project)
    for path in (project / "deep" / "key", elsewhere / ".." / "project" / "deep" / "key", elsewhere / "link"):
        assert "lies beside" in refusal(path, tmp_path / "other", project)
    assert "lies beside" in refusal(project / "deep" / "key", tmp_path / "linked")
    assert len(key_from(elsewhere / "key", forbidden=[project])) == LEAST


def test_a_new_key_is_its_owners_alone_and_never_written_over(tmp_path: Path) -> None:
    """Mode 0600 whatever the umask; another every time; an existing file and a link to nowhere stay."""
    first, second, link = tmp_path / "first", tmp_path / "second", tmp_path / "link"
    before = os.umask(0)
    try:
        new_key(first)
    finally:
        os.umask(before)
    new_key(second)
    link.symlink_to(tmp_path / "nowhere")
    content = first.read_bytes()

    assert first.stat().st_mode & 0o777 == 0o600
    assert key_from(first, forbidden=[]) != key_from(second, forbidden=[])
    with pytest.raises(InputProblems, match="Leave --new-key out to use it"):
        new_key(first)
    for path in (link, tmp_path / "no" / "folder"):
        with pytest.raises(InputProblems, match="pseudonym-keys-are-secret"):
            new_key(path)
    with pytest.raises(InputProblems, match="lies beside"):
        new_key(tmp_path / "third", forbidden=[tmp_path])
    assert first.read_bytes() == content
    assert not (tmp_path / "nowhere").exists()
    assert not (tmp_path / "third").exists()
