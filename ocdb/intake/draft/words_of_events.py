"""The words by which events are told apart, French and English, in small letters without accents."""

import re
from dataclasses import dataclass

from ocdb.intake.draft import words_of_arabic as arabic
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


@dataclass(frozen=True)
class Telling:
    """A kind of event, the words that tell of it, and those that a sentence must have beside them."""

    kind: str
    words: re.Pattern[str]
    beside: re.Pattern[str] | None = None

    def find(self, letters: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first word of a sentence that tells of such an event; None where none does."""
        if self.beside and not self.beside.search(letters, start, end):
            return None
        return self.words.search(letters, start, end)


# In a sentence that has words of several kinds each is an event.
EVENTS = (
    Telling("opening", OPENS, SITE),
    Telling(
        "inauguration",
        words(
            """
                inaugur*, officially open*, officially launch*, official opening, official launch, officially unveiled,
                commissioned, commissioning, ribbon*, ruban, lancement officiel, lance officiellement, officiellement
                lance*, ouverture officielle, officiellement ouvert*, celebrat* the opening, celebre l'ouverture,
                fete l'ouverture, during the launch, at the launch, on the launch of, launch ceremony, opening ceremony,
                ceremonie d'ouverture, ceremonie de lancement, unveil*
            """,
            arabic.INAUGURATION,
        ),
    ),
    Telling(
        "agreement",
        words(
            """
                signature, signatures, signe, signent, signee, signes, signees, signeront, signera, sign, signs, signed,
                signing, memorandum, mou, protocole d'accord, accord de partenariat, partnership agreement, accord
                conclu, accord trouve, parvenu* a un accord, conclu un accord, reached an agreement, reached a deal,
                obtenu de
            """,
            arabic.AGREEMENT,
        ),
    ),
    Telling(
        "strike",
        words(
            """
                greve, grevistes, greviste, debrayage*, sit-in, strike, strikes, striking, strikers, down tools,
                downed tools, walkout, walk out, walked out, stayaway, stay at home, arret de travail, cesse le travail
            """,
            arabic.STRIKE,
        ),
    ),
    Telling(
        "closure",
        words(
            """
                fermeture, fermetures, ferme, ferment, fermera, fermer, fermes, shut, shuts, shutting, shutdown,
                closure, closures, closing, cessation d'activite, met la cle sous la porte, liquidation
            """,
            arabic.CLOSURE,
        ),
    ),
    Telling(
        "dismissal",
        words(
            """
                licenci*, dismissed, dismissal, dismissals, retrench*, layoff, layoffs, laid off, lay off, sacked,
                sacking, sack, plan social, pse, redundanc*, fired, demettre, demis de, remercies, a la porte, en pfe
            """,
            arabic.DISMISSAL,
        ),
    ),
    Telling(
        "relocation",
        words(
            """
                delocaliser, delocalise, delocalisee, delocalisation, rapatri*, relocalis*, relocate, relocates,
                relocated, relocating, transferer, transfere, transferera, moves to, moved to, move to, moving to
            """
        ),
        words(
            "centre*, center*, site*, activite*, service*, operation*, emploi*, poste*, job*, work, plateau*, appel*"
        ),
    ),
    Telling(
        "contract_won",
        words(
            """
                remporte, remportent, awarded, wins contract, won a contract, won the contract, decroche*, confie,
                confient, appel d'offres, attribue, outsource to, outsourced to, outsourced, sous-traite*,
                sous-traitance, externalise, externalisee, contrat de, contrat avec, contract with, contract to,
                contract for, takes over, signed a contract
            """
        ),
    ),
    Telling(
        "contract_ended",
        words(
            """
                resili*, fin du contrat, fin de contrat, fin au contrat, rupture du contrat, rompu, rompre, terminat*,
                end of the contract, ends contract, ended its contract, ended contract, cancel* its contract,
                non-renouvellement, lost two clients, lost the contract, loss of the contract, perte du contrat, perdu
                le contrat, ends the contract, contract ended, contract ends
            """
        ),
    ),
    Telling("trade_show", words("siccam, salon, seca, exhibition, edition, forum, summit, sommet, expo")),
    Telling(
        "recruitment",
        words(
            """
                campagne de recrutement, recruitment drive, recruitment campaign, journees de recrutement, job fair,
                casting, operation de recrutement, recrutement a commence, selection des candidats
            """
        ),
    ),
    Telling(
        "court_ruling",
        words(
            """
                tribunal, cour d'appel, jugement, ruling, court ruled, court ordered, court, prud'hommes, labour court
            """
        ),
    ),
    Telling(
        "press_conference",
        words(
            """
                conference de presse, conferences de presse, point de presse, rencontre avec la presse, dejeuner de
                presse, press conference, press briefing, media briefing, news conference, told journalists, told
                reporters, face a la presse, devant la presse
            """
        ),
    ),
    Telling(
        "meeting",
        words(
            """
                rencontre, rencontres, reunion, reunions, seminaire, atelier, table ronde, conference, colloque,
                workshop, meeting, roundtable, seminar, received in audience, audience, recu en audience, journee
                d'etude, assemblee generale, conseil d'administration, met with, a rencontre, a recu, indaba
            """,
            arabic.MEETING,
        ),
    ),
    Telling(
        "founding",
        words(
            """
                fonde, fondee, fondees, founded, cree, creee, creent, creation, creer, created, establish*, established,
                nait, est nee, est ne, voit son premier, lance, launched, began life, set up, mis en place
            """
        ),
        words(
            """
                societe, entreprise, filiale, association, federation, collectif, club, company, firm, subsidiary,
                body, cluster, startup, start-up, joint-venture, joint venture, amicale, fonds, syndicat
            """
        ),
    ),
    Telling(
        "project",
        words(
            """
                lance, lancement, lancer, lancera, lancent, launch, launches, launched, launching, demarre, demarrage,
                unveil*, met en place, mise en place, adopte, adopted, elabor*, mis en place, introduce*
            """
        ),
        words(
            """
                programme*, program, plan, strategie, strategy, policy, politique, initiative*, campagne, campaign,
                projet*, project, offre, chantier*, travaux, construction, scheme, formation, training, pole
            """
        ),
    ),
    Telling(
        "suspension",
        words(
            """
                suspend*, suspens*, a l'arret, arret de l'activite, arret des travaux, chomage technique, sealed,
                scelles, locked out, lock-out, lockout, stalled, halted, stopped, interrompu*, confinement,
                lockdown, stoppe, closed the doors, lay idle
            """
        ),
    ),
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
