"""The words that say where people are without a place's name, French and English, in small letters without accents."""

import re

from ocdb.intake.draft.lexicon import words

# Behind a number: people all over the world, all over a country.
WORLD = re.compile(
    r"\b(?:dans|in|across|of)\s(?!le |ce |notre |the |this |our )(?:plus de\s|more than\s|over\s|some\s|quelque\s)?"
    r"[\w-]+\s(?:pays|countries)\b"
    r"|\b(?:dans le monde|a travers le monde|worldwide|globally|around the world|across the world|au niveau mondial)\b"
)
# Before a statistic: that of the world.
GLOBAL = re.compile(
    r"\b(?:globally|global (?:\w+ ){1,4}(?:market|industry|sector)|marche mondial|worldwide|au niveau mondial)\b"
)
# Around a place: somebody is only based there, or comes from there.
BASED_BEHIND = re.compile(r"[- ](?:based|headquartered|listed|born)\b")
BASED_BEFORE = re.compile(
    r"\b(?:basee?s?|based|headquartered|siege(?: social)?|sis|(?:clients?|customers|entreprises|societes|companies"
    r"|firms|marches?|markets?)(?: \w+)?)\s(?:est\s|is\s)?(?:a|au|aux|en|in|at|from|de|du|d')\s?(?:la\s|le\s|l'|the\s)?"
    r"$"
)
NATION = words(
    """
        dans le pays, in the country, across the country, nationally, nationwide, au niveau national, a l'echelle
        nationale, dans tout le pays, dans le royaume
    """
)
_PEOPLE = tuple(
    (country, words(forms))
    for country, forms in (
        ("BF", "burkinabe*"),
        ("BJ", "beninois*, beninese"),
        ("BW", "batswana"),
        ("CI", "ivoirien*, ivorian*"),
        ("CM", "camerounais*, cameroonian*"),
        ("DZ", "algerien*, algerian*"),
        ("EG", "egyptien*, egyptian*"),
        ("ET", "ethiopien*, ethiopian*"),
        ("GH", "ghaneen*, ghanaian*"),
        ("KE", "kenyan*"),
        ("LS", "basotho"),
        ("MA", "marocain*, moroccan*"),
        ("MG", "malgache*, malagasy"),
        ("ML", "malien*, malian*"),
        ("MU", "mauricien*, mauritian*"),
        ("MZ", "mozambican*, mozambicain*"),
        ("NA", "namibian*, namibien*"),
        ("NG", "nigerian*, nigeriane*"),
        ("RW", "rwandan*, rwandais*"),
        ("SN", "senegalais*, senegalese"),
        ("TG", "togolais*, togolese"),
        ("TN", "tunisien*, tunisian*"),
        ("UG", "ugandan*, ougandais*"),
        ("ZA", "south african*, sud-africain*"),
        ("ZM", "zambian*, zambien*"),
        ("ZW", "zimbabwean*, zimbabween*"),
    )
)


def home(letters: str) -> str | None:
    """Return the country of the people whom some words name: 1 300 Ghanaians, collaborateurs marocains."""
    return next((country for country, people in _PEOPLE if people.search(letters)), None)
