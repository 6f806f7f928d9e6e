"""The words by which figures are told apart, French and English, in small letters without accents."""

import re


def words(text: str) -> re.Pattern[str]:
    """Return a pattern of whole words; a star stands for any ending."""
    listed = [" ".join(form.split()) for form in text.split(",")]
    forms = [re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+") for form in listed]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")


# What a number counts: the measure and the nouns that say so. The order decides where a place begins two of them.
UNITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (measure, words(forms))
    for measure, forms in (
        (
            "seats",
            """
            postes de travail, positions, position, seat, seats, workstations, workstation, seater, postes equipes
        """,
        ),
        ("vacancies", "vacancies,postes vacants,postes a pourvoir,offres d'emploi"),
        (
            "jobs",
            """
                emplois, emploi, postes, poste, jobs, job, posts, job opportunities, employment opportunities, work
                opportunities, job creation, opportunites d'emploi
            """,
        ),
        (
            "hires",
            """
            recrutements, recrutement, embauches, embauche, recrues, hires, recruits
        """,
        ),
        (
            "trainees",
            """
                stagiaires, apprentis, trainees, learners, interns, learnerships, apprentices, candidats formes,
                jeunes formes, laureats, apprenants
            """,
        ),
        (
            "headcount",
            """
                employes, employe, salaries, collaborateurs, collaboratrices, personnes, agents, teleconseillers,
                teleconseiller, teleoperateurs, teleacteurs, conseillers, conseilleres, charges de clientele,
                effectifs, jeunes, ingenieurs, cadres, informaticiens, techniciens, consultants, collaborateur,
                travailleurs, techniciens, experts, talents, teletravailleurs, employees, staff, staffers, people,
                persons, workers, agents, advisors, advisers, operators, youths, youth, young people, engineers,
                professionals, associates, members of staff, staff members, graduates, team members, individuals,
                strong workforce, strong, workforce, south africans, kenyans, fte, ftes, developpeurs, profils,
                specialists, specialistes, consultant
            """,
        ),
        (
            "sites",
            """
                sites, centres d'appel*, centres d'appels, centres de contact*, centres de relation*, centres de
                relation client, call centers, call centres, contact centers, contact centres, centres, centers,
                plateformes d'appel*, plateaux, plateformes, implantations, delivery centres, delivery centers,
                plates-formes, call-centers, calls-centers, facilities
            """,
        ),
        (
            "contacts",
            """
            contacts, appels, interactions, calls, transactions, customer interactions
        """,
        ),
        ("premises", "locaux"),
        (
            "participants",
            """
            participants, exposants, visiteurs, delegates, attendees, exhibitors, congressistes
        """,
        ),
        ("stages", "etapes,escales,villes etapes"),
        ("event_areas", "espaces"),
        ("awards", "trophees,prix,awards,prizes,trophies"),
        ("duration", "ans,annees,annee,mois,years,year,months"),
    )
)
# What a number counts that no code list has: told to the curator as it is.
OTHER = words(
    """
        clients, entreprises, companies, firmes, societes, operateurs, customers, hectares, ha, m2, m², metres
        carres, square metres, sqm, sq m, square meters, metres, pays, countries, langues, languages, heures, hours,
        minutes, jours, days, semaines, weeks, projets, projects, villes, cities, habitants, inhabitants, points,
        etudiants, students, groupes, groups, firms, locations, times, fois
    """
)
# A noun phrase ends before these; a number doesn't count what stands behind them.
STOP = words(
    """
        a, au, aux, en, dans, pour, par, sur, qui, que, dont, et, ou, in, on, at, by, for, to, with, and, or, which,
        that, will, est, sont, ont, from, as, than, who, where, since, during, over, per, an, the, employing,
        creating, based, located, operating, working, soit, contre, avec, sans, avant, apres, depuis, is, are, was,
        were, has, have, had, would, could, sera, seront, etait, but, mais, when, while, worth, its, their, des,
        les, le, la, un, une, chez, sous, entre, vers, ce, cette, ces, ses, son, leurs, employ, employs, employant
    """
)

# What may stand behind a number without being what it counts: en recruter 200 de plus.
BARE = words("plus,autres,supplementaires,more,others,additional,another")

HIRE = words("""
    recrut*, embauch*, hire, hires, hired, hiring, recruit, recruits, recruiting, recruited, engager
""")
STAFF = words(
    """
        effectif, effectifs, workforce, headcount, staff, employs, employ, employing, employed, employee count,
        emploie, emploient, employait, employant, employer, employer*, staff complement, staffing, compte
        actuellement, payroll
    """
)

FUTURE = words(
    """
        va, vont, devrait, devraient, prevoi*, prevu*, prevoyant, projet*, d'ici, terme, ambition*, objectif*, vise,
        visent, visant, entend, entendent, envisag*, souhaite*, veut, veulent, espere*, promet*, promis*, engag*,
        potentiel*, horizon, prochain*, planifi*, creer, generer, recruter, embaucher, creation, compte recruter,
        compte creer, compte ouvrir, compte embaucher, compte atteindre, permettra*, fera, feront, pourra*,
        pourrait, annonce, atteindre, will, would, wants, want to, hit, plan, plans, planned, planning, expected,
        expects, expect, to create, to employ, to hire, to recruit, to add, to open, to grow, aim, aims, aiming,
        aimed, target*, intend*, set to, could, should, hope*, pledge*, commit*, by the end, within, over the next,
        in the next, potential, projected, projects, forecast*, proposed, additional, estime*, d'ores, be created,
        opportunities for, create, creating
    """
)
# The simple future of French verbs: creera, assureront, serait.
FUTURE_FORM = re.compile(
    r"(?<!\w)(?!opera|camera|numera|ira\b|para|sierra)\w{2,}(?:era|eront|erait|eraient|ira|iront|dra|dront)(?!\w)"
)
PAST = words(
    """
        emploie, emploient, employait, employaient, comptait, compte, comptent, comptant, dispose, disposent,
        travaillent, actuellement, aujourd'hui, deja, existant*, effectif*, a cree, ont cree, crees, cree, creee, a
        permis, en creant, a recrute, ont ete, employant, represente*, totalis*, regroup*, depuis, employs,
        employed, employing, employ, has created, have been, had, currently, already, created, added, existing, now,
        workforce, staff of, works, working, generated, hired, recruited, was, were, grew, since, has grown, today,
        there are, has, have, are, emplois crees, travaille, occupe, occupent, was created
    """
)
LOSS = words(
    """
        supprim*, suppression*, licenci*, perte, pertes, perdu*, perdent, perdre, menac*, lost, lose, loses, losing,
        cut, cuts, cutting, layoff*, laid off, retrench*, dismiss*, shed, sheds, redundan*, axe, axed, axing,
        slash*, job losses, fermeture, demission*, closure, closed
    """
)
# How jobs end, the more telling words first.
CAUSES = {
    "contract_end": words(
        "non renouvel*, pas renouvel*, not renewed, not be renewed, fin de contrat*, fins de contrat*"
    ),
    "departure": words("volontaire*, departs negocies, voluntary, early retirement, preretraite*"),
    "relocation": words("delocalis*, relocalis*, rapatri*, relocat*, transfer*, offshor*"),
    "closure": words("fermeture*, ferme, fermer*, closure*, close, closes, closed, closing, shut*"),
    "dismissal": words("licenci*, dismiss*, layoff*, lay off, laid off, retrench*, redundan*, sacked"),
    "cut": words("supprim*, suppression*, cut, cuts, cutting, axe, axed, axing, slash*"),
}
DONE = words(
    """
        a cree, ont cree, cree, crees, creee, en creant, created, added, generated, has created, ont ete, a permis,
        a genere, ont ete crees, been created, has generated, jobs created, new jobs
    """
)
ALLOWED = words("""
    a permis, ont permis, avait permis, has allowed, a deja cree, a cree, ont cree, has created, have created
""")
MORE = words(
    """
        supplementaire*, de plus, nouveaux, nouvelles, nouveau, nouvelle, additional, more, new, further, another,
        extra, create*, creat*, creer, creera, creation, generer, generera
    """
)
TOTAL = words(
    """
        au total, porter, portera, passer, passera, atteindre, atteindra, effectif*, in total, total, bring, raise,
        increase to, reach, grow to
    """
)

GOVERNMENT = words(
    """
        ministre*, minister*, ministere*, ministry, gouvernement*, government*, le pays, etat, province, provincial,
        municipal*, mayor, premier, president ruto, agence, agency, strategie, strategy, cri, the country, national,
        plan, departement, department, dti, dtic
    """
)
FEDERATION = words(
    """
        federation*, association, associations, amrc, apebi, bpesa, syndicat*, union, unions, salon, siccam, club,
        cesa
    """
)
ANALYST = words(
    """
        cabinet, etude, study, studies, analyst*, research, survey, rapport, report, deloitte, mckinsey, everest,
        frost, selon une
    """
)

INVEST = words(
    """
        invest*, cout, coute, coutera, couts, cost, costs, costing, montant, enveloppe, budget, travaux, injecti*,
        inject*, plough*, capital, construct*, construi*, build, building, fonds, spend, spending, financ*,
        expansion, outlay, funding, worth of
    """
)
SUBSIDY = words("""
    subvention*, subsid*, incentive*, grant, grants, prime, aide, aides, contribution
""")
EQUITY = words("""
    capital, rachat, rachete*, acqui*, acquis*, equity, stake, parts, actions, shares, bought, takeover
""")
BUILDING = words("""
    travaux, construct*, construi*, building, build, amenag*, immobili*, park, parc, technopole
""")
TURNOVER = words(
    """
        chiffre d'affaires, chiffres d'affaires, ca, revenu*, revenue*, turnover, salaire*, salar*, wage*, export*,
        marche, market, recettes, earn*, sales, gdp, pib, benefice*, profit*, contribut*, industry, mensuel*,
        minimum, smic, prix, tarif*, valeur*, economy
    """
)

COMPLETE = words("""
    realisation, avancement, travaux, acheve*, complete, completed, completion
""")
OPENING = words(
    """
        nouveaux, nouvelles, nouveau, nouvelle, ouverture*, ouvrir, ouvrira, ouvre, new, open, opens, opened,
        opening, annuellement, implantes, implanter, s'implant*, installes, installer, set up, launch*, lancer
    """
)
CLIENTS = words("client*,pme,tpe,smes,sme,entreprises de")
NEEDS = words("""
    besoin*, need, needs, pourvoir, vacan*, offre, offres, demande, shortage, penurie
""")
TOUR = words("""
    etape, etapes, stop, stops, escale, escales, tournee, caravane, roadshow
""")
LASTING = words(
    """
        depuis, pendant, durant, plus de, pres de, for, lasted, lasting, dure, duree, duration, les, marche, past,
        last, derniere*, au bout de
    """
)
PERIODS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "year",
        words(
            """
                par an, annuellement, annuel*, a year, per year, per annum, annually, yearly, chaque annee, each
                year, every year, an
            """
        ),
    ),
    (
        "month",
        words("""
        par mois, mensuel*, a month, per month, monthly, chaque mois, every month
    """),
    ),
    (
        "week",
        words("""
        par semaine, hebdomadaire*, a week, per week, weekly, chaque semaine, every week
    """),
    ),
    (
        "day",
        words("""
        par jour, quotidien*, a day, per day, daily, chaque jour, every day
    """),
    ),
)
