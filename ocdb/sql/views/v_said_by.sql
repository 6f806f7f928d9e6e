-- Said by: whom the sources quote for each claim, one row a claim; several stand in the curator's order.
CREATE VIEW v_said_by AS
-- Sub-selects, not GROUP BY: so a question about one claim looks at that claim alone, as in v_support.
SELECT
    claim.id AS id,               -- slug of the claim
    (SELECT group_concat(entry, '; ') FROM (
        SELECT claim_speaker.party_id AS entry
        FROM claim_speaker
        WHERE claim_speaker.claim_id = claim.id
        ORDER BY claim_speaker.position
    ) AS ordered) AS said_by,     -- slugs of whom the sources quote for it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_speaker JOIN party ON party.id = claim_speaker.party_id
        WHERE claim_speaker.claim_id = claim.id
        ORDER BY claim_speaker.position
    ) AS ordered) AS said_by_name -- names of those whom the sources quote, joined by '; '
FROM claim
