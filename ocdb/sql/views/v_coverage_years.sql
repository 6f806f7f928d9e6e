-- Coverage by country and year: how many articles were found, and how many are in the database.
-- A source stands in the last year that its date may mean, in each country that it makes claims about; one without a date
-- in a row without a year.
CREATE VIEW v_coverage_years AS
SELECT
    known.country || ':' || COALESCE(CAST(known.year AS text), 'undated') AS id,            -- country and year in one
    known.country   AS country,       -- country, ISO 3166-1 alpha-2
    country.name_en AS country_name,  -- name of the country in English
    known.year      AS year,          -- year of publication; empty: unknown
    known.searches  AS searches,      -- searches that covered the year; 0: nobody searched
    known.best      AS method,        -- the most thorough of them: systematic, sample or single
    known.found     AS found,         -- most articles that one search found
    known.sources   AS sources        -- articles of that year in the database with claims about the country
FROM (
    SELECT
        counted.country AS country,
        counted.year AS year,
        SUM(counted.searches) AS searches,
        CASE MIN(counted.rank) WHEN 1 THEN 'systematic' WHEN 2 THEN 'sample' WHEN 3 THEN 'single' END AS best,
        MAX(counted.found) AS found,
        SUM(counted.sources) AS sources
    FROM (
        SELECT
            coverage.country_id AS country,
            coverage_year.year AS year,
            1 AS searches,
            CASE coverage.method WHEN 'systematic' THEN 1 WHEN 'sample' THEN 2 ELSE 3 END AS rank,
            coverage_year.found AS found,
            0 AS sources
        FROM coverage
        JOIN coverage_year ON coverage_year.coverage_id = coverage.id
        UNION ALL
        SELECT country_read.country_id, country_read.year, 0, NULL, NULL, country_read.sources
        FROM country_read
    ) AS counted
    GROUP BY counted.country, counted.year
) AS known
JOIN country ON country.id = known.country AND country.kind = 'country'
