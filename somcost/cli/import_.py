"""somcost import: what is in files nobody has described, and from them the scenario's registrations."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from somcost.cli.options import Json, Language

if TYPE_CHECKING:
    from somcost.intake.imported import Imported
    from somcost.intake.pseudonyms import Pseudonyms
    from somcost.intake.said import Said

WORDED = {"groups": "--job-group", "statuses": "--status", "categories": "--category"}
"""The options that say what words of an export mean."""
Files = Annotated[
    list[Path], typer.Argument(help="Exports, or folders of them.", show_default=False, metavar="FILE...")
]


def import_(
    files: Files,
    *,
    kind: Annotated[
        Literal["registrations", "citizens", "expenses"] | None,
        typer.Option("--kind", help="What kind of exports they are.", show_default="registrations"),
    ] = None,
    assumptions: Annotated[
        str, typer.Option("--assumptions", metavar="SET", help="The set whose job groups are meant: an id or a path.")
    ] = "som-2019",
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="FILE", help="Read the exports as this import profile says.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Write how they were understood as a profile.")
    ] = None,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help="Write the rows as CSV for the scenario.")
    ] = None,
    column: Annotated[
        list[str] | None, typer.Option("--column", metavar="KEY=HEADING", help="Say which column it is: hours=Tid.")
    ] = None,
    job_group: Annotated[
        list[str] | None, typer.Option("--job-group", metavar="WORD=ID", help="Say which job group a word means.")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="WORD=STATUS", help="Say which status of a citizen a word means."),
    ] = None,
    re_entries: Annotated[
        Literal["merged", "counted"] | None,
        typer.Option("--re-entries", help="Make a citizen's several stays one row, or count each."),
    ] = None,
    category: Annotated[
        list[str] | None,
        typer.Option("--category", metavar="WORD=CATEGORY", help="Say which category an account is of."),
    ] = None,
    sign: Annotated[
        Literal["costs-positive", "costs-negative"] | None, typer.Option("--sign", help="How costs are written.")
    ] = None,
    vat: Annotated[
        Literal["in", "out"] | None, typer.Option("--vat", help="Write amounts with VAT, or without.")
    ] = None,
    amounts_are: Annotated[
        Literal["with-vat", "without-vat"] | None,
        typer.Option("--amounts-are", help="Whether VAT is in the export's amounts."),
    ] = None,
    dates: Annotated[
        Literal["dd-mm-yyyy", "mm-dd-yyyy", "yyyy-mm-dd"] | None, typer.Option("--dates", help="How dates are written.")
    ] = None,
    decimal: Annotated[Literal[",", "."] | None, typer.Option("--decimal", help="The decimal mark.")] = None,
    year: Annotated[
        int | None, typer.Option("--year", min=1990, max=2100, help="The year of periods that do not say it.")
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="The sheet that holds the table.")
    ] = None,
    fill_down: Annotated[
        list[str] | None,
        typer.Option("--fill-down", metavar="KEY", help="A column of which a blank cell repeats the one above."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="HEADING", help="Leave a column with numbers out.")
    ] = None,
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="Leave out rows that cannot be read; they are counted.")
    ] = False,
    duplicates: Annotated[
        Literal["keep", "drop"] | None,
        typer.Option("--duplicates", help="What to do with rows that stand in two files."),
    ] = None,
    pseudonymise: Annotated[
        Path | None,
        typer.Option("--pseudonymise", metavar="KEYFILE", help="Give persons pseudonyms, by a secret key."),
    ] = None,
    new_key: Annotated[bool, typer.Option("--new-key", help="Write a new key to KEYFILE first.")] = False,
    json: Json = False,
    lang: Language = "da",
) -> None:
    """Look at exports; make them into input tables."""
    from somcost.cli.output import check_outputs, working
    from somcost.intake.files import export_files
    from somcost.intake.imported import import_files
    from somcost.problems import refuse
    from somcost.read.assumptions import read_assumptions
    from somcost.read.profiles import read_profile

    of_kinds: dict[str, dict[str, Any]] = {
        "registrations": {"--job-group": job_group},
        "citizens": {"--status": status, "--re-entries": re_entries},
        "expenses": {"--category": category, "--sign": sign, "--vat": vat, "--amounts-are": amounts_are},
    }
    own = [value for options in of_kinds.values() for value in options.values()]
    if profile is not None and any((column, dates, decimal, year, save, sheet, ignore, fill_down, kind, *own)):
        raise typer.BadParameter("the profile says how the exports are read; correct it there", param_hint="--profile")
    if new_key and pseudonymise is None:
        raise typer.BadParameter("a new key needs --pseudonymise KEYFILE", param_hint="--new-key")
    told: dict[str, Any] = {
        "kind": kind or "registrations",
        "dates": dates,
        "decimal": decimal,
        "year": year,
        "sheet": sheet,
    }
    told |= {"ignored": tuple(ignore or ()), "re_entries": re_entries, "sign": sign, "vat": vat}
    told |= {"amounts_are": amounts_are}
    words = {"groups": job_group, "statuses": status, "categories": category}
    said = _said(column or [], words, fill_down or [], told)
    if profile is None:
        _refuse_others(said.kind, of_kinds)
    groups = read_assumptions(assumptions, beside=Path())[0].job_groups
    paths = export_files(files)
    read = [*paths, *(each for each in (profile, pseudonymise) if each is not None)]
    check_outputs(save, write, read=read)
    names = None
    if pseudonymise is not None:
        outputs = [each for each in (save, write, profile) if each is not None]
        names = _names(pseudonymise, new=new_key, beside=[*paths, *outputs])
    with working("Reading …"):
        imported = import_files(
            paths,
            groups,
            profile=None if profile is None else read_profile(profile),
            said=said,
            duplicates=duplicates,
            names=names,
        )
    if write is not None:
        refuse(imported.problems(set_aside=set_aside, duplicates=duplicates))
    _show(imported, json=json, lang=lang)
    if save is not None:
        from somcost.present.profile_file import write_profile

        write_profile(imported, save)
    if write is not None:
        _write(imported, write, names)


def _refuse_others(kind: str, of_kinds: dict[str, dict[str, Any]]) -> None:
    """Refuse an option that says something of another kind of export."""
    for other, options in of_kinds.items():
        for option, value in options.items():
            if value and other != kind:
                raise typer.BadParameter(f"it is for --kind {other}", param_hint=option)


def _said(columns: list[str], words: dict[str, list[str] | None], fill_down: list[str], told: dict[str, Any]) -> "Said":
    from somcost.intake.said import Said
    from somcost.model.profiles import MEANINGS, KindName
    from somcost.model.tables import STATUSES

    kind: KindName = told["kind"]
    meanings = MEANINGS[kind]
    named = dict(_pair(text, "--column") for text in columns)
    for option, names in (("--column", named), ("--fill-down", fill_down)):
        unknown = [name for name in names if name not in meanings]
        if unknown:
            raise typer.BadParameter(f"{unknown[0]} is none of {', '.join(meanings)}", param_hint=option)
    by_meaning = {meaning: named[meaning] for meaning in meanings if meaning in named}
    pairs: dict[str, Any] = {
        key: dict(_pair(text, WORDED[key]) for text in texts or []) for key, texts in words.items()
    }
    strange = [status for status in pairs["statuses"].values() if status not in STATUSES]
    if strange:
        raise typer.BadParameter(f"{strange[0]} is none of {', '.join(STATUSES)}", param_hint="--status")
    repeated = tuple(meaning for meaning in meanings if meaning in fill_down)
    return Said(columns=by_meaning, fill_down=repeated, **pairs, **told)


def _pair(text: str, option: str) -> tuple[str, str]:
    name, found, value = text.rpartition("=") if option in WORDED.values() else text.partition("=")
    if not found or not name.strip() or not value.strip():
        raise typer.BadParameter(f"{text} is no pair; write the two with = between", param_hint=option)
    return name.strip(), value.strip()


def _show(imported: "Imported", *, json: bool, lang: Literal["da", "en"]) -> None:
    from somcost.cli.output import page
    from somcost.present.imported_plain import as_plain
    from somcost.present.json import as_text
    from somcost.present.numbers import Numbers
    from somcost.present.terminal.imported import imported_blocks
    from somcost.present.terminal.render import print_block

    if json:
        typer.echo(as_text(as_plain(imported)), nl=False)
        return
    with page() as console:
        for number, block in enumerate(imported_blocks(imported, Numbers(lang))):
            if number:
                console.print()
            print_block(block, console)


def _names(path: Path, *, new: bool, beside: list[Path]) -> "Pseudonyms":
    from somcost.intake.pseudonyms import Pseudonyms, key_from, new_key

    folders = [each.resolve().parent for each in beside]
    if new:
        new_key(path, forbidden=folders)
    return Pseudonyms(key_from(path, forbidden=folders))


def _write(imported: "Imported", path: Path, names: "Pseudonyms | None") -> None:
    from somcost.present.imported_file import write_imported

    write_imported(imported, path, names)
