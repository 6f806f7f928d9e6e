-- Parties of claims: who occurs in which claim, in which role; one row a claim, party and role.
-- Beside the roles of the code list there are said_by (whom the source quotes), the operator of a site, the official
-- and the organisation of a position, the predecessor and the successor of a succession, owned and owner of an ownership,
-- and the operator to which a site passes, in the development and in the site. A verdict has the parties of its pledge, a
-- development those of what it concerns.
CREATE VIEW v_claim_parties AS
SELECT
    involved.claim || ' ' || involved.party || ' ' || involved.role AS id,  -- claim, party and role in one
    involved.claim AS claim,                                                -- slug of the claim
    claim.kind     AS claim_kind,                                           -- kind of claim
    involved.party AS party,                                                -- slug of the party
    party.kind     AS party_kind,                                           -- operator, institution or official
    party.name     AS party_name,                                           -- name of that party
    involved.role  AS role                                                  -- code of the list role, or one named above
FROM (
    SELECT claim_party.claim_id AS claim, claim_party.party_id AS party, claim_party.role AS role
    FROM claim_party
    UNION
    SELECT claim_speaker.claim_id, claim_speaker.party_id, 'said_by'
    FROM claim_speaker
    UNION
    SELECT site.id, site.operator_id, 'operator'
    FROM site
    WHERE site.operator_id IS NOT NULL
    UNION
    SELECT position.id, position.official_id, 'official'
    FROM position
    UNION
    SELECT position.id, position.organisation_id, 'organisation'
    FROM position
    WHERE position.organisation_id IS NOT NULL
    UNION
    SELECT succession.id, succession.predecessor_id, 'predecessor'
    FROM succession
    UNION
    SELECT succession.id, succession.successor_id, 'successor'
    FROM succession
    UNION
    SELECT ownership.id, ownership.owned_id, 'owned'
    FROM ownership
    UNION
    SELECT ownership.id, ownership.owner_id, 'owner'
    FROM ownership
    UNION
    SELECT development.id, development.operator_id, 'operator'
    FROM development
    WHERE development.operator_id IS NOT NULL
    UNION
    SELECT development.concerns_id, development.operator_id, 'operator'
    FROM development
    WHERE development.operator_id IS NOT NULL
    UNION
    SELECT verdict.id, claim_party.party_id, claim_party.role
    FROM verdict JOIN claim_party ON claim_party.claim_id = verdict.pledge_id
    UNION
    SELECT development.id, claim_party.party_id, claim_party.role
    FROM development JOIN claim_party ON claim_party.claim_id = development.concerns_id
    UNION
    SELECT development.id, site.operator_id, 'operator'
    FROM development JOIN site ON site.id = development.concerns_id
    WHERE site.operator_id IS NOT NULL
    UNION
    SELECT development.id, succession.predecessor_id, 'predecessor'
    FROM development JOIN succession ON succession.id = development.concerns_id
    UNION
    SELECT development.id, succession.successor_id, 'successor'
    FROM development JOIN succession ON succession.id = development.concerns_id
) AS involved
JOIN claim ON claim.id = involved.claim
JOIN party ON party.id = involved.party
