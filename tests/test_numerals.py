"""Numbers in French and English prose: what is written, what it is worth, what the words around it say of it."""

from decimal import Decimal

from ocdb.curation.numerals import find_numbers
from tests.cases import each

ONE_THOUSAND = (
    "1.000",
    "1 000",
    "1\u00a0000",
    "1\u202f000",
    "1,000",
    "1'000",
    "1\u2019000",
    "1000",
    "mille",
    "one thousand",
)

VALUES = {
    "5 000 emplois": "5000",
    "12.500 emplois": "12500",
    "1.250.000 appels": "1250000",
    "1.250,50 euros": "1250.5",
    "1,250.50 dollars": "1250.5",
    "4,28 pour un": "4.28",
    "4.28 for one": "4.28",
    "0,125 en tout": "0.125",
    "35 millions de contacts": "35000000",
    "35 million contacts": "35000000",
    "4,28 millions de dirhams": "4280000",
    "1,2 milliard": "1200000000",
    "2 bn": "2000000000",
    "2bn": "2000000000",
    "15 k€": "15000",
    "€15k": "15000",
    "10 MDH": "10000000",
    "$2.5m": "2500000",
    "500euros": "500",
    "R1bn": "1000000000",
    "R28-million": "28000000",
    "R2,5bn": "2500000000",
    "R350 000": "350000",
    "N35,000": "35000",
    "₦48,000": "48000",
    "Sh1.2 billion": "1200000000",
    "Kshs 1.2 billion": "1200000000",
    "P1.2 million": "1200000",
    "EGP 290m": "290000000",
    "US$5bn": "5000000000",
    "1.5k jobs": "1500",
    "50 K emplois": "50000",
    "15 mn de trajet": "15",
    "€15mn": "15000000",
    "R28mn": "28000000",
    "10 M d'euros": "10000000",
    "10 K de dirhams": "10000",
    "1 milliard 200 millions": "1200000000",
    "3 millions 200.000 dirhams": "3200000",
    "2 mille 500 personnes": "2500",
    "8.79 trillion": "8790000000000",
    "deux mille": "2000",
    "deux mille cinq cents": "2500",
    "deux cent mille": "200000",
    "deux millions trois cent mille": "2300000",
    "deux millions et demi": "2500000",
    "two and a half million": "2500000",
    "half a million": "500000",
    "un million": "1000000",
    "un million deux cent mille": "1200000",
    "a hundred jobs": "100",
    "one hundred and fifty jobs": "150",
    "twelve hundred jobs": "1200",
    "thirty-seven": "37",
    "trente-sept": "37",
    "vingt et un": "21",
    "soixante-dix": "70",
    "soixante et onze": "71",
    "soixante-dix-sept": "77",
    "septante-trois": "73",
    "quatre-vingts": "80",
    "quatre vingt douze": "92",
    "quatre-vingt-dix-neuf": "99",
    "cent un": "101",
    "neuf opérateurs": "9",
    "une trentaine": "30",
    "la trentaine de participants": "30",
    "une centaine": "100",
    "d\u2019une dizaine": "10",
    "une douzaine": "12",
    "une demi-douzaine": "6",
    "a dozen": "12",
    "half a dozen": "6",
    "two dozen": "24",
    "un millier": "1000",
    "deux milliers": "2000",
    "une dizaine de milliers": "10000",
    "une dizaine de millions": "10000000",
    "70%": "70",
    "70 %": "70",
    "70 pour cent": "70",
    "a 500-seat centre": "500",
}

NO_NUMBERS = (
    "un centre, une société, one of them",
    "des centaines de postes, plusieurs milliers, hundreds of jobs, des millions",
    "un centre flambant neuf",
    "Il est neuf.",
    "Covid-19, 3G, B2B, Web 2.0, agent 007",
    "N1, route R2, video in 4K, P2P, D-Day",
    "24h/24, 7j/7, 24/7, 18:30, 14h30, à 9h",
    "trois quarts, deux tiers, two thirds",
    "la trente-septième, the thirty-seventh",
    "https://example.org/7848, 5@example.org, 05 22 43 21 00, +212 522 43 21 00",
    "version 1.2.3",
    "MA64011519000001205000534921, 123456789012345678901234567890",
)

KINDS = {
    "17e édition": [("17", "ordinal")],
    "le 17th": [("17", "ordinal")],
    "la 2ème phase": [("2", "ordinal")],
    "n° 5": [("5", "ordinal")],
    "le 1er avril 2020": [("1", "date"), ("2020", "year")],
    "10 et 11 juillet": [("10", "date"), ("11", "date")],
    "March 3, 2010": [("3", "date"), ("2010", "year")],
    "the 3rd of March": [("3", "date")],
    "30/01/2020": [("30", "date"), ("1", "date"), ("2020", "year")],
    "2020-01-30": [("2020", "year"), ("1", "date"), ("30", "date")],
    "dès juin 2009": [("2009", "year")],
    "en 2012, 37 locaux": [("2012", "year"), ("37", "number")],
    "mi-2020": [("2020", "year")],
    "2009-2011": [("2009", "year"), ("2011", "year")],
    "2000 emplois": [("2000", "number")],
    "2 000": [("2000", "number")],
    "en 2000": [("2000", "year")],
    "in 2010 jobs were lost": [("2010", "year")],
    "30 may go": [("30", "number")],
    "70% des travaux": [("70", "percent")],
}

BOUNDS = {
    "près de 400 positions": [("400", "nearly")],
    "près d'un millier": [("1000", "nearly")],
    "environ 400": [("400", "about")],
    "quelque 37 locaux": [("37", "about")],
    "de l'ordre de 250 postes": [("250", "about")],
    "150.000 euros environ": [("150000", "about")],
    "about 400, nearly 300, some 200": [("400", "about"), ("300", "nearly"), ("200", "about")],
    "some of the 200": [("200", None)],
    "une trentaine": [("30", "about")],
    "a dozen": [("12", "about")],
    "pas moins d'une trentaine": [("30", "at_least")],
    "plus de 3.000 emplois": [("3000", "at_least")],
    "en plus, 500": [("500", None)],
    "au moins 100": [("100", "at_least")],
    "100 postes au moins": [("100", "at_least")],
    "dépasse les 3.000": [("3000", "at_least")],
    "more than 2,500": [("2500", "at_least")],
    "no fewer than 30": [("30", "at_least")],
    "over 500 jobs": [("500", "at_least")],
    "over five years": [("5", None)],
    "500+ jobs": [("500", "at_least")],
    "jusqu'à 20 employés": [("20", "at_most")],
    "moins de 50": [("50", "at_most")],
    "up to 500": [("500", "at_most")],
    "no more than 10": [("10", "at_most")],
    "entre 300 et 400 emplois": [("300", "range"), ("400", "range")],
    "between 300 and 400": [("300", "range"), ("400", "range")],
    "de 300 à 400 emplois": [("300", "range"), ("400", "range")],
    "from 300 to 400 jobs": [("300", "range"), ("400", "range")],
    "300-400 jobs": [("300", "range"), ("400", "range")],
    "300\u2013400 jobs": [("300", "range"), ("400", "range")],
    "de 3 à 5 millions": [("3000000", "range"), ("5000000", "range")],
    "between 20% and 30%": [("20", "range"), ("30", "range")],
    "passera de 300 à 400 emplois": [("300", None), ("400", None)],
    "grew from 300 to 400": [("300", None), ("400", None)],
    "300 emplois et 400 postes": [("300", None), ("400", None)],
    "500 emplois": [("500", None)],
    "pas loin de 502 personnes": [("502", "nearly")],
    "à peu près 400": [("400", "about")],
    "aux environs de 501, env. 503": [("501", "about"), ("503", "about")],
    "508-odd people": [("508", "about")],
    "≥ 504 personnes, 505 personnes au bas mot": [("504", "at_least"), ("505", "at_least")],
    "in excess of 506, 507-plus people, + de 509": [("506", "at_least"), ("507", "at_least"), ("509", "at_least")],
    "max. 510 personnes": [("510", "at_most")],
    "will not exceed 500, not exceeding 600": [("500", "at_most"), ("600", "at_most")],
    "ne dépasse pas 500, sans dépasser 600": [("500", "at_most"), ("600", "at_most")],
    "over $2m, nearly R125m": [("2000000", "at_least"), ("125000000", "nearly")],
    "at least Ksh 2 billion": [("2000000000", "at_least")],
    "$2.5-3 million": [("2500000", "range"), ("3000000", "range")],
    "$2.5 to $3 million": [("2500000", "range"), ("3000000", "range")],
    "between R100m and R125m": [("100000000", "range"), ("125000000", "range")],
    "cinq à six cents emplois": [("500", "range"), ("600", "range")],
    "entre cinq et six cents": [("500", "range"), ("600", "range")],
    "two or three thousand jobs": [("2000", "range"), ("3000", "range")],
}


@each("text", ONE_THOUSAND)
def test_a_thousand_is_read_in_any_way_of_writing(text: str) -> None:
    (found,) = find_numbers(f"Le groupe créera {text} emplois.")
    assert found.value == 1000
    assert found.text == text
    assert found.kind == "number"


@each(("text", "value"), VALUES.items())
def test_a_number_is_worth(text: str, value: str) -> None:
    assert [found.value for found in find_numbers(f"({text})")] == [Decimal(value)]


@each("text", NO_NUMBERS)
def test_this_holds_no_number(text: str) -> None:
    assert find_numbers(text) == []


@each(("text", "expected"), KINDS.items())
def test_what_counts_nothing_is_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(found.value), found.kind) for found in find_numbers(text)] == expected


@each(("text", "expected"), BOUNDS.items())
def test_the_words_around_a_number_set_its_bound(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(str(found.value), found.bound) for found in find_numbers(text)] == expected


def test_numbers_are_told_apart_and_keep_their_places() -> None:
    text = "Trois sites, cinq cents postes ; six mois après, 1\u00a0200 emplois."
    found = find_numbers(text)
    assert [one.value for one in found] == [3, 500, 6, 1200]
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert found[-1].text == "1\u00a0200"


def test_words_that_make_no_one_number_are_several() -> None:
    assert [found.value for found in find_numbers("trois cinq, vingt trente mille")] == [3, 5, 20, 30000]
