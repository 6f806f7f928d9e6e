-- Countries of ISO 3166-1, one row a country; and the areas larger than a country, for what is given only at that level.
-- What is said of Africa isn't said of Morocco: WHERE kind = 'country' leaves areas out, and v_country_within says which
-- countries lie in one.
CREATE VIEW v_countries AS
SELECT
    country.id        AS id,         -- ISO 3166-1 alpha-2 code; slug of an area
    country.kind      AS kind,       -- country or area
    country.alpha3    AS alpha3,     -- ISO 3166-1 alpha-3 code; empty for an area
    country.name_en   AS name,       -- name in English (Unicode CLDR)
    country.name_fr   AS name_fr,    -- name in French (Unicode CLDR)
    CASE country.kind
        WHEN 'area' THEN country.name_en || ' (area)'
        ELSE country.name_en
    END               AS label,      -- what lists for people call it: Togo, Africa (area)
    CASE WHEN country.in_africa THEN 1 ELSE 0 END AS in_africa,  -- 1 for a country in Africa, else 0
    country.definition_en AS definition,     -- of an area: which countries lie in it, and by whom; empty for a country
    country.definition_fr AS definition_fr,  -- the same in French
    on_record.sites   AS sites,      -- number of sites, planned and closed ones included
    on_record.pledges AS pledges,    -- number of job pledges for it
    on_record.sources AS sources     -- number of sources with claims about it
FROM country
LEFT JOIN on_record ON on_record.kind = 'country' AND on_record.key = country.id
