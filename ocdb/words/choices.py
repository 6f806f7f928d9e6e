"""Words that stand for codes, as people write them: in English or French whatever is spoken, also in the plural."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ocdb.errors import NotFoundError, UsageError
from ocdb.text import fold
from ocdb.words.language import _, language
from ocdb.words.suggestions import suggest

# Codes of the command line, each with its other words in English and in French; of the French ones the first is shown.
GROUPS = {
    "operator": ("operator", "opérateur"), "country": ("country", "pays"), "place": ("place", "lieu"),
    "year": ("year", "année", "an"), "basis": ("basis", "auteur"),
}  # fmt: skip
BASES = {
    "operator": ("operator", "opérateur"), "government": ("government", "pouvoirs publics", "gouvernement"),
    "federation": ("federation", "fédération"), "analyst": ("analyst", "analyste"),
}  # fmt: skip
LINES = {
    "new_jobs": ("new jobs", "nouveaux emplois"), "levels": ("jobs in total", "effectif total"),
    "hires": ("hires", "recrutements"), "seats": ("seats", "positions"), "trainees": ("trainees", "stagiaires"),
}  # fmt: skip
THEMES = {"light": ("light", "clair"), "dark": ("dark", "sombre")}
WIDTHS = {"page": ("page", "page"), "column": ("column", "colonne"), "slide": ("slide", "diapositive")}
RECORDS = {
    "operators": ("operators", "opérateurs"), "institutions": ("institutions", "institutions"),
    "officials": ("people", "personnes", "persons", "responsables"), "places": ("places", "lieux"),
    "sites": ("sites", "sites"), "events": ("events", "événements"), "pledges": ("promises", "promesses"),
    "losses": ("job losses", "pertes", "pertes d’emplois", "loss"),
    "reports": ("reported figures", "chiffres", "constats"),
    "statistics": ("other figures", "statistiques", "autres chiffres"),
    "investments": ("investments", "investissements"), "positions": ("positions", "fonctions"),
    "successions": ("take-overs and mergers", "rachats", "fusions", "rachats et fusions"),
    "ownerships": ("holdings", "participations"), "developments": ("developments", "évolutions"),
    "verdicts": ("outcomes", "bilans"), "statements": ("statements", "déclarations"),
    "claims": ("claims", "informations"), "sources": ("articles", "articles"), "citations": ("citations", "citations"),
}  # fmt: skip

# What tells number and gender at the end of a word, and what is left of it.
_ENDINGS = ((r"(?<!e)aux$", "al"), (r"y$", "i"), (r"(?:e{0,2}s?|x)$", ""))


def stem(text: str) -> str:
    """Return a text folded, and each word without what tells number and gender: fermé, fermée and fermés are alike."""
    words = fold(text).split()
    for ending, left in _ENDINGS:
        words = [re.sub(ending, left, word) for word in words]
    return " ".join(words)


def code_of(word: str, known: Iterable[Sequence[str]]) -> str | None:
    """Return the code that a word stands for, or the only one whose words it begins; None for none.

    Args:
        word: what the user wrote.
        known: each code with the words for it.
    """
    known = list(known)
    for alike in (str, fold, stem):
        for code, *texts in known:
            if alike(word) in map(alike, (code, *texts)):
                return code
    begun = {code for code, *texts in known if any(stem(text).startswith(f"{stem(word)} ") for text in texts)}
    return begun.pop() if len(begun) == 1 and stem(word) else None


def chosen(option: str, word: str, known: Iterable[Sequence[str]]) -> str:
    """Return the code that the value of an option stands for.

    Args:
        option: as it is typed.
        word: its value.
        known: each code with its words in English and in French, if it has any.

    Raises:
        NotFoundError: it stands for none; the hint has the nearest, or all, in the language that is spoken.
    """
    known = list(known)
    code = code_of(word, known)
    if code is None:
        raise NotFoundError(_("{option} has no value {value}").format(option=option, value=word), near(word, known))
    return code


def one_of(option: str, names: str, codes: Iterable[str], word: str) -> str:
    """Return the code that the value of an option stands for, of those that it takes.

    Args:
        option: as it is typed.
        names: which of the codes above have the words: BASES, GROUPS, LINES, RECORDS, THEMES or WIDTHS.
        codes: those that the option takes.
        word: its value.

    Raises:
        UsageError: it stands for none; the hint has the nearest, or all.
    """
    every: dict[str, Mapping[str, Sequence[str]]] = {
        "BASES": BASES, "GROUPS": GROUPS, "LINES": LINES, "RECORDS": RECORDS, "THEMES": THEMES, "WIDTHS": WIDTHS,
    }  # fmt: skip
    texts = every[names]
    try:
        return chosen(option, str(word), [(code, *texts[code]) for code in codes])
    except NotFoundError as error:
        raise UsageError(str(error), error.hint) from error


def record_kind(word: str) -> str:
    """Return a kind of record that a word means: in English or French, in the singular or in the plural.

    Raises:
        UsageError: there is no such kind; the hint has the nearest, or all.
    """
    kinds = listed(RECORDS)
    kind = code_of(word, kinds)
    if kind is None:
        raise UsageError(_("there are no {word}").format(word=word), near(word, kinds))
    return kind


def near(word: str, known: Sequence[Sequence[str]]) -> str:
    """Return a hint with the values nearest to a word, else with all of them."""
    named = {fold(text): shown(texts) for texts in known for text in texts}
    values = listed_words([shown(texts) for texts in known])
    return suggest(word, named) or _("The values are {values}.").format(values=values)


def listed_words(words: Iterable[str]) -> str:
    """Return words in a line, with semicolons where one of them has a comma of its own."""
    every = list(dict.fromkeys(words))
    return (_("; ") if any("," in word for word in every) else ", ").join(every)


def shown(texts: Sequence[str]) -> str:
    """Return how a value is written: its code, in French its French word."""
    return texts[2] if language() == "fr" and texts[2:] else texts[0]


def listed(choices: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Return codes, each with its words."""
    return [(code, *texts) for code, texts in choices.items()]
