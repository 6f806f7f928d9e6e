-- Officials: named persons in a public or company role, one row a person.
-- Their positions begin with the latest: first those without an end, then by their end, last those without a date.
CREATE VIEW v_officials AS
SELECT
    official.id            AS id,                 -- slug of the official
    party.name             AS name,               -- the name that lists show
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party_name.name AS entry
        FROM party_name
        WHERE party_name.party_id = official.id AND party_name.name <> party.name
        ORDER BY party_name.name COLLATE BINARY
    ) AS ordered)          AS other_names,        -- further names and spellings, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT position.title || COALESCE(', ' || body.name, '') AS entry
        FROM position LEFT JOIN party AS body ON body.id = position.organisation_id
        WHERE position.official_id = official.id
        ORDER BY
            CASE WHEN position.held IS NULL THEN 1 ELSE 0 END,
            CASE WHEN position.held_to IS NULL THEN 0 ELSE 1 END,
            position.held_to DESC,
            position.held_from DESC NULLS LAST,
            position.id COLLATE BINARY
    ) AS ordered)          AS positions,          -- titles and organisations, the latest first, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT position.title_fr || COALESCE(', ' || body.name, '') AS entry
        FROM position LEFT JOIN party AS body ON body.id = position.organisation_id
        WHERE position.official_id = official.id
        ORDER BY
            CASE WHEN position.held IS NULL THEN 1 ELSE 0 END,
            CASE WHEN position.held_to IS NULL THEN 0 ELSE 1 END,
            position.held_to DESC,
            position.held_from DESC NULLS LAST,
            position.id COLLATE BINARY
    ) AS ordered)          AS positions_fr,       -- the same in French
    latest.organisation_id AS organisation,       -- slug of the organisation of the latest position
    organisation.name      AS organisation_name,  -- name of that organisation
    on_record.sources      AS sources,            -- number of sources in whose claims it occurs
    party.note             AS note,               -- the curator's remarks, doubts and reasoning
    party.note_fr          AS note_fr             -- the same in French
FROM official
JOIN party ON party.id = official.id
LEFT JOIN on_record ON on_record.kind = 'official' AND on_record.key = official.id
LEFT JOIN position AS latest ON latest.id = (
    SELECT position.id
    FROM position
    WHERE position.official_id = official.id
    ORDER BY
        CASE WHEN position.held IS NULL THEN 1 ELSE 0 END,
        CASE WHEN position.held_to IS NULL THEN 0 ELSE 1 END,
        position.held_to DESC,
        position.held_from DESC NULLS LAST,
        position.id COLLATE BINARY
    LIMIT 1
)
LEFT JOIN party AS organisation ON organisation.id = latest.organisation_id
