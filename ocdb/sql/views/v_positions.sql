-- Positions: roles that officials held at organisations, one row a role.
CREATE VIEW v_positions AS
SELECT
    position.id              AS id,                 -- slug of the position
    position.official_id     AS official,           -- slug of the person
    person.name              AS official_name,      -- name of the person
    position.organisation_id AS organisation,       -- slug of the operator or institution
    organisation.name        AS organisation_name,  -- name of that organisation
    position.title           AS title,              -- the role, in English
    position.title_fr        AS title_fr,           -- the same in French
    position.held            AS held,               -- when it was held, as far as the sources show (EDTF)
    position.held_from       AS held_from,          -- first day of held; empty: open or unknown
    position.held_to         AS held_to,            -- last day of held; empty: open or unknown
    position.held_basis      AS held_basis,         -- how held is known: stated, relative or inferred
    position.held_note       AS held_note,          -- how held was reckoned or inferred
    position.held_note_fr    AS held_note_fr,       -- the same in French
    fact.said_by             AS said_by,            -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name        AS said_by_name,       -- names of those whom the source quotes, joined by '; '
    claim.summary            AS summary,            -- the position in a line
    claim.summary_fr         AS summary_fr,         -- the same in French
    fact.sources             AS sources,            -- number of sources that support it
    fact.voices              AS voices,             -- number of independent texts among them
    claim.note               AS note,               -- the curator's remarks, doubts and reasoning
    claim.note_fr            AS note_fr             -- the same in French
FROM position
JOIN claim ON claim.id = position.id
JOIN fact ON fact.claim_id = position.id
JOIN party AS person ON person.id = position.official_id
LEFT JOIN party AS organisation ON organisation.id = position.organisation_id
