"""Yes and no as exports write them: ja and nej, J and N, an X or nothing, 1 and 0."""

from collections.abc import Iterable, Sequence

from somcost.read.cells import Content, as_text
from somcost.read.word_cells import BOOLEANS

YES, NO = frozenset({"j", "y", "yes", "x", "✓", "✔", "sand", "ja."}), frozenset({"n", "no", "falsk", "nej."})


def answer_of(content: Content) -> bool | None:
    """Give yes or no; None where a cell is neither.

    >>> answer_of("Ja"), answer_of("x"), answer_of(0.0), answer_of("måske")
    (True, True, False, None)
    """
    text = as_text(content).strip().casefold()
    if text in YES or text in NO:
        return text in YES
    return BOOLEANS.get(text)


def share_of_answers(contents: Iterable[Content]) -> float:
    """Give the share of the cells in which something stands that are yes or no."""
    cells = [content for content in contents if as_text(content).strip()]
    return sum(answer_of(cell) is not None for cell in cells) / len(cells) if cells else 0.0


def blank_is_no(contents: Sequence[Content]) -> bool:
    """Whether a column holds marks (X) and blanks only, so that a blank says no.

    >>> blank_is_no(["X", "", "x"]), blank_is_no(["ja", ""])
    (True, False)
    """
    texts = {as_text(content).strip().casefold() for content in contents}
    return "" in texts and bool(texts - {""}) and texts <= {"", "x", "✓", "✔"}
