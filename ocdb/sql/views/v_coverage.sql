-- Coverage: searches for articles, one row a search and year of publication; a year without a row wasn't searched.
CREATE VIEW v_coverage AS
SELECT
    coverage.id || ':' || coverage_year.year AS id,            -- search and year in one
    coverage.id            AS search,                          -- slug of the search
    coverage.country_id    AS country,                         -- country, ISO 3166-1 alpha-2
    country.name_en        AS country_name,                    -- name of the country in English
    coverage_year.year     AS year,                            -- year of publication
    coverage.outlet        AS outlet,                          -- the outlet or archive that was searched
    coverage.method        AS method,                          -- systematic, sample or single
    coverage_year.found    AS found,                           -- articles on the subject that were found, read or not
    coverage.searched      AS searched,                        -- when the search was made (EDTF)
    coverage.searched_from AS searched_from,                   -- first day of searched; empty: open or unknown
    coverage.searched_to   AS searched_to,                     -- last day of searched; empty: open or unknown
    coverage.words         AS words,                           -- the words that were searched for
    coverage.note          AS note,                            -- the curator's remarks, doubts and reasoning
    coverage.note_fr       AS note_fr                          -- the same in French
FROM coverage
JOIN coverage_year ON coverage_year.coverage_id = coverage.id
JOIN country ON country.id = coverage.country_id
