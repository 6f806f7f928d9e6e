-- What did a project cost, and how many jobs were reported at the same site?
-- Amounts are in whole units of their currency and never converted.
SELECT v_investments.id, v_investments.figure AS amount, v_investments.currency, v_investments.kind,
    v_investments.place_name AS place, v_reports.figure AS jobs, v_reports.kind AS reported
FROM v_investments
LEFT JOIN v_reports ON v_reports.site = v_investments.site
ORDER BY v_investments.id
