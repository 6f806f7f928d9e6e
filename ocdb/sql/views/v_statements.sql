-- Statements: facts that no other view holds (reasons, services, rankings, policies), one row a fact.
CREATE VIEW v_statements AS
SELECT
    statement.id               AS id,                    -- slug of the statement
    statement.topic            AS topic,                 -- subject
    claim.summary              AS summary,               -- the fact, in our own words
    claim.summary_fr           AS summary_fr,            -- the same in French
    fact.operator              AS operator,              -- slugs of the operators in it, joined by '; '
    fact.operator_name         AS operator_name,         -- names of the operators in it, joined by '; '
    fact.institution           AS institution,           -- slugs of the institutions in it, joined by '; '
    fact.institution_name      AS institution_name,      -- names of the institutions in it, joined by '; '
    fact.official              AS official,              -- slugs of the officials in it, joined by '; '
    fact.official_name         AS official_name,         -- names of the officials in it, joined by '; '
    fact.said_by               AS said_by,               -- slugs of whom the source quotes for it, joined by '; '
    fact.said_by_name          AS said_by_name,          -- names of those whom the source quotes, joined by '; '
    statement.country_id       AS country,               -- country, ISO 3166-1 alpha-2; or an area: africa
    country.name_en            AS country_name,          -- name of the country in English
    statement.place_id         AS place,                 -- slug of the closest place known
    place.label                AS place_name,            -- name of that place; of a district or park with its city
    fact.conflicts_with        AS conflicts_with,        -- slugs of the claims in conflict with it, joined by '; '
    claim.preferred_because    AS preferred_because,     -- why this one is preferred, where claims conflict
    claim.preferred_because_fr AS preferred_because_fr,  -- the same in French
    fact.sources               AS sources,               -- number of sources that support it
    fact.voices                AS voices,                -- number of independent texts among them
    claim.note                 AS note,                  -- the curator's remarks, doubts and reasoning
    claim.note_fr              AS note_fr                -- the same in French
FROM statement
JOIN claim ON claim.id = statement.id
JOIN fact ON fact.claim_id = statement.id
LEFT JOIN country ON country.id = statement.country_id
LEFT JOIN place ON place.id = statement.place_id
