"""Titles that people bear in articles, French and English, and what they are called in a fixture."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A title as fixtures write it, and whether it is one of a public office, not of a company."""

    en: str
    fr: str
    public: bool = False


# In English, in French, and as articles write it; of two that begin at one place the longer one is meant.
_COMPANY = (
    (
        "Chairman and chief executive",
        "Président-directeur général",
        (
            r"p-?dg|president[- ]directeur[- ]general|presidente[- ]directrice[- ]generale"
            r"|(?:president|chairman) (?:and|&) (?:ceo|chief executive(?: officer)?|managing director)"
        ),
    ),
    (
        "Deputy chief executive",
        "Directeur général adjoint",
        (
            r"(?:directeur|directrice)[- ]general(?:e)? (?:adjointe?|deleguee?)|dga"
            r"|deputy (?:ceo|chief executive(?: officer)?|managing director)"
        ),
    ),
    ("Chief executive", "Directeur général", r"(?:group )?ceo|(?:group )?chief executive(?: officer)?"),
    ("Managing director", "Directeur général", r"directeur[- ]general|directrice[- ]generale|managing director|dg|md"),
    (
        "Chief operating officer",
        "Directeur des opérations",
        r"coo|chief operating officer|(?:directeur|directrice) des operations",
    ),
    (
        "Chief financial officer",
        "Directeur financier",
        r"cfo|chief financial officer|(?:directeur|directrice) financi(?:er|ere)",
    ),
    ("Chief officer", "Directeur", r"chief (?:[a-z]+ ){1,3}officer|cto|cio|cmo"),
    ("Country manager", "Directeur pays", r"country (?:manager|director|head|lead)|(?:directeur|directrice) pays"),
    ("Site manager", "Directeur de site", r"site (?:manager|director|leader|lead)|(?:directeur|directrice) de site"),
    ("General manager", "Directeur général", r"general manager"),
    ("Vice-president", "Vice-président", r"(?:senior |executive )?vice[- ]president(?:e)?|s?vp|evp"),
    ("Deputy director", "Directeur adjoint", r"(?:directeur|directrice) adjointe?|deputy director"),
    ("Director", "Directeur", r"directeur|directrice|(?:[a-z]+ )?director|executive director"),
    ("Manager", "Responsable", r"responsable|(?:[a-z]+ )?manager|gerante?"),
    ("Head", "Responsable", r"(?:global |regional )?head"),
    ("Founder", "Fondateur", r"(?:co-?)?fondateur|(?:co-?)?fondatrice|(?:co-?)?founder|promoteur|promotrice"),
    ("Partner", "Associé", r"associee?|managing partner|partner"),
    ("Consultant", "Consultant", r"consultante?|analyste?|economiste?"),
    ("Lawyer", "Avocat", r"avocate?|lawyer"),
)
_PUBLIC = (
    ("Prime minister", "Premier ministre", r"premier[- ]ministre|prime minister"),
    (
        "Deputy minister",
        "Vice-ministre",
        r"deputy minister|minister of state|(?:state|assistant) minister|vice-ministre",
    ),
    ("Minister", "Ministre", r"ministre(?: deleguee?)?|minister|cabinet secretary|mec|secretaire d'etat"),
    ("Premier", "Premier", r"premier(?! (?:[a-z]+)?ement)"),
    ("Secretary general", "Secrétaire général", r"secretaire generale?|secretary[- ]general|general secretary"),
    ("Permanent secretary", "Secrétaire permanent", r"permanent secretary|principal secretary"),
    ("Mayor", "Maire", r"(?:executive )?mayor|maire"),
    ("Governor", "Gouverneur", r"gouverneure?|governor|wali|prefete?|prefect"),
    ("Ambassador", "Ambassadeur", r"ambassad(?:eur|rice|or)|high commissioner|consul(?: general)?"),
    ("Director general", "Directeur général", r"director[- ]general"),
    ("Vice-president", "Vice-président", r"vice[- ]chair(?:man|person)?"),
    ("President", "Président", r"presidente?|chairman|chairwoman|chairperson|chair|senateur|senator|depute"),
    ("Spokesperson", "Porte-parole", r"porte-parole|spokes(?:man|woman|person)"),
    (
        "Union delegate",
        "Délégué syndical",
        r"deleguee?(?: syndicale?)?|shop steward|union (?:leader|representative)|syndicaliste",
    ),
    ("Coordinator", "Coordinateur", r"coordinat(?:eur|rice|or)|coordonnat(?:eur|rice)"),
    ("Commissioner", "Commissaire", r"commissaire|commissioner"),
    ("Secretary", "Secrétaire", r"secretaire|secretary"),
    ("Adviser", "Conseiller", r"conseiller (?:technique|special)|(?:special )?advis[eo]r to"),
    ("Lecturer", "Enseignant", r"professeure?|professor|lecturer|vice[- ]chancellor|dean|doyen"),
)
_ROLES = tuple(
    (Role(en, fr, public), re.compile(rf"(?<![\w'-])(?:{form})(?![\w-])"))
    for public, roles in ((False, _COMPANY), (True, _PUBLIC))
    for en, fr, form in roles
)


@dataclass(frozen=True)
class Title:
    """A title in a paragraph: what it is, and where it stands."""

    role: Role
    start: int
    end: int


def titles(letters: str) -> list[Title]:
    """Return the titles of a paragraph in small letters without accents, in its order; none overlaps another."""
    listed = [Title(role, *match.span()) for role, form in _ROLES for match in form.finditer(letters)]
    found: list[Title] = []
    for one in sorted(listed, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found
