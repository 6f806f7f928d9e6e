"""What the words of an article mean to a draft: dates and horizons, figures, known names, unknown names."""

from functools import cache
from pathlib import Path

from ocdb.curation.corpus import gather
from ocdb.dates import parse
from ocdb.intake.draft import candidates, figures, horizons, newcomers
from ocdb.intake.draft.language import flat, language
from ocdb.intake.draft.mentions import Names
from ocdb.intake.draft.sentences import sentences
from ocdb.settings import resource
from tests.cases import each

# No article says these sentences.


@cache
def names() -> Names:
    return Names(gather([resource("seeds")]))


@each(
    ("words", "edtf", "basis"),
    [
        ("Mercredi 21 Janvier 2009", "2009-01-21", "stated"),
        ("May 20, 2024", "2024-05-20", "stated"),
        ("on 1st April 2020", "2020-04-01", "stated"),
        ("en mars 2010", "2010-03", "stated"),
        ("à partir de mars 2020", "2020-03/..", "stated"),
        ("créée en 1999,", "1999", "stated"),
        ("by the end of 2009", "2009", "stated"),
        ("at the end of 2009", "2009-12", "stated"),
        ("à fin 2009", "2009-12", "stated"),
        ("in the next 18-24 months", "2010-07/2011-01", "relative"),
        ("d'ici 5 à 6 ans", "2014/2015", "relative"),
        ("à l'horizon 2015", "2015", "stated"),
        ("in the first quarter of 2010", "2010-01/2010-03", "stated"),
        ("au premier semestre 2010", "2010-01/2010-06", "stated"),
        ("from 2006 to 2008", "2006/2008", "stated"),
        ("d'ici trois ans", "2012-01", "relative"),
        ("within three years", "2012-01", "relative"),
        ("over the next five years", "2014-01", "relative"),
        ("dans les six prochains mois", "2009-07", "relative"),
        ("les deux années à venir", "2011-01", "relative"),
        ("dès août prochain", "2009-08", "relative"),
        ("en octobre dernier", "2008-10", "relative"),
        ("next October", "2009-10", "relative"),
        ("le mois prochain", "2009-02", "relative"),
        ("last month", "2008-12", "relative"),
        ("cette année", "2009", "relative"),
        ("l'année prochaine", "2010", "relative"),
        ("by the end of the year", "2009", "relative"),
        ("d'ici la fin de l'année", "2009", "relative"),
        ("vendredi 9 janvier dernier", "2009-01-09", "relative"),
        ("le 23 janvier prochain", "2009-01-23", "relative"),
        ("il y a deux ans", "2007", "relative"),
        ("dès les prochains jours", "2009-01~", "relative"),
        ("les 10 et 11 juillet", "2009-07-10/2009-07-11", "inferred"),
        ("in March", "2009-03", "inferred"),
        ("le 31 février 2010", None, None),
        ("d'ici mi-2020", "2020-06~", "stated"),
        ("by year-end 2020", "2020", "stated"),
        ("sur la période 2015-2018", "2015/2018", "stated"),
        ("Du 28 juin au 2 juillet 2012", "2012-06-28/2012-07-02", "stated"),
        ("From May to July 2012", "2012-05/2012-07", "stated"),
        ("on July 10-12, 2012", "2012-07-10/2012-07-12", "stated"),
        ("Les 10-11 juillet", "2009-07-10/2009-07-11", "inferred"),
        ("by December", "2009-12", "inferred"),
        ("Elle ouvrira en décembre", "2009-12", "inferred"),
        ("Elle a ouvert en juin", "2008-06", "inferred"),
    ],
)
def test_a_date_is_as_precise_as_the_words(words: str, edtf: str | None, basis: str | None) -> None:
    found = horizons.find(1, words, parse("2009-01-21"))
    if edtf is None:
        assert [one.edtf for one in found if one.edtf and len(one.edtf) > 4] == []
    else:
        assert [(one.edtf, one.basis) for one in found] == [(edtf, basis)]


def test_a_horizon_is_reckoned_from_a_rough_publication_only_where_all_its_days_agree() -> None:
    rough = parse("2011-06?/2011-08?")
    assert [one.edtf for one in horizons.find(1, "en octobre prochain", rough)] == ["2011-10"]
    assert [one.edtf for one in horizons.find(1, "le mois prochain", rough)] == [None]
    assert [one.edtf for one in horizons.find(1, "d'ici trois ans", rough)] == ["2014"]
    assert [one.edtf for one in horizons.find(1, "d'ici trois ans", parse("2011-06/2012-02"))] == ["2014/2015"]


def test_without_a_publication_only_stated_dates_are_dates() -> None:
    found = horizons.find(1, "Next month and in 2012, d'ici trois ans, à terme", None)
    assert [(one.edtf, one.vague) for one in found] == [(None, False), ("2012", False), (None, False), (None, True)]


def test_a_date_in_digits_may_have_the_month_first_in_english() -> None:
    text = "on 08/12/2012 and on 08/25/2012"
    assert [one.edtf for one in horizons.find(1, text, None, english=True)] == [None, "2012-08-25"]
    assert [one.edtf for one in horizons.find(1, "le 08/12/2012", None)] == ["2012-12-08"]


def test_a_country_s_name_inside_another_name_is_no_country() -> None:
    text = "Outsourcia SA, Maurice Lévy and Chad Brown are in New Mexico, then in the D.R. Congo and Northern Ireland."
    assert [one.key for one in names().find([text]) if one.kind == "country"] == ["CD", "GB"]


def test_a_word_of_the_trade_is_no_operator_s_name(tmp_path: Path) -> None:
    (tmp_path / "operators.yaml").write_text("operators:\n- {id: contact, name: Contact}\n", "utf-8")
    text = "Contact centre agents are many, and Contact hires them."
    known = Names(gather([tmp_path])).find([text])
    assert [(one.key, one.start) for one in known] == [("contact", text.index("Contact hires"))]


def test_what_is_no_company_is_no_operator() -> None:
    text = "Now the Acme Services Sector hires people, the Norwegian hires people. Here Exemplia hires people."
    assert [one.key for one in newcomers.find([text], [], ())] == ["exemplia"]


def test_a_weekday_chooses_the_year() -> None:
    (found,) = horizons.find(1, "ce jeudi 30 janvier", parse("2020-02"))
    assert (found.edtf, found.weekday) == ("2020-01-30", "thursday")


def test_a_weekday_counts_more_than_a_guess_by_the_tense() -> None:
    # "Sera" looks ahead; but the 29 January before the publication was a Tuesday, and the one after it not.
    (found,) = horizons.find(1, "La ministre sera à Rabat mardi 29 janvier.", parse("2019-02-12"))
    assert found.edtf == "2019-01-29"


FIGURES = [
    ("The company will create 500 call centre jobs in Durban.", "500 jobs pledge"),
    ("Acme currently employs 1 200 people there.", "1200 headcount report"),
    ("It plans to hire a further 300 agents.", "300 hires pledge"),
    ("The firm opened a 1,500-seat facility.", "1500 seats report"),
    ("The sector employs about 54 000 people.", "54000 headcount report"),
    ("Some 350 workers will be retrenched.", "350 headcount loss"),
    ("The centre trained 1 000 learners.", "1000 trainees report"),
    ("There are 54 call centres in the city.", "54 sites statistic"),
    ("A total of 10 new centres opened.", "10 new_sites statistic"),
    ("It handles 20 000 calls a day.", "20000 contacts statistic"),
    ("An investment of R125 million is planned.", "125000000 ZAR investment"),
    ("It cost US$12 million to build.", "12000000 USD investment"),
    ("Exports earned R14bn.", "14000000000 ZAR statistic"),
    ("It will bring between 500 and 700 direct jobs.", "500-700 jobs pledge"),
    ("L'entreprise emploie 450 téléconseillers.", "450 headcount report"),
    ("Elle compte en recruter 200 de plus.", "200 hires pledge"),
    ("Le site comptera 600 positions.", "600 seats pledge"),
    ("La société a créé 200 emplois au Sénégal.", "200 jobs report"),
    ("Le plan a permis la création de 700 postes.", "700 jobs report"),
    ("On y créera plus de mille deux cents emplois.", "1200 jobs pledge"),
    ("Un investissement de 35 MDH est annoncé.", "35000000 MAD investment"),
    ("Il réalise un chiffre d'affaires de 7,2 milliards de dirhams.", "7200000000 MAD statistic"),
    ("Le salaire est de 4 000 dirhams par mois.", None),
    ("An agent costs $12 an hour.", None),
    ("Le plan a conduit à 700 emplois.", "700 jobs report"),
    ("The plan would have created 700 jobs.", "700 jobs pledge"),
    ("Quelque 120 emplois sont menacés.", "120 jobs report"),
    ("The fund approved R125 million for the building.", "125000000 ZAR investment"),
    ("A centre may hold up to 500 seats.", "500 seats pledge"),
    ("Près de 12 % des clients sont belges.", "12 share statistic"),
    ("Sales grew by 12 %.", None),
    ("Les travaux sont achevés à 80%.", "80 completion statistic"),
    ("Le pays compte 130 centres d'appels.", "130 sites statistic"),
    ("Elle a cinq clients et 70% de diplômés.", "70 share statistic"),
    ("The plan created jobs for over 900 youths.", "900 jobs report"),
    ("Some 900 young people were trained there.", "900 trainees report"),
    ("It has 900 frontline, remote and back-office agents.", "900 headcount report"),
    ("The country has 90 in-house call centres.", "90 sites statistic"),
    ("The firm expects to take on 90 people.", "90 hires pledge"),
    ("L'effectif passera à plus de 2000.", "2000 headcount pledge"),
    ("Il y a eu 2000 emplois créés.", "2000 jobs report"),
    ("The city spent R70m on the park.", "70000000 ZAR investment"),
]


@each(("sentence", "expected"), FIGURES)
def test_a_figure_has_the_measure_and_the_kind_that_its_words_say(sentence: str, expected: str | None) -> None:
    found = figures.find(1, sentence, horizons.find(1, sentence, None), english=language(sentence * 3) == "en")
    told = []
    for one in found:
        if one.kind:
            low, high = one.value
            number = f"{low}" if low == high else f"{low}-{high}"
            told.append(f"{number} {one.currency or one.measure} {one.kind}")
    assert told == ([expected] if expected else [])


def test_what_has_a_date_behind_it_that_is_over_is_no_promise() -> None:
    text = "La loi devrait changer un secteur de 9 000 emplois en 2012 et de 8 000 emplois en 2016."
    dates = horizons.find(1, text, parse("2014"))
    found = figures.find(1, text, dates, english=False, published=parse("2014"))
    assert [(str(one.low), one.kind) for one in found] == [("9000", "report"), ("8000", "pledge")]


def test_a_figure_without_a_measure_is_kept_with_what_it_counts() -> None:
    (found,) = figures.find(1, "Elle sert 35 entreprises.", [], english=False)
    assert (found.kind, found.measure, found.about) == (None, None, "entreprises")


def test_a_level_takes_the_measure_of_the_one_before() -> None:
    text = "Les effectifs passeront de 300 à 500 collaborateurs en 2016, puis à 800 en 2017."
    found = figures.find(1, text, horizons.find(1, text, None), english=False)
    assert [(str(one.low), one.measure) for one in found] == [
        ("300", "headcount"),
        ("500", "headcount"),
        ("800", "headcount"),
    ]


def test_bound_and_period_are_kept() -> None:
    (found,) = figures.find(1, "Il traite plus de 35 millions de contacts par an.", [], english=False)
    assert (str(found.low), found.high, found.bound, found.period) == ("35000000", None, "at_least", "year")


def test_names_are_found_in_any_form_that_they_ever_bore() -> None:
    found = names().find(["Charles-Emmmanuel Berc (VIPP-Interstis) à Tangier, puis M. Berc au Bénin et aux USA."])
    assert [(one.kind, one.key) for one in found] == [
        ("official", "charles-emmanuel-berc"),
        ("operator", "vipp-interstis"),
        ("place", "ma-tanger"),
        ("official", "charles-emmanuel-berc"),
        ("country", "BJ"),
        ("country", "US"),
    ]


def test_a_name_is_none_without_its_capital() -> None:
    assert names().find(["un vent oriental, une notoriety", "saccom est petit"]) == []


def test_a_name_that_several_bear_is_settled_by_the_places_around_it() -> None:
    (tangier, *_) = names().find(["Le Centre régional d'investissement était là.", "Tanger, Tanger."])
    (agadir, *_) = names().find(["Le Centre régional d'investissement était là.", "Agadir, Agadir."])
    assert (tangier.key, agadir.key) == ("cri-tanger", "cri-agadir")


def test_unknown_names_are_candidates_and_beginnings_of_sentences_are_not() -> None:
    text = ["Alpha Appels ouvre ici. Elle embauche. Demain, l'ONX et Ada Zerhoun y seront.", "Selon Alpha Appels, oui."]
    found = {one.name: (one.paragraphs, one.times) for one in candidates.find(text, set())}
    assert found == {"Alpha Appels": ((1, 2), 2), "ONX": ((1,), 1), "Ada Zerhoun": ((1,), 1)}


def test_the_language_is_voted() -> None:
    assert language("Le centre est dans la ville et il a des agents pour les clients.") == "fr"
    assert language("The centre is in the city and it has agents for the clients of it.") == "en"
    assert language("Alpha Beta Gamma") is None


def test_letters_without_accents_keep_their_places() -> None:
    text = "Œuvre à Fès\u2019\u00a0İ ﬁn"
    assert len(flat(text)) == len(text)


def test_sentences_end_behind_abbreviations_of_no_name() -> None:
    text = "M. Berc est là. Il parle; Mme Lawson aussi. 25 jeunes viennent."
    assert [text[start:end] for start, end in sentences(text)] == [
        "M. Berc est là.",
        "Il parle;",
        "Mme Lawson aussi.",
        "25 jeunes viennent.",
    ]
