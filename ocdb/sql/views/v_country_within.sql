-- Countries within areas: each country and area with itself and with every area that contains all of it.
CREATE VIEW v_country_within AS
SELECT
    country_within.country_id || ' ' || country_within.within_id AS id,  -- the two in one
    country_within.country_id AS country,  -- country, ISO 3166-1 alpha-2; or an area: maghreb
    country_within.within_id  AS within    -- slug of an area that contains it, or itself
FROM country_within
