-- Places: regions, cities, districts and business parks, one row a place.
CREATE VIEW v_places AS
SELECT
    place.id          AS id,            -- slug of the place
    place.name        AS name,          -- name in use there, in Latin letters
    place.label       AS label,         -- what lists call it: of a district or park the name with its city
    place.kind        AS kind,          -- kind of place
    place.country_id  AS country,       -- country, ISO 3166-1 alpha-2
    country.name_en   AS country_name,  -- name of the country in English
    place.parent_id   AS parent,        -- slug of the next larger place that it lies in
    parent.name       AS parent_name,   -- name of that larger place
    place.latitude    AS latitude,      -- degrees north, WGS 84 (GeoNames)
    place.longitude   AS longitude,     -- degrees east, WGS 84 (GeoNames)
    place.geonames_id AS geonames_id,   -- identifier at geonames.org
    (SELECT group_concat(entry, '; ') FROM (
        SELECT place_name.name AS entry
        FROM place_name
        WHERE place_name.place_id = place.id AND place_name.name <> place.name
        ORDER BY place_name.name COLLATE BINARY
    ) AS ordered)     AS other_names,   -- variants, former and other names, joined by '; '
    on_record.sites   AS sites,         -- number of sites there or in a place within it
    on_record.sources AS sources,       -- number of sources with claims about it or a place within it
    place.note        AS note,          -- the curator's remarks, doubts and reasoning
    place.note_fr     AS note_fr        -- the same in French
FROM place
JOIN country ON country.id = place.country_id
LEFT JOIN place AS parent ON parent.id = place.parent_id
LEFT JOIN on_record ON on_record.kind = 'place' AND on_record.key = place.id
