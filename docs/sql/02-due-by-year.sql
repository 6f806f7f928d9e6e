-- What is due in Togo, year by year?
-- Each line holds all that is due by that day, so it contains the lines above it.
SELECT due_by, line, low, high, bound, pledges
FROM v_totals
WHERE scope_kind = 'country' AND scope = 'TG' AND basis = 'operator' AND due_by IS NOT NULL
ORDER BY due_by, line
