-- Quels types d'évènement sont employés, et comment s'appellent-ils en français ?
SELECT v_codes.code, v_codes.label_fr, COUNT(v_events.id) AS events
FROM v_codes
JOIN v_events ON v_events.kind = v_codes.code
WHERE v_codes.list = 'event_kind'
GROUP BY v_codes.code, v_codes.label_fr
ORDER BY COUNT(v_events.id) DESC, v_codes.code
