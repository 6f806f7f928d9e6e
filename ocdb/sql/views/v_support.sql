-- Support: how many articles stand behind each claim and how many deny it, one row a claim.
-- Copies of one text are one voice: a source that is syndicated from another text speaks with the voice of that text.
CREATE VIEW v_support AS
SELECT
    fact.claim_id       AS id,             -- slug of the claim
    fact.sources        AS sources,        -- number of sources that support it
    fact.voices         AS voices,         -- number of independent texts among them
    fact.contradicted   AS contradicted,   -- number of sources that deny it
    fact.denying_voices AS denying_voices  -- number of independent texts among those
FROM fact
