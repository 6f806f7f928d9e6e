"""The words that tell what a date is the date of, French and English, in small letters without accents."""

import re

from ocdb.intake.draft.lexicon import words

# Before a date: it is that of a beginning, or of what is compared with.
SINCE = re.compile(
    r"\b(?:depuis(?: la)?|since|(?:cree|fonde|lance)e?s? en|implante?e?s? (?:\w+ )*?(?:en|depuis)|ouv(?:ert\w*|rir) en"
    r"|(?:created|founded|established|launched|opened|started|set up|began|acquired)(?: \w+){0,4}? in"
    r"|contre|par rapport a|compared (?:to|with)|from|than(?: \w+)* (?:in|a)|(?:up|down)(?: \w+%?)* (?:from|on|since)"
    r"|©|copyright|demarre \w+ activites en|chiffre d'affaires de [^,;]{0,30} en|until|jusqu'en)"
    r"\s?(?:fin |end of |the )?$"
)
# Before a date: what is counted begins then.
BEGUN = re.compile(r"\b(?:depuis|since)\b[^.;\d]{0,60}$")
# Beside a number: it is that of the article's own time.
NOW = words(
    """
        actuellement, aujourd'hui, a ce jour, en ce moment, desormais, now, currently, today, presently, at present,
        to date, emploie, emploient, compte, comptent, employs, already has
    """
)
