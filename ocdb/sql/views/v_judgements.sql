-- Judgements: that several slugs mean one party, one row a slug in a judgement. One that was withdrawn has no effect.
CREATE VIEW v_judgements AS
SELECT
    judgement.id || ' ' || judgement_party.party AS id,  -- judgement and slug in one
    judgement.id               AS judgement,             -- slug of the judgement
    judgement_party.position   AS position,              -- place in the list; the slug in the first place stays
    judgement_party.party      AS party,                 -- a slug that means this party
    judgement.judged           AS judged,                -- when it was judged (EDTF)
    judgement.reason           AS reason,                -- why they are one
    judgement.reason_fr        AS reason_fr,             -- the same in French
    judgement.withdrawn        AS withdrawn,             -- when it was taken back (EDTF); empty: it holds
    judgement.withdrawn_reason AS withdrawn_reason,      -- why it was taken back
    judgement.withdrawn_reason_fr AS withdrawn_reason_fr  -- the same in French
FROM judgement
JOIN judgement_party ON judgement_party.judgement_id = judgement.id
