-- Which market figures are there, for which time?
SELECT country, operator_name AS operator, figure, measure, period, as_of
FROM v_statistics
ORDER BY COALESCE(country, ''), measure, id
