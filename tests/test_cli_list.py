"""`ocdb list` and `ocdb timeline`: filters, sorting, formats."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ocdb.answers.listings import KINDS, LISTINGS
from tests.cases import each
from tests.commands import RULE, SAID_BY_FIVE, five_articles, listed, ocdb, recorded
from tests.own import odd

FIVE = SAID_BY_FIVE[1::2]
AWARDS = ["siccam-2020-investor-prizes", "siccam-2020-trophies", "siccam-2020-webinar-trophy"]
WEBHELP_SITES = ["webhelp-france", "webhelp-agadir-dakhla", "webhelp-fes", "webhelp-rabat", "webhelp-romania"]

# --- every kind ---------------------------------------------------------------------------------------------------


def test_every_kind_gives_all_rows_and_columns_of_its_view() -> None:
    with closing(sqlite3.connect(f"file:{five_articles()}?mode=ro", uri=True)) as connection:
        for kind in KINDS:
            view = connection.execute(f"SELECT * FROM {LISTINGS[kind].view}")
            columns, rows = [column[0] for column in view.description], view.fetchall()
            answer = ocdb("list", kind)
            assert (answer.code, answer.lines[0].split("\t")) == (0, columns), kind
            assert len(answer.rows) == len(rows), kind


@each(
    ("kind", "first"),
    [
        ("operators", "eca-groupe"),
        ("institutions", "anapec"),
        ("officials", "celine-lazard"),
        ("places", "fr-abbeville"),
        ("sites", "vipp-interstis-benin"),
        ("events", "morocco-first-offshore-centre-1999"),
        ("pledges", "phone-marketing-dreux-2009-400"),
        ("reports", "keyyo-abbeville-2009-11"),
        ("statistics", "keyyo-client-size"),
        ("investments", "keyyo-relocation-cost"),
        ("positions", "lazard-keyyo-marketing"),
        ("sources", "silicon-2009-centres-rapatries"),
    ],
)
def test_every_kind_has_an_order_of_its_own(kind: str, first: str) -> None:
    assert listed("list", kind, *SAID_BY_FIVE)[0] == first


@each(
    ("kind", "count"),
    [("operators", 9), ("institutions", 15), ("officials", 8), ("pledges", 9), ("reports", 1), ("sources", 5)],
)
def test_the_list_of_what_five_articles_say_is_complete(kind: str, count: int) -> None:
    assert len(listed("list", kind, *SAID_BY_FIVE)) == count


def test_an_unknown_kind_is_a_usage_error_that_names_the_kinds() -> None:
    answer = ocdb("list", "sitess")
    assert answer.code == 2
    assert answer.err == "ocdb: there are no sitess\n  Did you mean sites?\n"
    assert "operators, institutions, officials, places, sites" in ocdb("list", "zzzz").err


# --- country ------------------------------------------------------------------------------------------------------


@each("written", ["TG", "tg", "TGO", "Togo", "TOGO", "Togolese Republic", "République togolaise"])
def test_a_country_is_found_by_its_codes_and_names(written: str) -> None:
    assert listed("list", "sites", "--country", written) == ["vipp-interstis-lome"]


@each("written", ["Morocco", "Maroc", "maroc", "MAR", "Royaume du Maroc"])
def test_a_country_is_found_in_english_and_in_french(written: str) -> None:
    assert listed("list", "operators", "--country", written, "--sort", "id", "--limit", "2") == [
        "eca-groupe",
        "intelcia",
    ]


@each(
    "written",
    ["CI", "CIV", "Côte d'Ivoire", "Cote d’Ivoire", "cote d ivoire", "COTE-D'IVOIRE", "Ivory Coast"],
)
def test_cote_d_ivoire_is_found_with_any_apostrophe_accent_and_language(written: str) -> None:
    answer = ocdb("list", "sites", "--country", written, "--columns", "id", database=odd())
    assert (answer.code, answer.out, answer.complaints) == (0, "id\nodd-dabou\n", "")


def test_several_countries_are_alternatives() -> None:
    assert listed("list", "sites", "--country", "TG", "--country", "Benin") == [
        "vipp-interstis-benin",
        "vipp-interstis-lome",
    ]


def test_an_unknown_country_suggests_the_nearest() -> None:
    answer = ocdb("list", "sites", "--country", "Marocco")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == "ocdb: there is no country Marocco\n  Did you mean Morocco?\n"


def test_an_operator_belongs_to_its_home_country_and_to_where_it_works() -> None:
    assert listed("list", "operators", "--country", "FR", *SAID_BY_FIVE) == [
        "keyyo",
        "phone-marketing",
        "vipp-interstis",
        "webhelp",
    ]


# --- place --------------------------------------------------------------------------------------------------------


def test_a_region_has_the_sites_of_its_cities_and_their_parks() -> None:
    assert listed("list", "sites", "--place", "Oriental") == [
        "eca-groupe-oujda",
        "intelcia-oujda",
        "notoriety-oujda",
        "saccom-oujda",
        "unnamed-oujda-2020-1",
        "unnamed-oujda-2020-2",
        "saccom-oujda-shore",
    ]


def test_a_city_has_the_sites_of_its_districts() -> None:
    assert listed("list", "sites", "--place", "Agadir") == [
        "phone-assistance-agadir",
        "unnamed-agadir-2011",
        "webhelp-agadir-dakhla",
    ]


def test_a_district_has_only_its_own_sites() -> None:
    assert listed("list", "sites", "--place", "ma-agadir-dakhla") == ["webhelp-agadir-dakhla"]


def test_a_place_is_found_by_another_name_without_case_and_accents() -> None:
    expected = ["regionales-relation-clients-2009-tanger", "regionales-relation-clients-2009-tanger-participants"]
    for written in ("Tangier", "TANGER", "tanja"):
        assert sorted(listed("list", "claims", "--place", written)) == expected


def test_a_relocation_belongs_to_the_place_that_it_left_and_to_the_one_it_went_to() -> None:
    assert listed("list", "events", "--place", "Casablanca", "--kind", "relocation") == ["keyyo-relocation-abbeville"]
    assert listed("list", "events", "--place", "Abbeville") == ["keyyo-relocation-abbeville"]


def test_the_list_of_places_within_a_place_begins_at_any_depth() -> None:
    assert listed("list", "places", "--place", "Somme") == ["fr-abbeville", "fr-somme"]


# --- operators, institutions, officials ---------------------------------------------------------------------------


@each("written", ["webhelp", "Webhelp", "WEBHELP", " webhelp "])
def test_an_operator_is_found_by_slug_and_name_whatever_the_case(written: str) -> None:
    assert listed("list", "sites", "--operator", written) == WEBHELP_SITES


@each("written", ["Odd Société", "odd societe", "ODD-SOCIETE", "Odde Societé", "Vieux Nom", "OS"])
def test_an_operator_is_found_by_any_name_it_ever_bore(written: str) -> None:
    assert listed("list", "sites", "--operator", written, database=odd()) == ["odd-dabou"]


def test_several_operators_are_alternatives_and_several_filters_all_hold() -> None:
    wanted = ("--operator", "keyyo", "--operator", "Phone Marketing")
    assert listed("list", "sites", *wanted) == ["keyyo-abbeville", "phone-marketing-dreux", "keyyo-casablanca"]
    assert listed("list", "sites", *wanted, "--country", "MA") == ["keyyo-casablanca"]


def test_an_unknown_operator_suggests_the_nearest() -> None:
    answer = ocdb("list", "sites", "--operator", "notoryetie")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == "ocdb: there is no operator notoryetie\n  Did you mean Notoriety?\n"


def test_an_operator_that_resembles_none_leads_to_the_list_of_them() -> None:
    answer = ocdb("list", "sites", "--operator", "zzzz")
    assert answer.code == 4
    assert answer.err.startswith("ocdb: there is no operator zzzz\n  List them: ocdb list operators The database is ")


def test_a_whole_word_of_a_name_finds_who_bears_it_and_a_part_of_a_word_suggests_it() -> None:
    assert listed("list", "sites", "--operator", "nom", database=odd()) == ["odd-dabou"]
    answer = ocdb("list", "sites", "--operator", "vieu", database=odd())
    assert answer.err == "ocdb: there is no operator vieu\n  Did you mean Vieux Nom?\n"


def test_a_name_that_two_institutions_bear_lists_their_slugs() -> None:
    answer = ocdb("list", "events", "--institution", "Centre régional d'investissement")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "ocdb: Centre régional d'investissement may be cri-agadir or cri-tanger\n  Use one of these.\n"
    )


def test_an_institution_narrows_to_the_claims_that_it_occurs_in() -> None:
    assert listed("list", "events", "--institution", "FIRO") == ["firo-notoriety-pact"]
    assert listed("list", "operators", "--institution", "cri-agadir") == ["webhelp"]


@each("written", ["Cina Lawson", "cina-lawson", "CINA LAWSON", "Cina-Lawson"])
def test_an_official_narrows_to_the_claims_that_name_or_quote_that_person(written: str) -> None:
    assert listed("list", "positions", "--official", written) == ["lawson-togo-minister"]


def test_a_misspelt_name_that_an_article_prints_finds_the_official() -> None:
    assert listed("list", "positions", "--official", "Charles-Emmmanuel Berc") == ["berc-vipp-interstis-president"]


def test_a_retired_slug_leads_to_its_successor_in_a_filter() -> None:
    assert listed("list", "sites", "--operator", "odd-old-slug", database=odd()) == ["odd-dabou"]


# --- kind, status, source -----------------------------------------------------------------------------------------


@each("written", ["trade_show", "Trade show", "TRADE-SHOW", "salon"])
def test_a_kind_is_a_code_or_its_label_in_either_language(written: str) -> None:
    assert listed("list", "events", "--kind", written, "--status", "planned") == [
        "regionales-relation-clients-2009-marrakech"
    ]


def test_several_kinds_are_alternatives() -> None:
    found = listed("list", "events", "--kind", "agreement", "--kind", "negotiation")
    assert sorted(found) == [
        "firo-notoriety-pact",
        "siccam-2020-memorandum",
        "webhelp-agadir-contract",
        "webhelp-agadir-negotiation",
    ]


def test_the_kind_of_a_pledge_or_a_statistic_is_its_measure() -> None:
    assert listed("list", "pledges", "--kind", "seats") == ["webhelp-agadir-2011-400"]
    assert listed("list", "statistics", "--kind", "vacancies") == ["morocco-vacancies-2009"]


def test_an_unknown_kind_suggests_the_nearest_or_names_all() -> None:
    assert ocdb("list", "places", "--kind", "citty").err == "ocdb: --kind has no value citty\n  Did you mean city?\n"
    answer = ocdb("list", "places", "--kind", "zzz")
    assert answer.code == 4
    assert answer.err == "ocdb: --kind has no value zzz\n  The values are region, city, district, park.\n"


def test_a_status_tells_plans_from_facts() -> None:
    assert listed("list", "sites", "--status", "closed") == ["keyyo-casablanca"]
    assert listed("list", "events", "--kind", "exhibition", "--status", "planned") == ["siccam-2020-exhibition-tour"]


def test_a_source_narrows_to_what_it_states() -> None:
    assert listed("list", "sites", "--source", "silicon-2009-centres-rapatries") == [
        "keyyo-abbeville",
        "phone-marketing-dreux",
        "keyyo-casablanca",
    ]


def test_an_unknown_source_suggests_the_nearest() -> None:
    answer = ocdb("list", "sites", "--source", "silicon-2009")
    assert answer.code == 4
    assert answer.err == ("ocdb: there is no source silicon-2009\n  Did you mean silicon-2009-centres-rapatries?\n")
    assert ocdb("list", "sites", "--source", "x").err == (
        "ocdb: there is no source x\n  List them: ocdb list sources\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message", "fitting"),
    [
        (
            ("sites", "--kind", "open"),
            "--kind doesn't fit sites",
            (
                "--country, --place, --operator, --institution, --official, --source, --publisher, --site, --status, "
                "--since, --until"
            ),
        ),
        (
            ("officials", "--status", "open"),
            "--status doesn't fit officials",
            "--country, --place, --operator, --institution, --official, --source, --publisher, --site",
        ),
    ],
)
def test_a_filter_that_does_not_fit_says_which_do(arguments: tuple[str, ...], message: str, fitting: str) -> None:
    answer = ocdb("list", *arguments)
    assert (answer.code, answer.out, answer.err) == (2, "", f"ocdb: {message}\n  Options that apply: {fitting}.\n")


def test_what_has_no_date_has_none_to_filter_by() -> None:
    answer = ocdb("list", "statements", "--since", "2010")
    assert answer.code == 2
    assert answer.err == "ocdb: --since and --until don't fit statements: they have no date\n  Leave them out.\n"


def test_every_filter_of_every_kind_can_be_asked() -> None:
    words = {
        "country": "MA", "place": "Oujda", "operator": "Saccom", "institution": "SICCAM", "official": "Cina Lawson",
        "source": "orientalmarocain-2020-07-siccam-oujda",
    }  # fmt: skip
    for kind in KINDS:
        for name in set(LISTINGS[kind].filters) & set(words):
            answer = ocdb("list", kind, f"--{name}", words[name])
            assert answer.code == 0, (kind, name, answer.err)


# --- dates --------------------------------------------------------------------------------------------------------


def test_since_keeps_what_could_be_on_or_after_a_date() -> None:
    answer = ocdb("list", "sites", "--since", "2020-04-01", "--columns", "id,opened")
    assert answer.out == (
        "id\topened\n"
        "intelcia-oujda\t2020-08\n"
        "saccom-oujda-shore\t2020-08\n"
        "vipp-interstis-lome\t2020-04-01\n"
    )  # fmt: skip
    assert answer.err == "17 more without a date, not shown; drop --since and --until to see them\n"


def test_until_keeps_what_could_be_on_or_before_a_date() -> None:
    answer = ocdb("list", "sites", "--until", "2009-06-15", "--columns", "id,opened")
    assert answer.out == "id\topened\nkeyyo-abbeville\t../2009-05?\nphone-marketing-dreux\t2009-06\n"


def test_a_month_that_began_before_since_could_still_overlap() -> None:
    assert ocdb("list", "events", "--since", "2020-08-31", "--columns", "id").out == (
        "id\nintelcia-jamaica-opening\nintelcia-portugal-opening\nintelcia-usa-opening\n"  # about 2020
        "intelcia-oujda-opening\nsaccom-oujda-shore-opening\n"
    )


def test_a_date_with_an_open_end_is_found_under_the_end_that_is_known() -> None:
    def found(*arguments: str) -> list[str]:
        return [row[0] for row in ocdb("list", "events", *arguments, "--columns", "id").rows]

    tour = ("--since", "2009-01-09", "--until", "2009-01-22", "--kind", "trade show")
    possible = {*found(*tour, "--possible")} - {*found(*tour)}
    assert possible  # dated "by August 2011"
    assert possible <= {*found("--since", "2011", "--until", "2011")}
    assert possible.isdisjoint(found("--until", "2010"))
    assert possible <= {*found("--until", "1999", "--possible")}


def test_since_and_until_together_keep_what_overlaps_with_the_time_between() -> None:
    wanted = ("list", "events", "--since", "2009-01-09", "--until", "2009-01-22", "--kind", "trade show")
    answer = ocdb(*wanted, "--columns", "date")
    assert [row[0] for row in answer.rows] == ["2009-01~", "2009-01-09"]
    assert ocdb(*wanted, columns=80).lines[0] == "2 events: trade show, 9 January 2009 – 22 January 2009"


def test_a_year_stands_for_all_its_days() -> None:
    assert ocdb("list", "sources", "--since", "2009", "--until", "2009", "--columns", "id").rows == [
        ["silicon-2009-centres-rapatries"],
        ["liberation-2009-01-21-regionales-tanger"],
    ]


def test_undated_rows_are_counted_only_where_they_fit_the_other_filters() -> None:
    answer = ocdb("list", "sites", "--country", "TG", "--since", "2000", "--columns", "id")
    assert (answer.out, answer.complaints) == ("id\nvipp-interstis-lome\n", "")


@each(
    ("date", "message"),
    [
        ("soon", "soon isn't a date"),
        ("2020-13", "2020-13 isn't a date"),
        ("2020-02-30", "2020-02-30 isn't a date"),
        ("2020/..", "2020/.. has an open end"),
    ],
)
def test_what_is_no_date_is_a_usage_error(date: str, message: str) -> None:
    answer = ocdb("list", "events", "--since", date)
    assert (answer.code, answer.err) == (2, f"ocdb: --since: {message}\n  Write 2020, 2020-07 or 2020-07-10.\n")


# --- sort, limit, columns -----------------------------------------------------------------------------------------


def test_sort_takes_several_columns_and_a_minus_turns_the_order() -> None:
    answer = ocdb("list", "operators", "--sort", "-sites,name", "--columns", "sites,id", "--limit", "4")
    assert answer.out == "sites\tid\n5\twebhelp\n4\tintelcia\n3\tvipp-interstis\n2\tkeyyo\n"


def test_sorted_by_name_accents_do_not_count_and_empty_values_come_last_either_way() -> None:
    assert ocdb("list", "officials", *SAID_BY_FIVE, "--sort", "name", "--columns", "name", "--limit", "2").rows == [
        ["Céline Lazard"],
        ["Charles-Emmanuel Berc"],
    ]
    for order in ("founded", "-founded"):
        assert listed("list", "operators", *SAID_BY_FIVE, f"--sort={order}")[0] == "vipp-interstis"


def test_numbers_are_sorted_as_numbers() -> None:
    answer = ocdb("list", "pledges", "--sort=low", "--columns", "low")
    assert [row[0] for row in answer.rows] == ["25", "100", "400", "400", "500", "1000", "3000", "3500", "5000"]


def test_a_date_with_an_open_begin_is_sorted_by_its_end() -> None:
    answer = ocdb("list", "events", "--source", "liberation-2009-01-21-regionales-tanger", "--columns", "date")
    assert [row[0] for row in answer.rows] == ["2009-01~", "../2009-01-08", "2009-01-09", "2009-01-23"]


def test_a_column_that_is_not_there_suggests_the_nearest() -> None:
    answer = ocdb("list", "operators", "--columns", "id,nam")
    assert (answer.code, answer.err) == (2, "ocdb: operators have no column nam\n  Did you mean name?\n")
    assert ocdb("list", "operators", "--sort", "foundedd").err == (
        "ocdb: operators have no column foundedd\n  Did you mean founded or founded_to or founded_from?\n"
    )


def test_columns_come_in_the_order_asked_for() -> None:
    answer = ocdb("list", "sites", "--country", "TG", "--columns", "status, id")
    assert answer.out == "status\tid\nplanned\tvipp-interstis-lome\n"


def test_columns_asked_for_stay_in_a_table_also_where_they_are_empty() -> None:
    answer = ocdb("list", "sites", "--country", "TG", "--columns", "id,closed", columns=80)
    assert [line.rstrip(RULE) for line in answer.lines] == [
        "1 site: Togo",
        "id                   closed",
        "",
        "vipp-interstis-lome",
        "",
        "Togo: 1 of 22 known articles have been read",
    ]


# --- nothing ------------------------------------------------------------------------------------------------------


UNREAD = "Côte d’Ivoire: 9 articles are known, none of which has been read yet\n"


@each(
    ("arguments", "message"),
    [
        (("list", "sites", "--country", "Ivory Coast"), f"No sites are on record: Côte d’Ivoire\n{UNREAD}"),
        (("list", "successions"), "No take-overs or mergers are on record\n"),
        (("timeline", "--country", "CI"), f"Nothing is on record: Côte d’Ivoire\n{UNREAD}"),
    ],
)
def test_no_match_says_so_beside_data_and_whether_anything_was_read(arguments: tuple[str, ...], message: str) -> None:
    answer = ocdb(*arguments, "--columns", "id")
    assert (answer.code, answer.out, answer.err) == (0, "id\n", message)


def test_no_match_is_an_empty_list_in_json() -> None:
    assert ocdb("list", "sites", "--country", "CI", "-f", "json").out == "[]\n"


def test_no_match_is_a_sentence_on_a_terminal() -> None:
    answer = ocdb("list", "sites", "--country", "CI", columns=80)
    assert (answer.out, answer.err) == (f"No sites are on record: Côte d’Ivoire\n\n{UNREAD}", "")


# --- formats ------------------------------------------------------------------------------------------------------

TOGO = ("list", "sites", "--country", "TG")


def test_in_a_pipe_the_default_is_tsv_with_a_header_and_all_columns_uncut() -> None:
    answer = ocdb(*TOGO)
    header, row = answer.lines
    assert header.startswith(
        "id\tname\tname_fr\toperator\toperator_name\tcountry\tcountry_name\tplace\tplace_name\taddress\t"
    )
    assert row.startswith(
        "vipp-interstis-lome\tVIPP Interstis, Lomé\tVIPP Interstis, Lomé\tvipp-interstis\tVIPP Interstis\tTG\tTogo"
    )
    assert len(header.split("\t")) == len(row.split("\t"))


def test_on_a_terminal_the_default_is_a_table() -> None:
    assert ocdb(*TOGO, columns=80).lines == [
        "1 site: Togo",
        "Operator        Where  Status                Opening       Key",
        RULE * 78,
        "VIPP Interstis  Lomé   planned, unconfirmed  1 April 2020  vipp-interstis-lome",
        "",
        "Togo: 1 of 22 known articles have been read",
    ]


def test_csv_quotes_what_needs_it() -> None:
    answer = ocdb("list", "sites", "--country", "TG", "--columns", "id,name,status", "-f", "csv")
    assert answer.out == 'id,name,status\nvipp-interstis-lome,"VIPP Interstis, Lomé",planned\n'
    whole = list(csv.DictReader(io.StringIO(ocdb("list", "citations", "-f", "csv").out)))
    assert len(whole) == len(ocdb("list", "citations").rows)
    assert {row["stance"] for row in whole} == {"supports"}


def test_json_has_the_columns_of_the_view_as_keys_and_numbers_as_numbers() -> None:
    answer = ocdb("list", "pledges", "--operator", "Webhelp", "-f", "json")
    (pledge,) = json.loads(answer.out)
    assert list(pledge)[:6] == ["id", "figure", "measure", "reading", "baseline", "firmness"]
    assert (pledge["id"], pledge["low"], pledge["figure"]) == ("webhelp-agadir-2011-400", 400, "nearly 400")
    assert pledge["due"] is None


def test_json_is_indented_and_keeps_accents() -> None:
    answer = ocdb("list", "places", "--place", "Lomé", "--columns", "id,name,latitude", "-f", "json")
    assert answer.out == '[\n  {\n    "id": "tg-lome",\n    "name": "Lomé",\n    "latitude": 6.1287\n  }\n]\n'


def test_json_lines_are_one_object_a_line() -> None:
    answer = ocdb("list", "sites", "--country", "FR", "--columns", "id,status", "-f", "jsonl")
    assert answer.out == (
        '{"id": "keyyo-abbeville", "status": "open"}\n'
        '{"id": "phone-marketing-dreux", "status": "planned"}\n'
        '{"id": "webhelp-france", "status": "open"}\n'
    )


def test_markdown_is_a_table_with_numbers_to_the_right() -> None:
    answer = ocdb("list", "operators", "--country", "TG", "--columns", "id,sites", "-f", "md")
    assert answer.out == "## 1 operator: Togo\n\n| id | sites |\n| --- | --: |\n| vipp-interstis | 3 |\n"


def test_a_table_can_be_asked_for_in_a_pipe_and_is_not_cut_there() -> None:
    answer = ocdb("list", "events", "-f", "table")
    assert max(map(len, answer.lines)) > 120
    assert "…" not in answer.out


@each(
    ("name", "begin"),
    [
        ("sites.csv", "id,status\n"),
        ("sites.tsv", "id\tstatus\n"),
        ("sites.json", "[\n  {\n"),
        ("sites.jsonl", '{"id": '),
        ("sites.md", "## 1 site: Togo\n\n| id | status |\n"),
        ("sites.txt", "1 site: Togo\nid                   status\n"),
        ("SITES.CSV", "id,status\n"),
        ("sites", "id\tstatus\n"),
    ],
)
def test_the_ending_of_a_file_tells_its_format(tmp_path: Path, name: str, begin: str) -> None:
    answer = ocdb(*TOGO, "--columns", "id,status", "-o", tmp_path / name, columns=80)
    assert (answer.code, answer.out, answer.complaints) == (0, "", "")
    assert (tmp_path / name).read_text("utf-8").startswith(begin)


def test_a_file_whose_name_says_another_format_is_not_written(tmp_path: Path) -> None:
    for name, code in (("sites.csv", 2), ("sites.jsonl", 2), ("sites.txt", 0), ("sites.data", 0), ("sites", 0)):
        answer = ocdb(*TOGO, "--columns", "id", "-f", "json", "-o", tmp_path / name)
        assert (answer.code, (tmp_path / name).exists()) == (code, not code), answer.err


def test_a_dash_for_a_file_means_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ocdb(*TOGO, "--columns", "id", "-f", "csv", "-o", "-").out == "id\nvipp-interstis-lome\n"
    assert ocdb(*TOGO, "-f", "xlsx", "-o", "-").code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_gets_no_colours_and_no_line_breaks_of_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "events.txt"
    ocdb("list", "events", "-o", file, columns=80, env={"NO_COLOR": ""})
    text = file.read_text("utf-8")
    assert "\x1b" not in text
    assert len(text.splitlines()) == len(listed("list", "events")) + 3  # the title, the header and its rule


def test_a_file_that_cannot_be_written_is_a_usage_error(tmp_path: Path) -> None:
    answer = ocdb(*TOGO, "-o", tmp_path / "nowhere" / "sites.csv")
    assert answer.code == 2
    assert answer.err == (
        f"ocdb: {tmp_path}/nowhere/sites.csv can't be written: No such file or directory\n"
        "  Name another file with -o.\n"
    )


def test_a_format_that_is_not_there_is_a_usage_error() -> None:
    answer = ocdb(*TOGO, "-f", "xml")
    assert answer.code == 2
    assert answer.err == "ocdb: --format has no value xml\n  The values are table, tsv, csv, json, jsonl, md, xlsx.\n"


def test_an_encoding_without_a_letter_shows_people_a_plain_one_and_escapes_it_in_data() -> None:
    wanted = ("list", "places", "--place", "Lomé", "--columns", "name")
    answer = ocdb(*wanted, encoding="ascii")
    assert (answer.code, answer.out) == (0, "name\nLom\\xe9\n")
    for terminal in (None, 80):
        assert "Lome" in ocdb(*wanted, "-f", "table", columns=terminal, encoding="ascii").lines
        assert ocdb(*wanted, "-f", "tsv", columns=terminal, encoding="ascii").out == "name\nLom\\xe9\n"


def test_an_encoding_keeps_the_letters_that_it_has_and_spaces_and_dashes_become_plain() -> None:
    asked = ("--lang", "fr", "jobs", "Togo", "-f", "table")
    french = ocdb(*asked).out
    assert {"\N{NARROW NO-BREAK SPACE}", "\N{RIGHT SINGLE QUOTATION MARK}", "É"} <= set(french)
    for encoding, letter in (("latin-1", "É"), ("ascii", "E")):
        answer = ocdb(*asked, encoding=encoding)
        assert (letter in answer.out, "\\" in answer.out) == (True, False)
        assert answer.out.count(" ; ") == french.count("\N{NARROW NO-BREAK SPACE}; ") > 0
        assert answer.err == ""


def test_errors_and_hints_have_the_nearest_letters_too() -> None:
    error = ocdb("--lang", "fr", "list", "sites", "--statu", "x", encoding="ascii").err
    assert error == "ocdb: l'option --statu n'existe pas\n  Vouliez-vous dire --status ?\n"


# --- a terminal of 80 columns -------------------------------------------------------------------------------------


@pytest.mark.parametrize("further", [(), pytest.param((60, 120), marks=pytest.mark.slow)])
@each("kind", KINDS)
def test_a_table_fits_the_terminal_and_at_80_columns_breaks_no_word_and_drops_no_record(
    kind: str, further: tuple[int, ...]
) -> None:
    drawn = {width: ocdb("list", kind, columns=width) for width in (80, *further)}
    for width, answer in drawn.items():
        assert max([0, *map(len, answer.lines)]) <= width
    narrow = drawn[80].out
    pieces = {piece for word in set(ocdb("list", kind, "-f", "table").out.split()) for piece in _broken(word)}
    assert set(narrow.replace(RULE, "").split()) - pieces == set()
    keys = json.loads(ocdb("list", kind, "-f", "json").out)
    joined = narrow.replace("\n", "")
    assert [row["id"] for row in keys if row.get("claim", row["id"]) not in joined] == []


def _broken(word: str) -> set[str]:
    """Return all that may stand between two places where a word may break."""
    cuts = [0, *(number for number, letter in enumerate(word, 1) if letter in "-/_"), len(word)]
    return {word[begin:end] for begin in cuts for end in cuts if begin < end}


def test_a_table_too_wide_for_the_terminal_gives_a_block_a_record() -> None:
    assert ocdb("list", "reports", "--operator", "Keyyo", columns=40).lines[:7] == [
        "1 report: Keyyo",
        "Operator  Keyyo",
        "Figure    11 jobs",
        "Kind      created",
        "Where     Abbeville, France",
        "As of     by May 2009?",
        "Key       keyyo-abbeville-2009-11",
    ]


def test_citations_of_one_article_do_not_repeat_it() -> None:
    wanted = ("list", "citations", "--limit", "1", "--source")
    both = ocdb(*wanted, FIVE[0], "--source", FIVE[1], "-f", "md").out
    assert ocdb(*wanted, FIVE[0], columns=120).table[1].split() == ["Claim", "Paragraph", "Stance", "Key"]
    assert "| Claim | Publisher | Published | Title | Paragraph |" in both


# --- timeline -----------------------------------------------------------------------------------------------------


def test_the_timeline_tells_in_order_what_was_promised_planned_and_due_and_what_happened() -> None:
    answer = ocdb("timeline", "--country", "TG", "--columns", "date,status,kind,claim")
    assert [tuple(row) for row in answer.rows] == [
        ("../2020-01-30?", "promised", "pledge", "togo-outsourcing-2020-5000"),
        ("2020-01-30", "promised", "pledge", "vipp-interstis-lome-2020-100"),
        ("2020-01-30", "promised", "pledge", "vipp-interstis-lome-2020-25"),
        ("2020-01-30", "promised", "pledge", "vipp-interstis-lome-2020-500"),
        ("2020-01-30", "happened", "press_conference", "vipp-interstis-press-conference-2020"),
        ("2020-03/..", "planned", "recruitment", "vipp-interstis-lome-recruitment-2020"),
        ("2020-04-01", "due", "pledge_due", "vipp-interstis-lome-2020-25"),
        ("2020-04-01", "planned", "opening", "vipp-interstis-lome-opening-2020"),
        ("2021-03", "due", "pledge_due", "vipp-interstis-lome-2020-100"),
        ("2023-01", "due", "pledge_due", "vipp-interstis-lome-2020-500"),
        ("2025-01", "due", "pledge_due", "togo-outsourcing-2020-5000"),
    ]


def test_what_is_due_in_a_year_stands_at_its_end_behind_the_promise() -> None:
    rows = ocdb("timeline", "--place", "Oriental", "--columns", "kind,claim", database=recorded()).rows
    seats = [row[0] for row in rows if row[1] == "oujda-shore-2019-1500-seats"]
    assert seats == ["pledge", "pledge_due"]
    shown = ocdb("timeline", "Togo", "--since", "2026", "-f", "table", database=recorded()).lines
    assert not [line for line in shown if "  due  " in line]  # that it is due is its kind
    assert [line for line in shown if "promise due" in line]


def test_the_timeline_holds_reports_and_investments_too() -> None:
    answer = ocdb("timeline", "--operator", "Keyyo", "--columns", "status,kind,claim")
    assert [tuple(row) for row in answer.rows] == [
        ("reported", "report", "keyyo-abbeville-2009-11"),
        ("happened", "site_opening", "keyyo-abbeville"),
        ("happened", "site_closing", "keyyo-casablanca"),
        ("happened", "relocation", "keyyo-relocation-abbeville"),
        ("happened", "investment", "keyyo-relocation-cost"),
    ]


def test_planned_and_happened_are_told_apart_by_status() -> None:
    planned = ocdb("timeline", "--operator", "webhelp", "--status", "planned", "--columns", "claim")
    assert planned.rows == [["webhelp-agadir-recruitment"], ["webhelp-agadir-opening"]]
    happened = ocdb("timeline", "--operator", "webhelp", "--status", "happened", "--columns", "claim")
    assert happened.rows == [
        ["webhelp-agadir-negotiation"],
        ["webhelp-agadir-contract"],
        ["webhelp-agadir-language-tests"],
    ]


def test_events_without_a_date_come_last_and_fall_to_since() -> None:
    undated = ocdb("timeline", "--operator", "Phone assistance", "--columns", "claim,date")
    assert undated.rows == [["phone-assistance-agadir-opening", ""]]
    answer = ocdb("timeline", "--operator", "Phone assistance", "--since", "2000", "--columns", "claim")
    assert answer.out == "claim\n"
    assert answer.complaints.splitlines() == [
        "Nothing is on record: Phone assistance, since 2000",
        "1 more without a date, not shown; drop --since and --until to see them",
    ]


@each(
    ("filters", "count"),
    [
        (("--kind", "award"), 3),
        (("--kind", "pledge"), 9),
        (("--status", "due"), 4),
        (("--status", "reported"), 1),
        (("--institution", "MedZ"), 1),
        (("--official", "Karim Bernoussi"), 1),
        (("--source", "liberation-2009-01-21-regionales-tanger"), 4),
        (("--place", "Souss-Massa", "--status", "promised"), 2),
        (("--since", "2023"), 2),
        (("--until", "2000", "--kind", "opening"), 1),
        (("--limit", "5"), 5),
    ],
)
def test_the_timeline_takes_the_same_filters(filters: tuple[str, ...], count: int) -> None:
    assert len(ocdb("timeline", *filters, "--columns", "id").rows) == count


def test_a_status_that_the_timeline_does_not_know_suggests_the_nearest() -> None:
    answer = ocdb("timeline", "--status", "promissed")
    assert (answer.code, answer.err) == (4, "ocdb: --status has no value promissed\n  Did you mean promised?\n")


def test_the_five_articles_database_is_never_changed_by_a_question() -> None:
    before = five_articles().read_bytes()
    ocdb("timeline")
    assert five_articles().read_bytes() == before


def test_an_operator_that_no_source_names_is_said_not_to_be_named() -> None:
    sites = ocdb("list", "sites", "--country", "MA", "-f", "table", database=recorded())
    assert any(line.startswith("not named ") and "unnamed-agadir-2011" in line for line in sites.lines)
    promises = ocdb("pledges", "--country", "MA", "-f", "table", database=recorded())
    lines = {line.split()[-1]: line.split("  ")[0] for line in promises.lines if line}
    wanted = {"oriental-2019-4000": "not named", "oujda-2020-3000": "Notoriety, Saccom, Eca groupe, 2 unnamed"}
    assert wanted.items() <= lines.items()
    # A figure of a place needn't be one operator's.
    reports = ocdb("list", "reports", "--country", "MA", "-f", "table", database=recorded())
    assert "not named" not in reports.out


def test_a_search_parts_names_and_calls_an_article_without_a_title_by_publisher_and_date() -> None:
    found = ocdb("search", "webhelp", "-f", "table", database=recorded()).lines
    assert "Concentrix + Webhelp; Concentrix+Webhelp" in next(line for line in found if line.endswith("  concentrix"))
    untitled = next(line for line in found if line.endswith("  lecho-2019-webhelp-gbl"))
    assert "L'Echo, " in untitled
    assert untitled.count("lecho-2019-webhelp-gbl") == 1
    data = ocdb("search", "webhelp", "-f", "csv", database=recorded()).lines
    assert any(line.startswith("source,lecho-2019-webhelp-gbl,\"L'Echo, ") for line in data)
