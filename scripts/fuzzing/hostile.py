"""What a mutation puts in place of a value: as YAML is written, and as plain data."""

import random
from typing import Any

# As they would stand behind `key: ` in a file.
WRITTEN = (
    "", "null", "~", "true", "false", "NO", "on", "12:30", "0", "-1", "00012", "0x10", "1_000", "1e400",
    ".inf", ".nan",
    "9" * 15, "9" * 16, "2147483647", "2147483648", "9" * 400, "1.000", "3 500", "{range: [1, 2]}", "{range: [5, 1]}",
    "{about: -3}", "{about: {about: 3}}", "{at_most: 0}", "[]", "{}", "[[[]]]", "[null]", "{? a}", "{null: null}",
    '"\\0"', '"\\ud800"', '"\\udfff\\ud800"', '"\\U00110000"', '"\\e[31m"', '"\\u202e"', '"\\x9b"', '"\\xq"', "'",
    "&a x", "*a", "&a [*a]", "{<<: {id: x}}", "<<", "=", "!!python/object/apply:os.system [id]", "!!binary aGk=",
    "!!set {a}", "!!int x", "!<tag:x> y", "!" + "t" * 2000 + " x", "? x", "|", ">-", "|9", "%x", "@x", "`x",
    "- -", ": :",
    "=1+1", "[red]x[/red]", "'; DROP TABLE claim; --", "%s", "\\", "\ufeff", "\x07", "\x85", "\u2028", "\u00a0",
)  # fmt: skip

DATES = (
    "0000", "0001", "9999-12-31", "-0001", "y170000002", "y-17e7", "2011-02-30", "2012-02-29", "2011-13", "2011-21",
    "20XX", "201X", "2011-XX", "2011-10-XX", "2011-10/..", "../2011-10", "../..", "/", "..", "2011/2009", "2011/2011",
    "2011?~", "2011%", "?2011", "2004-06-~01/2004-06-~20", "{2011,2012}", "[2011..2013]", "[..1984]",
    "1984?/2004-06~",
    "unknown", "1985-04-12T23:20:30Z", "1985-04-12T24:00:00+99:00", "2011-10-05/", "/2011", "156u-12-25", "1950S2",
    "2001-34", "y1e9999999", "-9999/9999", "2011-10-05 ", "\uff12\uff10\uff11\uff11", "2011-1", "11-10-05",
    "05/10/2011",
)  # fmt: skip

FIGURES: tuple[Any, ...] = (
    0, 1, -1, 10**15, 10**15 + 1, 2**31, 2**63, True, None, "1.000", "4.28", "0.1", "1" * 60, "1" * 61,
    "9e9", "٣", "½", "1.",
    {"about": 400}, {"at_least": 3000}, {"at_most": 9}, {"at_most": 0}, {"range": [300, 400]}, {"range": [0, 10**15]},
    {"range": [4, 4]}, {"range": [1]}, {"range": 3}, {"about": None}, {"about": 1, "at_most": 2}, {"most": 3}, [500],
)  # fmt: skip

# A letter that folds to eighteen, one that folds to two, a mark without a letter: lengths change when text is folded.
TEXTS = (
    " ", "\n", "\t", "x" * 300, "x" * 301, "\ufdfa" * 20, "\ufdfa" * 300, "\u0130" * 300,
    "e" + "\u0301" * 299, "\u0301" * 9,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u202eabc", "\u2066", "\x1b[2J", "\x9b31m", "\x00",
    "a\x00b", "\ud800",
    "\udc00\ud800", "\ufffe", "\U0010ffff", "=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3", "[link=x]",
    "</script>", "{{7*7}}",
    "%s%n", "%(x)s", ":id", "'; DROP TABLE claim; --", "\\", "\\0", "../../etc/passwd", "NULL", "nan",
    "a; b", "a | b",
    "\r\n", "\u2028", "\u0085", "line\nline", "trailing ", "#", "- a", "a: b", "a #b", "\ufeffx", "x" * 70_000,
)  # fmt: skip

SLUGS = (
    "", "-", "a", "a-" * 59 + "ab", "a" * 120, "a" * 121, "A", "a--b", "a_b", "é", "a\n", "source", "claim",
    "ma", "MA",
    "id", "null", "0", "con", "a.b", "x" * 5000,
)  # fmt: skip

NUMBERS: tuple[Any, ...] = (
    0,
    -1,
    1,
    999,
    2**31 - 1,
    2**31,
    10**15,
    10**15 + 1,
    -(2**63),
    "1e3",
    "1.5",
    "90.0001",
    "-180",
    "1e-400",
)

SHAPES: tuple[Any, ...] = (None, True, False, [], {}, [[]], [None], [{}], {"a": {}}, {"": ""}, [[["a"]]], "", 0)

# What a field holds, by its name; all others hold text.
FITTING: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(
        ("date", "opened", "closed", "announced", "due", "as_of", "held", "published", "founded", "used"), DATES
    ),
    **dict.fromkeys(("searched", "judged", "withdrawn"), DATES),
    **dict.fromkeys(("figure", "amount", "share"), FIGURES),
    **dict.fromkeys(
        ("cite", "paragraphs", "unnamed_operators", "latitude", "longitude", "geonames_id", "box"), NUMBERS
    ),
    **dict.fromkeys(("id", "operator", "operators", "at", "from", "to", "part_of", "revises", "parent", "site"), SLUGS),
    **dict.fromkeys(("conflicts_with", "concerns", "pledge", "claim", "event", "country", "successor", "same"), SLUGS),
}


# The most that may fit, each at the edge of what an engine holds: 32 bits, 300 letters, the first and the last day.
LONGEST_NUMBERS = (2**31 - 1, 2**31, 10**12, 10**15, 10**9, 1, 0)
LONGEST = ("\ufdfa" * 16, "\ufdfa" * 20, "\u0149" * 150, "\u0149" * 151, "\u0130" * 300, "x" * 300, "\U0010fffd" * 300)
LARGEST: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (name for name, values in FITTING.items() if values is DATES),
        ("0001-01-01", "0001", "9999", "9999-12-31", "0001/9999", "../9999-12-31", "0001-01-01/..", "9999-12~"),
    ),
    **dict.fromkeys(("note", "summary", "reason", "title", "url"), (*LONGEST, "x" * 70_000, "\U0010fffd" * 9_000)),
    **dict.fromkeys(("id",), ("a" * 120, "a-" * 59 + "ab", "0")),
}


def nested(depth: int) -> Any:
    """Return lists in lists."""
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


def value_for(name: str, luck: random.Random) -> Any:
    """Return a value that a field of this name may choke on: mostly one that looks as if it fits."""
    if luck.random() < 0.6:  # noqa: PLR2004  mostly
        return luck.choice(FITTING.get(name, TEXTS))
    if luck.random() < 0.05:  # noqa: PLR2004  seldom
        return nested(luck.choice((5, 28, 29, 30, 31, 200)))
    return luck.choice((*SHAPES, *NUMBERS, *FIGURES, *TEXTS, *DATES, *SLUGS))
