-- Job pledges: figures about the future that somebody committed to, targeted or projected; one row a pledge.
-- Never add them up as they stand: some are parts or newer versions of others. v_totals counts no job twice.
-- The status is cancelled by a verdict, superseded when another pledge revises it, disputed when it contradicts
-- another pledge and isn't the preferred one, else standing.
CREATE VIEW v_pledges AS
SELECT
    job_pledge.id                AS id,                 -- slug of the pledge
    CASE job_pledge.bound
        WHEN 'exact' THEN CAST(job_pledge.low AS text)
        WHEN 'about' THEN 'about ' || job_pledge.low
        WHEN 'nearly' THEN 'nearly ' || job_pledge.low
        WHEN 'at_least' THEN 'at least ' || job_pledge.low
        WHEN 'at_most' THEN 'at most ' || job_pledge.high
        WHEN 'range' THEN job_pledge.low || ' to ' || job_pledge.high
    END AS figure,                                      -- the figure as people write it, as in about 400
    job_pledge.measure           AS measure,            -- what is counted: jobs, headcount, seats, hires, trainees
    job_pledge.reading           AS reading,            -- on top of what is there, or in all
    CASE
        WHEN job_pledge.baseline_none THEN 'none'
        ELSE job_pledge.baseline_id
    END AS baseline,                                    -- the report of how many were there before; none: nobody was
    job_pledge.firmness         AS firmness,           -- commitment, announcement, ambition, forecast or capacity
    job_pledge.low               AS low,                -- lower end of the figure; empty for at_most
    job_pledge.high              AS high,               -- upper end of the figure; empty for at_least
    job_pledge.bound             AS bound,              -- exact, about, nearly, at_least, at_most or range
    job_pledge.basis             AS basis,              -- operator, government, federation or analyst
    job_pledge.directness        AS directness,         -- direct, indirect, both or unstated
    CASE
        WHEN EXISTS (
            SELECT 1
            FROM verdict
            WHERE verdict.pledge_id = job_pledge.id AND verdict.outcome = 'cancelled'
        ) THEN 'cancelled'
        WHEN EXISTS (
            SELECT 1
            FROM claim_link
            WHERE claim_link.other_id = job_pledge.id AND claim_link.kind = 'revises'
        ) THEN 'superseded'
        WHEN claim.preferred_because IS NULL AND EXISTS (
            SELECT 1
            FROM v_links JOIN job_pledge AS rival ON rival.id = v_links.other
            WHERE v_links.claim = job_pledge.id AND v_links.kind = 'conflicts_with'
        ) THEN 'disputed'
        ELSE 'standing'
    END AS status,                                      -- cancelled, superseded, disputed or standing
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'operator' AND claim_party.role = 'employer'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator,                          -- slugs of the operators that are to employ, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'operator' AND claim_party.role = 'employer'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS operator_name,                     -- names of the operators that are to employ, joined by '; '
    job_pledge.unnamed_operators AS unnamed_operators,  -- number of operators in it that no source names
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.id AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'institution'
        GROUP BY party.id ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution,                       -- slugs of the institutions in it, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party.name AS entry
        FROM claim_party JOIN party ON party.id = claim_party.party_id
        WHERE claim_party.claim_id = job_pledge.id AND party.kind = 'institution'
        GROUP BY party.id, party.name ORDER BY MIN(claim_party.position), party.id COLLATE BINARY
    ) AS ordered) AS institution_name,                  -- names of the institutions in it, joined by '; '
    job_pledge.country_id        AS country,            -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en              AS country_name,       -- name of the country in English
    job_pledge.place_id          AS place,              -- slug of the closest place known
    place.name                   AS place_name,         -- name of that place
    job_pledge.site_id           AS site,               -- slug of the site concerned
    job_pledge.announced         AS announced,          -- when it was made (EDTF)
    job_pledge.announced_from    AS announced_from,     -- first day of announced; empty: open or unknown
    job_pledge.announced_to      AS announced_to,       -- last day of announced; empty: open or unknown
    job_pledge.announced_basis   AS announced_basis,    -- how announced is known: stated, relative or inferred
    job_pledge.announced_note    AS announced_note,     -- how announced was reckoned or inferred
    job_pledge.due               AS due,                -- by when it is to be kept (EDTF)
    job_pledge.due_from          AS due_from,           -- first day of due; empty: open or unknown
    job_pledge.due_to            AS due_to,             -- last day of due; empty: open or unknown
    job_pledge.due_basis         AS due_basis,          -- how due is known: stated, relative or inferred
    job_pledge.due_note          AS due_note,           -- how due was reckoned or inferred
    (SELECT group_concat(entry, '; ') FROM (
        SELECT claim_link.other_id AS entry
        FROM claim_link
        WHERE claim_link.claim_id = job_pledge.id AND claim_link.kind = 'part_of'
        ORDER BY claim_link.other_id COLLATE BINARY
    ) AS ordered) AS part_of,                           -- slugs of the pledges it is a part of, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT claim_link.other_id AS entry
        FROM claim_link
        WHERE claim_link.claim_id = job_pledge.id AND claim_link.kind = 'revises'
        ORDER BY claim_link.other_id COLLATE BINARY
    ) AS ordered) AS revises,                           -- slugs of the pledges it replaces, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT v_links.other AS entry
        FROM v_links
        WHERE v_links.claim = job_pledge.id AND v_links.kind = 'conflicts_with'
        ORDER BY v_links.other COLLATE BINARY
    ) AS ordered) AS conflicts_with,                    -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because      AS preferred_because,  -- why this one is preferred, where claims conflict
    CASE
        WHEN support.contradicted > 0 AND claim.preferred_because IS NULL THEN 1
        ELSE 0
    END                          AS denied,             -- 1 where a source denies it and it isn't preferred, else 0
    (
        SELECT verdict.outcome
        FROM verdict
        WHERE verdict.pledge_id = job_pledge.id
        ORDER BY
            COALESCE(verdict.as_of_to, verdict.as_of_from) DESC NULLS LAST,
            verdict.as_of_from DESC NULLS LAST,
            verdict.id COLLATE BINARY
        LIMIT 1
    ) AS outcome,                                       -- the latest sourced verdict; empty where there is none
    quoted.said_by               AS said_by,            -- slugs of whom the source quotes for it, joined by '; '
    quoted.said_by_name          AS said_by_name,       -- names of those whom the source quotes, joined by '; '
    job_pledge.event_id          AS event,              -- slug of the event that it belongs to
    claim.summary                AS summary,            -- the pledge in a line
    support.sources              AS sources,            -- number of sources that support it
    support.voices               AS voices,             -- number of independent texts among them
    claim.note                   AS note                -- the curator's remarks, doubts and reasoning
FROM job_pledge
JOIN claim ON claim.id = job_pledge.id
JOIN v_support AS support ON support.id = job_pledge.id
JOIN country ON country.id = job_pledge.country_id
LEFT JOIN place ON place.id = job_pledge.place_id
JOIN v_said_by AS quoted ON quoted.id = claim.id
