"""What a person may type of a price level."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from somcost.read.shapes import Shape, Text, Year

PUBLISHED = "oekonomistyrelsen-2024"
"""The index that is used where none is named."""
Rate = Annotated[float, Field(gt=-1, lt=1)]
Series = Literal["wages", "consumer_prices", "general_pl", "net_prices"]


class PriceLevelShape(Shape):
    """The price level that all amounts are brought to, and by which index."""

    year: Year | None = Field(None, description="The year; the assumption set's own where not said.")
    index: Text = Field(PUBLISHED, description="Id of a published index, or a path.")
    wages: Series = Field("wages", description="The series that wages go by.")
    other_expenses: Series = Field("consumer_prices", description="The series that every other amount goes by.")
    wage_rate: Rate | None = Field(None, description="Rise of wages a year after the index's last year: 0.03.")
    price_rate: Rate | None = Field(None, description="Rise of prices a year after the index's last year: 0.02.")


def _level(value: Any) -> Any:
    return {"year": value} if isinstance(value, int) and not isinstance(value, bool) else value


AnyPriceLevel = Annotated[PriceLevelShape, BeforeValidator(_level, json_schema_input_type=int | PriceLevelShape)]
