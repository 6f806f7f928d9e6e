"""The register of publishers: spellings that are stored as one name, what check says, and the filter of lists."""

import json
from functools import cache
from pathlib import Path

from tests.commands import loaded_text, ocdb

REGISTER = """publishers:
- {id: wochenblatt, name: Wochenblatt, names: [Wochenblatt (Maroc), "Wochenblatt.ma"], country: MA, kind: press}
- {id: unread, name: The Unread}
"""
ARTICLE = """source: {{id: {slug}, publisher: {publisher}, language: fr, published: 2020}}
statements:
- {{id: said-in-{slug}, cite: [], topic: market, summary: {{en: So it is., fr: C'est ainsi.}}, at: MA}}
"""
FOUR = {"a": "Wochenblatt", "b": "WOCHENBLATT (maroc)", "c": "Wochenblatt.ma", "d": "Elsewhere"}


@cache
def world() -> Path:
    return loaded_text(REGISTER, *(ARTICLE.format(slug=slug, publisher=name) for slug, name in FOUR.items()))


def listed(*arguments: str) -> list[str]:
    return [row["id"] for row in json.loads(ocdb("list", *arguments, "-f", "json", database=world()).out)]


def test_every_spelling_is_stored_as_the_name_of_the_register() -> None:
    found = json.loads(ocdb("list", "sources", "-f", "json", database=world()).out)
    assert [(row["publisher"], row["publisher_slug"]) for row in found] == [
        *[("Wochenblatt", "wochenblatt")] * 3,
        ("Elsewhere", None),
    ]


def test_the_view_has_the_register_and_how_many_articles_are_of_each() -> None:
    columns = "name, other_names, country_name, kind, sources"
    statement = f"SELECT {columns} FROM v_publishers WHERE id IN ('wochenblatt', 'unread') ORDER BY id"
    found = json.loads(ocdb("sql", statement, "-f", "json", database=world()).out)
    assert [tuple(row.values()) for row in found] == [
        ("The Unread", None, None, None, 0),
        ("Wochenblatt", "Wochenblatt (Maroc); Wochenblatt.ma", "Morocco", "press", 3),
    ]


def test_lists_are_narrowed_by_any_spelling() -> None:
    assert listed("sources", "--publisher", "wochenblatt maroc") == ["a", "b", "c"]
    assert listed("sources", "--publisher", "elsewhere") == ["d"]
    assert listed("statements", "--publisher", "Wochenblatt.ma") == ["said-in-a", "said-in-b", "said-in-c"]
    assert listed("citations", "--publisher", "Elsewhere") == ["said-in-d@d"]
    assert listed("sources", "--publisher", "The Unread") == []
    answer = ocdb("list", "sources", "--publisher", "Wochenblat", database=world())
    assert (answer.code, answer.err) == (4, "ocdb: there is no publisher Wochenblat\n  Did you mean Wochenblatt?\n")


def test_check_asks_for_every_publisher_only_where_the_register_stands_beside(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "fixtures").mkdir()
    (tmp_path / "seeds" / "publishers.yaml").write_text(REGISTER, "utf-8")
    for slug, name in (FOUR | {"e": "Wochenblat"}).items():
        (tmp_path / "fixtures" / f"{slug}.yaml").write_text(ARTICLE.format(slug=slug, publisher=name), "utf-8")
    beside = ocdb("check", tmp_path / "seeds", tmp_path / "fixtures", "-f", "json", database="").out
    assert {(Path(one["file"]).stem, one["code"]) for one in json.loads(beside)} == {
        ("d", "unknown-publisher"),
        ("e", "unknown-publisher"),
    }
    (tmp_path / "f.yaml").write_text(ARTICLE.format(slug="f", publisher="Jeune Afriqe"), "utf-8")
    alone = ocdb("check", tmp_path / "fixtures" / "d.yaml", tmp_path / "f.yaml", "-f", "json", database="")
    (near,) = json.loads(alone.out)
    assert (Path(near["file"]).stem, near["remedy"]) == ("f", "Did you mean Jeune Afrique?")
