"""Texts and axes are laid out by measure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from somcost.present.pictures.flags import levels
from somcost.present.pictures.measure import shortened, width, wrapped
from somcost.present.pictures.parts import Axis
from somcost.present.pictures.scale import Scale, round_numbers, widened

TEXTS = st.text(st.sampled_from("abcæøå ABC._-/1234567890 "), max_size=80)
WIDTHS = st.floats(30, 200)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, most=WIDTHS)
def test_lines_fit(text: str, most: float) -> None:
    """No line is wider than asked for, there are at most three, and none but the last is cut."""
    lines = wrapped(text, most)

    assert all(width(line) <= most for line in lines)
    assert 1 <= len(lines) <= 3
    whole = "".join(text.split())
    told = "".join("".join(lines).split())
    assert told == whole or (told.endswith("…") and whole.startswith(told[:-1]))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, most=WIDTHS)
def test_shortened_texts_fit(text: str, most: float) -> None:
    """A shortened text fits, and is the text itself where that fits."""
    found = shortened(text, most)

    assert width(found) <= most
    assert found.endswith("…") or found == " ".join(text.split())


@settings(max_examples=100, deadline=None)
@given(flags=st.lists(st.tuples(st.floats(0, 400), st.floats(5, 120)), max_size=12).map(sorted))
def test_flags_never_meet(flags: list[tuple[float, float]]) -> None:
    """No flag lies on another, and no pole that rises higher crosses a flag."""
    found = levels(flags)
    for left, (place, wide) in enumerate(flags):
        for right in range(left + 1, len(flags)):
            if flags[right][0] < place + wide:
                assert found[right] < found[left]


def test_room_is_kept_beside_bars() -> None:
    """With 20 points before and 40 after on an axis of 100, what spans 40 units covers the 40 points between."""
    assert widened((60.0, 100.0), 100.0, before=20, after=40) == pytest.approx((40.0, 140.0))


@settings(max_examples=60, deadline=None)
@given(low=st.floats(-1e7, 1e7), length=st.floats(1e-3, 1e7))
def test_ticks_are_round_and_within(low: float, length: float) -> None:
    """Ticks lie within the limits, and their texts differ."""
    limits = low, low + length
    found = round_numbers(limits, 6)
    texts = Scale(Axis("kr."), limits, 300, "da").texts(found)

    assert all(limits[0] - 1e-6 * length <= tick <= limits[1] + 1e-6 * length for tick in found)
    assert len(set(texts)) == len(texts) or length < 1e-6 * abs(low)
