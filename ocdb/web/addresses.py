"""The lasting addresses of pages: what each kind of record and each question is called in them, in both languages.

An address is a name and what narrows it, as in ``("operator", "webhelp")``; a path is that address in a language, as in
``en/operator/webhelp/``. Paths begin and end alike on a server and as files, so links between them are relative.
"""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote, unquote

from ocdb.words.language import LANGUAGES, Language

Address = tuple[str, ...]
# Where the files stand that can be loaded.
FILES = "files/"
# What is no record of its own: claims stand for whatever kind they are of.
RECORDS: Mapping[str, tuple[str, str]] = {
    "operator": ("operator", "operateur"),
    "institution": ("institution", "institution"),
    "official": ("person", "personne"),
    "country": ("country", "pays"),
    "area": ("area", "zone"),
    "place": ("place", "lieu"),
    "source": ("article", "article"),
    "site": ("site", "site"),
    "event": ("event", "evenement"),
    "pledge": ("promise", "promesse"),
    "verdict": ("outcome", "bilan"),
    "loss": ("job-loss", "suppression"),
    "report": ("reported-figure", "chiffre-constate"),
    "investment": ("investment", "investissement"),
    "statistic": ("figure", "chiffre"),
    "position": ("position", "fonction"),
    "succession": ("takeover", "reprise"),
    "ownership": ("holding", "participation"),
    "development": ("development", "suite"),
    "statement": ("statement", "declaration"),
}
PAGES: Mapping[str, tuple[str, str]] = {
    "pledges": ("promises", "promesses"),
    "losses": ("losses", "pertes"),
    "map": ("map", "carte"),
    "timeline": ("timeline", "chronologie"),
    "compare": ("compare", "comparer"),
    "search": ("search", "recherche"),
    "coverage": ("coverage", "couverture"),
    "conflicts": ("conflicts", "contradictions"),
    "evidence": ("evidence", "preuves"),
    "method": ("method", "methode"),
    "downloads": ("downloads", "telechargements"),
    "corrections": ("corrections", "corrections"),
    "operators": ("operators", "operateurs"),
    "institutions": ("institutions", "institutions"),
    "officials": ("people", "personnes"),
    "places": ("places", "lieux"),
    "sites": ("sites", "sites"),
    "events": ("events", "evenements"),
    "reports": ("reported-figures", "chiffres-constates"),
    "sources": ("articles", "articles"),
    "claim": ("claim", "information"),
    "chart": ("chart", "graphique"),
    "embed": ("embed", "integrer"),
    "api": ("api", "api"),
}
HOME: Address = ()
_WORDS = {**RECORDS, **PAGES}
_NAMES: dict[Language, dict[str, str]] = {
    language: {words[place]: name for name, words in _WORDS.items()} for place, language in enumerate(LANGUAGES)
}


@lru_cache(maxsize=2**16)
def path(address: Address, language: Language) -> str:
    """Return the path of an address in a language, without a slash before it: ``fr/operateur/webhelp/``."""
    parts: list[str] = [language]
    if address:
        name, *keys = address
        parts += [_WORDS[name][LANGUAGES.index(language)], *(quote(key, safe="") for key in keys)]
    return "/".join(parts) + "/"


def parsed(path_: str) -> tuple[Language, Address] | None:
    """Return the language and the address of a path, None of what is no path of a page."""
    spoken, *parts = path_.strip("/").split("/")
    language = next((one for one in LANGUAGES if one == spoken), None)
    if language is None:
        return None
    if not parts:
        return language, HOME
    name = _NAMES[language].get(parts[0])
    return (language, (name, *map(unquote, parts[1:]))) if name else None


def data_path(address: Address, suffix: str) -> str:
    """Return the path of the data behind a page, the same in both languages: ``data/operator/webhelp.json``."""
    return "data/" + "/".join(quote(part, safe="") for part in address) + suffix


def feed_path(name: str, language: Language) -> str:
    """Return the path of a feed: ``feeds/fr/operator/webhelp.atom``; the names are the same in both languages."""
    return f"feeds/{language}/" + "/".join(quote(part, safe="") for part in name.split("/")) + ".atom"


def relative(origin: str, target: str) -> str:
    """Return how a page links to a path of the site, so that the site may stand under any address."""
    return "../" * origin.count("/") + target
