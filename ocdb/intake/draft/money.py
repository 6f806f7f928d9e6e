"""Sums of money: the currency behind a number or before it, and whose a dinar, a shilling or a franc is."""

import re

# Behind a number. A dinar, a shilling and a rupee are those of the country that the article is about.
_AFTER = (
    ("MAD", r"درهما?|dirhams?(?: marocains?)?|dhs?|mad"),
    ("EUR", r"يورو|اورو|euros?|eur|€"),
    ("USD", r"دولارا?|dollars? (?:us|americains?)|us dollars?|american dollars?|usd|dollars?|\$"),
    ("GBP", r"livres sterling|pounds sterling|gbp|£"),
    ("EGP", r"جنيها?|egyptian pounds?|livres egyptiennes|egp|le"),
    ("pound", r"pounds?|livres"),
    ("XOF", r"(?:de )?(?:f ?\.? ?cfa|francs? cfa|cfa|fcfa|xof)"),
    ("XAF", r"xaf"),
    ("ZAR", r"(?:south african )?rands?|zar"),
    ("TND", r"dinars? tunisiens?|dt|tnd"),
    ("DZD", r"dinars? algeriens?|da|dzd"),
    ("dinar", r"دينارا?|dinars?"),
    ("NGN", r"nairas?|ngn"),
    ("KES", r"kenyan? shillings?|kes|ksh"),
    ("UGX", r"ugandan? shillings?|ugx"),
    ("TZS", r"tanzanian? shillings?|tzs"),
    ("shilling", r"shillings?"),
    ("GHS", r"(?:ghana )?cedis?|ghs"),
    ("MUR", r"roupies mauriciennes|mauritian rupees|mur"),
    ("rupee", r"roupies|rupees"),
    ("MGA", r"ariarys?|mga"),
    ("RWF", r"rwandan francs?|francs? rwandais|rwf|frw"),
    ("BWP", r"pulas?|bwp"),
    ("ETB", r"birrs?|etb"),
    ("ZMW", r"kwachas?|zmw"),
)
_BEHIND = tuple(
    (code, re.compile(rf"\s?(?:m|k|md|mm)?\s?(?:de\s+|d'|d|of\s+)?(?:{form.replace(' ', r'[ ]')})(?!\w)"))
    for code, form in _AFTER
)
# Before a number, as written: R125m, Ksh 2 billion, LE 100 million.
_BEFORE = tuple(
    (code, re.compile(rf"(?<!\w)(?:{form})\s?-?$"))
    for code, form in (
        ("ZAR", "R|ZAR"),
        ("USD", r"US ?\$|USD|US|\$"),
        ("EUR", "€|EUR"),
        ("GBP", "£|GBP"),
        ("KES", r"K[Ss]hs?\.?|KES|KSHS?"),
        ("UGX", r"U[Ss]hs?\.?|UGX"),
        ("TZS", r"T[Ss]hs?\.?|TZS"),
        ("shilling", r"S[Hh]s?\.?"),
        ("NGN", "N|₦|NGN"),
        ("rupee", r"Rs\.?"),
        ("MUR", "MUR"),
        ("GHS", "GH[Ss₵¢]|GH[Cc]"),
        ("MAD", "MAD|Dhs?|DH"),
        ("EGP", "LE|EGP|E£"),
        ("BWP", "P|BWP"),
        ("ZMW", "K|ZMW"),
        ("ETB", "Br|ETB"),
        ("SLE", "Le|SLE"),
        ("XOF", "F? ?CFA|XOF"),
        ("XAF", "XAF"),
        ("RWF", "RWF|Frw|FRW"),
    )
)
_SIGN = 6  # letters before a number that its sign can take
# Whose the money of a name is, by the country that the article is about.
_OF_A_COUNTRY = {
    "dinar": {"TN": "TND", "DZ": "DZD", "LY": "LYD", "BH": "BHD"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"},
    "rupee": {"MU": "MUR", "IN": "INR", "SC": "SCR"},
    "pound": {"EG": "EGP", "GB": "GBP", "SD": "SDG"},
    "XOF": dict.fromkeys(("CM", "GA", "CG", "TD", "CF", "GQ"), "XAF"),
}
_ELSEWHERE = {"pound": "GBP", "XOF": "XOF"}


def currency_of(paragraph: str, letters: str, start: int, end: int) -> str | None:
    """Return the currency right before or right behind a number: a code, or a name that several countries share.

    Args:
        paragraph: the text.
        letters: the same in small letters without accents.
        start: where the number begins.
        end: where it ends.
    """
    before = paragraph[max(0, start - _SIGN) : start]
    signs = (code for code, form in _BEFORE if form.search(before))
    return next(signs, None) or next((code for code, form in _BEHIND if form.match(letters, end)), None)


def in_country(currency: str | None, country: str | None) -> str | None:
    """Return the code of a currency in a country; None where the name alone doesn't tell."""
    if currency not in _OF_A_COUNTRY:
        return currency
    return _OF_A_COUNTRY[currency].get(country or "", _ELSEWHERE.get(currency))
