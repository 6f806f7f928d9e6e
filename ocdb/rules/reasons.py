"""Reasons as data: a code and its parameters; `ocdb.words` makes the sentence, in English or French."""

import json
from dataclasses import dataclass, field

# A slug, a code, a date (ISO 8601 or EDTF) or a number; or several.
Value = str | int | tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """Why something is as it is.

    Attributes:
        code: one of the codes in ocdb.words.reasons.
        details: its parameters, as pairs of a name and a value.
    """

    code: str
    details: tuple[tuple[str, Value], ...] = field(default=())

    @classmethod
    def of(cls, code: str, **details: Value | None) -> "Reason":
        """Return a reason; parameters without a value are left out."""
        return cls(code, tuple((name, value) for name, value in sorted(details.items()) if value is not None))

    @property
    def stored(self) -> str | None:
        """Return the parameters as JSON, as tables hold them; None where there are none."""
        return json.dumps(dict(self.details), ensure_ascii=False) if self.details else None
