-- What totals leave out: how many promises or losses concern a scope and don't count in its totals, by reason; one row a
-- kind of total, scope, basis and reason, of delivery one a basis, line, reason and span of days.
CREATE VIEW v_left_out AS
SELECT
    left_out.id         AS id,          -- kind, scope, basis and what else tells rows apart in one
    left_out.kind       AS kind,        -- totals of what: pledge (v_totals), loss (v_loss_totals) or delivery
    left_out.scope_kind AS scope_kind,  -- all, country, area or operator; of delivery all and area alone
    left_out.scope      AS scope,       -- code or slug of the scope; empty for all
    left_out.basis      AS basis,       -- whose figures the totals are of: operator, government, federation or analyst
    left_out.line       AS line,        -- of delivery the line on which they stand
    left_out.reason     AS reason,      -- why they are left out: part_of, other_basis, due_later ... (docs/totals.md)
    left_out.from_day   AS from_day,    -- of delivery the first day on which this holds; empty: it always did
    left_out.to_day     AS to_day,      -- of delivery the last day on which it does; empty: it lasts
    left_out.claims     AS claims       -- number of pledges or losses
FROM left_out
