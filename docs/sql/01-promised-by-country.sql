-- How many jobs are promised in each country, and by whom?
-- The totals count no job twice ([the rule](totals.md)); lines are never added. An empty high means that the
-- total has no upper end, because a part of it is "at least".
SELECT scope_name AS country, basis, line, low, high, bound, pledges
FROM v_totals
WHERE scope_kind = 'country' AND due_by IS NULL
ORDER BY scope, basis, line
