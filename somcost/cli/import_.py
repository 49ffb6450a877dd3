"""somcost import: what is in files nobody has described, and from them the scenario's registrations."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import typer

from somcost.cli import import_options as options
from somcost.cli.options import Json, Language

if TYPE_CHECKING:
    from somcost.intake.imported import Imported
    from somcost.intake.pseudonyms import Pseudonyms
    from somcost.intake.said import Said
    from somcost.model.profiles import KindName


def import_(
    files: options.Files,
    *,
    kind: options.Kind = None,
    assumptions: options.Set = "som-2019",
    profile: options.Profile = None,
    save: options.Save = None,
    write: options.Write = None,
    column: options.Column = None,
    job_group: options.JobGroups = None,
    status: options.Statuses = None,
    re_entries: options.ReEntries = None,
    category: options.Categories = None,
    sign: options.Sign = None,
    vat: options.Vat = None,
    amounts_are: options.AmountsAre = None,
    amounts_in: options.AmountsIn = None,
    dates: options.Dates = None,
    decimal: options.Decimal = None,
    hours: options.Hours = None,
    year: options.Year = None,
    sheet: options.Sheet = None,
    fill_down: options.FillDown = None,
    ignore: options.Ignore = None,
    sums: options.Sums = None,
    set_aside: options.SetAside = False,
    duplicates: options.Duplicates = None,
    pseudonymise: options.Pseudonymise = None,
    new_key: options.NewKey = False,
    no_questions: options.NoQuestions = False,
    json: Json = False,
    lang: Language = "da",
) -> None:
    """Look at exports; make them into input tables."""
    from somcost.cli.output import check_outputs, working
    from somcost.cli.questions import asked, can_ask
    from somcost.intake.files import export_files
    from somcost.intake.imported import import_files
    from somcost.problems import refuse
    from somcost.read.assumptions import read_assumptions
    from somcost.read.profiles import read_profile

    of_kinds: dict[str, dict[str, Any]] = {
        "registrations": {"--job-group": job_group, "--hours": hours},
        "citizens": {"--status": status, "--re-entries": re_entries},
        "expenses": {
            "--category": category,
            "--sign": sign,
            "--vat": vat,
            "--amounts-are": amounts_are,
            "--amounts-in": amounts_in,
        },
    }
    known = None
    if profile is not None:
        told: dict[str, Any] = {
            "--column": column,
            "--dates": dates,
            "--decimal": decimal,
            "--save": save,
            "--ignore": ignore,
        }
        told |= {"--fill-down": fill_down, "--kind": kind, "--re-entries": re_entries}
        told |= {"--sign": sign, "--vat": vat, "--amounts-are": amounts_are, "--amounts-in": amounts_in}
        _refuse_beside_profile({**told, "--hours": hours, "--sums": sums})
        known = read_profile(profile)
    kind = kind or (known.kind if known else "registrations")
    _refuse_others(kind, of_kinds)
    if new_key and pseudonymise is None:
        raise typer.BadParameter("a new key needs --pseudonymise KEYFILE", param_hint="--new-key")
    said = _said(
        kind,
        {"--column": column or [], "--fill-down": fill_down or []},
        {"--job-group": job_group or [], "--status": status or [], "--category": category or []},
        dates=dates,
        decimal=decimal,
        hours=hours,
        year=year,
        sheets=tuple(sheet or ()),
        ignored=tuple(ignore or ()),
        re_entries=re_entries,
        sign=sign,
        vat=vat,
        amounts_are=amounts_are,
        amounts_in=amounts_in,
        sums=sums,
    )
    groups = read_assumptions(assumptions, beside=Path())[0].job_groups
    paths = export_files(files)
    read = [*paths, *(each for each in (profile, pseudonymise) if each is not None)]
    check_outputs(save, write, read=read)
    names = None
    if pseudonymise is not None:
        outputs = [each for each in (save, write, profile) if each is not None]
        names = _names(pseudonymise, new=new_key, beside=[*paths, *outputs])

    def look(said: "Said", duplicates: Literal["keep", "drop"] | None) -> "Imported":
        with working("Reading …"):
            return import_files(paths, groups, profile=known, said=said, duplicates=duplicates, names=names)

    if known is None and (write or save) and not json and not no_questions and can_ask():
        imported, set_aside = asked(look, said, groups, lang, duplicates=duplicates, set_aside=set_aside)
        duplicates = imported.duplicates
    else:
        imported = look(said, duplicates)
    if write is not None:
        refuse(imported.problems(set_aside=set_aside, duplicates=duplicates))
    written: list[tuple[str, int | None]] = []
    if save is not None:
        from somcost.present.profile_file import write_profile

        write_profile(imported, save)
        written.append((save.name, None))
    if write is not None:
        written.append((write.name, _write(imported, write, names)))
    _show(imported, list(groups), json=json, lang=lang, set_aside=set_aside, written=written)


def _refuse_beside_profile(told: dict[str, Any]) -> None:
    """Refuse an option that says what a profile says; words, the sheet and the year may differ from file to file."""
    for option, value in told.items():
        if value:
            raise typer.BadParameter("the profile says it; correct it there", param_hint=option)


def _refuse_others(kind: str, of_kinds: dict[str, dict[str, Any]]) -> None:
    """Refuse an option that says something of another kind of export."""
    for other, own in of_kinds.items():
        for option, value in own.items():
            if value and other != kind:
                raise typer.BadParameter(f"it is for --kind {other}", param_hint=option)


def _said(kind: "KindName", columns: dict[str, list[str]], words: dict[str, list[str]], **told: Any) -> "Said":
    """Put together what is said; columns and words come by their options."""
    from somcost.intake.said import Said
    from somcost.model.profiles import MEANINGS
    from somcost.model.tables import STATUSES

    meanings = MEANINGS[kind]
    named = dict(_pair(text, "--column") for text in columns["--column"])
    for option, names in {**columns, "--column": list(named)}.items():
        _refuse_unknown(names, meanings, option)
    groups, statuses, categories = (dict(_pair(text, option) for text in texts) for option, texts in words.items())
    _refuse_unknown(statuses.values(), STATUSES, "--status")
    return Said(
        kind=kind,
        columns={meaning: named[meaning] for meaning in meanings if meaning in named},
        fill_down=tuple(meaning for meaning in meanings if meaning in columns["--fill-down"]),
        groups=groups,
        statuses=statuses,
        categories=categories,
        **told,
    )


def _refuse_unknown(names: Iterable[str], known: Sequence[str], option: str) -> None:
    unknown = [name for name in names if name not in known]
    if unknown:
        raise typer.BadParameter(f"{unknown[0]} is none of {', '.join(known)}", param_hint=option)


def _pair(text: str, option: str) -> tuple[str, str]:
    name, found, value = text.rpartition("=") if option != "--column" else text.partition("=")
    if not found or not name.strip() or not value.strip():
        raise typer.BadParameter(f"{text} is no pair; write the two with = between", param_hint=option)
    return name.strip(), value.strip()


def _show(
    imported: "Imported",
    groups: Sequence[str],
    *,
    json: bool,
    lang: Literal["da", "en"],
    set_aside: bool,
    written: Sequence[tuple[str, int | None]],
) -> None:
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
        blocks = imported_blocks(imported, Numbers(lang), set_aside=set_aside, written=written, groups=groups)
        for number, block in enumerate(blocks):
            if number:
                console.print()
            print_block(block, console)


def _names(path: Path, *, new: bool, beside: list[Path]) -> "Pseudonyms":
    from somcost.intake.pseudonyms import Pseudonyms, key_from, new_key

    folders = [each.resolve().parent for each in beside]
    if new:
        new_key(path, forbidden=folders)
    return Pseudonyms(key_from(path, forbidden=folders))


def _write(imported: "Imported", path: Path, names: "Pseudonyms | None") -> int:
    from somcost.present.imported_file import write_imported

    return write_imported(imported, path, names)
