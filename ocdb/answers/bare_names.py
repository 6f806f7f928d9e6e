"""Names that are written without an option, as in `ocdb jobs Togo Webhelp`: what each is, and who takes it."""

from collections.abc import Sequence

from ocdb.answers.listings import NAMED
from ocdb.answers.names import Named, ambiguous, apart, find, unknown
from ocdb.answers.wording import Wording
from ocdb.errors import UsageError
from ocdb.store.reader.rows import Reader
from ocdb.words.language import N_, _
from ocdb.words.nouns import kind_name

_PLURALS = {
    "country": N_("countries"), "place": N_("places"), "operator": N_("operators"),
    "institution": N_("institutions"), "official": N_("people"),
}  # fmt: skip


def named(reader: Reader, words: Sequence[str], command: str, takes: Sequence[str] = NAMED) -> dict[str, list[str]]:
    """Return filters for names that are written without an option.

    Args:
        reader: the database.
        words: names, also several with commas.
        command: the question, as it is typed.
        takes: the filters that it has.

    Raises:
        NotFoundError: a name that nobody bears.
        UsageError: a name that several bear, of different kinds too; or one of what the question can't be narrowed by.
    """
    filters: dict[str, list[str]] = {}
    for word in apart(reader, NAMED, words):
        bearers = find(reader, NAMED, word)
        if not bearers:
            raise unknown(reader, NAMED, word)
        if len(bearers) > 1:
            raise ambiguous(reader, word, bearers)
        kind = "country" if bearers[0].kind == "area" else bearers[0].kind
        if kind not in takes:
            raise _unfit(Wording(reader), command, takes, bearers[0])
        filters.setdefault(kind, []).append(bearers[0].key)
    return filters


def _unfit(wording: Wording, command: str, takes: Sequence[str], one: Named) -> UsageError:
    """Return the error for a name that the question can't be narrowed by: to ignore it would answer another one."""
    message = _("{command} can't be narrowed by {name} ({kind})").format(
        command=command, name=wording.name(one.kind, one.key), kind=kind_name(one.kind)
    )
    hint = _("It takes: {kinds}. All about that name: {command}").format(
        kinds=", ".join(_(_PLURALS[kind]) for kind in NAMED if kind in takes),
        command=f"ocdb show {one.key}",
    )
    return UsageError(message, hint)
