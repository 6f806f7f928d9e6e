"""`ocdb draft`: from an article to a fixture that doesn't load before a curator has checked it."""

import importlib.util
import os
import re
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from ocdb.curation.checks import check
from ocdb.curation.corpus import Corpus, gather
from ocdb.curation.document import Document
from ocdb.curation.evidence import digest, texts
from ocdb.curation.reading import parse
from ocdb.errors import OcdbError
from ocdb.intake.draft.article import Article, understand
from ocdb.intake.draft.claims import propose
from ocdb.intake.draft.findings import find
from ocdb.intake.draft.mentions import Names
from ocdb.settings import resource
from tests.cases import each
from tests.commands import fresh, ocdb
from tests.travelling import FIVE_ARTICLES

CHECKOUT = Path(__file__).resolve().parent.parent
ARTICLES = Path(os.environ.get("OCDB_TEXTS") or CHECKOUT.parent / "shared" / "seeds")
needs_articles = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the texts of the five articles aren't here; OCDB_TEXTS names their directory"
)

# Our own words: no article says this.
FRENCH = """Webhelp s'agrandit à Oujda
Webhelp ouvrira un deuxième centre à Oujda le mois prochain. Le groupe promet 250 emplois d'ici deux ans.
Karim Bernoussi, le PDG d'Intelcia, a salué la nouvelle. Alpha Appels emploie déjà 120 personnes à Fès.
Le montant de l'investissement est de 12 millions de dirhams, pour 17 clients.
"""
ENGLISH = """Alpha Calls said that it will create 400 jobs in Casablanca by the end of the year.
The company, which is based in Morocco, currently employs 1 200 people at the site, and has invested $3 million in it.
"""
OPTIONS = ("--published", "2020-07-14", "--publisher", "Le Quotidien", "--title", 'Oujda : "un" centre')


def page(charset: str = "utf-8", declared: str | None = None) -> bytes:
    """Return a page of our own, with its data in JSON-LD and meta elements."""
    text = "".join(f"<p>{line}</p>" for line in (FRENCH + FRENCH.replace("Webhelp", "Intelcia")).splitlines())
    return f"""<!DOCTYPE html><html lang="fr"><head><meta charset="{declared or charset}"><title>Page</title>
<meta property="og:site_name" content="Le Quotidien"><meta property="og:title" content="Un centre de plus à Oujda">
<link rel="canonical" href="https://quotidien.example/centre">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Un centre de plus",
"datePublished": "2020-07-14T09:30:00+01:00", "author": [{{"@type": "Person", "name": "Ada Zerhoun"}}]}}]}}</script>
</head><body><nav>Accueil</nav><article><h1>Un centre de plus</h1>{text}</article></body></html>""".encode(charset)


def drafted(tmp_path: Path, text: str = FRENCH, *options: str) -> str:
    """Return the draft of a text."""
    article = tmp_path / "article.txt"
    article.write_text(text, encoding="utf-8")
    answer = ocdb("draft", article, *(options or OPTIONS))
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def corpus_of(tmp_path: Path, draft: str) -> Corpus:
    path = tmp_path / "draft.yaml"
    path.write_text(draft, encoding="utf-8")
    return gather([path], around=[resource("seeds")])


def test_a_draft_names_figures_dates_and_places_in_claims(tmp_path: Path) -> None:
    data = parse(drafted(tmp_path), Document("draft")).data
    assert data["source"]["id"] == "lequotidien-2020-07-14-webhelp"
    assert data["source"]["title"] == 'Oujda : "un" centre'
    assert (data["source"]["language"], data["source"]["paragraphs"]) == ("fr", 4)
    assert data["source"]["sha256"] == digest(FRENCH)
    (pledge,) = data["pledges"]
    assert {name: pledge[name] for name in ("cite", "operators", "at", "figure", "measure", "due", "due_basis")} == {
        "cite": 2,
        "operators": "webhelp",
        "at": "ma-oujda",
        "figure": 250,
        "measure": "jobs",
        "due": "2022-07",
        "due_basis": "relative",
    }
    (site,) = data["sites"]
    assert (site["operator"], site["at"], site["status"], site["opened"]) == (
        "webhelp",
        "ma-oujda",
        "planned",
        "2020-08",
    )
    assert [(one["at"], one["figure"], one["kind"]) for one in data["reports"]] == [("ma-fes", 120, "held")]
    assert [(one["amount"], one["currency"]) for one in data["investments"]] == [(12000000, "MAD")]
    assert [(one["official"], one["organisation"]) for one in data["positions"]] == [("karim-bernoussi", "intelcia")]


def test_an_english_draft(tmp_path: Path) -> None:
    data = parse(drafted(tmp_path, ENGLISH, "--published", "2011-08-05"), Document("draft")).data
    assert [(one["figure"], one["due"]) for one in data["pledges"]] == [(400, 2011)]
    assert [(one["figure"], one["measure"]) for one in data["reports"]] == [(1200, "headcount")]
    assert [(one["amount"], one["currency"]) for one in data["investments"]] == [(3000000, "USD")]


LOST = """Webhelp a licencié 120 téléconseillers à Fès en mars 2023.
Intelcia va fermer son centre à Oujda en 2025 et y supprimer environ 80 emplois.
Alpha Appels ne renouvelle pas ses contrats : non renouvelés, 60 emplois sont perdus à Agadir.
"""


def test_jobs_that_end_are_losses_planned_or_happened_with_their_cause(tmp_path: Path) -> None:
    draft = drafted(tmp_path, LOST, "--published", "2024-06-01")
    data = parse(draft, Document("draft")).data
    assert [(one["at"], one["cause"], one["status"], one["figure"], one.get("date")) for one in data["losses"]] == [
        ("ma-fes", "dismissal", "happened", 120, "2023-03"),
        ("ma-oujda", "closure", "planned", {"about": 80}, 2025),
        ("ma-agadir", "contract_end", "happened", 60, None),
    ]
    assert data["losses"][1]["announced"] == "2024-06-01"
    assert "pledges" not in data
    errors = {one.code for one in check(corpus_of(tmp_path, draft)) if one.severity == "error"}
    assert errors <= {"unconfirmed-draft", "missing-field"}


def test_nothing_found_is_dropped(tmp_path: Path) -> None:
    draft = drafted(tmp_path)
    assert "# - paragraph 4: 17 clients\n" in draft
    assert "# - operator alpha-appels (paragraph 3)\n" in draft
    assert "# - paragraph 2: le mois prochain: 2020-08 (relative)\n" in draft


def test_of_a_draft_only_what_is_confirmed_is_loaded(tmp_path: Path) -> None:
    draft, database = drafted(tmp_path), fresh(tmp_path)
    claims = draft.count("- id: ") - draft.count("- id: alpha-appels\n")  # a record for a register is no claim
    problems = check(corpus_of(tmp_path, draft))
    assert len(problems) == claims > 5
    assert {problem.severity for problem in problems} == {"warning"}
    assert {problem.message for problem in problems} == {"nobody has confirmed this draft, so it isn't loaded"}
    answer = ocdb("load", tmp_path / "draft.yaml", database=database)
    assert answer.code == 0, answer.err
    assert f"{claims} claims left out: nobody has confirmed them" in answer.err
    assert answer.out.startswith("0 claims from 0 articles")
    confirmed = draft.replace("  made_by: rules\n", "  made_by: rules\n  confirmed_by: Awa Ndiaye\n")
    assert check(corpus_of(tmp_path, confirmed)) == []
    answer = ocdb("load", tmp_path / "draft.yaml", database=database)
    assert answer.code == 0, answer.err
    assert answer.out.startswith(f"{claims} claims from 1 article")


def test_a_draft_without_a_date_says_what_it_could_not_reckon(tmp_path: Path) -> None:
    draft = drafted(tmp_path, FRENCH, "--publisher", "Le Quotidien")
    assert "# published: missing" in draft
    assert "# no date follows from: d'ici deux ans (add --published)" in draft
    assert "due:" not in draft


def test_the_same_article_gives_the_same_draft(tmp_path: Path) -> None:
    assert drafted(tmp_path) == drafted(tmp_path)


def test_standard_input_is_an_article_too(tmp_path: Path) -> None:
    answer = ocdb("draft", "-", *OPTIONS, given=FRENCH)
    assert answer.out == drafted(tmp_path)


def test_a_file_is_written_over_only_with_force(tmp_path: Path) -> None:
    article, output = tmp_path / "article.txt", tmp_path / "draft.yaml"
    article.write_text(FRENCH, encoding="utf-8")
    output.write_text("mine", encoding="utf-8")
    refused = ocdb("draft", article, "-o", output)
    assert (refused.code, output.read_text("utf-8")) == (2, "mine")
    assert refused.err.startswith(f"ocdb: {output} already exists\n")
    assert ocdb("draft", article, "-o", output, "--force").code == 0
    assert output.read_text("utf-8").startswith("# yaml-language-server:")


def test_the_text_is_kept_as_it_was_hashed(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura isn't installed")
    (tmp_path / "page.html").write_bytes(page())
    (tmp_path / "texts").mkdir()
    answer = ocdb("draft", tmp_path / "page.html", "--text", tmp_path / "texts" / "kept.txt")
    source = parse(answer.out, Document("draft")).data["source"]
    assert list(texts(tmp_path / "texts").found) == [source["sha256"]]


@pytest.mark.parametrize(("charset", "declared"), [("utf-8", None), ("cp1252", "iso-8859-1"), ("utf-8", "no-such")])
def test_a_page_gives_its_own_data_and_its_main_text(tmp_path: Path, charset: str, declared: str | None) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura isn't installed")
    (tmp_path / "page.html").write_bytes(page(charset, declared))
    answer = ocdb("draft", tmp_path / "page.html")
    source = parse(answer.out, Document("draft")).data["source"]
    assert {name: source[name] for name in ("publisher", "title", "authors", "url", "language", "published")} == {
        "publisher": "Le Quotidien",
        "title": "Un centre de plus",
        "authors": ["Ada Zerhoun"],
        "url": "https://quotidien.example/centre",
        "language": "fr",
        "published": "2020-07-14",
    }
    assert source["published_basis"] == "stated"
    assert "Accueil" not in answer.out


def test_a_page_needs_trafilatura_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_bytes(page())
    answer = ocdb("draft", tmp_path / "page.html")
    assert answer.code == 2
    assert "trafilatura isn't installed" in answer.err
    assert "pip install 'ocdb-africa[draft]'" in answer.err


@each(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        ("\u00a0\n\u2003".encode(), "is empty"),
        (b"\x7fELF\0\0\0", "isn't a text: it has NUL bytes"),
        ("Un centre à Fès".encode("latin-1"), "isn't in UTF-8, and its encoding is unknown"),
        (b"x" * 5_000_001, "is larger than 5,000,000 bytes"),
    ],
)
def test_what_is_no_article_is_told_in_a_line(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "article.txt").write_bytes(content)
    answer = ocdb("draft", tmp_path / "article.txt")
    assert (answer.code, answer.out) == (5, "")
    assert answer.err.splitlines()[0] == f"ocdb: {tmp_path / 'article.txt'} {message}"


def test_a_page_without_a_main_text_is_told(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura isn't installed")
    (tmp_path / "page.html").write_text("<html><body></body></html>", encoding="utf-8")
    answer = ocdb("draft", tmp_path / "page.html")
    assert (answer.code, answer.err.splitlines()[0]) == (5, f"ocdb: no main text was found in {tmp_path / 'page.html'}")


def test_a_path_that_is_no_file_is_told(tmp_path: Path) -> None:
    assert ocdb("draft", tmp_path).err.startswith(f"ocdb: {tmp_path} is a directory\n")
    assert ocdb("draft", tmp_path / "none.txt").err.startswith(
        f"ocdb: the file {tmp_path / 'none.txt'} doesn't exist\n"
    )
    assert ocdb("draft", tmp_path).code == ocdb("draft", tmp_path / "none.txt").code == 2


def test_a_date_that_is_none_is_told() -> None:
    answer = ocdb("draft", "-", "--published", "2011-13", given=FRENCH)
    assert (answer.code, answer.err.splitlines()[0]) == (
        2,
        'ocdb: --published: "2011-13" isn\'t a date',
    )


def test_names_of_an_article_reach_neither_the_yaml_nor_the_terminal_as_more_than_text(tmp_path: Path) -> None:
    text = "Le groupe Ev\x1b[31mil a ouvert ici, et l'Ev\x1b[31mil Corp: {x} # y vient.\n" + FRENCH
    draft = drafted(tmp_path, text, "--publisher", "A\x1b[2J: {b} # c", "--title", "- [x]\ny: z")
    assert "\x1b" not in draft
    assert parse(draft, Document("draft")).problems == []


@each("text", ["1" * 5000, "d'ici 999 ans " * 50, "%" * 100, "R1bn" * 100, "«" * 1000 + " 5 jobs"])
def test_odd_texts_make_drafts_too(text: str) -> None:
    found = find(Article(text), Names(gather([resource("seeds")])), "2020-01-30")
    assert propose(found) is not None


def test_bytes_are_understood_by_their_mark() -> None:
    assert understand("\ufeffÀ Fès".encode("utf-16"), "x").paragraphs == ["À Fès"]
    with pytest.raises(OcdbError, match="is empty"):
        understand("\ufeff".encode(), "x")


# --- the five articles ------------------------------------------------------------------------------------------


def bench() -> ModuleType:
    """Return bench/draft as a module."""
    loader = SourceFileLoader("bench_draft", str(CHECKOUT / "bench" / "draft"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    sys.modules[loader.name] = module
    loader.exec_module(module)
    return module


@needs_articles
def test_drafts_of_the_five_articles_find_what_their_curator_found() -> None:
    module = bench()
    results = [result for result in module.curated(ARTICLES, blind=False) if result.scores["figures"].gold]
    assert len(results) >= 5
    for aspect, recall, precision in (("figures", 0.9, 0.7), ("places", 0.75, 0.7), ("names", 0.9, 0.7)):
        total = sum((result.scores[aspect] for result in results), module.Score())
        assert total.recall >= recall, aspect
        assert total.precision >= precision, aspect


@needs_articles
def test_drafts_of_the_five_articles_pass_the_check_and_hold_no_sentence(tmp_path: Path) -> None:
    published = {one.record.sha256: one.record.published for one in gather(FIVE_ARTICLES).of("source")}
    for key, held in texts(ARTICLES).found.items():
        draft = drafted(tmp_path, "\n".join(held), "--published", published[key], "--publisher", "Own")
        problems = check(corpus_of(tmp_path, draft.replace("made_by: rules\n", "made_by: person\n")))
        # Whose figure it is the curator writes where the article doesn't say so.
        assert {(one.code, (one.field or "").split(".")[-1]) for one in problems} <= {("missing-field", "basis")}
        assert len(problems) == draft.count("# basis: missing")
        runs = {run for line in held for run in _runs(line)}
        assert [line for line in draft.splitlines() if runs & set(_runs(line))] == []


def _runs(line: str, length: int = 8) -> list[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", line.lower())
    return [tuple(words[start : start + length]) for start in range(len(words) - length + 1)]


# --- names that no register has, events, one's own registers ---------------------------------------------------------

NEWCOMERS = """Exemplia ouvre un centre à Fès
La société Exemplia a inauguré un centre à Fès le 12 mars 2020. Elle emploie 80 téléconseillers.
Ada Zerhoun, directrice générale d'Exemplia, a signé un accord avec le ministère du Travail.
"""


def test_names_that_no_register_has_become_records_to_which_claims_refer(tmp_path: Path) -> None:
    draft = drafted(tmp_path, NEWCOMERS)
    data = parse(draft, Document("draft")).data
    assert data["operators"] == [{"id": "exemplia", "name": "Exemplia"}]
    assert data["officials"] == [{"id": "ada-zerhoun", "name": "Ada Zerhoun"}]
    (position,) = data["positions"]
    assert (position["official"], position["organisation"]) == ("ada-zerhoun", "exemplia")
    assert position["title"] == {"en": "Managing director", "fr": "Directeur général"}
    assert [(one["operators"], one["figure"]) for one in data["reports"]] == [("exemplia", 80)]
    assert {one.code for one in check(corpus_of(tmp_path, draft))} == {"unconfirmed-draft"}


def test_events_are_planned_or_happened_by_their_tense(tmp_path: Path) -> None:
    text = "Webhelp a inauguré un centre à Fès en mars 2020. Intelcia fermera son centre d'Oujda en octobre 2020.\n" * 2
    data = parse(drafted(tmp_path, text), Document("draft")).data
    events = {(one["kind"], one["status"], one["at"], one["parties"]["subject"]) for one in data["events"]}
    assert ("inauguration", "happened", "ma-fes", "webhelp") in events
    assert ("closure", "planned", "ma-oujda", "intelcia") in events


@each(
    ("text", "kind", "parties"),
    [
        (
            "Intelcia et Webhelp ont signé un accord à Fès.",
            "agreement",
            {"signatory": ["intelcia", "webhelp"]},
        ),
        (
            "M. Ali Benzou, ministre de l'Emploi, a inauguré le site de Webhelp à Fès.",
            "inauguration",
            {"subject": "webhelp", "speaker": "ali-benzou"},
        ),
        ("Webhelp a tenu une conférence de presse à Fès.", "press_conference", {"organiser": "webhelp"}),
        ("Officers sealed the call centre of Webhelp in Nairobi.", "suspension", {"subject": "webhelp"}),
        ("The policy for outsourcing was launched in Nairobi.", "project", None),
        ("La fédération des centres d'appels a été créée en 2012 à Fès.", "founding", None),
        ("Les centres d'appels étaient représentés à la rencontre de Fès.", "meeting", None),
    ],
)
def test_events_have_their_kind_and_those_who_take_part(
    text: str, kind: str, parties: dict[str, object] | None
) -> None:
    found = find(Article(text), Names(gather([resource("seeds")])), "2020-07-14")
    events = {one.record["kind"]: one.record.get("parties") for one in propose(found) if one.key == "events"}
    assert events.get(kind, "missing") == parties


def test_a_trade_s_figure_has_no_operator_and_the_world_is_no_town(tmp_path: Path) -> None:
    text = "Webhelp est à Fès. Le secteur emploie 90 000 personnes au Maroc.\nWebhelp a 60 000 salariés dans le monde."
    data = parse(drafted(tmp_path, text), Document("draft")).data
    assert [(one.get("operators"), one["at"], one.get("basis")) for one in data["reports"]] == [
        (None, "MA", None),
        ("webhelp", "world", "operator"),
    ]


def test_registers_of_one_s_own_are_known_to_a_draft(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "operators.yaml").write_text("operators:\n- {id: exemplia-maroc, name: Exemplia}\n", "utf-8")
    draft = drafted(tmp_path, NEWCOMERS, *OPTIONS, "--registers", str(tmp_path / "own"))
    data = parse(draft, Document("draft")).data
    assert "operators" not in data
    assert data["reports"][0]["operators"] == "exemplia-maroc"


@each("published", ["0001", "9999"])
def test_a_year_in_which_nothing_appeared_is_told(published: str) -> None:
    answer = ocdb("draft", "-", "--published", published, given=FRENCH)
    assert (answer.code, answer.err.splitlines()[0]) == (
        2,
        f"ocdb: --published: {published} is outside of the years 1500 to 2199",
    )


def test_signs_that_nobody_sees_part_no_word_and_the_hash_is_that_of_the_text(tmp_path: Path) -> None:
    text = "Web\u00adhelp emploie 1\u00ad200 pro\ufb01ls à F\u00e8s.\n"
    data = parse(drafted(tmp_path, text), Document("draft")).data
    assert [(one["operators"], one["figure"], one["at"]) for one in data["reports"]] == [("webhelp", 1200, "ma-fes")]
    assert data["source"]["sha256"] == digest(text)


def test_a_page_with_several_articles_in_its_data_gives_its_own(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura isn't installed")
    other = '{"@type": "NewsArticle", "headline": "Un autre sujet", "datePublished": "2001-01-01"}, '
    (tmp_path / "page.html").write_bytes(
        page()
        .replace(b'{"@graph": [', b'//<![CDATA[\n{"@graph": [' + other.encode())
        .replace(b'"headline": "Un centre de plus"', b'"headline": "Un centre de plus &agrave; Oujda"')
        .replace(b"]}</script>", b"]}\n//]]></script>")
    )
    source = parse(ocdb("draft", tmp_path / "page.html").out, Document("draft")).data["source"]
    assert (source["title"], source["published"]) == ("Un centre de plus à Oujda", "2020-07-14")
