"""Which events a draft proposes; the sentences are our own."""

from typing import Any

from ocdb.curation.corpus import gather
from ocdb.intake.draft.article import Article
from ocdb.intake.draft.claims import propose
from ocdb.intake.draft.findings import find
from ocdb.intake.draft.mentions import Names
from ocdb.settings import resource
from tests.cases import each


def events(text: str) -> list[dict[str, Any]]:
    """Return the events that a draft of a text has."""
    names = Names(gather([resource("seeds")]))
    return [one.record for one in propose(find(Article(text), names, "2020-06-15")) if one.key == "events"]


EVENTS = [
    ("Webhelp et le ministère ont signé une convention à Rabat.", ["agreement"]),
    ("La société Webhelp a tenu une conférence de presse à Rabat.", ["press_conference"]),
    ("Vodafone outsourced its call centre in Accra to Webhelp.", ["contract_won"]),
    ("Vodafone ended its contract with Webhelp in Accra.", ["contract_ended"]),
    ("Le centre est connu.\n" * 3 + "À Rabat, Webhelp avait licencié du monde.", []),
]


@each(("text", "kinds"), EVENTS)
def test_an_event_is_what_an_article_tells_not_what_it_mentions(text: str, kinds: list[str]) -> None:
    assert [one["kind"] for one in events(text)] == kinds


def test_an_event_of_a_kind_is_proposed_once_as_the_sentence_that_says_most_tells_it() -> None:
    text = (
        "Une grève a eu lieu à Rabat.\nLa grève chez Webhelp à Fès, le 3 juin 2020, a duré. Une autre grève suit à Fès."
    )
    (event,) = events(text)
    assert (event["kind"], event["cite"], event["date"]) == ("strike", 2, "2020-06-03")
