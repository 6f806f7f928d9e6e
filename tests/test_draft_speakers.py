"""Whose figures a draft takes them for, of where and of when; the sentences are our own."""

from functools import cache
from typing import Any

from ocdb.curation.corpus import gather
from ocdb.intake.draft.article import Article
from ocdb.intake.draft.claims import propose
from ocdb.intake.draft.findings import Findings, find
from ocdb.intake.draft.mentions import Names
from ocdb.settings import resource
from tests.cases import each

FIGURES = ("pledges", "reports", "losses")


@cache
def names() -> Names:
    """Return the names of the registers."""
    return Names(gather([resource("seeds")]))


def findings(text: str, published: str = "2020-06-15") -> Findings:
    """Return what is found in a text."""
    return find(Article(text), names(), published)


def drafted(text: str, *keys: str, published: str = "2020-06-15") -> list[dict[str, Any]]:
    """Return the records of some kinds that a draft of a text has."""
    return [one.record for one in propose(findings(text, published)) if one.key in keys]


SPOKEN = [
    ("Selon le ministère du Travail, le secteur emploie 9 000 personnes au Maroc.", "government"),
    ("The sector employs 9,000 people in Kenya, according to a survey by the federation.", "federation"),
    ("La fédération indique que le secteur emploie 9 000 personnes au Maroc.", "federation"),
    ("Le secteur emploie 9 000 personnes au Maroc, d'après une étude récente.", "analyst"),
    ("Le secteur emploie 9 000 personnes au Maroc, selon le gouvernement.", "government"),
    ("Le secteur emploie 9 000 personnes au Maroc.", None),
    ("Le secteur créera 9 000 emplois au Maroc.", None),
    ("Selon M. Ali Benzou, directeur général de Webhelp, le secteur emploie 9 000 personnes au Maroc.", "operator"),
    ("The government hopes to create 9,000 jobs in the sector in Kenya.", "government"),
    ("Kenya aims to create 9,000 jobs in the sector.", "government"),
    ("Webhelp annonce la création de 300 emplois à Fès.", "operator"),
    ("Webhelp va supprimer 300 postes à Fès selon le groupe.", "operator"),
    ("Webhelp va supprimer 300 postes à Fès selon la CGT.", "federation"),
    ("Webhelp emploie 312 salariés à Fès.", "operator"),
    ("Webhelp emploie plus de 300 salariés à Fès.", "operator"),
    (
        "Ann Bello, minister of labour of Nigeria, spoke. “The sector employs 9,000 people in Nigeria,” she said.",
        "government",
    ),
    ("Ann Bello, minister of labour, spoke.\nThe sector employs 9,000 people in Nigeria, says Bello.", "government"),
    ("Le groupe, implanté au Maroc, précise que Webhelp y emploie plus de 300 salariés.", "operator"),
]


@each(("text", "basis"), SPOKEN)
def test_a_figure_is_that_of_who_states_it_else_its_operator_s_else_nobody_s(text: str, basis: str | None) -> None:
    assert [one.get("basis") for one in drafted(text, *FIGURES)] == [basis]


def test_each_of_two_figures_has_its_own_speaker() -> None:
    text = "Webhelp va supprimer 300 postes à Fès selon le groupe, 450 selon la CGT."
    assert [(one["figure"], one["basis"]) for one in drafted(text, *FIGURES)] == [
        (300, "operator"),
        (450, "federation"),
    ]


def test_a_goal_without_a_speaker_is_that_of_the_article_s_voice() -> None:
    text = "La fédération dit que tout va bien, indique l'association.\nIl y aura 9 000 nouveaux emplois au Maroc."
    (pledge,) = drafted(text, "pledges")
    assert (pledge["basis"], pledge["firmness"]) == ("federation", "forecast")


OWNED = [
    ("Webhelp a ouvert un centre. Le secteur emploie 9 000 personnes.", None),
    ("Webhelp a ouvert un centre. Les centres d'appels emploient 9 000 personnes.", None),
    ("Webhelp, leader dans son secteur, emploie 900 personnes.", "webhelp"),
    ("Webhelp, numéro un des centres d'appels, emploie 900 personnes.", "webhelp"),
    ("Webhelp a ouvert un centre. Le groupe emploie 900 personnes.", "webhelp"),
    ("Webhelp a ouvert un centre. Plus de 90 000 personnes y travaillent.", None),
    ("Webhelp is growing. It employs 900 people and works for Vodafone.", "webhelp"),
    ("Webhelp opened a centre. The contact centre employs 900 people.", "webhelp"),
    ("Contact centre agents are many: Zimbabwe has 900 agents.", None),
]


@each(("text", "operator"), OWNED)
def test_a_figure_is_an_operator_s_or_a_trade_s(text: str, operator: str | None) -> None:
    (record,) = drafted(text, *FIGURES)
    assert record.get("operators") == operator


PLACED = [
    ("Webhelp est à Fès et emploie 900 personnes dans 14 pays.", "world"),
    ("Webhelp est à Fès. Webhelp emploie 900 Marocains.", "MA"),
    ("Webhelp est à Fès, au Maroc. Le groupe emploie 900 personnes dans le pays.", "MA"),
    ("Casablanca compte. À Casablanca, le secteur emploie 900 personnes.", "ma-casablanca"),
    # Places in a list are what contains them all; where one is based is no place of a figure.
    ("Webhelp emploie 900 agents à Rabat, à Fès et à Oujda.", "MA"),
    ("Webhelp employs 900 agents in Durban, South Africa.", "za-durban"),
    ("Webhelp employs 900 agents in Kenya and in South Africa.", "sub-saharan-africa"),
    ("Webhelp emploie 900 agents en France, au Maroc et en Tunisie.", "world"),
    ("Webhelp, basée à Paris, emploie 900 agents. Son site est à Fès.", "ma-fes"),
    ("The France-based Webhelp employs 900 agents. Its site is in Fez.", "ma-fes"),
]


@each(("text", "place"), PLACED)
def test_a_figure_is_of_where_its_words_say(text: str, place: str) -> None:
    assert [one["at"] for one in drafted(text, "reports")] == [place]


DATED = [
    ("Webhelp, créée en 2000, emploie 900 personnes à Fès.", "2020-06-15"),
    ("Webhelp est à Fès depuis 2007 et compte 900 salariés.", "2020-06-15"),
    ("En 2018, Webhelp comptait 900 salariés à Fès.", "2018"),
    ("Webhelp comptait 900 salariés à Fès à fin 2018.", "2018-12"),
    ("Webhelp emploie 900 personnes à Fès et en emploiera 1 200 en 2023.", "2020-06-15"),
]


@each(("text", "date"), DATED)
def test_a_report_is_of_the_date_that_is_its_own(text: str, date: str) -> None:
    assert [one["as_of"] for one in drafted(text, "reports")] == [date]


READ = [
    ("Webhelp a permis de créer 700 emplois à Fès.", ("created", "additional")),
    ("So far Webhelp has created 700 jobs in Fès.", ("created", "total")),
    ("Webhelp emploie 700 personnes à Fès.", ("held", "total")),
    ("Webhelp's 700 agents in Fès will move.", ("held", "total")),
]


@each(("text", "expected"), READ)
def test_jobs_are_created_or_held(text: str, expected: tuple[str, str]) -> None:
    assert [(one["kind"], one["reading"]) for one in drafted(text, "reports")] == [expected]


PROMISED = [
    ("Webhelp will employ more than 700 people in Fès.", ("announcement", "total")),
    ("Webhelp envisage de créer 700 emplois à Fès.", ("announcement", "additional")),
    ("Webhelp s'engage, avec l'objectif de créer 700 emplois à Fès.", ("commitment", "additional")),
    (
        "Webhelp table sur la création de 700 emplois à Fès, et suit la convention collective.",
        ("forecast", "additional"),
    ),
    ("Webhelp aims to create 700 jobs in Fès.", ("ambition", "additional")),
    ("Webhelp wants to raise its workforce to 700 people in Fès.", ("ambition", "total")),
]


@each(("text", "expected"), PROMISED)
def test_a_promise_is_as_firm_as_its_words_and_read_as_they_say(text: str, expected: tuple[str, str]) -> None:
    assert [(one["firmness"], one["reading"]) for one in drafted(text, "pledges")] == [expected]


def test_a_growth_tells_what_is_and_what_is_to_be() -> None:
    text = "Webhelp will grow in Fès from 300 to 500 agents."
    records = [(one.key, one.record["figure"]) for one in propose(findings(text)) if one.key in FIGURES]
    assert records == [("reports", 300), ("pledges", 500)]


def test_a_speaker_who_is_named_stands_in_the_record() -> None:
    text = "Ann Bello, minister of labour, says that the sector employs 9,000 people in Nigeria."
    assert [one["said_by"] for one in drafted(text, "reports")] == ["ann-bello"]


ARABIC = [
    ("أعلن وزير التشغيل أن القطاع سيوفر 9 آلاف وظيفة بالمغرب.", "pledges", (9000, "jobs", "MA", "government")),
    ("تشغل Webhelp أكثر من ٤٠٠ موظف في الرباط.", "reports", ({"at_least": 400}, "headcount", "ma-rabat", "operator")),
    ("ستخلق Webhelp بمصر و700 منصب شغل.", "pledges", (700, "jobs", "EG", "operator")),
]


@each(("text", "key", "claim"), ARABIC)
def test_arabic_articles_have_claims(text: str, key: str, claim: tuple[object, ...]) -> None:
    (one,) = drafted(text, *FIGURES)
    assert (one["figure"], one["measure"], one["at"], one["basis"]) == claim
    assert [one] == drafted(text, key)


def test_arabic_articles_have_events_and_their_language() -> None:
    text = "تم في الرباط افتتاح مركز نداء جديد. كما خاض عمال من فاس إضرابا بعد هذا."
    assert findings(text * 2).language == "ar"
    events = {(one["kind"], one["at"]) for one in drafted(text, "events")}
    assert {("inauguration", "ma-rabat"), ("strike", "ma-fes")} <= events


def test_jobs_created_since_a_date_are_those_up_to_the_article_and_a_leading_date_is_of_all_in_its_sentence() -> None:
    (one,) = drafted("Webhelp a créé 900 emplois à Fès depuis son arrivée en mars 2017.", "reports")
    assert (one["as_of"], one["as_of_basis"]) == ("2017-03/2020-06-15", "inferred")
    listed = drafted("En 2018, Webhelp employait 900 agents à Fès contre 800 agents à Oujda.", "reports")
    assert [one["as_of"] for one in listed] == ["2018", "2018"]


@each(
    ("text", "operators"),
    [
        ("Intelcia et Webhelp emploient 900 agents à Fès.", ["intelcia", "webhelp"]),
        ("Intelcia est à Oujda. Webhelp emploie 900 agents à Fès.", "webhelp"),
    ],
)
def test_operators_joined_by_an_and_have_a_joint_figure(text: str, operators: str | list[str]) -> None:
    assert [one["operators"] for one in drafted(text, "reports")] == [operators]
