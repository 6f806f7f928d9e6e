-- Sites of claims: which site each claim is about, one row a claim and site.
-- A verdict is about the site of its pledge, a development about the site that it concerns, or that of the event, loss
-- or investment.
CREATE VIEW v_claim_sites AS
SELECT
    at_site.claim_id || ' ' || at_site.site_id AS id,          -- claim and site in one
    at_site.claim_id AS claim,       -- slug of the claim
    claim.kind       AS claim_kind,  -- kind of claim
    at_site.site_id  AS site         -- slug of the site
FROM at_site
LEFT JOIN claim ON claim.id = at_site.claim_id
