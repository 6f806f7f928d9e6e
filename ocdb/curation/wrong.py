"""What is wrong with the shape of a record, in the words of curators."""

from typing import Any

from ocdb.curation.entry import Entry
from ocdb.curation.fields import Record
from ocdb.curation.problems import Path_, Problem, nearest
from ocdb.dates import NoDateError
from ocdb.words.language import N_, _

# What pydantic says of a value, by the type of its error.
_WRONG = {
    "bool_parsing": N_("this must be true or false"),
    "bool_type": N_("this must be true or false"),
    "dict_type": N_("this must be a mapping"),
    "float_parsing": N_("this must be a number"),
    "float_type": N_("this must be a number"),
    "greater_than_equal": N_("this must be at least {ge}"),
    "int_from_float": N_("this must be a whole number"),
    "int_parsing": N_("this must be a whole number"),
    "int_parsing_size": N_("this number is too large"),
    "int_type": N_("this must be a whole number"),
    "less_than_equal": N_("this must be at most {le}"),
    "list_type": N_("this must be a list"),
    "literal_error": N_("this must be one of these: {expected}"),
    "string_pattern_mismatch": N_("this doesn't match the pattern {pattern}"),
    "string_too_long": N_("this text is longer than {max_length} characters"),
    "string_too_short": N_("this text is empty"),
    "too_long": N_("this list has more than {max_length} items"),
    "too_short": N_("this list has fewer than {min_length} items"),
}


def shape_problem(entry: Entry, shape: type[Record], detail: Any) -> Problem:
    """Turn what pydantic says into what a curator understands."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    if path[-1:] == ("en",) and (*entry.path, *path) not in entry.document.places():
        path = path[:-1]  # a text that stands alone
    return _left_to_tidy(entry, path, detail) or _wrong(entry, shape, path, detail)


def _wrong(entry: Entry, shape: type[Record], path: Path_, detail: Any) -> Problem:
    known = [field.alias or name for name, field in shape.model_fields.items()]
    match detail["type"]:
        case "missing":
            return entry.problem(path, _("this field is missing"), _("Add it."), "missing-field")
        case "extra_forbidden":
            remedy = nearest(str(path[-1]), known) or _("The fields are {values}.").format(values=", ".join(known))
            return entry.problem(path, _("{kind} has no such field").format(kind=entry.kind), remedy, "unknown-field")
        case "string_pattern_mismatch" if path[-1:] == ("id",):
            wrong = _('"{slug}" isn\'t a slug').format(slug=detail["input"])
            return entry.problem(path, wrong, _("Use lower-case letters, digits and hyphens."), "bad-slug")
        case "string_type":
            remedy = _("Write a word or a sentence, in quotes where in doubt.")
            return entry.problem(path, _("this must be a text"), remedy)
        case "model_type" | "model_attributes_type":
            remedy = _("Write one field a line, as in id: ...")
            return entry.problem(path, _("this must be a record with fields"), remedy, "wrong-shape")
    return entry.problem(path, message(detail), remedy_for(detail))


def _left_to_tidy(entry: Entry, path: Path_, detail: Any) -> Problem | None:
    """Return what a curator may leave out, for `ocdb tidy` to write: a key, and who a speaker is."""
    if (detail["type"], path) == ("missing", ("id",)) and entry.source is not None:
        remedy = _("Write one, or let ocdb tidy make it: ocdb tidy {file}").format(file=entry.document.file)
        return entry.problem(path, _("this claim has no key yet"), remedy, "missing-field")
    if detail["type"] == "string_type" and path[:1] == ("said_by",) and isinstance(detail["input"], dict):
        remedy = _("ocdb tidy makes official and position of it: ocdb tidy {file}").format(file=entry.document.file)
        return entry.problem(path, _("this speaker isn't a slug yet"), remedy)
    return None


def message(detail: Any) -> str:
    """Return what is wrong with a value, as a check of ours says it or pydantic means it."""
    if error := _error(detail):
        return str(error)
    wrong = _WRONG.get(detail["type"])
    if not wrong:
        return str(detail["msg"])
    details = {name: str(value).replace(" or ", ", ") for name, value in detail.get("ctx", {}).items()}
    return _(wrong).format_map(details)


def _error(detail: Any) -> Exception | None:
    """Return the error that a check of ours raised; None where pydantic found the fault."""
    error: Exception | None = detail.get("ctx", {}).get("error")
    return error


def remedy_for(detail: Any) -> str:
    """Return what to do about a value that doesn't fit."""
    if detail["input"] is None:
        return _("Give a value, or leave the key out: an absent key means unknown.")
    if isinstance(_error(detail), NoDateError):
        return _("Write it as 2011, 2011-10, 2011-10-05, 2011-10?, 2011-10-05/2011-10-07 or ../2011-10.")
    return _("Correct it.")
