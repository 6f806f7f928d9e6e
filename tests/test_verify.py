"""Evidence held against texts: what verifies, what doesn't and why, and how many faults are caught."""

import importlib.util
import json
import os
import re
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from ocdb.curation.corpus import gather
from ocdb.curation.evidence import digest, normalise, paragraphs, texts
from ocdb.curation.verify import Checked, verify
from ocdb.errors import UsageError
from ocdb.settings import resource
from tests.cases import each
from tests.commands import fresh, ocdb

CHECKOUT = Path(__file__).resolve().parent.parent
ARTICLES = Path(os.environ.get("OCDB_TEXTS") or CHECKOUT.parent / "shared" / "seeds")
needs_articles = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the texts of the five articles aren't here; OCDB_TEXTS names their directory"
)

# Our own words: no article says this.
ARTICLE = """Un centre de plus à Ville-Neuve

Alpha Appels ouvre à Ville Neuve. Mme Ada Zérhoun, sa patronne, promet mille\u00a0deux cents emplois.
Dans  l'Est, une trentaine d'agents suivent déjà une formation ; le groupe en veut entre 300 et 400.
Il vise 4,28 millions d'appels l'an prochain, pour 17 clients.
"""

COUNTRY = """countries:
- {id: MA, alpha3: MAR, name_en: Morocco, name_fr: Maroc, in_africa: true}
"""
REGISTERS = """
operators:
- {id: alpha, name: Alpha Appels, names: [{name: Alfa Apels, kind: misspelling}]}
- {id: beta, name: Beta Calls}
officials:
- {id: ada-zerhoun, name: Ada Zerhoun}
places:
- {id: xx-est, kind: region, name: Est, country: MA}
- {id: xx-ville-neuve, kind: city, name: Villeneuve, country: MA, parent: xx-est, names: [
    {name: Ville-Neuve, kind: variant}]}
"""


def held(tmp_path: Path, claims: str) -> list[Checked]:
    """Hold claims against the article above."""
    hashed = f"sha256: {digest(ARTICLE)}, paragraphs: 4, extent: whole"
    source = f"source: {{id: own-text, publisher: Own, language: fr, {hashed}}}\n"
    (tmp_path / "own.yaml").write_text(source + COUNTRY + REGISTERS + claims, encoding="utf-8")
    corpus = gather([tmp_path / "own.yaml"])
    assert corpus.problems == []
    (result,) = verify(corpus, {digest(ARTICLE): paragraphs(ARTICLE)})
    assert result.held
    return list(result.claims)


def statistic(cite: str, figure: str, more: str = "") -> str:
    return f"statistics:\n- {{id: one, cite: {cite}, figure: {figure}, measure: duration{more}}}\n"


def statement(cite: str, summary: str, more: str = "") -> str:
    return f"statements:\n- {{id: one, cite: {cite}, topic: market, summary: {summary}{more}}}\n"


# --- texts --------------------------------------------------------------------------------------------------------


def test_a_text_is_normalised_before_it_is_hashed() -> None:
    text = "\ufeff  Une  phrase\u00a0ici \r\n\r\n\t\nEt l\u2019e\u0301te\u0301\u2028fini.\r"
    assert normalise(text) == "Une phrase ici\nEt l\u2019\u00e9t\u00e9 fini."
    assert digest(text) == digest("Une phrase ici\nEt l\u2019\u00e9t\u00e9 fini.\n\n")
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_texts_are_found_by_their_hash_in_any_folder(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.TXT").write_text("Un.\n\nDeux.", encoding="utf-8")
    (tmp_path / "a.md").write_text("Trois.", encoding="utf-8")
    (tmp_path / "page.html").write_text("<p>Quatre.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("Cinq.", encoding="utf-8")
    assert texts(tmp_path).found == {digest("Un.\nDeux."): ["Un.", "Deux."], digest("Trois."): ["Trois."]}
    assert texts(tmp_path).files[digest("Trois.")] == str(tmp_path / "a.md")


def test_files_that_cannot_be_read_are_told_and_the_others_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Dehors.", encoding="utf-8")
    root = tmp_path / "texts"
    root.mkdir()
    (root / "latin.txt").write_bytes("d\u00e9j\u00e0".encode("latin-1"))
    (root / "link.txt").symlink_to(outside)
    (root / "gone.txt").symlink_to(root / "nothing.txt")
    (root / "folder.txt").mkdir()
    os.mkfifo(root / "pipe.txt")
    (root / "good.txt").write_text("Dedans.", encoding="utf-8")
    (root / "same.txt").symlink_to(root / "good.txt")
    found = texts(root)
    assert list(found.found.values()) == [["Dedans."]]
    assert {Path(problem.file).name: problem.message for problem in found.unread} == {
        "gone.txt": "it can't be read: No such file or directory",
        "latin.txt": "it isn't in UTF-8 (byte 1)",
        "link.txt": "it is a link that leads out of the directory",
        "pipe.txt": "it isn't an ordinary file",
    }


def test_a_directory_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="doesn't exist"):
        texts(tmp_path / "none")


# --- claims -------------------------------------------------------------------------------------------------------

VERIFIED = {
    "a figure in words": statistic("2", "1200"),
    "a round figure": statistic("3", "{about: 30}"),
    "both ends of a range": statistic("3", "{range: [300, 400]}"),
    "a decimal with its scale": statistic("4", "4280000"),
    "a name without accents, by a surname": statistic("2", "1200", ", said_by: ada-zerhoun"),
    "a place by another name, across white space": statistic("2", "1200", ", at: xx-ville-neuve"),
    "a region by a city in it": statistic("2", "1200", ", at: xx-est"),
    "a country by a city in it": statistic("2", "1200", ", at: MA"),
    "names in several paragraphs": statistic("[2, 4]", "17", ", parties: {subject: alpha}"),
    "paragraphs in a row, one of them without a name": statement(
        "[1, 2, 3]", "Alpha grows.", ", parties: {subject: alpha}"
    ),
    "an ordinal or count that the summary tells": statement("4", "It has 17 clients."),
    "a name that the passage implies": statistic("4", "17", ", parties: {subject: beta}, implied: beta"),
}

NOT_VERIFIED = {
    "another figure": (
        statistic("2", "1201"),
        ["1201 isn't there", "paragraph 2 contains none of its figures and names"],
    ),
    "a figure from another paragraph": (
        statistic("2", "17"),
        ["17 isn't there, but in paragraph 4", "paragraph 2 contains none of its figures and names"],
    ),
    "one end of a range": (statistic("3", "{range: [300, 500]}"), ["500 isn't there"]),
    "a part of a number": (statistic("2", "1000", ", at: xx-ville-neuve"), ["1000 isn't there"]),
    "another name": (statistic("2", "1200", ", parties: {subject: beta}"), ["Beta Calls isn't there"]),
    "a name in another paragraph": (
        statistic("4", "17", ", parties: {subject: alpha}"),
        ["Alpha Appels isn't there, but in paragraph 2"],
    ),
    "a paragraph beyond the end": (
        statistic("[2, 9]", "1200"),
        ["there is no paragraph 9, the text has 4"],
    ),
    "a paragraph twice": (statistic("[2, 2]", "1200"), ["paragraph 2 is cited twice"]),
    "a paragraph apart that holds nothing of it": (
        statistic("[2, 4]", "1200"),
        ["paragraph 4 contains none of its figures and names"],
    ),
    "a number in the summary": (
        statement("4", "It has 18 clients."),
        ["18 (in the summary) isn't there", "paragraph 4 contains none of its figures and names"],
    ),
    "a name in the summary": (
        statement("4", "It has 17 clients in Villeneuve."),
        ["Villeneuve (in the summary) isn't there, but in paragraph 1, 2"],
    ),
    "an implied name that is there": (
        statistic("2", "1200", ", parties: {subject: alpha}, implied: alpha"),
        ["alpha is implied, but the text names it"],
    ),
    "an implied name that the claim doesn't have": (
        statistic("2", "1200", ", implied: beta"),
        ["beta is implied, but doesn't belong to the claim"],
    ),
}


@each("claims", VERIFIED.values())
def test_a_claim_verifies_by(claims: str, tmp_path: Path) -> None:
    (found,) = held(tmp_path, claims)
    assert (found.missing, found.status) == ((), "verified")


@each(("claims", "missing"), NOT_VERIFIED.values())
def test_a_claim_does_not_verify_by(claims: str, missing: list[str], tmp_path: Path) -> None:
    (found,) = held(tmp_path, claims)
    assert (list(found.missing), found.status) == (missing, "not_verified")


def test_a_claim_without_figure_and_name_is_not_checkable(tmp_path: Path) -> None:
    (found,) = held(tmp_path, statement("3", "Staff are in training."))
    assert found.status == "not_checkable"


def test_a_further_citation_is_held_against_its_own_source(tmp_path: Path) -> None:
    other = "Alpha Appels aurait 1.200 employés.\nD'autres disent 900.\n"
    claims = statistic("2", "1200", ", parties: {subject: alpha}, summary: Ada Zerhoun says so")
    (tmp_path / "other.yaml").write_text(
        "source: {id: other, publisher: Other, language: fr,"
        f" sha256: {digest(other)}, paragraphs: 2, extent: whole}}\n"
        "citations:\n"
        "- {claim: one, cite: 1}\n"
        "- {claim: one, cite: 2}\n"
        "- {claim: one, cite: 2, stance: contradicts, implied: alpha}\n",
        encoding="utf-8",
    )
    held(tmp_path, claims)
    corpus = gather([tmp_path])
    other_result, own = verify(corpus, {digest(other): paragraphs(other), digest(ARTICLE): paragraphs(ARTICLE)})
    assert [claim.status for claim in other_result.claims] == ["verified", "not_verified", "not_checkable"]
    assert [(claim.claim, claim.line) for claim in other_result.claims] == [("one", 3), ("one", 4), ("one", 5)]
    assert [claim.status for claim in own.claims] == ["verified"]


# --- the command --------------------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give a directory with a text and a fixture in which one of three claims is wrong."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "fixtures").mkdir()
    claims = (
        "statistics:\n"
        "- {id: one, cite: 2, figure: 1200, measure: duration}\n"
        "- {id: two, cite: 4, figure: 18, measure: duration}\n"
        + statement("3", "Staff are in training.").replace("id: one", "id: three")
    )
    held(tmp_path / "fixtures", claims)
    file = tmp_path / "fixtures" / "own.yaml"
    file.write_text(file.read_text("utf-8").replace(COUNTRY, ""), encoding="utf-8")  # the seeds come with the command
    return tmp_path


def test_the_command_tells_what_does_not_verify_and_exits_5(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    answer = ocdb("verify", "--texts", "texts", "fixtures", "-f", "md", database="")
    assert answer.out == (
        "## Verified: 1 of 2 claims with a figure or a name; not checkable: 1; with an implied name: 0\n"
        "\n"
        "| Text | Claims | Verified | Not verified | Not checkable | Implied | Article |\n"
        "| --- | --: | --: | --: | --: | --: | --- |\n"
        "| found | 3 | 1 | 1 | 1 | 0 | own-text |\n"
        "\n"
        "## Not verified: 1\n"
        "\n"
        "| Claim | File and line | Paragraph | Missing |\n"
        "| --- | --- | --- | --- |\n"
        "| two | fixtures/own.yaml:14 | 4 | 18 isn't there; paragraph 4 contains none of its figures and names |\n"
        "\n"
        "## Neither a figure nor a name: 1\n"
        "\n"
        "| Claim | File and line |\n"
        "| --- | --- |\n"
        "| three | fixtures/own.yaml:16 |\n"
    )
    assert (answer.code, answer.err) == (
        5,
        "ocdb: 1 claim not verified\n  Correct the paragraph, the figure or the names: docs/verify.md.\n",
    )


def test_data_of_verify_keep_their_names(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    found = json.loads(ocdb("verify", "--texts", "texts", "fixtures", "-f", "json", database="").out)
    assert [*found["sources"][0]][:4] == ["source", "text", "extent", "claims"]
    assert found["not_verified"][0]["at"] == "fixtures/own.yaml:14"
    lines = ocdb("--lang", "fr", "verify", "--texts", "texts", "fixtures", "-f", "tsv", database="").lines
    assert lines[0].split("\t")[:3] == ["section", "source", "text"]


def test_a_beginning_verifies_and_what_it_lacks_may_come_later(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    file = Path("fixtures/own.yaml")
    part = file.read_text("utf-8").replace("extent: whole", "extent: beginning").replace("cite: 4", "cite: [4, 9]")
    file.write_text(part.replace("figure: 18", "figure: 19"), encoding="utf-8")
    found = json.loads(ocdb("verify", "--texts", "texts", "fixtures", "-f", "json", database="").out)
    (source,) = found["sources"]
    assert (source["text"], source["extent"], source["verified"]) == ("found", "beginning", 1)
    assert found["not_verified"][0]["missing"] == [
        "there is no paragraph 9, the beginning that was read has 4",
        "19 isn't there, nor elsewhere in the beginning that was read",
        "paragraph 4 contains none of its figures and names",
    ]
    table = ocdb("--lang", "fr", "verify", "--texts", "texts", "fixtures", "-f", "md", database="").out
    assert "| début | 3 | 1 | 1 | 1 | 0 | own-text |" in table


def test_the_command_says_which_sources_have_no_text(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(own)
    Path("texts/article.txt").write_text("Autre chose.", encoding="utf-8")
    answer = ocdb("verify", "--texts", "texts", "fixtures", "-f", "json", database="")
    whole = json.loads(answer.out)
    assert (whole["no_text"], whole["not_verified"], whole["totals"]["claims"]) == (["own-text"], [], 0)
    assert (answer.code, answer.err) == (0, "No text in this directory has the hash of a source.\n")


@pytest.mark.parametrize("arguments", [("--texts", "nowhere"), ("--texts", "texts", "nowhere.yaml"), ()])
def test_what_is_missing_is_an_error_of_usage(
    own: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(own)
    answer = ocdb("verify", *arguments, database="")
    assert (answer.code, answer.out) == (2, "")
    assert "nowhere" in answer.err or "--texts" in answer.err


# --- the five articles --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """Give the program that breaks the fixtures."""
    loader = SourceFileLoader("bench_verify", str(CHECKOUT / "bench" / "verify"))
    spec = importlib.util.spec_from_loader("bench_verify", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_verify"] = module
    loader.exec_module(module)
    return module


@needs_articles
def test_every_claim_of_the_five_articles_with_a_figure_or_a_name_verifies() -> None:
    results = verify(gather([resource("seeds"), resource("fixtures")]), texts(ARTICLES).found)
    found = [result for result in results if result.held]
    assert len(found) >= 5
    assert [(claim.claim, claim.missing) for result in found for claim in result.claims if claim.missing] == []


@pytest.mark.slow
@needs_articles
def test_most_faults_in_the_fixtures_are_caught(bench: ModuleType) -> None:
    """The lower bounds are a little below what bench/verify measured; docs/verify.md says why the rest isn't."""
    caught = bench.measure(gather([resource("seeds"), resource("fixtures")]), texts(ARTICLES).found)
    made, found = bench.total(caught, *bench.FIGURES)
    assert made >= 70
    assert found / made >= 0.9
    made, found = bench.total(caught, "any other")
    assert found / made >= 0.75
    made, found = bench.total(caught, "the one before", "the one after")
    assert found / made >= 0.7


# --- confirming ---------------------------------------------------------------------------------------------------

DRAFT = f"""# An assistant wrote this.
source: {{id: own-text, publisher: Own, language: fr, sha256: {digest(ARTICLE)}, paragraphs: 4, extent: whole}}

defaults:
  made_by: assistant

operators:
- {{id: alpha-appels-invented, name: Alpha Appels}}
- {{id: nobody-appels, name: Nobody Appels}}

pledges:
- id: invented-1200
  cite: 2  # here
  operators: alpha-appels-invented
  at: MA
  figure: 1200
  measure: jobs
  basis: operator
  implied: MA
- id: invented-1300
  cite: 2
  operators: [alpha-appels-invented, nobody-appels]
  at: MA
  figure: 1300
  measure: jobs
  basis: operator
  implied: MA
- {{id: invented-30, cite: 3, at: MA, figure: 30, measure: trainees, basis: operator, implied: MA, made_by: person}}

verdicts:
- {{id: invented-1300-kept, cite: 2, pledge: invented-1300, outcome: delivered, made_by: person}}

statements:
- id: invented-statement
  cite: 4
  topic: market
  summary: {{en: It calls., fr: Il appelle.}}
"""


def drafted(tmp_path: Path, text: str = DRAFT) -> tuple[Path, Path]:
    """Return the file of a draft, and the directory of its article."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "draft.yaml").write_text(text, "utf-8")
    return tmp_path / "draft.yaml", tmp_path / "texts"


def test_only_what_verifies_bears_the_name_of_who_confirms(tmp_path: Path) -> None:
    file, articles = drafted(tmp_path)
    answer = ocdb("verify", "--texts", articles, file, "--confirm", "Awa  Ndiaye", database=None)
    assert answer.code == 5
    assert "2 claims confirmed by Awa Ndiaye" in answer.err
    assert "2 drafts stay unconfirmed and aren't loaded" in answer.err
    corpus = gather([file], around=[resource("seeds")])
    names = {entry.record.id: entry.record.confirmed_by for entry in corpus.of("pledge", "statement")}
    signed = ["Awa Ndiaye"]
    assert names == {"invented-1200": signed, "invented-1300": [], "invented-30": signed, "invented-statement": []}
    assert "# An assistant wrote this.\n" in file.read_text("utf-8")
    assert "cite: 2  # here\n" in file.read_text("utf-8")


def test_who_confirms_again_changes_nothing_and_another_one_is_added(tmp_path: Path) -> None:
    file, articles = drafted(tmp_path)
    ocdb("verify", "--texts", articles, file, "--confirm", "Awa Ndiaye", database=None)
    once = file.read_bytes()
    ocdb("verify", "--texts", articles, file, "--confirm", "Awa Ndiaye", database=None)
    assert file.read_bytes() == once
    ocdb("verify", "--texts", articles, file, "--confirm", "Bo Li", database=None)
    pledge = gather([file], around=[resource("seeds")]).find(["pledge"], "invented-1200")
    assert pledge
    assert pledge.record.confirmed_by == ["Awa Ndiaye", "Bo Li"]


def test_a_file_with_an_error_is_not_confirmed(tmp_path: Path) -> None:
    wrong = DRAFT.replace("topic: market", "topic: marked")
    file, articles = drafted(tmp_path, wrong)
    answer = ocdb("verify", "--texts", articles, file, "--confirm", "Awa Ndiaye", database=None)
    assert answer.code == 5
    assert "error unknown-code: statements[1].topic: marked isn't in the code list topic" in answer.err
    assert file.read_text("utf-8") == wrong


def test_a_load_leaves_out_what_nobody_confirmed_and_what_rests_on_it(tmp_path: Path) -> None:
    file, articles = drafted(tmp_path)
    ocdb("verify", "--texts", articles, file, "--confirm", "Awa Ndiaye", database=None)
    database = fresh(tmp_path)
    answer = ocdb("load", file, database=database)
    assert answer.code == 0, answer.err
    assert "3 claims left out: nobody has confirmed them, or what they are about" in answer.err
    assert answer.out.startswith("2 claims from 1 article\n")
    rows = ocdb("sql", "SELECT id, made_by, confirmed_by FROM v_claims ORDER BY id", "-f", "tsv", database=database).out
    assert rows.splitlines()[1:] == ["invented-1200\tassistant\tAwa Ndiaye", "invented-30\tperson\tAwa Ndiaye"]
    assert ocdb("sql", "SELECT id FROM v_operators", "-f", "tsv", database=database).out.count("appels") == 1
    again = ocdb("load", file, database=database)
    assert "3 claims left out" in again.err


def test_an_article_without_a_confirmed_claim_is_left_out_with_its_firms(tmp_path: Path) -> None:
    file, _articles = drafted(tmp_path, DRAFT.replace(", made_by: person", ""))
    database = fresh(tmp_path)
    answer = ocdb("load", file, database=database)
    assert "5 claims left out" in answer.err
    assert answer.out.startswith("0 claims from 0 articles\n")
    assert ocdb("sql", "SELECT id FROM v_operators", "-f", "tsv", database=database).out.count("appels") == 0


def test_show_says_how_a_claim_was_made_and_who_confirmed_it(tmp_path: Path) -> None:
    file, articles = drafted(tmp_path)
    ocdb("verify", "--texts", articles, file, "--confirm", "Awa Ndiaye", database=None)
    database = fresh(tmp_path)
    ocdb("load", file, database=database)
    shown = ocdb("show", "invented-1200", "-f", "table", database=database).out
    assert re.search(r"Written by +a language model\n", shown)
    assert re.search(r"Confirmed by +Awa Ndiaye\n", shown)
    record = json.loads(ocdb("show", "invented-1200", "-f", "json", database=database).out)["record"]
    assert (record["made_by"], record["confirmed_by"]) == ("assistant", "Awa Ndiaye")


def test_a_further_citation_by_an_assistant_needs_a_name_too(tmp_path: Path) -> None:
    hashed = f"sha256: {digest(ARTICLE)}, paragraphs: 4, extent: whole"
    second = f"""source: {{id: second, publisher: Own, language: fr, {hashed}}}
defaults: {{made_by: assistant}}
citations:
- {{claim: base-1200, cite: 2, implied: MA}}
"""
    first = """source: {id: first, publisher: Own, language: fr}
operators: [{id: alpha-appels-invented, name: Alpha Appels}]
pledges:
- {id: base-1200, cite: [], operators: alpha-appels-invented, at: MA, figure: 1200, measure: jobs, basis: operator}
"""
    (tmp_path / "first.yaml").write_text(first, "utf-8")
    file, articles = drafted(tmp_path, second)
    database = fresh(tmp_path)
    files = (tmp_path / "first.yaml", file)
    assert ocdb("load", *files, database=database).out.startswith("1 claim from 1 article\n")
    ocdb("verify", "--texts", articles, *files, "--confirm", "Awa Ndiaye", database=None)
    assert ocdb("load", *files, database=database).out.startswith("1 claim from 2 articles\n")


@each(
    ("arguments", "message"),
    [
        (("--confirm", "Awa"), "--confirm writes into files"),
        (("--confirm", " ", "draft.yaml"), "--confirm is empty"),
        (("--confirm", "Awa; Bo", "draft.yaml"), '"Awa; Bo" can\'t be the name of who confirms'),
    ],
)
def test_confirming_needs_files_and_a_name(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(DRAFT, "utf-8")
    (tmp_path / "texts").mkdir(exist_ok=True)
    paths = [tmp_path / one if one.endswith(".yaml") else one for one in arguments]
    answer = ocdb("verify", "--texts", tmp_path / "texts", *paths, database=None)
    assert answer.code == 2
    assert message in answer.err
    assert (tmp_path / "draft.yaml").read_text("utf-8") == DRAFT
