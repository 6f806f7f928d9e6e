"""Writes into fixtures who confirmed their claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ocdb.curation import inheriting, records
from ocdb.curation.document import Document
from ocdb.curation.fields import LONGEST_NAME
from ocdb.curation.problems import Problem
from ocdb.curation.reading import is_lines, parse, read_text
from ocdb.curation.verify import Result
from ocdb.errors import UsageError
from ocdb.intake.tidying.run import rewritten
from ocdb.intake.tidying.untidy import UntidyError
from ocdb.words.language import _

FIELD = "confirmed_by"
# By what a record of a list of claims, or of further citations, is known in what verified.
_KNOWN_BY = {**dict.fromkeys(records.CLAIMS, "id"), "citations": "claim"}


@dataclass(frozen=True)
class Confirmed:
    """A file with the name of who confirmed some of its claims.

    Attributes:
        path: the file.
        after: what it should be.
        claims: the claims that bear the name now and didn't before.
    """

    path: Path
    after: str
    claims: tuple[str, ...]


@dataclass
class Confirming:
    """Confirms what verified.

    Attributes:
        name: of who confirms.
        unread: what stood in the way of a file, which stays as it is.
    """

    name: str
    unread: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Refuse what can't be a name.

        Raises:
            UsageError: it is empty, too long or has a semicolon.
        """
        self.name = " ".join(self.name.split())
        if not 0 < len(self.name) <= LONGEST_NAME or ";" in self.name or not self.name.isprintable():
            raise UsageError(
                _('"{name}" can\'t be the name of who confirms').format(name=self.name[:LONGEST_NAME]),
                _("Give a name without a semicolon."),
            )

    def confirmed(self, results: Sequence[Result]) -> Iterator[Confirmed]:
        """Yield the files of the claims that verified, with the name beside each; those that change nothing aren't."""
        verified: dict[str, set[str]] = {}
        for result in results:
            for one in result.claims if result.held else ():
                if one.status == "verified":
                    verified.setdefault(one.file, set()).add(one.claim)
        for file, claims in verified.items():
            made = self._file(Path(file), claims)
            if made:
                yield made

    def _file(self, path: Path, claims: set[str]) -> Confirmed | None:
        document = Document(str(path))
        if is_lines(path):
            remedy = _("Write confirmed_by there yourself.")
            self.unread.append(document.problem((), _("names aren't written into JSON lines"), remedy))
            return None
        text = read_text(path, document)
        if text is not None:
            parse(text, document)
        if text is None or document.problems:
            self.unread += document.problems
            return None
        signed = tuple(self._sign(document.data, claims))
        if not signed:
            return None
        try:
            return Confirmed(path, rewritten(path, text, document.data), signed)
        except UntidyError as error:
            self.unread.append(document.problem(error.path, error.message, error.remedy))
            return None

    def _sign(self, data: dict[str, Any], claims: set[str]) -> Iterator[str]:
        """Add the name to the claims that don't bear it, also to those that inherit others; yield their slugs."""
        inherited = (data.get(inheriting.KEY) or {}).get(FIELD)
        for key, known_by in _KNOWN_BY.items():
            for record in data.get(key) or ():
                names = _listed(record.get(FIELD, inherited))
                if record[known_by] in claims and self.name not in names:
                    record[FIELD] = [*names, self.name] if names else self.name
                    yield record[known_by]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []
