"""Places behind a preposition: in Agadir, in the United States; in French à Agadir, aux États-Unis."""

from ocdb.words.language import _, language

_WITH_ARTICLE = "AE BS CF CK DO FK FO GB KM KY MH MP MV NL PH PS SB SC TC US VG VI maghreb"
# What French puts before the name of a country or area; where it isn't known, the name stands in brackets.
_PREPOSITIONS = {
    "en": (
        "AD AF AL AM AO AQ AR AT AU AZ BA BE BG BO BY CF CH CI CN CO CZ DE DO DZ EC EE EG ER ES ET FI FM FR GE GF GM "
        "GN GP GQ GR GW HR HT HU ID IE IL IN IQ IR IS IT JM JO KP KR LT LV LY MD MK MN MQ MR MY NA NC NO NZ PF PG PL "
        "RO RS RU SA SE SI SK SL SO SY SZ TH TN TR TZ UA UG UY UZ ZA ZM "
        "africa french-speaking-africa north-africa sub-saharan-africa"
    ),
    "au": (
        "BD BF BI BJ BN BR BT BW BZ CA CD CG CL CM CR CV DK EH GA GB GH GL GT GY HN JP KE KG KH KW KZ LA LB LI LK LR "
        "LS LU MA ME ML MM MW MX MZ NE NG NI NP PA PE PK PT PY QA RW SD SN SR SS SV TD TG TJ TL TM VE VN VU YE ZW "
        "maghreb"
    ),
    "aux": "AE AX BM BQ BS CC CK FJ FK FO KM KY MH MP MV NL PH PW SB SC TC US VG VI",
    "à": "AG BH CU CY DJ GG GI GU JE MC MG MT MU OM PR RE SG SM ST TT TW YT",
}
_BEFORE = {code: preposition for preposition, codes in _PREPOSITIONS.items() for code in codes.split()}
_CONTRACTED = {"Le ": "au ", "Les ": "aux "}

# Cities whose name in a language isn't the one in use there, in Latin letters.
_CITIES = {
    "en": {"Alger": "Algiers", "Port-Louis": "Port Louis", "Tanger": "Tangier"},
    "fr": {
        "A Coruña": "La Corogne", "Addis Ababa": "Addis-Abeba", "Cairo": "Le Caire", "Cape Town": "Le Cap",
        "Luxor": "Louxor", "Sheikh Zayed City": "Cheikh Zayed", "Valencia": "Valence",
    },
}  # fmt: skip


def called(name: str) -> str:
    """Return what a place is called in the language that is spoken: a city, or a district with its city."""
    cities = _CITIES[language()]
    return ", ".join(cities.get(part, part) for part in name.split(", "))


def in_country(code: str, name: str) -> str:
    """Return where something is in a country or a larger area: ``in Morocco``, ``in the Maghreb``, ``worldwide``.

    Args:
        code: of the country, or the slug of the area.
        name: its name in the language that is spoken.
    """
    if code == "world":
        return _("worldwide")
    if language() == "en":
        return f"in the {name}" if code in _WITH_ARTICLE.split() else f"in {name}"
    return f"{_BEFORE[code]} {name}" if code in _BEFORE else f"({name})"


def in_place(kind: str, name: str) -> str:
    """Return where something is in a region, city, district or park: ``in Agadir``.

    In French the name of a region or park stands in brackets: which preposition it takes depends on the name.
    """
    name = called(name)
    if language() == "en":
        return f"in {name}"
    if kind in ("region", "park"):
        return f"({name})"
    article = next((article for article in _CONTRACTED if name.startswith(article)), "")
    return f"{_CONTRACTED[article]}{name.removeprefix(article)}" if article else f"à {name}"
