-- Institutions: ministries, investment centres, agencies, trade shows, associations; one row a body.
CREATE VIEW v_institutions AS
SELECT
    institution.id         AS id,            -- slug of the institution
    party.name             AS name,          -- the name that lists show
    institution.kind       AS kind,          -- kind of institution
    institution.country_id AS country,       -- country in which it works, ISO 3166-1 alpha-2; or an area
    country.name_en        AS country_name,  -- name of the country in English
    institution.place_id   AS place,         -- slug of the place for which it is competent
    place.label            AS place_name,    -- name of that place; of a district or park with its city
    (SELECT group_concat(entry, '; ') FROM (
        SELECT party_name.name AS entry
        FROM party_name
        WHERE party_name.party_id = institution.id AND party_name.name <> party.name
        ORDER BY party_name.name COLLATE BINARY
    ) AS ordered)          AS other_names,   -- acronyms, former and other names, joined by '; '
    on_record.sources      AS sources,       -- number of sources in whose claims it occurs
    party.note             AS note,          -- the curator's remarks, doubts and reasoning
    party.note_fr          AS note_fr        -- the same in French
FROM institution
JOIN party ON party.id = institution.id
LEFT JOIN on_record ON on_record.kind = 'institution' AND on_record.key = institution.id
LEFT JOIN country ON country.id = institution.country_id
LEFT JOIN place ON place.id = institution.place_id
