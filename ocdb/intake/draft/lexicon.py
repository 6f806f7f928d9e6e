"""The words by which figures are told apart, French and English, in small letters without accents."""

import re

from ocdb.intake.draft import words_of_arabic as arabic
from ocdb.intake.draft.language import flat

# What Arabic writes in one with a word: and, so, in, like, to, the.
ARABIC = re.compile(r"[\u0620-\u064a]")
_ATTACHED = "(?:[وف]?[بكل]?(?:ال)?|[وف]?لل)"


def words(*texts: str) -> re.Pattern[str]:
    """Return a pattern of whole words; a star stands for any ending. Arabic ones may have an article and a particle."""
    listed = [flat(" ".join(form.split())) for text in texts for form in text.split(",") if form.strip()]
    forms = [
        (_ATTACHED if ARABIC.match(form) else "") + re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
        for form in listed
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")


# What a number counts: the measure and the nouns that say so. The order decides where a place begins two of them.
UNITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (measure, words(forms, arabic.UNITS.get(measure, "")))
    for measure, forms in (
        (
            "seats",
            """
            postes de travail, positions, position, seat, seats, workstations, workstation, seater, postes equipes,
            work stations, desks, capacity
        """,
        ),
        ("vacancies", "vacancies,postes vacants,postes a pourvoir,offres d'emploi"),
        (
            "jobs",
            """
                emplois, emploi, postes, poste, jobs, job, posts, job opportunities, employment opportunities, work
                opportunities, job creation, opportunites d'emploi, roles, creations nettes, creations d'emplois
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
                strong workforce, strong, workforce, fte, ftes, developpeurs, profils, specialists, specialistes,
                consultant, teleagents, teleacteurs, operatrices, operateurs telephoniques, representatives, reps,
                callers, teleworkers, residents, diplomes, jeunes diplomes, hommes, femmes, men, women, members, staffs
            """,
        ),
        # People by where they come from.
        (
            "headcount",
            """
                *ians, *golese, *galese, *nyans, *andans, *beans, moroccans, mozambicans, *africans, batswana, basotho,
                malagasy, mauritanians, *iens, marocains, *galais, *golais, *bonais, *linais, *unais, *inois, *andais,
                malgaches, africains, francais
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

HIRE = words(
    """
    recrut*, embauch*, hire, hires, hired, hiring, recruit, recruits, recruiting, recruited, engager, take on, takes on,
    taking on, took on
""",
    arabic.HIRE,
)
STAFF = words(
    """
        effectif, effectifs, workforce, headcount, staff, employs, employ, employing, employed, employee count,
        emploie, emploient, employait, employant, employer, employer*, staff complement, staffing, compte
        actuellement, payroll
    """,
    arabic.STAFF,
)

FUTURE = words(
    """
            va, vont, devrait, devraient, prevoi*, prevu*, prevoyant, projet*, d'ici, terme, ambition*, objectif*,
            vise, visent, visant, entend, entendent, envisag*, souhaite*, veut, veulent, espere*, promet*, promis*,
            s'engage*, potentiel*, horizon, prochain*, planifi*, compte recruter, compte creer, compte ouvrir,
            compte embaucher, compte atteindre, compte porter, comptent recruter, comptent creer, permettra*, fera,
            feront, pourra*, pourrait, will, would, wants, want to, plan, plans, planned, planning, expected,
            expects, expect, to create, to employ, to hire, to recruit, to add, to open, to grow, aim, aims, aiming,
            aimed, target*, intend*, set to, could, should, hope*, pledge*, promising, by the end, within, over the
            next, in the next, potential, projected, projects, forecast*, proposed, d'ores, be created, would have
            created, aurait cree, auraient cree, can accommodate, can employ, can host, can seat, peut accueillir,
            peuvent accueillir, able to host, capable of hosting, a terme, is likely, on reve, intention, a la cle,
            sera, seront, slated, pour le recrutement, for the recruitment, will *, would *, can *, could *, should
            *, to have *, visons, voulons, comptons recruter, comptons creer, comptons atteindre, allons, targeting,
            forecasts, d'atteindre, peut atteindre, possibilite*, pour la creation, vise la creation, earmarked, to
            initially *, permettront*, sera *, seront *
        """,
    arabic.FUTURE,
)
# Words that look ahead where nothing looks back.
AHEAD = words(
    """
            creer, generer, recruter, embaucher, creation, annonce, annoncent, atteindre, hit, create, creating,
            creates, create, additional, opportunities for, estime*, engag*, commit*, ouvre, ouvrent, opens, open,
            s'installe, s'implante, recrute, recrutent, hiring, is hiring, recherche, creant, nouveaux emplois,
            alliance for, to, contient
        """
)
# The simple future of French verbs: creera, assureront, serait.
FUTURE_FORM = re.compile(
    r"(?<!\w)(?!opera|camera|numera|ira\b|para|sierra|emploierai|compterai)\w{2,}(?:era|eront|erait|eraient|ira|iront|dra|dront)(?!\w)"
)
PAST = words(
    """
            emploie, emploient, comptant, comprend, dispose, disposent, travaillent, actuellement, aujourd'hui,
            deja, existant*, effectif*, a cree, ont cree, crees, cree, creee, a permis, ont permis, a pu, ont pu, a
            recrute, ont ete, a ete, employant, represente*, totalis*, regroup*, depuis, employs, employed,
            employing, employ, has created, have been, had, currently, already, created, added, existing, now, staff
            of, works, working, generated, hired, recruited, was, were, grew, since, has grown, today, there are,
            has, have, are, emplois crees, travaille, occupe, occupent, was created, led to, resulted in, a conduit,
            contribue, contribuent, reussi, parvenus, parvenu, a ce jour, jusque-la, en activite, current,
            milestone, showed, achieved, attracted, ont attire, home to, est present, understood to, affiche*,
            creating net, recorded, opened, launched, signed, inaugure, inauguree, a ouvert, ont ouvert, a signe,
            ont signe, s'est installe, closed, a ferme, ont ferme, renforcer
        """,
    arabic.PAST,
)
# The French imperfect: comptait, employaient; not the conditional. And what compte counts: compte 260 agents.
PAST_FORM = re.compile(
    r"(?<!\w)(?:(?!parfait|souhait|extrait|retrait|portrait)\w{3,}[^r\W]ai(?:t|ent)(?!\w)"
    r"|compte(?:nt)?(?=\s(?:(?:actuellement|aujourd'hui|deja|environ|quelque|plus de|pres de)\s)*\d))"
)
# Of jobs or people these say that they may go, not that they go.
AT_RISK = words("menac*, at risk, threat*, en danger, en peril, fragilis*, incertain, could be lost, en sursis")
LOSS = words(
    """
            supprim*, suppression*, licenci*, perte, pertes, perdu*, perdent, perdre, lost, lose, loses, losing,
            cut, cuts, cutting, layoff*, laid off, retrench*, dismiss*, shed, sheds, redundan*, axe, axed, axing,
            slash*, job losses, fermeture, demission*, closure, closed, let go, a la porte, sans emploi, without a
            job, jobless, demettre, demis, abandonnes, sack, sacks, sacked, disparaitre, departs volontaires, au
            chomage, remercies, sur le tapis, fired, lettre de licenciement, sur le carreau, mis en pfe
        """,
    arabic.LOSS,
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
        a genere, ont ete crees, been created, has generated, jobs created, new jobs, permis de creer, permis * de
        creer, permis au * de creer, engendre, genere, creant, creating, contribue* a la creation, assurer la
        creation, net creation of, creations nettes, net new, new international jobs, were created, creation of
    """
)
ALLOWED = words("""
    a permis, ont permis, avait permis, has allowed, a deja cree, a cree, ont cree, has created
""")
MORE = words(
    """
        supplementaire*, de plus, nouveaux, nouvelles, nouveau, nouvelle, additional, new, further, another, extra,
        create*, creat*, creer, creera, creation, generer, generera, en plus
    """
)
# Before a number or behind it, more is an addition, but not in: more than 500.
SOME_MORE = re.compile(r"\bmore(?! than)\b")
# What was reached by now, all in all.
SO_FAR = words("thus far, so far, already, deja, a ce jour, to date, il existe aujourd'hui")
TOTAL = words(
    """
        au total, porter, portera, passer, passera, atteindre, atteindra, effectif*, in total, total, bring, raise,
        increase to, reach, grow to, increase up to, increase this to, workforce to, headcount to, staff to, ses
        effectifs a, horizon
    """
)

GOVERNMENT = words(
    """
        ministre*, minister*, ministere*, ministry, gouvernement*, government*, etat, province, provincial, mayor,
        premier, agence, agency, strategie, strategy, the city, secretaire d'etat, cabinet secretary, president,
        region, govt, department, the state, autorites, authorities, responsables, programme, plan d'acceleration,
        politique, policy, initiative, vision 2030, plan emergence, organismes, mec, mayoral, wilaya, wali, conseil
        regional
    """,
    arabic.GOVERNMENT,
)
FEDERATION = words(
    """
        federation*, association, associations, amrc, apebi, bpesa, syndicat*, union, unions, salon, siccam, club,
        cesa, patronat, chambre, chamber, bpeSA, callingthecape, delegue*, cgt, cfdt, intersyndicale,
        collectif, syndicale*, industry body, industry data, confederation, bosag, grevistes, syndicaliste*
    """,
    arabic.FEDERATION,
)
ANALYST = words(
    """
        cabinet, etude, study, studies, analyst*, research, survey, rapport, report, deloitte, mckinsey, everest,
        frost, selon une, datamonitor, estimates, estimations, statistiques, figures show, data show, kpmg, pwc
    """
)
# How firm a promise is, by the words for it; else it is an announcement.
FIRMNESS = (
    (
        "commitment",
        words("convention, contrat, s'est engage*, s'engage*, engagement*, commit*, pledged, condition*, agreement"),
    ),
    (
        "ambition",
        words(
            """
                    ambition*, objectif*, vise, visent, visant, espere*, souhait*, veut, veulent, voulons, aim,
                    aims, aiming, aimed, target*, goal, goals, hope*, hoping, ambitious, ambitieu*, vises, want,
                    wants, seek, seeks, vision, reve, plan national, strategie, strategy,
                    ultimately, looking to, compte augmenter, compte creer
                """,
            arabic.AMBITION,
        ),
    ),
    (
        "forecast",
        words(
            """
                    devrait, devraient, pourra*, pourrait, pourraient, prevu*, prevoi*, prevision*, potentiel*,
                    could, would, should, expected, expect, expects, forecast*, projected, projections,
                    capable d*, capables d*, table sur, tablent sur, appele a, appelee a, possibilite*, peut
                    atteindre, peut creer, on track, soon, estimated, estimates, estimate, potential, likely, may,
                    might, susceptible*, atteindrait, generer, generate, attendu*
                """
        ),
    ),
    (
        "capacity",
        words(
            """
                    capacite, capacity, accueillir, abriter, heberger, accommodat*, can host, able to host, house,
                    hosting, host, room for, seat, seater, seating, de place*, dimensionne*, designed for, concu
                    pour
                """
        ),
    ),
)
# Words that bind whoever promises, whatever else the sentence says.
BINDING = words(
    """
        convention avec, convention entre, conventions, une convention, cette convention, memorandum, mou,
        s'engage*, s'est engage*, promesse*, accord de partenariat,
        partnership agreement, pledged
    """
)
DIRECT = words("directs, directes, directement, direct, directe", arabic.DIRECT)
INDIRECT = words("indirects, indirectes, indirect, indirecte, indirectly, induits", arabic.INDIRECT)
# A trade as a whole, whose sums and figures are nobody's in particular.
TRADE = words(
    """
            secteur, sector, industrie, industry, filiere, marche, market, le pays, the country, le metier,
            l'offshoring, globally, dans le monde, worldwide, continent, around the world, across the world, a
            travers le monde, exportations, exports, export, l'activite, centres d'appel*, call centres, call
            centers, centres de contact, contact centres, contact centers, le royaume, profession, bpo
        """
)
# Words that stand for the company that an article is about.
ITSELF = words(
    """
            le groupe, ce groupe, du groupe, l'entreprise, cette entreprise, la societe, cette societe, l'operateur,
            la compagnie, la multinationale, cette multinationale, the company, the firm, the group, this company,
            its, it, elle, nous, notre, nos, we, our, sa, ses, son, le site, ce site, le centre, ce centre, the
            centre, the center, the site, this site, the new centre, the new center, the new site, the facility, new
            headquarters, la filiale, cette filiale, the new call centre, the new contact centre, the existing
            contact centre, the call centre, the contact centre, the call center, le nouveau centre, ce nouveau
            site, ce projet, cet investissement
        """
)
GROWTH = words(
    """
        croissance, grow, growth, growing, grew, grow*, hausse, baisse, augment*, progress*, up, down, rise, rose,
        increase*, decline*, plus cher, moins cher, cheaper, savings, saving, economi*, cagr, taux de croissance,
        reduc*, save, croit, reculent, recul, salary, interest, sure, discount, remise, tax, taxe, tva, is
    """
)

COMPLETE = words("realisation, avancement, travaux, acheve*, complete, completed, completion")
OPENING = words(
    """
        nouveaux, nouvelles, nouveau, nouvelle, ouverture*, ouvrir, ouvrira, ouvre, new, open, opens, opened,
        opening, annuellement, implantes, implanter, s'implant*, installes, installer, set up, launch*, lancer
    """
)
CLIENTS = words("client*,pme,tpe,smes,sme,entreprises de")
NEEDS = words("besoin*, need, needs, pourvoir, vacan*, offre, offres, demande, shortage, penurie")
TOUR = words("etape, etapes, stop, stops, escale, escales, tournee, caravane, roadshow")
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
