-- What totals count although a source denies it, one row a kind of total, scope, basis and claim.
CREATE VIEW v_denied AS
SELECT
    denied.id         AS id,          -- kind, scope, basis and what else tells rows apart in one
    denied.kind       AS kind,        -- totals of what: pledge (v_totals), loss (v_loss_totals) or delivery
    denied.scope_kind AS scope_kind,  -- all, country, area or operator; of delivery what is grouped by: country, operator, year, basis, area (by country), area_year
    denied.scope      AS scope,       -- code or slug of the scope; empty for all
    denied.basis      AS basis,       -- whose figures: operator, government, federation or analyst; empty: of each
    denied.from_day   AS from_day,    -- of delivery the first day on which this holds; empty: it always did
    denied.to_day     AS to_day,      -- of delivery the last day on which it does; empty: it lasts
    denied.claim_id   AS claim        -- slug of the pledge or loss
FROM denied
