-- Order: the claims of each kind in the order of their list, one row a claim: by names without case and accents, by dates,
-- then by slug; what isn't known comes last. ORDER BY sort_key gives the same order on any engine.
CREATE VIEW v_order AS
SELECT
    fact.claim_id AS ordered,  -- slug of the claim
    fact.kind     AS list,     -- kind of claim
    fact.sort_key AS sort_key  -- its place, as bytes
FROM fact
