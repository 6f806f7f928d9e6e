-- Places of claims: where each claim is about, one row a claim, role and place. A verdict is where its pledge is, a
-- development where the site, event, loss or investment is that it concerns.
CREATE VIEW v_claim_places AS
SELECT
    located.claim_id || ' ' || located.role || ' ' || located.spot AS id,          -- claim, role and place in one
    located.claim_id   AS claim,       -- slug of the claim
    claim.kind         AS claim_kind,  -- kind of claim
    located.role       AS role,        -- at; for an event also from and to
    located.country_id AS country,     -- country, ISO 3166-1 alpha-2; or an area: africa
    located.place_id   AS place        -- slug of the closest place known, if any
FROM located
LEFT JOIN claim ON claim.id = located.claim_id
