-- Which openings were planned for a date that has passed, without a later article that confirms them?
-- Silence proves nothing: these are the sites to follow up.
SELECT id, operator_name, country_name, place_name, opened
FROM v_sites
WHERE status = 'planned' AND opened_to < '2026-01-01'
ORDER BY opened_to, id
