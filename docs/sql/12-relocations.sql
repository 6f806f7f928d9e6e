-- Who moved what from where to where?
SELECT operator_name AS operator, from_place_name AS from_place, to_place_name AS to_place, date, status
FROM v_events
WHERE kind = 'relocation'
ORDER BY date_to, id
