"""That a name is unknown, as each kind of thing needs it: French nouns have a gender."""

from ocdb.words.language import N_, _

_MESSAGES = {
    "area": N_("there is no area {name}"),
    "citation": N_("there is no citation {name}"),
    "claim": N_("there is no claim {name}"),
    "country": N_("there is no country {name}"),
    "currency": N_("there is no currency {name}"),
    "development": N_("there is no development {name}"),
    "event": N_("there is no event {name}"),
    "institution": N_("there is no institution {name}"),
    "investment": N_("there is no investment {name}"),
    "judgement": N_("there is no judgement {name}"),
    "loss": N_("there is no loss {name}"),
    "official": N_("there is no official {name}"),
    "operator": N_("there is no operator {name}"),
    "party": N_("there is no party {name}"),
    "place": N_("there is no place {name}"),
    "pledge": N_("there is no pledge {name}"),
    "position": N_("there is no position {name}"),
    "party, place, country or area": N_("there is no party, place, country or area {name}"),
    "place, country or area": N_("there is no place, country or area {name}"),
    "operator or institution": N_("there is no operator or institution {name}"),
    "publisher": N_("there is no publisher {name}"),
    "record": N_("there is no record {name}"),
    "report": N_("there is no report {name}"),
    "site": N_("there is no site {name}"),
    "source": N_("there is no source {name}"),
    "statement": N_("there is no statement {name}"),
    "statistic": N_("there is no statistic {name}"),
    "successor": N_("there is no successor {name}"),
}


def there_is_no(kind: str, name: str) -> str:
    """Return that nothing of a kind bears a name: ``there is no operator Webhlep``."""
    return _(_MESSAGES.get(kind, _MESSAGES["record"])).format(name=name)
