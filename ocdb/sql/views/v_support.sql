-- Support: how many articles stand behind each claim and how many deny it, one row a claim.
-- Copies of one text are one voice: a source that is syndicated from another text speaks with the voice of that text.
CREATE VIEW v_support AS
-- Sub-selects, not GROUP BY: so a question about one claim counts for that claim alone (0.2 ms instead of 45 ms with
-- 17,000 citations).
SELECT
    claim.id AS id,     -- slug of the claim
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = claim.id AND citation.stance = 'supports'
    ) AS sources,       -- number of sources that support it
    (
        SELECT COUNT(DISTINCT COALESCE(source.syndicated_from, source.id))
        FROM citation JOIN source ON source.id = citation.source_id
        WHERE citation.claim_id = claim.id AND citation.stance = 'supports'
    ) AS voices,        -- number of independent texts among them
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = claim.id AND citation.stance = 'contradicts'
    ) AS contradicted,  -- number of sources that deny it
    (
        SELECT COUNT(DISTINCT COALESCE(source.syndicated_from, source.id))
        FROM citation JOIN source ON source.id = citation.source_id
        WHERE citation.claim_id = claim.id AND citation.stance = 'contradicts'
    ) AS denying_voices -- number of independent texts among those
FROM claim
