-- Claims: everything that a source states, of all kinds, one row a claim.
-- The rest of each claim is in the view of its kind: v_sites, v_events, v_pledges, v_losses ...
CREATE VIEW v_claims AS
SELECT
    claim.id                   AS id,                    -- slug of the claim
    claim.kind                 AS kind,                  -- kind of claim
    claim.summary              AS summary,               -- the claim in a line, in our own words
    claim.summary_fr           AS summary_fr,            -- the same in French
    fact.said_by               AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name          AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    fact.conflicts_with        AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because    AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr,  -- the same in French
    fact.sources               AS sources,               -- number of sources that support it
    fact.voices                AS voices,                -- number of independent texts among them
    claim.note                 AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr              AS note_fr,               -- the same in French
    claim.made_by              AS made_by,               -- person, assistant, rules or spreadsheet; empty: not recorded
    claim.confirmed_by         AS confirmed_by           -- who confirmed it, joined by '; '; empty: not recorded
FROM claim
JOIN fact ON fact.claim_id = claim.id
