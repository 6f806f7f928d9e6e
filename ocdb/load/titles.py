"""The titles of losses follow the state that stands: a plan that came about is called a loss, no planned one.

A load makes the title of a claim from its fields, as its first source has them. Where a later source changes the state,
the title is made again; one that a curator wrote stays.
"""

from collections.abc import Callable, Iterable
from types import SimpleNamespace

from ocdb.load.derived.states import states
from ocdb.load.row import Row, Rows
from ocdb.load.summaries import Called
from ocdb.rules.figures import Figure
from ocdb.words.language import LANGUAGES, Language, speaking
from ocdb.words.places import in_country, in_place
from ocdb.words.summaries import Glossary, summary

# What a title is made of, beside the claims.
NAMED = ("party", "place", "country", "loss_cause")
STATUSES = ("planned", "happened", "cancelled")


def retitled(rows: Rows, keys: Iterable[str], named: Callable[[], Rows]) -> list[Row]:
    """Return the rows of claims, in which losses are titled by their latest state.

    Args:
        rows: the claims and what belongs to them, and the articles; they stay as they are.
        keys: of the claims whose state a later source gives, or gave in another database of the same claims.
        named: gives the rows of NAMED, by which the claims were titled; asked only where one may change.
    """
    losses = {row["id"]: row for row in rows.get("job_loss", ())}
    if not (changed := losses.keys() & {*keys}):
        return list(rows.get("claim", ()))
    latest, words = states(rows), _Words(rows, named())
    made = {}
    for key in sorted(changed):
        titles = {status: words.title(losses[key], status) for status in STATUSES}
        standing = latest[key].status if key in latest else losses[key]["status"]
        made[key] = titles.values(), titles.get(standing)
    found = []
    for row in rows["claim"]:
        titles_, now = made.get(row["id"], ((), None))
        if now and (row["summary"], row["summary_fr"]) in titles_:
            row = row | dict(zip(("summary", "summary_fr"), now, strict=True))  # noqa: PLW2901
        found.append(row)
    return found


def changed(rows: Rows) -> set[str]:
    """Return the claims whose state a later source gives."""
    return {row["concerns_id"] for row in rows.get("development", ())}


class _Words:
    """Titles losses from rows of tables, as a load does from records."""

    def __init__(self, rows: Rows, named: Rows) -> None:
        self.employers: dict[str, list[str]] = {}
        for row in sorted(rows.get("claim_party", ()), key=lambda row: (row["claim_id"], row["position"])):
            if row["role"] == "employer":
                self.employers.setdefault(row["claim_id"], []).append(row["party_id"])
        self.named = named
        self.glossaries = {language: self._glossary(language) for language in LANGUAGES}

    def _glossary(self, language: Language) -> Glossary:
        places = {row["id"]: (row["kind"], row["label"]) for row in self.named["place"]}
        countries = {row["id"]: row[f"name_{language}"] for row in self.named["country"]}

        def where(slug: str) -> str | None:
            return in_country(slug, countries[slug]) if slug in countries else in_place(*places[slug])

        labels = {("loss_cause", row["id"]): row[f"label_{language}"] for row in self.named["loss_cause"]}
        return Glossary({row["id"]: row["name"] for row in self.named["party"]}, Called(where), labels)

    def title(self, loss: Row, status: str) -> tuple[str, ...]:
        """Return the title of a loss that has a status, in each language."""
        record = SimpleNamespace(
            operators=self.employers.get(loss["id"], []),
            figure=Figure(loss["low"], loss["high"], loss["bound"]),
            measure=loss["measure"],
            at=loss["place_id"] or loss["country_id"],
            cause=loss["cause"],
            status=status,
        )
        titles = []
        for language in LANGUAGES:
            with speaking(language):
                titles.append(summary("loss", record, self.glossaries[language]))
        return tuple(titles)
