-- Searches for what came of promises: one row a promise and search. Where used is 0, nothing was found.
CREATE VIEW v_searched_for AS
SELECT
    search_pledge.claim_id || ' ' || search_pledge.search_id AS id,  -- promise and search in one
    search_pledge.claim_id  AS pledge,         -- slug of the promise
    search_pledge.search_id AS search,         -- slug of the search
    search.searched         AS searched,       -- when it was made (EDTF)
    search.searched_from    AS searched_from,  -- first day of searched; empty: open or unknown
    search.searched_to      AS searched_to,    -- last day of searched; empty: open or unknown
    search.words            AS words,          -- the words that were searched for
    search.outlet           AS outlet,         -- the outlet, archive or corpus that was searched
    search.hits             AS hits,           -- pages that were found, read or not; empty: not counted
    (
        SELECT COUNT(*)
        FROM search_source
        WHERE search_source.search_id = search.id
    )                       AS used,           -- number of articles that came of it; 0: nothing was found
    (SELECT group_concat(entry, '; ') FROM (
        SELECT search_source.source_id AS entry
        FROM search_source
        WHERE search_source.search_id = search.id
        ORDER BY search_source.source_id COLLATE BINARY
    ) AS ordered)           AS sources         -- slugs of these articles, joined by '; '
FROM search_pledge
JOIN search ON search.id = search_pledge.search_id
