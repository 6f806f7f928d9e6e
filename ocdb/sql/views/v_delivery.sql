-- Delivery: how much came of the promises that were due before today, in the common scopes; one row a scope, basis and
-- line. A rate is a range: from rate_low, if nothing came of the promises of which nothing is known, to rate_high, of
-- those of which something is known. Never print it without known and pledges: that is what it rests on.
CREATE VIEW v_delivery AS
SELECT
    rate.id             AS id,              -- scope, basis, line and first day in one
    rate.scope_kind     AS scope_kind,      -- all, country, area, operator, year (in which promises were due) or area_year
    rate.scope          AS scope,           -- code or slug of the scope, the year, or africa:2012; empty for all
    rate.scope_name     AS scope_name,      -- name of the scope; empty for all
    rate.basis          AS basis,           -- whose pledges: operator, government, federation or analyst
    rate.line           AS line,            -- new_jobs, levels, hires, seats or trainees
    rate.pledges        AS pledges,         -- number of promises that were due and count
    rate.known          AS known,           -- of how many of them it is known what came
    rate.in_time        AS in_time,         -- how many were kept by the due day
    rate.late           AS late,            -- how many were kept only after it
    rate.reached        AS reached,         -- how many were kept, nobody knows whether in time
    rate.missed         AS missed,          -- how many weren't kept
    rate.cancelled      AS cancelled,       -- how many were given up
    rate.no_figure      AS no_figure,       -- how many were missed, nobody says by how much
    rate.promised       AS promised,        -- promised for certain, at least
    rate.promised_high  AS promised_high,   -- promised at most; empty: open
    rate.bound          AS bound,           -- exact, about, nearly, at_least, at_most or range
    rate.promised_known AS promised_known,  -- the low end of the promises that rate_high rests on
    rate.reported       AS reported,        -- what was there of it, at least; empty: nobody gives a figure
    rate.kept           AS kept,            -- how much of what was promised came, at least
    rate.kept_high      AS kept_high,       -- the same at most, of the promises that rate_high rests on
    rate.rate_low       AS rate_low,        -- kept in per cent of promised: nothing came of the silent ones
    rate.rate_high      AS rate_high,       -- kept_high in per cent of promised_known
    rate.coverage       AS coverage         -- of how many promises in a hundred something is known
FROM v_delivery_over_time AS rate
WHERE rate.from_day <= CURRENT_DATE AND (rate.to_day IS NULL OR rate.to_day >= CURRENT_DATE)
