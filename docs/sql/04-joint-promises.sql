-- Which promises did several firms make together?
-- For the country such a figure counts once; for one of the firms it doesn't count.
SELECT id, figure, measure, operator_name, unnamed_operators, country, due
FROM v_pledges
WHERE operator LIKE '%; %' OR unnamed_operators > 0
ORDER BY id
