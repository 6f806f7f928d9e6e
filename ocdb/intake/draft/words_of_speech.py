"""The words by which a text says whose its statements are, French and English, in small letters without accents."""

import re

from ocdb.intake.draft import lexicon
from ocdb.intake.draft import words_of_arabic as arabic
from ocdb.intake.draft.lexicon import words

# The speaker stands behind these.
ACCORDING = words(
    """
        selon, d'apres, aux dires de, de l'avis de, a en croire, en croit, de source, according to, as per, citing,
        quoting, figures from, data from, statistics from, chiffres de, chiffres du, donnees de, donnees du,
        statistiques de, statistiques du, research by, study by, survey by, report by, etude de, etude du, rapport
        de, rapport du
    """,
    arabic.ACCORDING,
)
# What a speaker does, who stands before it, or behind it where it closes a quotation.
SAYS = words(
    """
        declar*, annonc*, affirm*, indiqu*, expliqu*, precis*, soulign*, ajoute, a ajoute, confie, a confie,
        rappel*, assure, a assure, revel*, fait savoir, fait valoir, note, a note, notait, poursuit, raconte,
        martele, insiste, relate, lance, releve, a releve, conclut, detaille, se rejouit, se felicite, soutient,
        avance, peut-on lire, signale*, estime, estiment, a estime, informe, fait etat, regrette, deplore, denonce,
        said, says, say, told, tells, announce*, adds, added, explain*, notes, noted, stated, states, reveal*,
        reports, reported, claims, claimed, confirmed, confirms, estimates, estimated, disclose*, contends,
        believes, pointed out, points out, pointing out, remarked, argues, argued, commented, comments, continued,
        emphasi*ed, indicate*, shows, showed, recorded, welcomed, congratulates, congratulated, observed, predicts,
        predicted, industry data, t-il, t-elle
    """,
    arabic.SAYS,
)
# What somebody does who sets himself a goal: whose it is.
MEANS = words(
    """
        prevoi*, table, tablent, espere*, se fixe, se fixent, s'est fixe*, ambitionn*, vise, visent, visait, entend,
        entendent, souhaite*, compte, comptent, envisage*, projette, s'engage*, s'est engage*, veut, veulent,
        cherche, a lance, lance, aims, aim, aimed, targets, targeted, hopes, hoping, plans, planned, pledged,
        promise*, envision*, expects, wants, intends, seeks, set itself, sets itself, set a target, has set,
        launch*, begun, approved, identified
    """
)
# Whom these stand for has spoken before.
PRONOUN = words(
    "il, elle, ils, elles, he, she, they, t-il, t-elle, we, nous, ce dernier, cette derniere, the latter, who"
)
# The words for a speaker without a name, by whose figures his are.
CLAIMANTS = (
    ("federation", lexicon.FEDERATION),
    ("government", lexicon.GOVERNMENT),
    ("analyst", lexicon.ANALYST),
    (
        "operator",
        words(
            """
                le groupe, ce groupe, l'entreprise, cette entreprise, la societe, cette societe, l'operateur, la
                compagnie, la multinationale, the company, the firm, the group, this company, la direction,
                management, l'enseigne, its ceo, la firme
            """,
            arabic.COMPANY,
        ),
    ),
)
QUOTES = re.compile(r"[«»“”\"]")
