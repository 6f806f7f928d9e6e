-- Parties of claims: who occurs in which claim, in which role; one row a claim, party and role.
-- Beside the roles of the code list there are said_by (whom the source quotes), the operator of a site, the official
-- and the organisation of a position, the predecessor and the successor of a succession, owned and owner of an ownership,
-- and the operator to which a site passes, in the development and in the site. A verdict has the parties of its pledge, a
-- development those of what it concerns.
CREATE VIEW v_claim_parties AS
SELECT
    involved.claim_id || ' ' || involved.party_id || ' ' || involved.role AS id,          -- claim, party and role in one
    involved.claim_id AS claim,       -- slug of the claim
    claim.kind        AS claim_kind,  -- kind of claim
    involved.party_id AS party,       -- slug of the party
    party.kind        AS party_kind,  -- operator, institution or official
    party.name        AS party_name,  -- name of that party
    involved.role     AS role         -- code of the list role, or one named above
FROM involved
LEFT JOIN claim ON claim.id = involved.claim_id
LEFT JOIN party ON party.id = involved.party_id
