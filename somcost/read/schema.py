"""The JSON Schema of the files people write, so that editors complete and check them."""

from typing import Any, Literal

from somcost.read.assumption_shapes import AssumptionSetShape
from somcost.read.discount_schedule import DiscountScheduleShape
from somcost.read.plan_shapes import PlanShape
from somcost.read.price_index import PriceIndexShape
from somcost.read.profile_shapes import ProfileShape
from somcost.read.scenario_shapes import ScenarioShape
from somcost.read.shapes import Shape

Kind = Literal["assumptions", "scenario", "import", "plan", "discounting", "price-index"]
SHAPES: dict[Kind, type[Shape]] = {
    "assumptions": AssumptionSetShape,
    "scenario": ScenarioShape,
    "import": ProfileShape,
    "plan": PlanShape,
    "discounting": DiscountScheduleShape,
    "price-index": PriceIndexShape,
}


def json_schema(kind: Kind) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a kind of file: an assumption set, a scenario, a plan.

    >>> json_schema("assumptions")["$id"]
    'somcost/assumptions@1'
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"somcost/{kind}@1",
        **SHAPES[kind].model_json_schema(by_alias=True),
    }
