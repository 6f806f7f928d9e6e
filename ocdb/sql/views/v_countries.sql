-- Countries of ISO 3166-1, one row a country; and the areas larger than a country, for what is given only at that level.
-- No country lies in an area: what is said of Africa isn't said of Morocco. WHERE kind = 'country' leaves areas out.
CREATE VIEW v_countries AS
SELECT
    country.id                                    AS id,         -- ISO 3166-1 alpha-2 code; slug of an area
    country.kind                                  AS kind,       -- country or area
    country.alpha3                                AS alpha3,     -- ISO 3166-1 alpha-3 code; empty for an area
    country.name_en                               AS name,       -- name in English (Unicode CLDR)
    country.name_fr                               AS name_fr,    -- name in French (Unicode CLDR)
    CASE country.kind
        WHEN 'area' THEN country.name_en || ' (area)'
        ELSE country.name_en
    END                                           AS label,      -- what lists for people call it: Togo, Africa (area)
    CASE WHEN country.in_africa THEN 1 ELSE 0 END AS in_africa,  -- 1 for a country in Africa, else 0
    (
        SELECT COUNT(*)
        FROM site
        WHERE site.country_id = country.id
    ) AS sites,                                                  -- number of sites, planned and closed ones included
    (
        SELECT COUNT(*)
        FROM job_pledge
        WHERE job_pledge.country_id = country.id
    ) AS pledges,                                                -- number of job pledges for it
    COALESCE(cited.sources, 0)                    AS sources     -- number of sources with claims about it
FROM country
LEFT JOIN (
    SELECT v_claim_places.country AS country, COUNT(DISTINCT citation.source_id) AS sources
    FROM v_claim_places JOIN citation ON citation.claim_id = v_claim_places.claim
    WHERE citation.stance = 'supports'
    GROUP BY v_claim_places.country
) AS cited ON cited.country = country.id
