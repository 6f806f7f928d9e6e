"""What is loaded of drafts: only what somebody has confirmed, and nothing that rests on the rest."""

from collections import defaultdict
from itertools import chain

from ocdb.curation.corpus import CLAIMS, PARTIES, Corpus
from ocdb.load.references import Keys, family, references, without
from ocdb.load.row import Rows

# What belongs to a party itself, and doesn't say that anybody needs it.
_OWN = family("party") | {"party_name", "party_identifier"}


class Unconfirmed:
    """The drafts of a corpus that nobody has confirmed.

    Args:
        corpus: all records, as they were read.
    """

    def __init__(self, corpus: Corpus) -> None:
        drafts = [entry for entry in corpus.of(*CLAIMS) if entry.unconfirmed]
        cited = [entry for entry in corpus.citations if entry.unconfirmed]
        self.claims = {entry.record.id for entry in drafts}
        self.citations = {(entry.record.claim, entry.source) for entry in cited}
        self.sources = {entry.source for entry in chain(drafts, cited) if entry.source}
        files = {entry.document.file for entry in chain(drafts, cited)}
        parties = corpus.of(*PARTIES) if files else ()
        self.parties = {entry.record.id for entry in parties if entry.document.file in files}

    def left_out(self, rows: Rows) -> Rows:
        """Return rows without the drafts and what rests on them.

        An article goes where nothing cites it any more, and a party of its file where nothing names it.
        """
        if not (self.claims or self.citations):
            return rows
        gone: Keys = defaultdict(set, claim=set(self.claims))
        gone["citation"] = {
            row["id"] for row in rows.get("citation", ()) if (row["claim_id"], row["source_id"]) in self.citations
        }
        kept = without(rows, gone)
        cited = {row["source_id"] for row in kept.get("citation", ())}
        kept = without(kept, defaultdict(set, source=self.sources - cited))
        return without(kept, defaultdict(set, party=self.parties - _named(kept)))


def _named(rows: Rows) -> set[str]:
    """Return the parties that rows name, but for those of the parties themselves."""
    parties = family("party")
    columns = {
        table: [one.column for one in references(table) if one.table in parties] for table in rows if table not in _OWN
    }
    return {row[column] for table, some in columns.items() for column in some for row in rows[table] if row[column]}
