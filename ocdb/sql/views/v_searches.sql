-- Searches: looks for articles by some words, one row a search.
CREATE VIEW v_searches AS
SELECT
    search.id            AS id,             -- slug of the search
    search.searched      AS searched,       -- when it was made (EDTF)
    search.searched_from AS searched_from,  -- first day of searched; empty: open or unknown
    search.searched_to   AS searched_to,    -- last day of searched; empty: open or unknown
    search.words         AS words,          -- the words that were searched for
    search.outlet        AS outlet,         -- the outlet, archive or corpus that was searched
    search.languages     AS languages,      -- languages of the words, joined by '; '
    (SELECT group_concat(entry, '; ') FROM (
        SELECT search_country.country_id AS entry
        FROM search_country
        WHERE search_country.search_id = search.id
        ORDER BY search_country.country_id COLLATE BINARY
    ) AS ordered)        AS countries,      -- countries that it was about, joined by '; '
    search.hits          AS hits,           -- pages that were found, read or not; empty: not counted
    (
        SELECT COUNT(*)
        FROM search_source
        WHERE search_source.search_id = search.id
    )                    AS used,           -- number of articles that came of it
    (
        SELECT COUNT(*)
        FROM search_pledge
        WHERE search_pledge.search_id = search.id
    )                    AS pledges,        -- number of promises of which it was to show what became
    search.note          AS note,           -- the curator's remarks, doubts and reasoning
    search.note_fr       AS note_fr         -- the same in French
FROM search
