"""Make the example data: rows that give the figures published in Rambøll 2020, and proof that they do.

Run it from anywhere: `python examples/reconstruct.py`. It needs scipy and PyYAML, draws from fixed seeds, and writes
the same bytes each time: `examples/<municipality>/*.csv` and the tables in the READMEs. For each municipality

1. a linear program finds the sums (wages with and without citizens, other expenses) behind the published figures,
2. the sums are put into dated rows, to a quarter of an hour and a krone,
3. every published figure is computed again from the written files, by plain arithmetic that knows neither the solver
   nor the engine, and printed beside the published one.

The exit code is 1 if a figure is missed that the report does not itself contradict.
"""

import sys

from reconstruction import favrskov, holstebro, jammerbugt, koebenhavn, thisted
from reconstruction.comparison import Compared, compare, print_table, put_into_readme

MUNICIPALITIES = (jammerbugt, koebenhavn, favrskov, thisted, holstebro)
ELSEWHERE = ("job_groups", "summary")


def main() -> int:
    """Write all tables, compare, and tell whether every sound figure is met."""
    for municipality in MUNICIPALITIES:
        margin = municipality.make()
        print(
            f"{municipality.NAME}: sums at least {margin:.0%} of the way from the edge of every interval to its middle"
        )
    compared = {name: compare(name) for name in (*(each.NAME for each in MUNICIPALITIES), *ELSEWHERE)}
    for name, figures in compared.items():
        print_table(name, figures)
    for municipality in MUNICIPALITIES:
        put_into_readme(municipality.NAME, compared[municipality.NAME])
    put_into_readme("", [each for name in ELSEWHERE for each in compared[name]])
    return _verdict([each for figures in compared.values() for each in figures])


def _verdict(compared: list[Compared]) -> int:
    missed = [each for each in compared if each.verdict == "MISSED"]
    met = sum(each.verdict == "yes" for each in compared)
    print(
        f"\n{met} of {len(compared)} published figures reproduced, {len(compared) - met - len(missed)} contradicted by"
    )
    print(f"the report itself, {len(missed)} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
