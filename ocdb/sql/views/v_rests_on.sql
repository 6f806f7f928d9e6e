-- What totals rest on: how many promises or losses count in a scope, and how many articles are behind them; one row a kind
-- of total, scope and basis, of delivery one a grouping, basis and span of days.
-- A row of delivery is about all groups together with the whole: what counts in several of them is counted once.
CREATE VIEW v_rests_on AS
SELECT
    rests_on.id         AS id,          -- kind, scope, basis and what else tells rows apart in one
    rests_on.kind       AS kind,        -- totals of what: pledge (v_totals), loss (v_loss_totals) or delivery
    rests_on.scope_kind AS scope_kind,  -- all, country, area or operator; of delivery what is grouped by: country, operator, year, basis, area (by country), area_year
    rests_on.scope      AS scope,       -- code or slug of the scope; empty for all
    rests_on.basis      AS basis,       -- whose figures: operator, government, federation or analyst; empty: of each
    rests_on.from_day   AS from_day,    -- of delivery the first day on which this holds; empty: it always did
    rests_on.to_day     AS to_day,      -- of delivery the last day on which it does; empty: it lasts
    rests_on.claims     AS claims,      -- number of pledges or losses that count
    rests_on.articles   AS articles     -- number of sources that support them, or what decided their verdicts
FROM rests_on
