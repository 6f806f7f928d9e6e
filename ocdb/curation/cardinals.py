"""Cardinal numbers in French and English prose, in digits or words, with their scale: ``4,28 millions``.

In Arabic they are read in digits, with a scale in words.

text2num 3.1 reads spelt numbers in both languages, but is a compiled extension (no wheel, no install), takes 38 ms to
import, turns each ``un`` and ``une`` of a text into 1 and leaves ``35 millions`` and ``une trentaine`` apart.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ocdb.text import fold

_FRENCH = "zero . deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
_ENGLISH = (
    "zero . two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
ONE = {"un", "une", "one"}
_TENS_IN_WORDS = (
    ". . vingt trente quarante cinquante soixante septante huitante nonante",
    ". . vingts . . . . . octante .",
    ". . twenty thirty forty fifty sixty seventy eighty ninety",
)
SMALL = {
    **{word: value for line in (_FRENCH, _ENGLISH) for value, word in enumerate(line.split()) if word != "."},
    **{word: 10 * tens for line in _TENS_IN_WORDS for tens, word in enumerate(line.split()) if word != "."},
    **dict.fromkeys(ONE, 1),
}
HUNDRED = {"cent", "cents", "hundred"}
THOUSAND = {"mille", "thousand", "الف", "الاف", "الفا"}
# A billion is the English one: French texts of this field write milliard.
LARGE = {
    **dict.fromkeys(("million", "millions", "mio"), 10**6),
    **dict.fromkeys(("milliard", "milliards", "md", "mds", "mrd", "billion", "billions", "bn"), 10**9),
    **dict.fromkeys(("trillion", "trillions"), 10**12),
    **dict.fromkeys(("مليون", "ملايين", "مليونا"), 10**6),
    **dict.fromkeys(("مليار", "مليارات", "مليارا"), 10**9),
}
# What counts in round figures; said of a number, it means "about".
ROUND = {
    "dizaine": 10, "douzaine": 12, "dozen": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    "dizaines": 10, "douzaines": 12, "dozens": 12, "centaines": 100, "milliers": 1000,
}  # fmt: skip
# Words that are a number only together with others: "a hundred", "des centaines" says no number.
_NEVER_FIRST = {"vingts", "cents", "hundred", "thousand", "الاف"} | ONE
_ARTICLES = ONE | {"a"}
_ONE_ROUND = {word for word in ROUND if not word.endswith("s")}
_SIZED = {"bonne", "petite", "grosse", "good"}  # une bonne centaine
_FRACTIONS = {"tiers", "quart", "quarts", "thirds", "quarters", "fifths"}
_NEW = {"flambant", "tout"}  # before the French neuf that means new
_TENS = range(20, 100, 10)
_THOUSAND = 1000

_SPACE = "[ \t]"
# Signs of currencies that stand right before the digits: R28-million, N35,000, Sh1.2 billion, P1.2m, Rs200.
_GLUED_BEFORE = r"[RNPK]|[KUT]?[Ss]hs?|K[Ss]hs?|Rs|GHS|KES|UGX|NGN|ZAR|USD?|FCFA|CFA|Le|Br|D"
_LETTER = re.compile("[RNPKD]|Le|Br")  # so short that a number is one of a thing, as in N1, unless it looks like a sum
# Digits, or a word. Exactly three digits after a separator are thousands: 1.000 is a thousand, 4,28 is below five.
# No numbers: the 19 of Covid-19, the parts of 18:30, 24/7 and 1.2.3. Arabic writes "and" in one with the digits.
_TOKEN = re.compile(
    rf"""
    (?: (?<![^\W\u0620-\u064a]) (?<![^\W\d_]-) | (?<!\w)(?P<sign>{_GLUED_BEFORE}) ) (?<![0-9][.,:/])
    (?P<digits> (?>
        [0-9]{{1,3}} (?P<separator>{_SPACE}|[.,']) [0-9]{{3}} (?:(?P=separator)[0-9]{{3}})* (?![0-9]) (?:[.,][0-9]+)?
      | [0-9]+ (?:[.,][0-9]+)?
    )) (?![.,:/][0-9])
    | (?P<word>[^\W\d_]+)
    """,
    re.VERBOSE,
)
_CURRENCY = r"(?:euros?|dirhams?|dollars?|rands?|(?:f ?)?cfa|mad|dhs?|eur|usd|gbp)\b|[€$£]"
# A letter is a scale beside a currency only: 15 k€, 10 MDH, $2.5m.
_ABBREVIATED = re.compile(
    rf"{_SPACE}?(?P<letter>k|m|mn|mds?|mm|tn)"
    rf"(?P<currency>{_SPACE}?(?:{_CURRENCY})|{_SPACE}(?:de |d')(?:{_CURRENCY})|d€|\b)",
    re.IGNORECASE,
)
# 50k jobs, 50 K emplois; not 10k alone or a 10k race, which is run, nor 4K.
_RUN = r"races?|runs?|runners?|courses?|marathons?|walks?"
_THOUSANDS = re.compile(rf"{_SPACE}?k\b(?={_SPACE}(?!(?:{_RUN})\b)[^\W\d_]{{3}})", re.IGNORECASE)
_GLUED = re.compile(rf"(?:{'|'.join(LARGE)}|{_CURRENCY})(?!\w)", re.IGNORECASE)  # 2bn, 500euros
# What stands before a sum, with or without a space.
CURRENCY_BEFORE = (
    r"(?:US|CA|A)?\$|[€£₦]|GH¢|\b(?:[RNP]|[KUT]?[Ss]hs?|K[Ss]hs?|Rs|EGP|LE|MAD|Dhs?|DH|ZAR|NGN|KES|UGX|GHS|TND|DZD|XOF|"
    r"USD|EUR|GBP|F?CFA)"
)
_PRICED = re.compile(rf"(?:{CURRENCY_BEFORE}){_SPACE}?$")
_LONGEST = 20  # more digits are a code
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "md": 10**9, "mds": 10**9, "mm": 10**9, "tn": 10**12}
_JOINT = re.compile(r"\s*-?\s*")
_ORDINAL = re.compile(r"\w+(?:iemes?|th)|first|second|third")


@dataclass(frozen=True)
class Token:
    """A word, folded, or a number in digits; joined if only white space or a hyphen parts it from the token before."""

    word: str
    start: int
    end: int
    joined: bool
    value: Decimal | None = None
    scale: int = 1


@dataclass(frozen=True)
class Cardinal:
    """A number: its place in the text, whether it is a round figure, and the scale that its last word gives."""

    value: Decimal
    start: int
    end: int
    about: bool = False
    scale: int = 1


def cardinals(text: str) -> Iterator[Cardinal]:
    """Yield the cardinal numbers of a text in their order; an article alone is none.

    Args:
        text: with plain spaces, hyphens and apostrophes, as `find_numbers` makes them.
    """
    tokens = _tokens(text)
    index = 0
    while index < len(tokens):
        number, after = _number(tokens, index, text)
        if number:
            yield number
        index = max(after, index + 1)


def _tokens(text: str) -> list[Token]:
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        joined = bool(found) and bool(_JOINT.fullmatch(text, end, match.start()))
        token = _digits(match, joined) if match["digits"] else Token(fold(match[0]), *match.span(), joined)
        end = match.end()
        if token:
            found.append(token)
            end = token.end
    return found


def _digits(match: re.Match[str], joined: bool) -> Token | None:
    """Return a number in digits, or None where it is a code, as in 3G, 007 or Web 2.0."""
    text, (start, end) = match.string, match.span("digits")
    scale = 1
    short = _ABBREVIATED.match(text, end)
    if short and (short["currency"] or match["sign"] or _PRICED.search(text[max(0, start - 6) : start])):
        scale, end = _LETTERS[short["letter"].lower()], short.end("letter")
    elif thousands := _THOUSANDS.match(text, end):
        scale, end = 1000, thousands.end()
    elif _is_a_name(match) or (text[end : end + 1].isalpha() and not _GLUED.match(text, end)):
        return None
    value = _value(match["digits"], match["separator"])
    return None if value is None else Token("", start, end, joined, value * scale, scale)


def _is_a_name(match: re.Match[str]) -> bool:
    """Return whether digits behind a letter name something, as in N1: a sum has thousands, or words of scale."""
    if not match["sign"] or not _LETTER.fullmatch(match["sign"]):
        return False
    follows = match.string[match.end() : match.end() + 12].lstrip(" \t-").lower()
    large = (_value(match["digits"], match["separator"]) or 0) >= _THOUSAND
    return not (large or follows.startswith((*LARGE,)))


def _value(digits: str, separator: str | None) -> Decimal | None:
    if len(digits) > _LONGEST:
        return None
    if digits.startswith("0") and len(digits) > 1:
        separator = None
        if digits[1] not in ",.":
            return None
    if re.fullmatch(r"[0-9]\.0", digits):  # a version: Web 2.0
        return None
    whole = digits.replace(separator, "") if separator else digits
    return Decimal(whole.replace(",", "."))


def _scaled(tokens: list[Token], index: int, value: Decimal, scale: int = 1) -> tuple[Decimal, int, int]:
    """Return a number times the scale words that follow, the scale, and the index after them: ``35 millions``."""
    while index < len(tokens) and tokens[index].joined:
        word, following = tokens[index].word, _at(tokens, index + 1)
        factor = 1000 if word in THOUSAND else LARGE.get(word) or ROUND.get(word)
        if factor:
            value, scale, index = value * factor, scale * factor, index + 1
        elif word in ("d", "de") and following in (*LARGE, "milliers"):
            index += 1
        elif word == "et" and following in ("demi", "demie"):
            value, index = value + Decimal(scale) / 2, index + 2
        elif word == "and" and following == "a" and _at(tokens, index + 2) == "half":
            value, index = value + Decimal(scale) / 2, index + 3
        else:
            break
    return value, scale, index


def _at(tokens: list[Token], index: int) -> str:
    """Return the word at an index if it is joined to the one before it, else an empty text."""
    return tokens[index].word if index < len(tokens) and tokens[index].joined else ""


def _number(tokens: list[Token], index: int, text: str) -> tuple[Cardinal | None, int]:
    """Return the number that begins at a token, or None, and the index after it."""
    value, scale, after = _first(tokens, index)
    if value is None or _is_no_number(tokens, index, after, text):
        return None, after
    value, scale, end = _scaled(tokens, after, value, scale)
    if _ORDINAL.fullmatch(_at(tokens, end)) or _at(tokens, end) in _FRACTIONS:
        return None, end
    value, end = _with_rest(tokens, value, scale, end)
    about = any(token.word in ROUND for token in tokens[index:end])
    return Cardinal(value, tokens[index].start, tokens[end - 1].end, about, scale), end


def _with_rest(tokens: list[Token], value: Decimal, scale: int, end: int) -> tuple[Decimal, int]:
    """Return a number with what follows its scale in digits: ``1 milliard 200 millions``, ``2 mille 500``."""
    if scale < _THOUSAND or end >= len(tokens) or not tokens[end].joined or tokens[end].value is None:
        return value, end
    rest, below, after = _scaled(tokens, end + 1, tokens[end].value or Decimal(0), tokens[end].scale)
    fits = rest < scale and rest == int(rest) and (below > 1 or scale == _THOUSAND or rest >= _THOUSAND)
    return (value + rest, after) if fits else (value, end)


def _first(tokens: list[Token], index: int) -> tuple[Decimal | None, int, int]:
    """Return the number before any words of scale, its scale, and the index after it."""
    token, tally, after = tokens[index], _Tally(), index
    if token.value is not None:
        return token.value, token.scale, index + 1
    if token.word not in _NEVER_FIRST:
        after = _cardinal(tokens, index, tally)
    if after == index:
        after = _article(tokens, index, tally)
    if after == index:
        return None, 1, after
    half = Decimal("0.5") if tally.last == "half" else Decimal(1)
    scale = 100 if tally.last in HUNDRED else 1 if tally.small is not None else tally.scale
    return tally.value * half, scale, after


def _article(tokens: list[Token], index: int, tally: "_Tally") -> int:
    """Read an article or half before a word of scale (``une centaine``, ``a thousand``, ``half a dozen``)."""
    word, following = tokens[index].word, _at(tokens, index + 1)
    tally.small = 1
    if following == "demi" or (word == "half" and following == "a"):
        tally.last = "half"
        following = _at(tokens, index + 2)
        return index + 2 if following in LARGE or following in _ONE_ROUND else index
    if following in _SIZED and _at(tokens, index + 2) in _ONE_ROUND:
        return index + 2
    if following in _ONE_ROUND:
        definite = word in ("la", "cette") and _at(tokens, index + 2) in ("d", "de")
        return index + 1 if word in _ARTICLES or definite else index
    if word in _ARTICLES and (following in LARGE or (word in ("a", "one") and following in _NEVER_FIRST - ONE)):
        return _cardinal(tokens, index + 1, tally)
    return index


def _is_no_number(tokens: list[Token], index: int, after: int, text: str) -> bool:
    """Return whether a word that looks like a number is none: ``pour cent``, ``flambant neuf``."""
    before = tokens[index - 1].word if index and tokens[index].joined else ""
    if tokens[index].word == "cent":
        return before in ("pour", "per")
    if tokens[index].word == "neuf" and after == index + 1:
        end = tokens[index].end
        return before in _NEW or not text[end : end + 1].isspace()
    return False


def _cardinal(tokens: list[Token], index: int, tally: "_Tally") -> int:
    """Add up the number that begins or goes on at a word, and return the index after it."""
    first = index
    while index < len(tokens) and (index == first or tokens[index].joined):
        following = _at(tokens, index + 1)
        skip = tally.skips(tokens[index].word, following)
        if not tally.take(following if skip else tokens[index].word):
            break
        index += 1 + skip
    return index


class _Tally:
    """Adds up number words as long as they make one number: ``deux`` ``cents`` ``trois``, but not ``trois`` ``cinq``.

    Attributes:
        done: the millions and thousands that are counted already.
        small: the part below a thousand that is being read; None before its first word.
        last: the last word.
        scale: of the last thousand or million: a smaller one must follow.
    """

    def __init__(self) -> None:
        self.done = 0
        self.small: int | None = None
        self.last = ""
        self.scale = 10**12

    @property
    def value(self) -> int:
        """Return the number so far."""
        return self.done + (self.small or 0)

    def skips(self, word: str, following: str) -> bool:
        """Return whether a word only links: ``vingt et un``, ``two hundred and ten``."""
        if word == "et":
            return (self.small or 0) % 100 in _TENS and following in ("un", "une", "onze")
        return word == "and" and (self.last in HUNDRED | THOUSAND or self.last in LARGE) and SMALL.get(following, 0) > 0

    def take(self, word: str) -> bool:
        """Add a word; return whether it belongs to the number."""
        if word in SMALL:
            fits = self._add(SMALL[word])
        elif word in HUNDRED:
            fits = self._hundred()
        else:
            fits = self._scale(1000 if word in THOUSAND else LARGE.get(word, 0))
        self.last = word if fits else self.last
        return fits

    def _add(self, value: int) -> bool:
        if self.small is None:
            self.small = value
        elif self.last == "quatre" and value == _TENS.start:  # quatre-vingts
            self.small += 4 * value - 4
        elif self._fits(self.small % 100, value):
            self.small += value
        else:
            return False
        return True

    def _fits(self, rest: int, value: int) -> bool:
        """Return whether a small number may follow one whose tens and units are `rest`."""
        if self.last == "dix":  # dix-sept, soixante-dix-sept
            return value in (7, 8, 9)
        if rest == 0:
            return bool(self.small) and value > 0
        if rest in (60, 80) and value in range(10, 17):  # soixante-douze
            return True
        return rest in _TENS and value in range(1, 10)

    def _hundred(self) -> bool:
        fits = self.small is None or self.small in range(1, 20)  # up to nineteen hundred
        if fits:
            self.small = (self.small or 1) * 100
        return fits

    def _scale(self, factor: int) -> bool:
        """Close the part below a thousand with its scale: mille counts alone, millions doesn't."""
        alone = factor == _THOUSAND
        if not 0 < factor < self.scale or not (self.small or (alone and self.small is None)):
            return False
        self.done += (self.small or 1) * factor
        self.small, self.scale = None, factor
        return True
