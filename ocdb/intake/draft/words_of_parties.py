"""The words that tell companies and other bodies from what else is written in capitals, without accents."""

import re

from ocdb.intake.draft.lexicon import words

# Words in the name of a body that is no operator, by the kind of institution; the more telling ones first.
BODIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, words(forms))
    for kind, forms in (
        ("ministry", "ministere, ministry, departement, department, dti, dtic, dcdt"),
        ("union", "syndicat, union, cgt, cfdt, ugtt, umt, cosatu, confederation, cfe-cgc, fo, sud, solidaires"),
        ("association", "association, federation, federations, amicale, club, cluster, alliance, council, forum"),
        ("association", "chambre, chamber, patronat, conect, cgem, utica, apebi, bpesa"),
        ("employment_agency", "emploi, employment, anapec, aneti, pole emploi, anpe, anem"),
        (
            "training_body",
            """
                universite, university, ecole, school, institut, institute, college, academy, academie, lycee, faculte,
                formation, training, ofppt
            """,
        ),
        ("fund", "fonds, fund, banque, bank, caisse, capital partners, foundation, fondation"),
        (
            "investment_agency",
            """
                agence, agency, apix, apiex, cri, investment, investissement, invest, board of investment, promotion,
                development board, edb, wesgro
            """,
        ),
        (
            "government",
            "government, gouvernement, authority, autorite, commission, conseil, municipality, city of, mairie",
        ),
    )
)
# Words in the name of a company of this trade.
COMPANY = words(
    """
        ltd, limited, plc, inc, sa, sarl, s.a, gmbh, pty, corp, corporation, group, groupe, holding, holdings, call,
        calls, contact, contacts, outsourcing, outsource*, bpo, teleservice*, teleperformance, telecom, telecoms,
        solutions, technologies, technology, systems, communications, connect, online, phone, phoning, telemarketing,
        services, consulting, global services, multimedia, interactive, crm, tele*, *call, *phone, *tel, *com
    """
)
# The last word of what is no company, and where people come from.
NO_COMPANY = words(
    """
        sector, secteur, industry, industrie, tower, programme, program, park, parc, building, house, city, jobs,
        ppps, act, policy, plan, day, week, summit, awards, award, street, road, avenue, mall, village, zone, sa,
        us, uk, eu, *ian, *ians, american, americans, european, europeans, english, french, british, chinese,
        german, dutch, francais, anglais, africain, africains, europeen, europeens
    """
)
# What a text calls a company, as part of a pattern.
FIRMS = (
    r"societe|entreprise|groupe|operateur|filiale|firme|compagnie|company|firm|group|operator|provider|subsidiary|start-?up"
    r"|outsourcer|giant|specialiste|specialist|leader|geant|enseigne|multinationale?|prestataire|contractor|player|acteur"
    r"|centres? d'appels?|call cent(?:er|re)s?|contact cent(?:er|re)s?|client|donneur d'ordres?|employer|employeur"
)
# Words that part a name from a title: verbs and pronouns.
VERBS = words(
    """
        qui, que, dont, a, ont, est, sont, etait, avait, sera, va, vont, affirme, declare, explique, indique, annonce,
        who, which, that, is, are, was, were, has, have, had, said, says, told, will, would, to, announced, explained,
        added, according, selon, met, when, where, while, after, before, by, with, lorsque, apres, avant, ainsi, par,
        but, mais, en presence, hier, yesterday, then, here
    """
)
