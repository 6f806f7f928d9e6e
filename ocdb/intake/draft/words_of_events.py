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
                    inaugur*, officially open*, officially launch*, official opening, official launch, officially
                    unveiled, commissioned, commissioning, a lance officiellement, officiellement lance*, lancement
                    officiel, ouverture officielle, cuts the ribbon, cut the ribbon, coupe le ruban, cut sod,
                    premiere pierre, celebre l'ouverture, celebrating the opening, at the launch of, during the
                    launch of, on the launch of
                """,
        ),
        (
            "agreement",
            """
                    signature, signatures, signe, signent, signee, signes, signees, signeront, signera, sign, signs,
                    signed, signing, memorandum, mou, protocole d'accord, accord de partenariat, convention entre,
                    partnership agreement, accord conclu, accord * est intervenu
                """,
        ),
        (
            "strike",
            """
                    greve, grevistes, greviste, debrayage*, sit-in, strike, strikes, striking, strikers, down tools,
                    walkout, walk out, refuse to resume
                """,
        ),
        (
            "closure",
            """
                    fermeture, fermetures, a ferme, fermera, va fermer, vont fermer, fermer, shut down, shuts, shutting,
                    shutdown, closure, closures, to close, will close, closed its, closed the, closing its, being shut
                """,
        ),
        (
            "dismissal",
            """
                    a licencie, ont licencie, va licencier, vient de licencier, licencie, licenciement collectif,
                    dismissed, retrenched, retrenches, to retrench, lays off, laid off, sacked, sacks, sacking, plan
                    social, demettre, mis en pfe, let go of, fired
                """,
        ),
        (
            "relocation",
            """
                    va delocaliser, delocaliser, a delocalise, delocalisera, delocalise, rapatrier, relocaliser,
                    relocates, relocated, relocating, to relocate, moves its, moved its, has moved, being moved,
                    jobs back, work offshore, va transferer, transferer, transfere vers, moves to, pret a
                    delocaliser, delocalisation de
                """,
        ),
        (
            "contract_won",
            """
                    remporte, wins contract, won a contract, won the contract, decroche*, s'est vu confier, a
                    confie, confie la, confie a, outsource its, outsourced to, outsource a, outsources its,
                    outsourced its, externaliser son, contract to run, takes over the, took over the, will take over
                    the, take over the contract, handed outsourcing, contract de sous-traitance, contrat de
                    sous-traitance, transferred its
                """,
        ),
        (
            "contract_ended",
            """
                    resili*, fin du contrat, rupture du contrat, end of the contract, rompu, non-renouvellement,
                    ends contract, end its contract, ended its contract, ends its contract, cancelled its contract,
                    terminated its contract, terminated the contract, annule son contrat, lost * clients, withdrew,
                    no longer provide, exits *, perte du contrat
                """,
        ),
        (
            "trade_show",
            "siccam, salon, seca, exhibition, edition, forum, summit, sommet, expo, international conference",
        ),
        (
            "recruitment",
            """
                    campagne de recrutement, recruitment drive, recruitment campaign, journees de recrutement, job
                    fair, casting
                """,
        ),
        (
            "court_ruling",
            """
                    tribunal, cour d'appel, jugement, ruling, court ruled, court ordered, court, prud'hommes, labour
                    court, condamne*
                """,
        ),
        (
            "press_conference",
            "conference de presse, point de presse, press conference, press briefing, rencontrant * la presse",
        ),
        (
            "meeting",
            """
                    assemblee generale, s'est reuni*, general meeting, met with, a recu * la visite, visite de
                    travail, a rencontre, high-level meeting, lors d'une rencontre, congres
                """,
        ),
        (
            "suspension",
            """
                    suspend work, suspended work, suspended operations, sealed up, sealed the, locked out, lock-out,
                    suspension d'activite, suspendu ses activites, a suspendu, work stoppage, mis a l'arret
                """,
        ),
        (
            "founding",
            """
                    a ete creee en, a ete cree en, a ete fondee en, fondee en, fonde en, was founded, founded in,
                    have formed a, est nee, est ne, newly established association, premier collectif, a ete
                    constitue
                """,
        ),
        (
            "negotiation",
            """
                    negociations avec, negociations entre, en negociation, talks with, talks broke down, pourparlers,
                    consultation process
                """,
        ),
        (
            "project",
            """
                    launched a programme, launched an ambitious, has approved the national, launch of the national,
                    relaunch of, a lance le programme, lancement du programme, launched a cadet, ambitious
                    initiative
                """,
        ),
    )
)
# Nouns of the trade's events: without the day of one nobody tells of it.
OF_A_DAY = ("trade_show",)
# Told of in passing: what an article doesn't begin with is seldom its own news.
MENTIONED = ("dismissal", "relocation", "closure", "recruitment", "founding", "opening")
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
