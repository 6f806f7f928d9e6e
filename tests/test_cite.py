"""How claims, articles and the release are cited: as text in two languages, BibTeX, CSL JSON and RIS."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rispy
import yaml
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

from ocdb import release
from ocdb.answers.works import Article, Edition, Passage
from ocdb.render.citation import entries, write
from ocdb.render.citation.csl import issued
from ocdb.words.dates import read, with_doubts
from ocdb.words.language import Language, speaking
from tests.cases import each
from tests.commands import five_articles, loaded_text, ocdb

CITATION_FILE = Path(__file__).resolve().parent.parent / "CITATION.cff"

FULL_DATE = "liberation-2009-01-21-regionales-tanger"
UNCERTAIN_INTERVAL = "silicon-2009-centres-rapatries"
INFERRED_INTERVAL = "orientalmarocain-2020-07-siccam-oujda"
CLAIM = "keyyo-relocation-abbeville"

TANGER = "http://www.libe.ma/Tanger-abrite-les-Regionales-de-la-relation-clients_a544.html"
SILICON = (
    "https://silicon.fr/Thematique/cloud-1370/Breves/"
    "A-contre-courant-quand-les-centres-d-appels-sont-rapatries-421933/amp.htm"
)
SICCAM = "https://orientalmarocain.com/offshoring-le-1er-salon-post-covid-se-tient-a-oujda/"
WHOLE = (
    "The ocdb maintainers, ocdb: the open database of offshoring and call centres in Africa, version 1.0.0, "
    "1 December 2026"
)


def cited(*arguments: str) -> str:
    answer = ocdb("cite", *arguments)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


# --- plain text ---------------------------------------------------------------------------------------------------


def test_an_article_with_a_full_date_whose_weekday_it_names() -> None:
    assert cited(FULL_DATE) == (
        "Amel NEJJARI, “Tanger abrite les Régionales de la relation clients”, Libération (Maroc), 21 January 2009, "
        f"<{TANGER}>.\n"
    )


def test_an_article_whose_date_is_an_uncertain_interval() -> None:
    assert cited(UNCERTAIN_INTERVAL) == (
        "Olivier Robillart, “A contre courant : quand les centres d'appels sont rapatriés...”, Silicon.fr, "
        f"between October 2008 and May 2009 (date uncertain, inferred), <{SILICON}>.\n"
    )


def test_an_article_without_an_author_that_credits_another_outlet() -> None:
    assert cited(INFERRED_INTERVAL) == (
        "“Offshoring : le 1er salon post-Covid se tient à Oujda”, Oriental Marocain (after L'Economiste), "
        f"between 11 and 31 July 2020 (date inferred), <{SICCAM}>.\n"
    )


def test_articles_in_french() -> None:
    assert cited("--lang", "fr", FULL_DATE, INFERRED_INTERVAL) == (
        "Amel NEJJARI, «\xa0Tanger abrite les Régionales de la relation clients\xa0», Libération (Maroc), "
        f"21 janvier 2009, <{TANGER}>.\n"
        "«\xa0Offshoring : le 1er salon post-Covid se tient à Oujda\xa0», Oriental Marocain (d’après L'Economiste), "
        f"entre le 11 et le 31 juillet 2020 (date déduite), <{SICCAM}>.\n"
    )


def test_a_claim_with_its_edition_and_the_paragraphs_that_support_it() -> None:
    assert cited(CLAIM) == (
        "Return of Keyyo's call service for companies to France, from Casablanca to Abbeville. "
        f"Claim keyyo-relocation-abbeville in {WHOLE}. "
        "Supported by: Olivier Robillart, “A contre courant : quand les centres d'appels sont rapatriés...”, "
        "Silicon.fr, between October 2008 and May 2009 (date uncertain, inferred), paragraphs 7, 8 and 10, "
        f"<{SILICON}>.\n"
    )


def test_the_whole_release_is_the_default() -> None:
    assert cited() == cited("release") == f"{WHOLE}. Data set, CC BY 4.0.\n"
    assert cited("--lang", "fr").endswith(", version 1.0.0, 1er décembre 2026. Jeu de données, CC BY 4.0.\n")


def test_the_release_needs_no_database() -> None:
    answer = ocdb("cite", database="")
    assert (answer.code, answer.out, answer.err) == (0, f"{WHOLE}. Data set, CC BY 4.0.\n", "")


def test_citation_cff_and_the_facts_in_the_package_agree() -> None:
    facts: dict[str, Any] = yaml.safe_load(CITATION_FILE.read_text("utf-8"))
    assert facts["title"] == release.TITLE
    assert [author["name"] for author in facts["authors"]] == [release.AUTHOR]
    assert str(facts["version"]) == release.VERSION
    assert str(facts["date-released"]) == release.DATE
    assert facts["license"][0] == release.LICENCE


# --- two sources, one against the claim ---------------------------------------------------------------------------

FOR = """
source: {id: for-2021, publisher: Le Premier, title: Un centre, language: fr, published: 2021~, authors: [A, B]}
operators:
- {id: tessalit, name: Tessalit}
retired:
- {id: tessalit-old, successor: tessalit-lome, reason: Spelt otherwise.}
sites:
- {id: tessalit-lome, cite: [3, 4], operator: tessalit, at: tg-lome, status: open, summary: Tessalit is in Lomé.}
"""
AGAINST = """
source: {id: against-2022, publisher: The Second, language: en, published: ../2022-03}
citations:
- {claim: tessalit-lome, cite: 2, stance: contradicts}
"""


@cache
def disputed() -> Path:
    """Return a database with a claim that one source supports and another contradicts."""
    return loaded_text(FOR, AGAINST)


def test_a_contradicted_claim_of_other_data_than_the_released() -> None:
    answer = ocdb("cite", "tessalit-lome", database=disputed())
    assert answer.out == (
        f"Tessalit is in Lomé. Claim tessalit-lome in {WHOLE}, with other data than those released. "
        "Supported by: A & B, “Un centre”, Le Premier, about 2021, paragraphs 3 and 4. "
        "Contradicted by: The Second, by March 2022, paragraph 2.\n"
    )


def test_it_in_french() -> None:
    answer = ocdb("cite", "tessalit-lome", "--lang", "fr", database=disputed())
    assert answer.out == (
        "Tessalit is in Lomé. Information tessalit-lome dans The ocdb maintainers, ocdb: the open database of "
        "offshoring and call centres in Africa, version 1.0.0, 1er décembre 2026, avec d’autres données que celles "
        "publiées. Confirmée par\xa0: A & B, «\xa0Un centre\xa0», Le Premier, vers 2021, paragraphes 3 et 4. "
        "Contredite par\xa0: The Second, au plus tard en mars 2022, paragraphe 2.\n"
    )


def test_a_retired_slug_is_cited_as_its_successor() -> None:
    answer = ocdb("cite", "tessalit-old", database=disputed())
    assert (answer.code, answer.err) == (0, "tessalit-old is cited as tessalit-lome\n")
    assert answer.out == ocdb("cite", "tessalit-lome", database=disputed()).out


# --- dates --------------------------------------------------------------------------------------------------------


@each(
    ("edtf", "english", "french"),
    [
        ("2009-01-21", "21 January 2009", "21 janvier 2009"),
        ("2009-03-01", "1 March 2009", "1er mars 2009"),
        ("2011-10", "October 2011", "octobre 2011"),
        ("2011", "2011", "2011"),
        ("2011-21", "spring 2011", "printemps 2011"),
        ("2012~", "about 2012", "vers 2012"),
        ("2012-05-03~", "about 3 May 2012", "vers le 3 mai 2012"),
        ("2011?", "2011 (date uncertain)", "2011 (date incertaine)"),
        ("2011%", "about 2011 (date uncertain)", "vers 2011 (date incertaine)"),
        ("2008-11/2009-02", "between November 2008 and February 2009", "entre novembre 2008 et février 2009"),
        ("2020-06-30/2020-07-11", "between 30 June and 11 July 2020", "entre le 30 juin et le 11 juillet 2020"),
        ("2020-07-01/2020-07-11", "between 1 and 11 July 2020", "entre le 1er et le 11 juillet 2020"),
        ("2020-07/2020-08-11", "between July 2020 and 11 August 2020", "entre juillet 2020 et le 11 août 2020"),
        ("2009-06/..", "June 2009 or later", "juin 2009 ou plus tard"),
        ("../2009-05-04?", "by 4 May 2009 (date uncertain)", "au plus tard le 4 mai 2009 (date incertaine)"),
        ("2009-06/2009-06", "June 2009", "juin 2009"),
        ("199X", "199X", "199X"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(edtf: str, english: str, french: str) -> None:
    assert (words(edtf, "stated", "en"), words(edtf, None, "fr")) == (english, french)


def words(edtf: str, basis: str | None, language: Language) -> str:
    with speaking(language):
        return with_doubts(edtf, basis)


def test_how_a_date_is_known_is_told() -> None:
    assert words("2020-01-30", "inferred", "en") == "30 January 2020 (date inferred)"
    assert words("2020-01-30?", "relative", "fr") == "30 janvier 2020 (date incertaine, calculée)"


@each(
    ("edtf", "expected"),
    [
        ("2009-01-21", {"date-parts": [[2009, 1, 21]]}),
        ("2012~", {"date-parts": [[2012]], "circa": True}),
        ("2011-21", {"date-parts": [[2011]], "season": 1}),
        ("2020-07-11/2020-07-31", {"date-parts": [[2020, 7, 11], [2020, 7, 31]]}),
        ("2009-01?/2009-05?", {"date-parts": [[2009, 1], [2009, 5]], "circa": True}),
        ("../2009-05", {"date-parts": [[2009, 5]], "circa": True}),
        ("199X", {"literal": "199X"}),
    ],
)
def test_a_date_in_csl(edtf: str, expected: dict[str, Any]) -> None:
    assert issued(edtf) == expected


def test_only_a_plain_date_is_exact() -> None:
    dates = ("2009-01-21", "2011", "2011?", "2012~", "2011-21", "2020-07-11/2020-07-31", "2009-06/..")
    assert [bool((when := read(edtf)) and when.exact) for edtf in dates] == [True, True] + [False] * 5


# --- BibTeX -------------------------------------------------------------------------------------------------------


def test_articles_and_the_release_in_bibtex() -> None:
    assert cited("-f", "bibtex", FULL_DATE, INFERRED_INTERVAL, "release") == (
        "@article{liberation-2009-01-21-regionales-tanger,\n"
        "  author = {{Amel NEJJARI}},\n"
        "  title = {{Tanger} abrite les {Régionales} de la relation clients},\n"
        "  journal = {Libération (Maroc)},\n"
        "  year = {2009},\n"
        "  month = jan,\n"
        "  date = {2009-01-21},\n"
        f"  url = {{{TANGER}}},\n"
        "  langid = {french},\n"
        "}\n"
        "\n"
        "@article{orientalmarocain-2020-07-siccam-oujda,\n"
        "  key = {Oriental Marocain},\n"
        "  title = {{Offshoring} : le 1er salon {post-Covid} se tient à {Oujda}},\n"
        "  journal = {Oriental Marocain},\n"
        "  year = {2020},\n"
        "  month = jul,\n"
        "  date = {2020-07-11/2020-07-31},\n"
        f"  url = {{{SICCAM}}},\n"
        "  langid = {french},\n"
        "  note = {Published: between 11 and 31 July 2020 (date inferred). After L'Economiste},\n"
        "}\n"
        "\n"
        "@misc{ocdb-1.0.0,\n"
        "  author = {{The ocdb maintainers}},\n"
        "  title = {ocdb: the open database of offshoring and call centres in {Africa}},\n"
        "  version = {1.0.0},\n"
        "  year = {2026},\n"
        "  month = dec,\n"
        "  date = {2026-12-01},\n"
        "  note = {CC BY 4.0},\n"
        "}\n"
    )


def test_a_claim_in_bibtex_comes_with_its_articles() -> None:
    first, second = cited("-f", "bibtex", CLAIM).split("\n\n")
    assert first == (
        "@misc{keyyo-relocation-abbeville,\n"
        "  author = {{The ocdb maintainers}},\n"
        "  title = {{Return} of {Keyyo's} call service for companies to {France,} "
        "from {Casablanca} to {Abbeville}},\n"
        "  howpublished = {ocdb: the open database of offshoring and call centres in Africa},\n"
        "  version = {1.0.0},\n"
        "  year = {2026},\n"
        "  month = dec,\n"
        "  date = {2026-12-01},\n"
        "  note = {Claim keyyo-relocation-abbeville. Supported by: silicon-2009-centres-rapatries},\n"
        "}"
    )
    assert second.startswith("@article{silicon-2009-centres-rapatries,\n")
    assert "  year = {between 2008 and 2009?},\n  date = {2008-10?/2009-05?},\n" in second
    assert second.endswith(
        "  note = {Published: between October 2008 and May 2009 (date uncertain, inferred). "
        "Supports claim keyyo-relocation-abbeville, paragraphs 7, 8 and 10},\n}\n"
    )


def article(**given: Any) -> Article:
    bare: dict[str, Any] = dict.fromkeys(("title", "url", "published", "published_basis", "credited_to"))
    return Article(**{"id": "odd", "publisher": "P & Q", "authors": (), "language": "xx"} | bare | given)


def test_what_means_something_to_latex_is_escaped_and_no_brace_is_left_open() -> None:
    title = "50% of {a} C_B ~x ^y &Z $5\\ } @misc{forged,"
    text = write([article(title=title, url="http://x.test/a_b%20c#d{e}\\ f")], "bibtex")
    assert r"journal = {P \& Q}" in text
    assert (
        r"title = {50\% of \textbraceleft{}a\textbraceright{} {C\_B} \textasciitilde{}x \textasciicircum{}y {{\&Z}} "
        r"\$5\textbackslash{} \textbraceright{} @misc\textbraceleft{}forged,}" in text
    )
    assert "url = {http://x.test/a_b%20c#d%7Be%7D%5C%20f}" in text
    library = parse_string(text)
    assert [entry.key for entry in library.entries] == ["odd"]
    assert library.failed_blocks == []


def test_bibtex_is_read_back_with_the_letters_of_the_title() -> None:
    text = cited("-f", "bibtex", FULL_DATE, UNCERTAIN_INTERVAL)
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert [(entry.key, entry["title"], entry["author"]) for entry in library.entries] == [
        (FULL_DATE, "Tanger abrite les Régionales de la relation clients", "Amel NEJJARI"),
        (
            UNCERTAIN_INTERVAL,
            "A contre courant : quand les centres d'appels sont rapatriés...",
            "Olivier Robillart",
        ),
    ]


@each(
    ("edtf", "expected"),
    [
        ("2012~", ["year = {about 2012}", "date = {2012~}"]),
        ("2011-06?", ["year = {2011?}", "month = jun", "date = {2011-06?}"]),
        ("2008-11/2009-02", ["year = {between 2008 and 2009}", "date = {2008-11/2009-02}"]),
        ("../2009-05", ["year = {by 2009}", "date = {../2009-05}"]),
        ("199X", ["date = {199X}"]),
    ],
)
def test_a_doubtful_year_stays_doubtful_in_bibtex(edtf: str, expected: list[str]) -> None:
    text = write([article(published=edtf)], "bibtex")
    assert re.findall(r"^  ((?:year|month|date) = .*),$", text, re.MULTILINE) == expected


# --- CSL JSON -----------------------------------------------------------------------------------------------------

# The properties that are used of csl-data.json, the schema of CSL 1.0.2, with their types there.
CSL: dict[str, Any] = {
    "id": str, "type": str, "author": list, "title": str, "container-title": str, "issued": dict, "URL": str,
    "language": str, "locator": str, "note": str, "version": str,
}  # fmt: skip


def test_a_claim_and_its_article_in_csl_json() -> None:
    claim, source = json.loads(cited("-f", "csl-json", CLAIM))
    assert claim == {
        "id": "keyyo-relocation-abbeville",
        "type": "dataset",
        "author": [{"literal": "The ocdb maintainers"}],
        "title": "Return of Keyyo's call service for companies to France, from Casablanca to Abbeville",
        "container-title": "ocdb: the open database of offshoring and call centres in Africa",
        "version": "1.0.0",
        "issued": {"date-parts": [[2026, 12, 1]]},
        "note": "Claim keyyo-relocation-abbeville. Supported by: silicon-2009-centres-rapatries",
    }
    assert source == {
        "id": "silicon-2009-centres-rapatries",
        "type": "article-newspaper",
        "author": [{"literal": "Olivier Robillart"}],
        "title": "A contre courant : quand les centres d'appels sont rapatriés...",
        "container-title": "Silicon.fr",
        "issued": {"date-parts": [[2008, 10], [2009, 5]], "circa": True},
        "URL": SILICON,
        "language": "fr",
        "locator": "7, 8, 10",
        "note": "Published: between October 2008 and May 2009 (date uncertain, inferred). "
        "Supports claim keyyo-relocation-abbeville, paragraphs 7, 8 and 10",
    }


def test_every_citation_has_the_shape_of_the_csl_schema() -> None:
    slugs = [
        *ocdb("list", "claims", "--columns", "id").lines[1:],
        *ocdb("list", "sources", "--columns", "id").lines[1:],
    ]
    items = json.loads(cited("-f", "csl-json", "release", *slugs))
    assert len(items) == len(slugs) + 1
    for item in items:
        assert all(isinstance(value, CSL[name]) for name, value in item.items()), item
        assert item["type"] in ("dataset", "article-newspaper")
        assert item["issued"].keys() <= {"date-parts", "circa"}
        assert 1 <= len(item["issued"]["date-parts"]) <= 2


# --- RIS ----------------------------------------------------------------------------------------------------------


def test_an_article_and_the_release_in_ris() -> None:
    assert cited("-f", "ris", INFERRED_INTERVAL, "release") == (
        "TY  - NEWS\n"
        "ID  - orientalmarocain-2020-07-siccam-oujda\n"
        "TI  - Offshoring : le 1er salon post-Covid se tient à Oujda\n"
        "T2  - Oriental Marocain\n"
        "PB  - Oriental Marocain\n"
        "PY  - 2020\n"
        "DA  - 2020/07//between 11 and 31 July 2020\n"
        f"UR  - {SICCAM}\n"
        "LA  - fr\n"
        "N1  - Published: between 11 and 31 July 2020 (date inferred)\n"
        "N1  - After L'Economiste\n"
        "ER  - \n"
        "\n"
        "TY  - DATA\n"
        "ID  - ocdb-1.0.0\n"
        "AU  - The ocdb maintainers\n"
        "TI  - ocdb: the open database of offshoring and call centres in Africa\n"
        "ET  - 1.0.0\n"
        "PY  - 2026\n"
        "DA  - 2026/12/01/\n"
        "N1  - CC BY 4.0\n"
        "ER  - \n"
    )


def test_ris_is_read_back() -> None:
    claim, source, full = rispy.loads(cited("-f", "ris", CLAIM, FULL_DATE))
    assert (claim["type_of_reference"], claim["id"], claim["secondary_title"]) == ("DATA", CLAIM, release.TITLE)
    assert source["notes"] == [
        "Published: between October 2008 and May 2009 (date uncertain, inferred)",
        "Supports claim keyyo-relocation-abbeville, paragraphs 7, 8 and 10",
    ]
    assert (full["authors"], full["date"], full["urls"]) == (["Amel NEJJARI"], "2009/01/21/", [TANGER])


def test_a_line_break_in_a_title_begins_no_tag() -> None:
    text = write([article(title="One\nTY  - JOUR\nER  - ", published="2008-11/2009-02")], "ris")
    (entry,) = rispy.loads(text)
    assert (entry["type_of_reference"], entry["title"]) == ("NEWS", "One TY - JOUR ER -")
    assert "date" not in entry
    assert "year" not in entry


# --- several, and what can't be cited -----------------------------------------------------------------------------


def test_an_article_behind_two_claims_is_one_entry_with_the_passages_of_both() -> None:
    one, other = Passage("one", "supports", (7,)), Passage("other", "contradicts", (2, 3))
    assert entries([article(passages=(one,)), article(passages=(one, other)), Edition("1", None)]) == [
        article(passages=(one, other)),
        Edition("1", None),
    ]


@each(
    ("name", "begin"),
    [("x.bib", "@article{"), ("x.json", "[\n"), ("x.ris", "TY  - NEWS"), ("x.txt", "Amel NEJJARI, ")],
)
def test_the_ending_of_a_file_chooses_the_format(name: str, begin: str, tmp_path: Path) -> None:
    assert cited(FULL_DATE, "-o", str(tmp_path / name)) == ""
    assert (tmp_path / name).read_text("utf-8").startswith(begin)


def test_an_unknown_slug_is_an_error_with_suggestions() -> None:
    answer = ocdb("cite", "keyyo-relocation-abbevile")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith("ocdb: there is nothing called keyyo-relocation-abbevile\n  Did you mean keyyo-reloc")


def test_an_operator_is_no_claim() -> None:
    answer = ocdb("cite", "webhelp")
    assert answer.code == 2
    assert answer.err == (
        "ocdb: webhelp isn't a claim or a source, but this: operator\n"
        "  Choose a claim about it: ocdb list claims --operator webhelp\n"
    )


def test_slugs_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMP_WORDS", "ocdb cite keyyo-rel")
    monkeypatch.setenv("COMP_CWORD", "2")
    answer = ocdb(database="", env={"_OCDB_COMPLETE": "complete_bash", "OCDB_DATABASE_URL": str(five_articles())})
    assert answer.lines == ["keyyo-relocation-abbeville", "keyyo-relocation-cost"]
