-- Said by: whom the sources quote for each claim, one row a claim; several stand in the curator's order.
CREATE VIEW v_said_by AS
SELECT
    fact.claim_id     AS id,           -- slug of the claim
    fact.said_by      AS said_by,      -- slugs of whom the sources quote for it, joined by '; '
    fact.said_by_name AS said_by_name  -- names of those whom the sources quote, joined by '; '
FROM fact
