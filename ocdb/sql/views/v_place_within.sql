-- Places within places: each place with itself and with every place that contains it, at any depth.
CREATE VIEW v_place_within AS
SELECT
    place_within.place_id || ' ' || place_within.within_id AS id,     -- the two places in one
    place_within.place_id  AS place,  -- slug of the place
    place_within.within_id AS within  -- slug of a place that contains it, or of itself
FROM place_within
