"""Import profiles from their files, and as the text of a file."""

import re
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from somcost.model.profiles import Across, ColumnRead, ImportProfile
from somcost.problems import InputProblems
from somcost.read.profile_shapes import FORMS, ProfileShape
from somcost.read.shape_problems import shaped
from somcost.read.yaml_checks import text_of
from somcost.read.yaml_tree import read_document

SCHEMA = "somcost/import@1"
PLAIN = re.compile(r"(?!(?i:yes|no|on|off|true|false|null|nan|inf|y|n)$)[^\W\d_][\w .-]*(?<! )")
"""Words that stand in YAML without quotes."""


def read_profile(path: Path) -> ImportProfile:
    """Read an import profile.

    Raises:
        InputProblems: Everything that is wrong with the file.
    """
    text, _ = text_of(path)
    document = read_document(text, name=str(path))
    shape = shaped(document, ProfileShape)
    if isinstance(shape, list):
        raise InputProblems(shape)
    across = shape.across
    return ImportProfile(
        id=shape.id,
        kind=shape.kind,
        columns=MappingProxyType(
            {
                meaning: ColumnRead(column.heading, column.form or next(iter(FORMS.get(meaning, ())), ""))
                for meaning, column in shape.columns.items()
            }
        ),
        values=MappingProxyType({meaning: MappingProxyType(words) for meaning, words in shape.values.items()}),
        across=None if across is None else Across(across.over, across.form or "", across.hours),
        decimal=shape.decimal,
        year=shape.year,
        fill_down=tuple(shape.fill_down),
        sheets=tuple(shape.sheet),
        encoding=shape.encoding,
        delimiter=shape.delimiter,
        ignored=tuple(shape.ignored),
        re_entries=shape.re_entries,
        sign=shape.sign,
        credits=shape.credits,
        vat=shape.vat,
        amounts_are=shape.amounts_are,
        amounts_in=shape.amounts_in,
        sums=shape.sums,
        location=document.place(),
    )


def profile_text(profile: ImportProfile, notes: Iterable[str] = ()) -> str:
    """Write a profile as the text of its file, with notes above it.

    >>> text = profile_text(ImportProfile("nexus", {"hours": ColumnRead("Varighed", "words")}), ["To be reviewed."])
    >>> print(text)
    # To be reviewed.
    schema: somcost/import@1
    id: nexus
    columns:
      hours: {heading: Varighed, form: words}
    <BLANKLINE>
    """
    above = "".join(f"# {note}\n" for note in notes)
    plain = {name: value for name, value in _plain(profile).items() if value not in (None, {}, [])}
    return above + yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)


def _plain(profile: ImportProfile) -> dict[str, Any]:
    columns = {
        meaning: {"heading": column.heading, "form": column.form} if column.form else column.heading
        for meaning, column in profile.columns.items()
    }
    across = profile.across and {
        "over": profile.across.over,
        "form": profile.across.form,
        "hours": profile.across.hours,
    }
    return {
        "schema": SCHEMA,
        "id": profile.id,
        "kind": None if profile.kind == "registrations" else profile.kind,
        "sheet": profile.sheets[0] if len(profile.sheets) == 1 else list(profile.sheets),
        "encoding": profile.encoding,
        "delimiter": profile.delimiter,
        "decimal": profile.decimal,
        "year": profile.year,
        "columns": columns,
        "across": across and {name: value for name, value in across.items() if value},
        "fill_down": list(profile.fill_down),
        "ignored": list(profile.ignored),
        "re_entries": profile.re_entries,
        "sign": profile.sign,
        "credits": profile.credits,
        "vat": profile.vat,
        "amounts_are": profile.amounts_are,
        "amounts_in": profile.amounts_in,
        "sums": profile.sums,
        "values": {meaning: dict(words) for meaning, words in profile.values.items()},
    }


class _Dumper(yaml.SafeDumper):
    """Writes what the project's own reader takes for the same: short mappings on a line, doubtful words in quotes."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = None if PLAIN.fullmatch(text) or text == SCHEMA else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _mapping(dumper: yaml.SafeDumper, mapping: dict[str, Any]) -> yaml.Node:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", mapping.items())
    node.flow_style = "heading" in mapping or "over" in mapping
    return node


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
