-- Delivery over time: the rates of v_delivery on every day, one row a scope, basis, line and span of days between two due
-- days. WHERE from_day <= DAY AND (to_day IS NULL OR to_day >= DAY) gives those of a day.
CREATE VIEW v_delivery_over_time AS
SELECT
    delivery.id             AS id,              -- scope, basis, line and first day in one
    delivery.scope_kind     AS scope_kind,      -- all, country, area, operator, year (in which promises were due) or area_year
    delivery.scope          AS scope,           -- code or slug of the scope, the year, or africa:2012; empty for all
    CASE delivery.scope_kind
        WHEN 'country' THEN country.name_en
        WHEN 'area' THEN country.name_en
        WHEN 'operator' THEN party.name
        WHEN 'year' THEN delivery.scope
        WHEN 'area_year' THEN delivery.scope
    END AS scope_name,                          -- name of the scope; empty for all
    delivery.from_day       AS from_day,        -- first day on which this holds
    delivery.to_day         AS to_day,          -- last day on which it does; empty: it lasts
    delivery.basis          AS basis,           -- whose pledges: operator, government, federation or analyst
    delivery.line           AS line,            -- new_jobs, levels, hires, seats or trainees
    delivery.pledges        AS pledges,         -- number of promises that were due and count
    delivery.known          AS known,           -- of how many of them it is known what came
    delivery.in_time        AS in_time,         -- how many were kept by the due day
    delivery.late           AS late,            -- how many were kept only after it
    delivery.reached        AS reached,         -- how many were kept, nobody knows whether in time
    delivery.missed         AS missed,          -- how many weren't kept
    delivery.cancelled      AS cancelled,       -- how many were given up
    delivery.no_figure      AS no_figure,       -- how many were missed, nobody says by how much
    delivery.promised       AS promised,        -- promised for certain, at least
    delivery.promised_high  AS promised_high,   -- promised at most; empty: open
    delivery.bound          AS bound,           -- exact, about, nearly, at_least, at_most or range
    delivery.promised_known AS promised_known,  -- the low end of the promises that rate_high rests on
    delivery.reported       AS reported,        -- what was there of it, at least; empty: nobody gives a figure
    delivery.kept           AS kept,            -- how much of what was promised came, at least
    delivery.kept_high      AS kept_high,       -- the same at most, of the promises that rate_high rests on
    delivery.rate_low       AS rate_low,        -- kept in per cent of promised: nothing came of the silent ones
    delivery.rate_high      AS rate_high,       -- kept_high in per cent of promised_known
    delivery.coverage       AS coverage         -- of how many promises in a hundred something is known
FROM delivery
LEFT JOIN country ON country.id = delivery.scope
LEFT JOIN party ON party.id = delivery.scope
