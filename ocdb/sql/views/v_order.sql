-- Order: the claims of each kind as their list has them, one row a claim.
-- By names without case and accents, by dates, then by slug; what isn't known comes last. ORDER BY sort_key gives the
-- same order on any engine.
CREATE VIEW v_order AS
SELECT
    fact.claim_id AS id,       -- slug of the claim
    fact.kind     AS kind,     -- kind of claim
    fact.sort_key AS sort_key  -- its place among the claims of its kind, as bytes
FROM fact
