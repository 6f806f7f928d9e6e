"""In how many countries operators have sites: those that are or were in many, the most countries first."""

from ocdb.answers.answer import Cell, Column, Record, Section
from ocdb.answers.columns import count, key, text
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold, several
from ocdb.words.language import _

# Fewer countries are no news.
MANY = 3
_SITES = """
    SELECT DISTINCT s.operator AS operator, s.operator_name AS name, s.country AS country, c.in_africa AS african
    FROM v_sites AS s
    JOIN v_countries AS c ON c.id = s.country
    WHERE s.operator IS NOT NULL AND c.kind = 'country' AND s.status <> 'planned'
"""


def in_many_countries(reader: Reader) -> Section:
    """Return the operators with sites in three countries or more: how many, how many of them in Africa, and which.

    A site that is only planned makes no presence; one that was closed was there.
    """
    names: dict[str, str] = {}
    countries: dict[str, dict[str, bool]] = {}
    for record in reader.rows(_SITES).records():
        names[record["operator"]] = record["name"]
        countries.setdefault(record["operator"], {})[record["country"]] = bool(record["african"])
    some = [key for key, among in countries.items() if len(among) >= MANY]
    some.sort(key=lambda key: (-len(countries[key]), -sum(countries[key].values()), fold(names[key])))
    wording = Wording(reader)
    rows = [
        (
            key, names[key], len(countries[key]), sum(countries[key].values()),
            "; ".join(sorted(countries[key], key=lambda country: fold(wording.country(country)))),
        )
        for key in some
    ]  # fmt: skip
    note = _(
        "Sites that are or were there, as far as they are on record; planned ones aren’t counted. A company that was"
        " taken over is counted apart."
    )
    return Section(
        "operators", _("Operators in three countries or more"),
        Rows(("id", "name", "countries", "in_africa", "country"), rows),
        (
            text(_("Name"), "name"), count(_("Countries"), "countries"), count(_("In Africa"), "in_africa"),
            Column("country", _("Where"), _where), key(),
        ),
        notes=(note,),
    )  # fmt: skip


def _where(record: Record, wording: Wording) -> Cell:
    return Cell(", ".join(wording.country(key) for key in several(record["country"])))
