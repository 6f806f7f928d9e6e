"""From a cell to the value of a field, by what the field takes and what the mapping says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ocdb.curation.corpus import CLAIMS, Corpus
from ocdb.curation.fields import OneOf, Ref
from ocdb.curation.problems import nearest
from ocdb.intake.sheets.dates import read_date
from ocdb.intake.sheets.fields import Field
from ocdb.intake.sheets.figures import plain, read_figure, read_number, read_whole
from ocdb.intake.sheets.mapping import FieldMap, Mapping
from ocdb.intake.sheets.names import Names
from ocdb.intake.sheets.sheets import Day, Unusable, Value, shown
from ocdb.intake.sheets.unfit import UnfitError
from ocdb.text import fold, visible
from ocdb.words.language import _

NewOperator = Callable[[str], str]
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True)
class Reader:
    """Reads the cells of one sheet.

    Attributes:
        mapping: what the curator says about it.
        names: the registers.
        new_operator: makes an operator of a name that nobody bears, and returns its slug; None where that isn't wanted.
    """

    mapping: Mapping
    names: Names
    new_operator: NewOperator | None = None

    def empty(self, value: Value) -> bool:
        """Return whether a cell holds nothing, or a sign that the mapping says to mean nothing."""
        if value is None:
            return True
        return not isinstance(value, Unusable) and shown(value).casefold() in self._signs()

    def _signs(self) -> set[str]:
        return {str(sign).casefold() for sign in self.mapping.empty}

    def read(self, field: Field, rule: FieldMap, value: Value, country: str | None = None) -> Any:
        """Return the value of a field, None where the cell has none.

        Raises:
            UnfitError: the cell doesn't fit.
        """
        if isinstance(value, Unusable):
            raise UnfitError(value.reason, value.remedy)
        text = _clean(value)
        mapped = {fold(key) or key: found for key, found in rule.values.items()}
        if (fold(text) or text) in mapped:
            return mapped[fold(text) or text]
        if self.empty(value):
            return None
        if not field.many:
            return self._one(field, rule, value, text, country)
        parts = [part.strip() for part in text.split(rule.split)] if rule.split else [text]
        found = [
            mapped[fold(part)] if fold(part) in mapped else self._one(field, rule, part, part, country)
            for part in parts
            if part
        ]
        return found[0] if len(found) == 1 and field.kind != "text" else found

    def _one(self, field: Field, rule: FieldMap, value: Value, text: str, country: str | None) -> Any:
        if field.kind in ("figure", "whole") or field.name in ("latitude", "longitude"):
            return self._number(field, rule, value)
        if field.kind == "date":
            return read_date(value, rule.dates if rule.dates is not None else self.mapping.dates)
        if field.kind == "word":
            return _word(field.words, text)
        if isinstance(field.mark, OneOf):
            return code(self.names.corpus, field.mark, text)
        return self._name(field.mark, text, country) if field.mark else text

    def _number(self, field: Field, rule: FieldMap, value: Value) -> Any:
        numbers = rule.numbers or self.mapping.numbers
        if field.kind == "figure":
            return read_figure(value, rule, numbers)
        if field.kind == "whole":
            return read_whole(value, numbers)
        return str(plain(value if isinstance(value, Decimal) else read_number(shown(value), numbers)))

    def _name(self, mark: Ref, text: str, country: str | None) -> str:
        if set(mark.kinds) <= {"claim", *CLAIMS}:  # perhaps another row makes it: that is checked when all are made
            if not re.fullmatch(SLUG, text):
                raise UnfitError(_("it isn't a slug"), _("Name the claim by its slug, or make the slug by a pattern:."))
            return text
        wanted = self.new_operator and mark.kinds == ("operator",)
        if wanted and self.new_operator and not self.names.find(mark, text):
            return self.new_operator(text)
        return self.names.resolve(mark, text, country)

    def country(self, value: Value) -> str | None:
        """Return the country that a cell names, or the area larger than a country.

        Raises:
            UnfitError: there is no such country.
        """
        if self.empty(value):
            return None
        word = _clean(value)
        mark = Ref("area") if self.names.find(Ref("area"), word) else Ref("country")
        return self.names.resolve(mark, word)


def code(corpus: Corpus, mark: OneOf, text: str) -> str:
    """Return the code that a cell means: by itself, or by its label in English or French.

    Raises:
        UnfitError: there is no such code.
    """
    known = {key: entry.record for key, entry in mark.codes(corpus.codes).items()}
    found = {
        key
        for key, record in known.items()
        if fold(text) in (fold(key), fold(record.label_en), fold(record.label_fr)) or text == key
    }
    if len(found) == 1:
        return found.pop()
    remedy = nearest(text.lower(), known) or _("The codes are {values}.").format(values=", ".join(known))
    remedy += " " + _("Under values: say what it stands for.")
    raise UnfitError(_("it isn't in the code list {list}").format(list=mark), remedy)


def _word(words: Sequence[str], text: str) -> Any:
    if fold(text) not in words:
        choices = _("The values are {values}.").format(values=", ".join(words))
        raise UnfitError(_("it isn't one of the values that are possible here"), choices)
    return {"true": True, "false": False}.get(fold(text), fold(text))


def _clean(value: Value) -> str:
    """Return a cell's text on one line.

    Raises:
        UnfitError: it holds control characters, or is a formula that wasn't calculated.
    """
    text = " ".join(shown(value).split())
    if visible(text) != text:
        reason = _("it contains invisible characters: {text}").format(text=visible(text))
        raise UnfitError(reason, _("Remove them from the cell."))
    if text.startswith("=") and not isinstance(value, Day):
        raise UnfitError(_("it is a formula, not its result"), _("Write the result."))
    return text
