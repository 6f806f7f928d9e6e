"""The words by which a figure is an operator's or a trade's, French and English, in small letters without accents."""

import re

from ocdb.intake.draft.lexicon import words

# Subjects whose figures are nobody's in particular.
TRADE = words(
    """
        secteur, sector, industrie, industry, filiere, filieres, profession, l'offshoring, l'outsourcing,
        sous-secteur, subsector, sub-sector, outsourcing industry, centres d'appel*, call-centers, call centers,
        call centres, centres de contact, centres de relation*, contact centres, contact centers, call-centres,
        entreprises, companies, operateurs, firms, societes, ecosystemes, parcs, province, programme, politique,
        policy, initiative, projets, zones
    """
)
# Behind a number: what makes it a trade's.
IN_TRADE = re.compile(
    r"\b(?:in|by|across|of|within|dans|par|pour|du|de|for)\s(?:the\s|le\s|la\s|l'|les\s|this\s|ce\s|its\s)?(?:\w+\s){0,3}?"
    r"(?:secteur|sector|industry|industrie|filiere|sub-?sector|call cent(?:re|er)s|centres d'appels?|domestic market)\b"
)
# Before a word for a trade: it is only where somebody is.
WITHIN = re.compile(
    r"\b(?:son|sa|ses|its|their|leurs?|des|ces(?:\s\w+)?|these|other|two|three|deux|trois|serving|biggest|largest"
    r"|societes de|groupe de|specialis\w+ (?:de|dans)|(?:one\s)?of\s(?:\w+\s){1,3}"
    r"|(?:in|dans|for|pour|leader (?:du|of)|of|par|by|at|to)(?:\s(?:the|le|la|les|un|a|other|two|new|its))?)"
    r"\s(?:bpo\s|large\s|major\s)?$"
)
# The speaker's own.
OURS = words("nous, notre, nos, we, our, us")
# Between operators whose figure is a joint one.
JOINED = re.compile(r"\s*(?:,|et|and|&)\s*(?:le groupe |the )?")
# Before a name: it is a client's, or that of who tells.
ASIDE = re.compile(
    r"\b(?:clients?(?: sont)?|such as|including|brands|marques|telles? que|tels? que)\s?,?(?:[\w'+&-]+,?\s){0,6}$"
    r"|\b(?:for|pour|prestataire(?: unique)? d[eu]|sous-traitant d[eu]|pour le compte d[eu]|selon|according to|d'apres"
    r"|on behalf of|serving)\s?(?:the\s|l'|le\s|la\s|d')?$"
)
