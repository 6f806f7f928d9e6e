-- Places within places: each place with itself and with every place that contains it, at any depth.
CREATE VIEW v_place_within AS
WITH RECURSIVE containing (place, within) AS (
    SELECT place.id, place.id
    FROM place
    UNION
    SELECT containing.place, place.parent_id
    FROM containing JOIN place ON place.id = containing.within
    WHERE place.parent_id IS NOT NULL
)
SELECT
    containing.place || ' ' || containing.within AS id,     -- the two places in one
    containing.place                             AS place,  -- slug of the place
    containing.within                            AS within  -- slug of a place that contains it, or of itself
FROM containing
