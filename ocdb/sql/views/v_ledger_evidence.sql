-- Evidence of the ledger: what was looked at for the verdict on a pledge, one row a pledge and claim.
CREATE VIEW v_ledger_evidence AS
SELECT
    ledger_evidence.pledge_id || ' ' || ledger_evidence.claim_id AS id,  -- pledge and claim in one
    ledger_evidence.pledge_id AS pledge,                                 -- slug of the pledge
    ledger_evidence.claim_id  AS claim,                                  -- slug of the report, verdict or newer pledge
    claim.kind                AS claim_kind,                             -- report, verdict or pledge
    claim.summary             AS summary,                                -- that claim in a line
    claim.summary_fr          AS summary_fr,                             -- the same in French
    ledger_evidence.bearing   AS bearing,                                -- decides, shows, baseline or nothing
    ledger_evidence.low       AS low,                                    -- so much of what was promised, at least; empty: no least
    ledger_evidence.high      AS high,                                   -- so much of it, at most; empty: open
    ledger_evidence.reason    AS reason,                                 -- what it shows, or why nothing: a code
    ledger_evidence.reason_details AS reason_details,                    -- its parameters, as JSON
    ledger_evidence.since     AS since,                                  -- first day of that time, doubt included
    ledger_evidence.until     AS until,                                  -- last day of that time, doubt included
    COALESCE(job_report.as_of, verdict.as_of)
                              AS as_of,                                  -- when it held (EDTF)
    COALESCE(job_report.as_of_from, verdict.as_of_from)
                              AS as_of_from,                             -- first day of as_of; empty: open or unknown
    COALESCE(job_report.as_of_to, verdict.as_of_to)
                              AS as_of_to,                               -- last day of as_of; empty: open or unknown
    (SELECT group_concat(entry, '; ') FROM (
        SELECT source.id AS entry
        FROM citation JOIN source ON source.id = citation.source_id
        WHERE citation.claim_id = ledger_evidence.claim_id AND citation.stance = 'supports'
        GROUP BY source.id, source.published_from
        ORDER BY source.published_from NULLS LAST, source.id COLLATE BINARY
    ) AS ordered)             AS source                                  -- slugs of its articles, joined by '; '
FROM ledger_evidence
JOIN claim ON claim.id = ledger_evidence.claim_id
LEFT JOIN job_report ON job_report.id = ledger_evidence.claim_id
LEFT JOIN verdict ON verdict.id = ledger_evidence.claim_id
