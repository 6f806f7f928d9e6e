"""The pages: each kind in both languages, cells that lead on, numbers that stand for articles, links that exist."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from ocdb.answers.answer import Cell, Column, Section
from ocdb.answers.cascade import cascade
from ocdb.answers.chain import chain
from ocdb.answers.columns import names as names_column
from ocdb.answers.columns import reason
from ocdb.answers.scopes import Asked
from ocdb.answers.wording import Wording
from ocdb.opening.reader import open_reader
from ocdb.store.reader.rows import Reader, Rows
from ocdb.text import fold
from ocdb.web.addresses import PAGES, RECORDS, data_path, parsed, path, relative
from ocdb.web.app import application
from ocdb.web.linking import Links, apart
from ocdb.web.page import Site
from ocdb.web.page import html as drawn_page
from ocdb.web.paging import PLAIN
from ocdb.web.readers import Readers
from ocdb.web.routes import page
from ocdb.web.tables import PARTS
from ocdb.web.timeline import years_of
from ocdb.words.language import LANGUAGES, speaking
from ocdb.words.surface import on_a_page
from tests.commands import loaded_text, recorded
from tests.sites import asking

PLEDGE = "vipp-interstis-lome-2020-500"
SITE = Site("", "2026-11-30", live=True)


@pytest.fixture(scope="module")
def database() -> Path:
    return recorded()


@pytest.fixture(scope="module")
def client(database: Path) -> TestClient:
    return TestClient(application(Readers(lambda: open_reader(database)), SITE))


@pytest.fixture
def reader(database: Path) -> Iterator[Reader]:
    with closing(open_reader(database)) as opened:
        yield opened


class Read:
    """What a page has: its links, the ids that it may lead to, and its text."""

    def __init__(self, text: str) -> None:
        root = html.fromstring(text.encode("utf-8"))  # in C: the parser of Python takes longer than the page
        self.links: list[str] = root.xpath("//@href")
        self.ids: list[str] = root.xpath("//@id")
        self.text: str = root.text_content()
        self.heads: list[str] = [" ".join(one.text_content().split()) for one in root.xpath("//main//h1 | //main//h2")]


def test_an_address_has_a_path_in_each_language_and_is_found_by_it() -> None:
    for name in {**RECORDS, **PAGES}:
        for language in LANGUAGES:
            assert parsed(path((name, "a b/c", "é"), language)) == (language, (name, "a b/c", "é"))
    assert path(("operator", "webhelp"), "fr") == "fr/operateur/webhelp/"
    assert path((), "en") == "en/"
    assert parsed("en/") == ("en", ())
    for nothing in ("", "de/", "en/nothing/", "fr/operator/webhelp/"):
        assert parsed(nothing) is None
    assert data_path(("operator", "webhelp"), ".json") == "data/operator/webhelp.json"


def test_links_are_relative_so_that_a_site_may_stand_anywhere() -> None:
    assert relative("en/operator/webhelp/", "en/country/MA/") == "../../../en/country/MA/"
    assert relative("en/", "static/style.css") == "../static/style.css"


JUDGED = """
operators:
- {id: alpha, name: Alpha}
- {id: bravo, name: Bravo}
judgements:
- {id: one-alpha, same: [alpha, bravo], judged: 2021-05, reason: The register of companies has one number for both.}
"""


def test_the_reason_of_a_judgement_is_a_text() -> None:
    client = TestClient(application(Readers(lambda: open_reader(loaded_text(JUDGED))), Site("", "")))
    assert "The register of companies has one number for both." in client.get("/en/operator/alpha/").text


@pytest.mark.parametrize("in_turn", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_every_page_is_there_in_both_languages(client: TestClient, in_turn: bool) -> None:
    keys = {
        "operator": "webhelp", "institution": "anapec", "official": "cina-lawson", "country": "MA", "place": "ma-fes",
        "source": "silicon-2009-centres-rapatries", "site": "webhelp-agadir-dakhla", "pledge": PLEDGE,
        "event": "webhelp-agadir-opening", "loss": "dell-dismissals-2015-68", "report": "webhelp-fes-2015-2500",
        "succession": "webhelp-concentrix", "statement": "webhelp-major-french",
    }  # fmt: skip
    addresses: list[tuple[str, ...]] = list(keys.items())
    addresses += [(name,) for name in PAGES if name not in ("claim", "chart", "embed")]
    addresses += [("pledges", "MA", "no_evidence"), ("timeline", "MA", "labour"), ("compare", "MA", "TG"), ()]
    addresses += [
        ("chart", "year"),
        ("chart", "operator", "MA"),
        ("embed", "country"),
        ("chart", "losses", "year", "MA"),
        ("embed", "losses", "country"),
        ("map", "events"),
        ("map", "sites", "2012"),
    ]
    for number, address in enumerate(addresses[::2] if in_turn else addresses):
        for language in (LANGUAGES[number % 2],) if in_turn else LANGUAGES:
            answer = client.get("/" + path(address, language))
            assert answer.status_code == 200, address
            assert f'<html lang="{language}">' in answer.text
            page = Read(answer.text)
            assert len(page.ids) == len({*page.ids}), (address, "an id is there twice")
            assert len(page.heads) == len({*page.heads}), (address, "a heading is there twice")
            missing = [link for link in page.links if link.startswith("#") and link[1:] not in page.ids]
            assert missing == [], (address, "a link leads nowhere")
            assert not re.search(r"\bNone\b|&lt;a |Undefined", answer.text), address


def test_a_page_of_a_claim_is_found_under_its_kind(client: TestClient) -> None:
    answer = client.get(f"/en/claim/{PLEDGE}/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, f"../../../en/promise/{PLEDGE}/")
    # Without its slash, or by a name, a record is found as well.
    assert (
        client.get("/fr/operateur/webhelp", follow_redirects=False).headers["location"] == "../../fr/operateur/webhelp/"
    )
    assert (
        client.get("/en/operator/Webhelp Maroc/", follow_redirects=False).headers["location"]
        == "../../../en/operator/webhelp/"
    )


def test_what_is_not_there_says_so(client: TestClient) -> None:
    for wrong in (
        "/en/nothing/", "/en/operator/nobody/", "/fr/promesses/XX/", "/en/promises/MA/wonderful/",
        "/en/timeline/page/99/", "/en/sites/page/x/", "/data/operator/webhelp.exe", "/data/nothing.json",
    ):  # fmt: skip
        answer = client.get(wrong)
        assert answer.status_code == 404, wrong
        assert "<h1>" in answer.text
        assert "Traceback" not in answer.text


def test_the_language_of_the_browser_chooses_the_first_page(client: TestClient) -> None:
    first = client.get("/", headers={"accept-language": "fr-MA,fr;q=0.9"}, follow_redirects=False)
    assert first.headers["location"] == "fr/"
    assert client.get("/", follow_redirects=False).headers["location"] == "en/"


def test_a_row_leads_to_its_record_and_to_the_articles_that_state_it(client: TestClient) -> None:
    page = Read(client.get("/en/operator/webhelp/").text)
    assert "../../../en/promise/webhelp-sale-2013-500/" in page.links
    assert "../../../en/place/ma-sale/" in page.links
    assert "#r1" in page.links
    assert {"r1", "s-ledger", "s-sites", "sources"} <= {*page.ids}


def test_data_are_those_of_the_command_line(client: TestClient) -> None:
    answer = client.get("/data/operator/webhelp.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["record"]["name"] == "Webhelp"
    table = client.get("/data/pledges/TG.csv")
    assert table.text.startswith("id,")
    assert "vipp" in table.text


def test_an_answer_that_the_browser_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/en/method/")
    again = client.get("/en/method/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_text_is_taken_apart_by_the_names_in_it() -> None:
    names = [("Salé", "place", "ma-sale"), ("Morocco", "country", "MA"), ("nobody", "", None)]
    assert apart("Salé, Morocco", names) == [
        ("Salé", "place", "ma-sale"), (", ", "", ""), ("Morocco", "country", "MA"),
    ]  # fmt: skip
    assert apart("", names) == [("", "", "")]
    assert apart("elsewhere", names) == [("elsewhere", "", "")]


def test_each_name_of_a_joint_promise_leads_to_its_own_page() -> None:
    record = {"operator": "a; b", "operator_name": "A Ltd; B Ltd"}
    column = names_column("", "operator_name")
    cell = column.cell(record, Wording())
    assert Links().pieces(cell, column, record, Wording()) == [
        ("A Ltd", "operator", "a"), (", ", "", ""), ("B Ltd", "operator", "b"),
    ]  # fmt: skip


def test_each_place_and_country_of_an_event_leads_to_its_own_page(reader: Reader) -> None:
    record = {"country": "SN; CM", "place": "sn-dakar; cm-douala", "place_name": "Dakar; Douala"}
    shown = Column("place", "Where", lambda _record, _wording: Cell(""))
    pieces = Links().pieces(Cell("Dakar, Senegal; Douala, Cameroon"), shown, record, Wording(reader))
    assert [(kind, key) for _text, kind, key in pieces if kind] == [
        ("place", "sn-dakar"), ("place", "cm-douala"), ("country", "CM"),
    ]  # fmt: skip
    country = Column("country", "Country", shown.cell)
    pieces = Links().pieces(Cell("Senegal; Cameroon"), country, {"country": "SN; CM"}, Wording(reader))
    assert [key for _text, _kind, key in pieces if key] == ["SN", "CM"]


def test_names_and_keys_of_operators_stand_in_one_order(reader: Reader) -> None:
    names = dict(reader.rows("SELECT id, name FROM v_operators").rows)
    for view in ("v_events", "v_ledger", "v_losses", "v_reports"):
        rows = reader.rows(f"SELECT operator, operator_name FROM {view} WHERE operator LIKE '%; %'").rows
        for keys, words in rows:
            assert [names[key] for key in keys.split("; ")] == words.split("; "), view


def test_a_cascade_says_what_it_rests_on(reader: Reader) -> None:
    steps = {step.name: step for step in cascade(reader, Asked(country=["MA"]))}
    assert [*steps] == ["promised", "due", "known", "came"]
    assert (steps["promised"].low or 0) >= (steps["due"].low or 0) >= (steps["came"].low or 0)
    assert "promise" in steps["known"].note
    # Nothing was promised there: there is nothing to follow up.
    assert cascade(reader, Asked(country=["LS"])) == []


def test_a_chain_has_every_version_and_tranche_once_in_the_order_of_time(reader: Reader) -> None:
    found = chain(reader, PLEDGE).rows.records()
    keys = [record["id"] for record in found]
    assert PLEDGE in keys
    assert f"{PLEDGE}-by-april-2023" in keys
    assert len(keys) == len({*keys})
    days = [record["announced_from"] or record["announced_to"] or "" for record in found]
    assert days == sorted(days)
    for key in keys:
        assert [record["id"] for record in chain(reader, key).rows.records()] == keys


def test_only_a_chart_alone_may_stand_in_a_frame_of_another_site(client: TestClient) -> None:
    alone = client.get("/fr/integrer/year/MA/")
    assert "frame-ancestors *" in alone.headers["content-security-policy"]
    assert "<svg" in alone.text
    assert "<nav" not in alone.text
    assert "../../../../fr/graphique/year/MA/" in Read(alone.text).links
    for other in ("/fr/graphique/year/MA/", "/fr/"):
        assert "frame-ancestors 'none'" in client.get(other).headers["content-security-policy"]


def test_the_timeline_is_whole_newest_first_and_what_has_no_date_comes_last(reader: Reader) -> None:
    every: list[tuple[str, ...]] = []
    dates: list[str] = []
    (count,) = reader.rows("SELECT count(*) FROM v_timeline").rows[0]
    at = 0
    while len(every) < count:
        at += 1
        found = page(reader, ("timeline", *(("page", str(at)) if at > 1 else ())), {}).values["table"]
        names = [one.name for one in found.columns]
        every += [tuple(cell.text for cell in row.cells) for row in found.rows]
        dates += [row.cells[names.index("date")].text if "date" in names else "" for row in found.rows]
    assert at > 1
    assert len({*every}) == len(every) == count
    assert dates[0] == "2029"
    assert {*dates[dates.index("") :]} == {""}


def test_the_operators_with_sites_in_the_most_countries_stand_first(client: TestClient, reader: Reader) -> None:
    sites = "SELECT operator, country FROM v_sites WHERE status <> 'planned' AND operator IS NOT NULL"
    countries: dict[str, set[str]] = {}
    for operator, country in reader.rows(sites).rows:
        if country and country.isupper():
            countries.setdefault(operator, set()).add(country)
    many = {operator: len(some) for operator, some in countries.items() if len(some) > 2}
    assert many
    for language in LANGUAGES:
        root = html.fromstring(client.get("/" + path(("operators",), language)).content)
        rows = root.xpath("//section[@id = 's-countries']//tbody")
        told = {row.get("id").removeprefix("s-countries-"): int(row.xpath("string(.//td[2])")) for row in rows}
        assert told == many
        assert list(told.values()) == sorted(told.values(), reverse=True)
        for row in rows:
            where = row.xpath(".//td[4]//a/text()")
            assert len(where) == int(row.xpath("string(.//td[2])"))
            assert where == sorted(where, key=fold)
    assert "s-countries" not in client.get("/en/operators/MA/").text
    assert "s-countries" not in client.get("/en/operators/page/2/").text


def test_closures_are_counted_by_year_and_country_without_plans(client: TestClient, reader: Reader) -> None:
    ends = "SELECT count(DISTINCT id) FROM v_events WHERE kind = 'closure' AND status = 'happened' AND country = 'MA'"
    ((closures,),) = reader.rows(ends).rows
    for language, heading in (("en", "Closures"), ("fr", "Fermetures")):
        root = html.fromstring(client.get("/" + path(("losses", "MA"), language)).content)
        (section,) = root.xpath("//section[starts-with(@id, 's-closures')]")
        cells = section.xpath(f".//td[@data-label = '{heading}']")
        assert sum(int(cell.text_content() or 0) for cell in cells) == closures > 0
        assert {*section.xpath(".//td[2]//a/text()")} == {"Morocco" if language == "en" else "Maroc"}
        years = [text for text in section.xpath(".//td[1]/span/text()") if text.isdigit()]
        assert years == sorted(years, reverse=True)
    whole = html.fromstring(client.get("/en/losses/").content)
    assert len({*whole.xpath("//section[starts-with(@id, 's-closures')]//td[2]//a/text()")}) > 1


def test_rival_versions_of_one_thing_are_marked_on_the_timeline(client: TestClient, reader: Reader) -> None:
    def marks(row: html.HtmlElement) -> set[str]:
        return {cell.text_content().strip().rpartition("; ")[2] for cell in row.xpath(".//td[@data-label]")}

    told = {
        "preferred": ("preferred", "retenue"),
        "set_aside": ("set aside", "écartée"),
        "open": ("disputed", "contestée"),
    }
    rivals = "SELECT c.id, c.status, l.country FROM v_conflicts AS c JOIN v_timeline AS l ON l.claim = c.id"
    seen = set()
    for claim, status, country in reader.rows(rivals).rows:
        if status in seen or not country or "; " in country:
            continue
        seen.add(status)
        for language, text in zip(LANGUAGES, told[status], strict=True):
            shown = ""
            for at in ("", "page/2/", "page/3/"):
                shown += client.get("/" + path(("timeline", country), language) + at).text
            (row,) = html.fromstring(shown.encode()).xpath(f"//tbody[@id = 's-timeline-{claim}']")
            assert text in marks(row), (claim, status)
    assert seen == told.keys()
    alone = html.fromstring(client.get("/en/timeline/TG/").content)
    rows = alone.xpath("//tbody")
    assert len(rows) > sum(not marks(row).isdisjoint({english for english, _french in told.values()}) for row in rows)


def test_the_timeline_is_narrowed_to_a_year_and_its_data_are_the_same(client: TestClient, reader: Reader) -> None:
    years = years_of(reader, "TG")
    assert "2020" in years
    assert "1850" not in years
    text = client.get("/en/timeline/TG/2020/").text
    assert "Timeline – Togo, 2020" in text
    assert 'href="../../../../en/timeline/TG/2019/"' in text or "2019" not in years
    data = client.get("/data/timeline/TG/2020.json").json()
    assert data
    dated = [(row["date_from"], row["date_to"]) for row in data if row["date_from"] and row["date_to"]]
    assert {last[:4] for first, last in dated if first[:4] == last[:4]} == {"2020"}
    assert client.get("/en/timeline/TG/1850/").status_code == HTTPStatus.NOT_FOUND


def test_a_reason_names_a_claim_by_what_it_says_and_leads_to_it(reader: Reader) -> None:
    with on_a_page():
        record = {"reason": "part_of", "reason_details": json.dumps({"pledge": PLEDGE}), "id": "other"}
        wording, links = Wording(reader), Links()
        column = reason("Why")
        links.learn(reader, [Section("left_out", "", Rows(tuple(record), [tuple(record.values())]))])
        pieces = links.pieces(column.cell(record, wording), column, record, wording)
    assert pieces == [("part of ", "", ""), ("VIPP Interstis: 500 jobs in Lomé by January 2023", "pledge", PLEDGE)]
    assert column.cell(record, Wording(reader)).text == f"part of {PLEDGE}"  # at a prompt, where it can be typed


def test_a_promise_says_how_many_were_there_before_and_who_says_so(client: TestClient, reader: Reader) -> None:
    for language, text in (
        ("en", "Intelcia: about 40 staff in Douala, 1 February 2016"),
        ("fr", "Intelcia : environ 40 salariés à Douala, 1er février 2016"),
    ):
        address = path(("pledge", "intelcia-douala-2016-500"), language)
        root = html.fromstring(client.get("/" + address).content)
        (shown,) = root.xpath("//dl[@class='fields']/div[dt = 'Baseline' or dt = 'Niveau de départ']/dd")
        assert " ".join(shown.xpath("string(.)").split()).startswith(text)
        assert shown.xpath("a/@href") == [relative(address, path(("report", "intelcia-douala-40-2016"), language))]
        (mark,) = shown.xpath("span[@class='refs']/a/@href")
        assert root.xpath(f"//li[@id = '{mark[1:]}']//a[contains(@href, '/article/')]")
    key = reader.rows("SELECT min(id) FROM v_pledges WHERE baseline = 'none'").rows[0][0]
    nobody = Read(client.get(f"/en/promise/{key}/").text)
    assert "none: nobody worked there before" in nobody.text
    assert not any("/claim/none/" in link for link in nobody.links)


def test_no_key_of_a_record_stands_where_a_reader_expects_a_text(client: TestClient, reader: Reader) -> None:
    views = "v_claims", "v_sources", "v_parties"
    keys = {key for view in views for (key,) in reader.rows(f"SELECT id FROM {view}").rows if "-" in key}
    promises = [key for (key,) in reader.rows("SELECT DISTINCT pledge FROM v_searched_for").rows]
    promises += [key for (key,) in reader.rows("SELECT id FROM v_pledges WHERE baseline <> 'none'").rows]
    notes = [row for row in reader.rows("SELECT kind, id, note FROM v_claims").rows if {*_words(row[2])} & keys]
    assert len(promises) > 10
    assert len(notes) > 10
    addresses = [("pledge", key) for key in promises[::9]] + [(kind, key) for kind, key, _note in notes[::5]]
    for number, address in enumerate([*addresses, ("operator", "webhelp"), ("event", "siccam-2020-oujda")]):
        root = html.fromstring(client.get("/" + path(address, LANGUAGES[number % 2])).content)
        for without in root.xpath("//code | //script | //textarea | //p[@id = 'citation']"):
            without.drop_tree()
        assert keys.intersection(_words(root.xpath("string(//main)"))) == set(), address


def _words(text: str | None) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", text or "")


def test_a_note_names_a_record_by_what_it_is_and_leads_to_it(client: TestClient) -> None:
    root = html.fromstring(client.get("/en/event/siccam-2020-oujda/").content)
    (note,) = root.xpath("//dl[@class='fields']/div[dt = 'Note']/dd")
    assert [href.split("/")[-2] for href in note.xpath("a/@href")] == ["firo-notoriety-pact", "siccam-2020-memorandum"]
    assert Links().pieces(Cell("at once, see no-such-key"), Column("note", "", _nothing), {}, Wording()) == [
        ("at once, see no-such-key", "", "")
    ]


def _nothing(_record: object, _wording: object) -> Cell:
    return Cell("")


def test_a_plan_whose_day_has_passed_says_so_on_its_page_and_in_lists(client: TestClient) -> None:
    key = "saccom-oujda-shore"
    assert "planned for August 2020; no outcome on record" in client.get(f"/en/site/{key}/").text
    assert "prévu pour août 2020, sans suite connue" in client.get(f"/fr/site/{key}/").text
    told = "prévu pour le 23 janvier 2009, sans suite connue"
    assert told in client.get("/fr/evenement/regionales-relation-clients-2009-marrakech/").text
    assert "planned (about July 2020); no outcome" in client.get("/en/event/unnamed-oujda-2020-tests/").text
    assert "planned, unconfirmed" in client.get("/en/sites/MA/").text
    stored = {row["id"]: row["status"] for row in client.get("/data/sites/MA.json").json()}
    assert stored[key] == "planned"


def test_a_search_finds_the_country_first_and_asks_what_was_meant(client: TestClient) -> None:
    found = html.fromstring(client.get("/fr/recherche/?q=maroc").content).xpath("//main//table//a")
    assert found[0].text == "Maroc"
    missed = client.get("/en/search/?q=Weblhep").text
    assert 'Did you mean: <a href="../../en/search/?q=Webhelp">Webhelp</a>' in missed


def test_feeds_say_of_what_day_their_entries_are(client: TestClient) -> None:
    assert (
        "<subtitle>An entry bears the day of the article that states it first" in client.get("/feeds/en/new.atom").text
    )
    assert "<subtitle>Chaque entrée porte la date à laquelle" in client.get("/feeds/fr/overdue.atom").text
    assert "according to" in client.get("/feeds/en/new.atom").text


def test_conflicts_are_counted_without_what_denies_them(client: TestClient) -> None:
    page_ = html.fromstring(client.get("/en/conflicts/").content)
    count = int(re.match(r"\d+", page_.xpath("//p[@class='lead']")[0].text)[0])  # type: ignore[index]
    shown = [one for one in page_.xpath("//section//h2") if not (one.text or "").startswith(("Denied", "Articles"))]
    assert len(shown) == min(count, PARTS)


@pytest.mark.slow
def test_a_page_names_no_command(client: TestClient) -> None:
    for address in (("operator", "webhelp"), ("country", "MA"), ("losses",), ("pledges",), ("timeline",),
                    ("timeline", "all", "2020"), ("events",)):  # fmt: skip
        for language in LANGUAGES:
            with speaking(language):
                text = Read(client.get("/" + path(address, language)).text).text
                assert not re.search(r"\bocdb (list|show|jobs|coverage)\b|--[a-z]", text), address


def test_pages_are_narrowed_to_areas_too_and_say_what_these_cover(client: TestClient) -> None:
    names = ("pledges", "losses", "timeline", "conflicts", "evidence", *PLAIN)
    for language, label, covers in (("en", "Area", "Maghreb (5 countries)"), ("fr", "Zone", "Maghreb (5 pays)")):
        for name in names:
            shown = client.get("/" + path((name, "maghreb"), language), follow_redirects=False)
            assert shown.status_code == HTTPStatus.OK, name
            root = html.fromstring(shown.content)
            assert covers in root.xpath("string(//h1)"), name
            assert covers in root.xpath("string(//title)"), name
            rows = {row.xpath("string(span)"): row for row in root.xpath("//nav[contains(@class, 'facets')]//div")}
            assert rows[label].xpath("b/text()")[0].strip() == "Maghreb", name
            assert all(one.endswith("africa/") for one in rows[label].xpath("a/@href")), name  # and not the world
            assert not rows["Pays" if language == "fr" else "Country"].xpath("b"), name
    assert client.get("/en/promises/Maghreb/").status_code == HTTPStatus.NOT_FOUND
    narrow, wide = (client.get(f"/data/sources/{key}.json").json() for key in ("TG", "africa"))
    assert {row["id"] for row in narrow} < {row["id"] for row in wide}


def test_the_counts_of_areas_are_those_of_their_lists(client: TestClient) -> None:
    root = html.fromstring(client.get("/en/promises/").content)
    (row,) = root.xpath("//nav[contains(@class, 'facets')]//div[span = 'Area']")
    told = {a.get("href").split("/")[-2]: int(a.xpath("string(small)").replace(",", "")) for a in row.xpath("a")}
    assert {"africa", "maghreb"} < {*told}
    for area, count in told.items():
        assert len(client.get(f"/data/pledges/{area}.json").json()) == count, area
    shown = client.get("/en/promises/maghreb/no_evidence/").text  # a verdict stays with another area
    assert "promises/africa/no_evidence/" in shown


def test_facets_of_the_tracker_combine_and_each_says_how_many_promises_it_leads_to(client: TestClient) -> None:
    waiting, known = [("pledges",), ("pledges", "MA", "no_evidence"), ("pledges", "africa", "overdue")], set()
    combined = 0
    for address in waiting:
        known.add(address)
        root = html.fromstring(client.get("/" + path(address, "en")).content)
        offered = root.xpath("//nav[contains(@class, 'facets')]//a[small]")
        assert offered, address
        for one in offered[:: 7 if len(address) < 3 else 3]:
            to = (parsed(one.get("href").replace("../", "")) or ("", ()))[1]
            count = int(one.xpath("string(small)").replace(",", ""))
            assert count, (address, to)
            assert len(client.get("/" + data_path(to, ".json")).json()) == count, (address, to)
            if len(to) == 4 and to not in known and combined < 12:
                combined += 1
                waiting.append(to)
    assert combined
    shown = client.get("/en/promises/MA/no_evidence/offshoring/").text
    assert "Promises – Morocco, no evidence, offshoring" in shown
    assert client.get("/en/promises/MA/missed/no_evidence/").status_code == HTTPStatus.NOT_FOUND
    assert client.get("/en/promises/MA/no_evidence/offshoring/offshoring/").status_code == HTTPStatus.NOT_FOUND
    other = client.get("/en/promises/MA/offshoring/overdue/", follow_redirects=False)  # one address for one thing
    assert other.headers["location"].endswith("/en/promises/MA/overdue/offshoring/")


def test_the_tracker_says_what_its_facets_can_not_do_and_what_can(database: Path, client: TestClient) -> None:
    with asking(database, tables=True) as whole:
        shown = Read(whole.get("/en/promises/MA/no_evidence/").text)
        (browse,) = [link for link in shown.links if "tables/ocdb/v_ledger" in link]
        assert "country=MA&verdict=no_evidence" in browse
        assert whole.get("/tables/ocdb/v_ledger?" + browse.partition("?")[2]).status_code == HTTPStatus.OK
    assert "tables/" not in client.get("/en/promises/").text
    with closing(open_reader(database)) as reader, on_a_page():
        files = drawn_page(page(reader, ("pledges", "MA", "no_evidence"), {}), Site("", "2026-11-30"))
    assert "../../../../data/pledges.csv" in Read(files).links


def test_an_area_has_a_page_that_countries_and_cells_lead_to_and_that_leads_to_all_in_it(client: TestClient) -> None:
    assert "area/maghreb/" in client.get("/en/country/").text
    assert "zone/maghreb/" in client.get("/fr/pays/").text
    links = Read(client.get("/en/area/maghreb/").text).links
    assert {one.split("/en/")[-1] for one in links} > {"promises/maghreb/", "losses/maghreb/", "timeline/maghreb/"}
    assert "promises/world/" not in client.get("/en/area/world/").text  # that is all there is
    shown = client.get("/en/evidence/maghreb/")
    assert "country/maghreb" not in shown.text


def test_the_chart_of_an_area_has_its_countries_and_that_of_africa_one_address(client: TestClient) -> None:
    shown = client.get("/en/promises/maghreb/").text
    assert "chart/year/maghreb/" in shown
    assert "chart/country/maghreb/" in client.get("/en/chart/year/maghreb/").text
    assert "chart/country/MA/" not in client.get("/en/chart/year/MA/").text
    for name in ("promises", "losses"):
        assert "/africa/" not in client.get(f"/en/{name}/africa/").text.split("<figcaption")[1].split("</figure>")[0]
    for old, new in (("chart/year/africa", "chart/year"), ("embed/losses/year/africa", "embed/losses/year")):
        assert client.get(f"/en/{old}/").url.path == f"/en/{new}/"


def test_promises_and_losses_have_a_chart_by_year(client: TestClient) -> None:
    for address in (("pledges",), ("pledges", "MA"), ("losses",), ("losses", "MA")):
        shown = client.get("/" + path(address, "fr")).text
        assert "<svg" in shown, address
        assert "graphique" in shown, address
    assert "<svg" not in client.get("/" + path(("pledges", "MA", "no_evidence"), "fr")).text
