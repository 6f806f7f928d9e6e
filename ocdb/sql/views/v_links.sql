-- Links: relations between claims, one row a relation. A conflict stands in both directions.
CREATE VIEW v_links AS
SELECT
    link.claim || ' ' || link.kind || ' ' || link.other AS id,  -- claim, relation and other claim in one
    link.claim AS claim,                                        -- slug of the claim
    link.kind  AS kind,                                         -- part_of, revises or conflicts_with
    link.other AS other                                         -- slug of the claim that it relates to
FROM (
    SELECT claim_link.claim_id AS claim, claim_link.kind AS kind, claim_link.other_id AS other
    FROM claim_link
    UNION ALL
    SELECT claim_link.other_id, claim_link.kind, claim_link.claim_id
    FROM claim_link
    WHERE claim_link.kind = 'conflicts_with'
        AND NOT EXISTS (
            SELECT 1
            FROM claim_link AS returned
            WHERE returned.claim_id = claim_link.other_id
                AND returned.kind = claim_link.kind
                AND returned.other_id = claim_link.claim_id
        )
) AS link
