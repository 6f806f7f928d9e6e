-- Codes: the members of all code lists with their labels and definitions, one row a code.
CREATE VIEW v_codes AS
SELECT
    entry.list || ':' || entry.id AS id,          -- list and code in one
    entry.list                    AS list,        -- name of the code list
    entry.id                      AS code,        -- the code, as views and fixtures write it
    entry.label_en                AS label_en,    -- label in English
    entry.label_fr                AS label_fr,    -- label in French
    entry.definition              AS definition,  -- when to choose this code
    entry.also                    AS also,        -- other words for it, in either language, joined by '; '
    entry.position                AS position,    -- place in the list, from 1
    event_kind.category           AS category     -- of a kind of event: the category to which it belongs
FROM (
    SELECT 'place_kind' AS list, id, position, label_en, label_fr, definition, also FROM place_kind
    UNION ALL SELECT 'name_kind', id, position, label_en, label_fr, definition, also FROM name_kind
    UNION ALL SELECT 'identifier_scheme', id, position, label_en, label_fr, definition, also FROM identifier_scheme
    UNION ALL SELECT 'institution_kind', id, position, label_en, label_fr, definition, also FROM institution_kind
    UNION ALL SELECT 'date_basis', id, position, label_en, label_fr, definition, also FROM date_basis
    UNION ALL SELECT 'stance', id, position, label_en, label_fr, definition, also FROM stance
    UNION ALL SELECT 'claim_kind', id, position, label_en, label_fr, definition, also FROM claim_kind
    UNION ALL SELECT 'link_kind', id, position, label_en, label_fr, definition, also FROM link_kind
    UNION ALL SELECT 'role', id, position, label_en, label_fr, definition, also FROM role
    UNION ALL SELECT 'place_role', id, position, label_en, label_fr, definition, also FROM place_role
    UNION ALL SELECT 'site_status', id, position, label_en, label_fr, definition, also FROM site_status
    UNION ALL SELECT 'event_category', id, position, label_en, label_fr, definition, also FROM event_category
    UNION ALL SELECT 'event_kind', id, position, label_en, label_fr, definition, also FROM event_kind
    UNION ALL SELECT 'event_status', id, position, label_en, label_fr, definition, also FROM event_status
    UNION ALL SELECT 'measure', id, position, label_en, label_fr, definition, also FROM measure
    UNION ALL SELECT 'reading', id, position, label_en, label_fr, definition, also FROM reading
    UNION ALL SELECT 'firmness', id, position, label_en, label_fr, definition, also FROM firmness
    UNION ALL SELECT 'bound', id, position, label_en, label_fr, definition, also FROM bound
    UNION ALL SELECT 'basis', id, position, label_en, label_fr, definition, also FROM basis
    UNION ALL SELECT 'directness', id, position, label_en, label_fr, definition, also FROM directness
    UNION ALL SELECT 'sector', id, position, label_en, label_fr, definition, also FROM sector
    UNION ALL SELECT 'report_kind', id, position, label_en, label_fr, definition, also FROM report_kind
    UNION ALL SELECT 'loss_cause', id, position, label_en, label_fr, definition, also FROM loss_cause
    UNION ALL SELECT 'outcome', id, position, label_en, label_fr, definition, also FROM outcome
    UNION ALL SELECT 'statistic_measure', id, position, label_en, label_fr, definition, also FROM statistic_measure
    UNION ALL SELECT 'period', id, position, label_en, label_fr, definition, also FROM period
    UNION ALL SELECT 'investment_kind', id, position, label_en, label_fr, definition, also FROM investment_kind
    UNION ALL SELECT 'succession_kind', id, position, label_en, label_fr, definition, also FROM succession_kind
    UNION ALL SELECT 'succession_status', id, position, label_en, label_fr, definition, also FROM succession_status
    UNION ALL SELECT 'topic', id, position, label_en, label_fr, definition, also FROM topic
    UNION ALL SELECT 'maker', id, position, label_en, label_fr, definition, also FROM maker
    UNION ALL SELECT 'extent', id, position, label_en, label_fr, definition, also FROM extent
    UNION ALL SELECT 'publisher_kind', id, position, label_en, label_fr, definition, also FROM publisher_kind
    UNION ALL SELECT 'coverage_method', id, position, label_en, label_fr, definition, also FROM coverage_method
) AS entry
LEFT JOIN event_kind ON entry.list = 'event_kind' AND event_kind.id = entry.id
