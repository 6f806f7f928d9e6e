-- Which promises are parts of a larger one?
-- Adding up these lines and their wholes would count jobs twice.
SELECT part.id AS part, part.figure, part.measure, part.due, whole.id AS whole, whole.figure AS whole_figure
FROM v_links
JOIN v_pledges AS part ON part.id = v_links.claim
JOIN v_pledges AS whole ON whole.id = v_links.other
WHERE v_links.kind = 'part_of'
ORDER BY whole.id, part.low
