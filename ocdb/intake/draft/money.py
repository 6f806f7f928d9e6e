"""Sums of money: the currency beside a number, and the sums that a letter before the number makes one, as in R125m."""

import re
from decimal import Decimal

from ocdb.curation.numerals import Number
from ocdb.intake.draft.language import flat

# Behind a number. A dinar, a franc and a dollar are those of the country that the article is about.
_AFTER = (
    ("MAD", r"dirhams?(?: marocains?)?|dhs?|mad"),
    ("EUR", r"euros?|eur|€"),
    ("USD", r"dollars? (?:us|americains?)|us dollars?|usd|dollars?|\$"),
    ("GBP", r"livres sterling|pounds(?: sterling)?|gbp|£"),
    ("XOF", r"(?:de )?(?:f ?\.? ?cfa|francs? cfa|cfa|fcfa|xof)"),
    ("ZAR", r"rands?|zar"),
    ("TND", r"dinars? tunisiens?|dt|tnd"),
    ("DZD", r"dinars? algeriens?|da|dzd"),
    ("dinar", r"dinars?"),
    ("NGN", r"nairas?|ngn"),
    ("KES", r"kenyan? shillings?|kes|ksh"),
    ("GHS", r"(?:ghana )?cedis?|ghs"),
    ("EGP", r"egyptian pounds?|livres egyptiennes|egp"),
    ("MUR", r"roupies|rupees|mur"),
    ("MGA", r"ariarys?|mga"),
    ("RWF", r"rwandan francs?|rwf"),
    ("UGX", r"ugandan? shillings?|ugx"),
)
_BEHIND = tuple(
    (code, re.compile(rf"\s?(?:m|k|md|mm)?\s?(?:de\s+|d'|d|of\s+)?(?:{form.replace(' ', r'[ ]')})(?!\w)"))
    for code, form in _AFTER
)
_SIGNS = {
    "r": "ZAR",
    "us$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "ksh": "KES",
    "ksh.": "KES",
    "kes": "KES",
    "n": "NGN",
}
_SIGNS |= {
    "₦": "NGN",
    "rs": "MUR",
    "ghs": "GHS",
    "gh₵": "GHS",
    "usd": "USD",
    "eur": "EUR",
    "mad": "MAD",
    "zar": "ZAR",
    "egp": "EGP",
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "b": 10**9, "billion": 10**9, "": 1}
_PREFIXED = re.compile(
    rf"(?<!\w)(?P<sign>{_SIGN})\s?(?P<digits>\d+(?:[ ,.]\d{{3}})*(?:[.,]\d+)?)[\s-]?"
    r"(?P<scale>million|billion|bn|mn|m|b|k)?(?!\w)"
)


def currency_behind(letters: str, end: int) -> tuple[str, int] | None:
    """Return the currency right behind a number that ends there, and where its word ends."""
    for code, form in _BEHIND:
        match = form.match(letters, end)
        if match:
            return code, match.end()
    return None


def prefixed(paragraph: str) -> list[tuple[Number, str]]:
    """Return the sums whose currency stands before the number, with that currency, in their order."""
    found = []
    for match in _PREFIXED.finditer(flat(paragraph)):
        sign = paragraph[match.start("sign") : match.end("sign")]
        if match["sign"] in ("r", "n") and not sign.isupper():
            continue
        value = _value(match["digits"]) * _SCALES[match["scale"] or ""]
        value = value.quantize(Decimal(1)) if value == int(value) else value
        found.append((Number(value, *match.span(), paragraph[match.start() : match.end()]), _SIGNS[match["sign"]]))
    return found


def _value(digits: str) -> Decimal:
    plain = digits.replace(" ", "")
    parts = re.split(r"[.,]", plain)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):  # noqa: PLR2004  thousands
        return Decimal("".join(parts))
    return Decimal(plain.replace(",", "."))
