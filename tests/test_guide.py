"""The prompt for language models: its example is right, it has all fields and codes, and follows the language."""

from pathlib import Path

import pytest

from ocdb.curation import guide as prompts
from ocdb.curation.checks import check
from ocdb.curation.corpus import gather
from ocdb.curation.evidence import paragraphs
from ocdb.curation.records import CLAIMS
from ocdb.settings import resource
from ocdb.words.language import speaking
from tests.commands import ocdb

pytestmark = pytest.mark.usefixtures("five_travel")

ARTICLE = """Un centre à Lomé

Alpha Appels ouvre un centre à Lomé en 2021 et promet 250 emplois.
"""


def test_of_the_example_a_check_tells_only_that_nobody_has_confirmed_it(tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(prompts.EXAMPLE, "utf-8")
    found = check(gather([tmp_path / "example.yaml"], around=[resource("seeds"), resource("fixtures")]))
    assert [problem.code for problem in found] == ["unconfirmed-draft"] * 3


def test_the_guide_has_every_field_but_the_one_that_people_fill_in_and_the_codes_with_their_definitions() -> None:
    text = ocdb("schema", "--guide", database=None).out
    fields = {info.alias or name for shape in CLAIMS.values() for name, info in shape.model_fields.items()}
    lacking = [name for name in fields if f"\n- {name}: " not in text and f"\n- {name}*: " not in text]
    assert lacking == ["confirmed_by"]
    assert "\n### firmness\n" in text
    assert all(
        f"\n- {one.record.id}: {one.record.definition}\n" in text
        for one in gather([resource("seeds")]).codes["firmness"].values()
    )
    assert "(code list" not in text.partition("## Codes")[2]


def test_the_guide_is_in_the_language_of_who_asks() -> None:
    with speaking("fr"):
        text = prompts.guide(gather([resource("seeds")]))
    assert text.startswith("# D’un article à une fiche d’ocdb\n")
    assert "\n## Règles\n" in text


def test_a_draft_with_the_guide_has_the_article_by_paragraphs_and_what_rules_made_of_it(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    answer = ocdb("draft", tmp_path / "article.txt", "--published", "2020-05-04", "--guide", database=None)
    assert answer.code == 0, answer.err
    plain = ocdb("draft", tmp_path / "article.txt", "--published", "2020-05-04", database=None).out
    assert answer.out.startswith(ocdb("schema", "--guide", database=None).out)
    numbered = "".join(f"[{number}] {text}\n" for number, text in enumerate(paragraphs(ARTICLE), 1))
    assert f"<article>\n{numbered}</article>\n" in answer.out
    assert f"```yaml\n{plain}```\n" in answer.out
    assert "  made_by: rules\n" in plain
