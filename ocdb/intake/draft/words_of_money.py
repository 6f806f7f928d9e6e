"""The words by which sums of money are told apart, French and English, in small letters without accents."""

from ocdb.intake.draft import words_of_arabic as arabic
from ocdb.intake.draft.lexicon import words

INVEST = words(
    """
        invest*, cout, coute, coutera, couts, cost, costs, costing, montant, enveloppe, budget, travaux, injecti*,
        inject*, plough*, spent, capital, construct*, construi*, build, building, fonds, spend, spending, financ*,
        expansion, outlay, funding, worth of
    """,
    arabic.INVEST,
)
SUBSIDY = words(
    """
        subvention*, subsid*, incentive*, grant, grants, prime, primes, aide, aides, world bank, banque mondiale
    """
)
# What money is spent on, the more telling words first; else a site.
INVESTMENTS = (
    ("relocation", words("relocalis*, relocat*, delocalis*, rapatri*, repatriat*")),
    ("subsidy", SUBSIDY),
    (
        "construction",
        words(
            """
                travaux, construct*, construi*, building, buildings, build, amenag*, immobili*, park, parc, technopole,
                infrastructure*
            """
        ),
    ),
    (
        "equity",
        words(
            """
                capital, rachat, rachete*, acqui*, acquis*, equity, stake, parts, actions, shares, bought, takeover,
                raised, leve, levee de fonds
            """
        ),
    ),
)
# Money that is promised, not spent.
GRANTED = words(
    """
        approuv*, approved, alloue*, allocated, allocation, earmarked, committed, set aside, secured, octroi*, accord*,
        awarded, pret, loan, mobilis*, announced, budgete*, budgeted
    """
)
PAID = words("verse*, disbursed, spent, paid, depense*, decaisse*, debourse*")
RATE = words(
    "par mois, a month, per month, an hour, per hour, l'heure, par heure, per agent, par agent, mensuels, hourly"
)
PAY = words(
    """
        salaire*, salar*, wage, wages, smic, minimum, mensuel*, par mois, a month, per month, an hour, per hour, hourly,
        horaire, l'heure, par heure, prix, tarif*, price, prices, bonus, prime de, per agent, par agent, amende, fine
    """
)
# What a sum of money is, by the word nearest to it.
SUMS = (
    ("investment", INVEST),
    ("investment", SUBSIDY),
    (
        "turnover",
        words(
            "chiffre d'affaires, chiffres d'affaires, chiffre d'affaire, ca, turnover, sales, revenu*, revenue*",
            arabic.TURNOVER,
        ),
    ),
    ("turnover", words("recettes, earn*, generat*, generer, genere, generant, generent, rapport*, benefice*, profit*")),
    ("contract_value", words("contrat, contrats, contract, contracts, deal, marche de, client contract")),
    (
        "market_size",
        words(
            """
                    marche, market, industry, industrie, secteur, sector, filiere, export*, economy, economie,
                    worth, valued, pese, pesait, valeur, devises, foreign exchange, globally, pie, subsector
                """
        ),
    ),
    ("pay", PAY),
)
