"""The words that Danish systems write above their columns, by the kind of export and by what they mean."""

from collections.abc import Mapping
from types import MappingProxyType

from somcost.model.profiles import KindName, Meaning

REGISTRATIONS: Mapping[Meaning, str] = MappingProxyType(
    {
        "date": (
            "dato, registreringsdato, periode, måned, uge, kvartal, dag, date, month, udført, udført dato, "
            "udførelsesdato, registreret, dato for tid, arbejdsdato, år og måned, år/måned, år uge, uge nr, "
            "regnskabsperiode, ugenr, ugenummer, månedsnr, månednr, måned nr, halvår"
        ),
        "year": "år, year, årstal, kalenderår, registreringsår, regnskabsår",
        "job_group": (
            "job_group, stilling, stillingsbetegnelse, faggruppe, medarbejdertype, medarbejdergruppe, "
            "overenskomst, overenskomstgruppe, personalegruppe, personalekategori, jobgruppe, profession, "
            "faglighed, fagprofil, stillingskode, stillingstype"
        ),
        "hours": (
            "hours, timer, antal timer, forbrugt tid, varighed, tidsforbrug, tid, timer i alt, minutter, antal "
            "minutter, min, antal min, timeforbrug, anvendt tid, tid brugt, brugt tid, registreret tid, timetal"
        ),
        "start_time": "start, starttid, starttidspunkt, fra, fra kl, kl fra, begyndt, mødt, start kl, påbegyndt",
        "end_time": "slut, sluttid, sluttidspunkt, til, til kl, kl til, afsluttet, gået, slut kl",
        "pause": "pause, pausetid, heraf pause",
        "employee": (
            "employee, medarbejder, medarbejdernr, medarbejdernummer, medarbejder id, medarb, medarb nr, ansat, "
            "initialer, sagsbehandler, udfører, udført af, tjenestenummer, lønnummer, bruger id"
        ),
        "activity": (
            "activity, aktivitet, aktivitetstype, ydelse, indsats, opgave, opgavetype, kategori, arbejdsopgave, "
            "tidstype, registreringstype"
        ),
        "phase": "phase, fase, forløbsfase, procesfase",
        "with_citizen": (
            "with_citizen, med borger, borgerkontakt, borger til stede, med barn, med familie, direkte borgertid, "
            "direkte tid, direkte, ansigt til ansigt, sammen med borger"
        ),
        "case": (
            "case, sag, sagsnr, sagsnummer, sags id, borger, borger id, borgernr, borgernummer, familie, familie "
            "id, barn, journalnr"
        ),
        "site": ("site, afdeling, enhed, sted, team, institution, distrikt, område, tjenestested, organisation"),
        "course": "course, forløb, hold, gruppeforløb, gruppe, kursus, holdnavn",
    }
)
CITIZENS: Mapping[Meaning, str] = MappingProxyType(
    {
        "id": (
            "id, borger, borger id, borgernr, borgernummer, borgere, cpr, cprnr, cpr nr, cprnummer, cpr nummer, "
            "personnr, personnummer, familie, familie id, familienr, barn, barn id, ung, ung id, deltager, "
            "deltager id, deltagernr, klient, klient id, sag, sagsnr, sagsnummer, sags id, case, case id, "
            "journalnr"
        ),
        "start": (
            "start, startdato, start dato, dato for start, indskrevet, indskrevet dato, indskrivningsdato, "
            "indskrivning, opstart, opstartsdato, opstart dato, påbegyndt, begyndt, fra, fra dato, fradato, "
            "gyldig fra, indsats start, forløbsstart, forløb start, første dag, ibrugtagningsdato, start date"
        ),
        "end": (
            "end, slut, slutdato, slut dato, dato for slut, udskrevet, udskrevet dato, udskrivningsdato, "
            "udskrivning, afsluttet, afsluttet dato, afslutningsdato, afslutning, ophør, ophørsdato, ophørt, "
            "stop, stopdato, til, til dato, tildato, gyldig til, indsats slut, forløbsslut, forløb slut, sidste "
            "dag, end date"
        ),
        "status": "status, borgerstatus, forløbsstatus, indsatsstatus, sagsstatus, tilstand, state",
        "site": ("site, afdeling, enhed, sted, team, institution, distrikt, område, tjenestested, organisation"),
    }
)
EXPENSES: Mapping[Meaning, str] = MappingProxyType(
    {
        "date": (
            "date, dato, bogføringsdato, bogført, bogført dato, posteringsdato, bilagsdato, fakturadato, "
            "valørdato, periode, måned, month, bogføringsperiode, posteringsperiode, regnskabsperiode, "
            "regnskabsmåned, år og måned, år/måned, kvartal, månedsnr, månednr, måned nr, halvår"
        ),
        "year": "år, year, årstal, kalenderår, regnskabsår, bogføringsår",
        "amount": (
            "amount, beløb, beløb i kr, beløb kr, beløb dkk, beløb i dkk, posteringsbeløb, bogført beløb, "
            "nettobeløb, bruttobeløb, fakturabeløb, udgift, udgifter, udgift i kr, forbrug, forbrug i kr, "
            "regnskab, realiseret, kr, kroner, dkk, netto, brutto, tkr, mio"
        ),
        "debit": "debet, debit, debetbeløb, beløb debet, debet beløb, debet kr",
        "credit": "kredit, credit, kreditbeløb, beløb kredit, kredit beløb, kredit kr",
        "side": "d/k, dk, debet/kredit, debet kredit, debit/kredit, d k, fortegn, s/h",
        "vat": "vat, moms, momsbeløb, moms i kr, moms kr, heraf moms, købsmoms, moms beløb",
        "account": (
            "account, konto, kontonr, kontonummer, konto nr, art, artskonto, art nr, artsnr, artsnummer, "
            "finanskonto, kontostreng, omkostningsart, autoriseret konto"
        ),
        "account_text": (
            "kontotekst, kontonavn, konto tekst, konto navn, arttekst, artstekst, artsnavn, art tekst, art navn, "
            "kontobetegnelse, artsbetegnelse"
        ),
        "category": "category, kategori, udgiftskategori, udgiftstype, udgiftsart",
        "phase": "phase, fase, forløbsfase, procesfase",
        "site": (
            "site, afdeling, enhed, sted, team, institution, distrikt, område, tjenestested, organisation, "
            "omkostningssted"
        ),
        "course": "course, forløb, hold, gruppeforløb, kursus, holdnavn",
    }
)
WORDS: Mapping[KindName, Mapping[Meaning, str]] = MappingProxyType(
    {"registrations": REGISTRATIONS, "citizens": CITIZENS, "expenses": EXPENSES}
)
"""Headings by what they mean; case, points and what stands in brackets make no difference."""
SKIPPED: Mapping[KindName, str] = MappingProxyType(
    {
        "registrations": (
            "bemærkning, bemærkninger, kommentar, kommentarer, note, noter, notat, beskrivelse, tekst, fritekst, "
            "navn, borgernavn, medarbejdernavn, fornavn, efternavn, normtimer, normtid, norm, løbenr, løbenummer, "
            "id, oprettet, oprettet af, ændret, godkendt, status, total, i alt, sum, pct, procent, adresse, "
            "telefon, e-mail, email, beløb, kr"
        ),
        "citizens": (
            "bemærkning, bemærkninger, kommentar, kommentarer, note, noter, notat, beskrivelse, tekst, fritekst, "
            "navn, borgernavn, fornavn, efternavn, barnets navn, løbenr, løbenummer, række, nr, alder, køn, "
            "fødselsdato, fødselsår, adresse, telefon, e-mail, email, oprettet, oprettet af, oprettet dato, "
            "ændret, godkendt, henvist, henvisningsdato, visitationsdato, visiteret, forventet slut, forventet "
            "slutdato, planlagt slut, planlagt slutdato, forventet start, planlagt start, bevilget til, udskrift "
            "dato, antal dage, varighed, total, i alt, sum, pct, procent, sagsbehandler, medarbejder"
        ),
        "expenses": (
            "bemærkning, bemærkninger, kommentar, kommentarer, note, noter, notat, beskrivelse, tekst, "
            "posteringstekst, bilagstekst, fakturatekst, fritekst, navn, leverandør, leverandørnavn, kreditor, "
            "kreditornavn, debitor, modtager, løbenr, løbenummer, id, bilagsnr, bilag, bilagsnummer, "
            "posteringsnr, fakturanr, fakturanummer, ordrenr, oprettet, oprettet af, oprettet dato, registreret, "
            "registreret dato, forfaldsdato, ændret, godkendt, status, saldo, budget, korrigeret budget, rest, "
            "restbudget, momskode, momssats, momspct, moms pct, valuta, antal, stykpris, pris, total, i alt, sum, "
            "pct, procent"
        ),
    }
)
"""Headings of what is not read: notes and names, norms, sums, balances, numbers of rows."""
