"""The kinds of value both files share: numbers, words, days, months; and the base of every shape.

Shapes are what a person may type. They check types and keys, nothing across keys; sound ones become the model's nouns.
"""

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError


class Shape(BaseModel):
    """A mapping with known keys; unknown ones are problems, and text is never taken for a number."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True, allow_inf_nan=False)


def _day(value: Any) -> dt.date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("day", "is no day of the calendar") from None
    raise PydanticCustomError("day", "is no date, as 2018-03-01")


def _month(value: Any) -> dt.date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}", value):
        try:
            return dt.date.fromisoformat(f"{value}-01")
        except ValueError:
            pass
    raise PydanticCustomError("month", "is no month, as 2018-06")


def _day_or_month(value: Any) -> str:
    try:
        _day(value)
    except PydanticCustomError:
        try:
            _month(value)
        except PydanticCustomError:
            raise PydanticCustomError("day", "is no date, as 2018-03-01, and no month, as 2018-03") from None
    return str(value)


def _word(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else value


def _identifier(value: Any) -> Any:
    word = _word(value)
    if isinstance(word, str) and not re.fullmatch(r"\w[\w-]*", word):
        raise PydanticCustomError("identifier", "is no name; letters, digits, _ and - make one")
    return word


Day = Annotated[dt.date, BeforeValidator(_day, json_schema_input_type=str)]
Month = Annotated[dt.date, BeforeValidator(_month, json_schema_input_type=str)]
DayOrMonth = Annotated[str, BeforeValidator(_day_or_month)]
Word = Annotated[str, BeforeValidator(_word, json_schema_input_type=str | int)]
Identifier = Annotated[str, BeforeValidator(_identifier, json_schema_input_type=str | int)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Text = Annotated[str, Field(min_length=1)]
