-- Sites: centres that operators run or plan, one row a site.
CREATE VIEW v_sites AS
SELECT
    site.id           AS id,             -- slug of the site
    COALESCE(
        site.name,
        COALESCE(runner.name, 'Unnamed operator') || ', ' || COALESCE(place.name, country.name_en)
    ) AS name,                           -- name of the site; where it bears none, operator and place
    site.operator_id  AS operator,       -- slug of the operator that runs it; empty where no source says
    runner.name       AS operator_name,  -- name of that operator
    site.country_id   AS country,        -- country, ISO 3166-1 alpha-2
    country.name_en   AS country_name,   -- name of the country in English
    site.place_id     AS place,          -- slug of the closest place known
    place.name        AS place_name,     -- name of that place
    site.address      AS address,        -- building or street, where a source gives it
    site.status       AS status,         -- state of the site, as of the latest source
    site.opened       AS opened,         -- when it opened or is to open (EDTF)
    site.opened_from  AS opened_from,    -- first day of opened; empty: open or unknown
    site.opened_to    AS opened_to,      -- last day of opened; empty: open or unknown
    site.opened_basis AS opened_basis,   -- how opened is known: stated, relative or inferred
    site.opened_note  AS opened_note,    -- how opened was reckoned or inferred
    site.closed       AS closed,         -- when it closed or is to close (EDTF)
    site.closed_from  AS closed_from,    -- first day of closed; empty: open or unknown
    site.closed_to    AS closed_to,      -- last day of closed; empty: open or unknown
    site.closed_basis AS closed_basis,   -- how closed is known: stated, relative or inferred
    site.closed_note  AS closed_note,    -- how closed was reckoned or inferred
    claim.summary     AS summary,        -- what is known of it in a line
    (
        SELECT COUNT(DISTINCT citation.source_id)
        FROM citation
        WHERE citation.claim_id = site.id AND citation.stance = 'supports'
    ) AS sources,                        -- number of sources that support it
    claim.note        AS note            -- the curator's remarks, doubts and reasoning
FROM site
JOIN claim ON claim.id = site.id
JOIN country ON country.id = site.country_id
LEFT JOIN place ON place.id = site.place_id
LEFT JOIN party AS runner ON runner.id = site.operator_id
