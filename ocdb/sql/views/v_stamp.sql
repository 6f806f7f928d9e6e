-- Stamp: what the database was made from (version of ocdb, state of the data), one row a fact.
CREATE VIEW v_stamp AS
SELECT
    stamp.id    AS id,    -- what the value tells
    stamp.value AS value  -- the value
FROM stamp
