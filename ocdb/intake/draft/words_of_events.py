"""The words by which events are told apart, French and English, in small letters without accents."""

import re

from ocdb.intake.draft.lexicon import words

OPENS = words(
    """
            ouvrir, ouvrira, ouvre, ouvrent, ouvert, ouverte, ouverts, ouverture, ouvertures, inaugur*, implant*,
            s'implanter, s'installer, s'installe, installation, installe, installee, demarrer, demarrera, demarre,
            lancer, open, opens, opened, opening, launch, launches, launched, launching, set up, sets up, setting
            up, establish*, opens its doors, voit le jour, mise en service, pose ses valises, debarque
        """
)
SITE = words(
    """
            centre*, center*, site, sites, call cent*, plateforme*, plateau*, bureau*, office, offices, hub,
            facility, facilities, agence, park, parc, implantation, headquarters, siege, campus, technopole,
            building, shop, doors
        """
)
# What happens, and the words that tell of it; in a sentence that has words of several kinds each is an event.
EVENTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, words(forms))
    for kind, forms in (
        (
            "inauguration",
            """
                    inaugur*, officially open*, officially launch*, official opening, officially unveiled,
                    commissioned, commissioning
                """,
        ),
        (
            "agreement",
            """
                    signature, signatures, signe, signent, signee, signes, signees, sign, signs, signed, signing,
                    memorandum, mou, protocole d'accord, accord de partenariat, partnership agreement, accord conclu
                """,
        ),
        (
            "strike",
            """
                    greve, grevistes, greviste, debrayage*, sit-in, strike, strikes, striking, strikers, down tools,
                    walkout, walk out
                """,
        ),
        (
            "closure",
            """
                    fermeture, fermetures, ferme, fermera, fermer, fermes, shut, shuts, shutting, shutdown, closure,
                    closures, closing
                """,
        ),
        (
            "dismissal",
            """
                    licenci*, dismissed, dismissal, dismissals, retrench*, layoff, layoffs, laid off, lay off,
                    sacked, sacking, sack, plan social, pse, redundanc*, fired
                """,
        ),
        (
            "relocation",
            """
                    delocaliser, delocalise, delocalisee, delocalisation, rapatri*, relocalis*, relocate, relocates,
                    relocated, relocating
                """,
        ),
        (
            "contract_won",
            """
                    remporte, awarded, wins contract, won a contract, decroche*, confie, appel d'offres, attribue,
                    outsource to
                """,
        ),
        (
            "contract_ended",
            "resili*, fin du contrat, rupture du contrat, terminat*, end of the contract, rompu, non-renouvellement",
        ),
        ("trade_show", "siccam, salon, seca, exhibition, edition, forum, summit, sommet, expo"),
        (
            "recruitment",
            """
                    campagne de recrutement, recruitment drive, recruitment campaign, journees de recrutement, job
                    fair, casting
                """,
        ),
        (
            "court_ruling",
            "tribunal, cour d'appel, jugement, ruling, court ruled, court ordered, court, prud'hommes, labour court",
        ),
    )
)
# Words of the trade and of everyday life: a name of nothing else names nobody.
GENERIC = words(
    """
        bpo, ict, tic, ntic, it, ites, gbs, cap, crm, cx, technology, technologies, information, communication,
        communications, technologie, telecommunications, telecommunication, telecom, telecoms, numerique,
        services, service, digital, impact, sourcing, offshoring, outsourcing, business, process, call, calls,
        centre, center, centres, centers, contact, contacts, africa, afrique, africaine, african, europe,
        online, internet, economie, economy, economic, growth, global, world, international, human, resources,
        ressources, humaines, the, of, and, de, des, du, la, le, et, l, d, for, pour, job, jobs, industry,
        industrie, relation, client, customer, solutions, group, groupe, holding, limited, mediterranee, county,
        village, shore, park, parc, enabled, outsource, new, project, management, office, tour
    """
)
