"""The passages that an answer rests on: which claims are behind it, and where each of them is stated."""

from collections.abc import Sequence

from ocdb.answers.answer import Answer, Section
from ocdb.answers.batches import among
from ocdb.answers.listings import LISTINGS
from ocdb.answers.tables import columns
from ocdb.answers.wording import Wording
from ocdb.store.reader.rows import Reader
from ocdb.words.nouns import counted, nothing


def claims_behind(answer: Answer) -> tuple[str, ...]:
    """Return the slugs of the claims that an answer rests on, sorted; none of an answer about no claims."""
    sections = {section.name: section for section in answer.sections}
    kind, keys = answer.rests_on
    found = set(keys) if kind in ("claim", "record") else set()
    if "citations" in sections:
        found |= {record["claim"] for record in sections["citations"].rows.records()}
    if "source" in sections:
        found |= {key for record in sections["source"].rows.records() for key in record["supports"].split("; ")}
    return tuple(sorted(found))


def citations(reader: Reader, claims: Sequence[str]) -> Answer:
    """Return the passages that support or contradict some claims, by article and paragraph."""
    rows = among(reader, "SELECT * FROM v_citations WHERE claim IN ({keys})", claims)
    rows = rows.ordered(*LISTINGS["citations"].order)
    title = counted("citations", len(rows.rows)) if rows.rows else nothing("citations", "")
    return Answer(title, (Section("citations", "", rows, columns("citations")),), Wording(reader))
