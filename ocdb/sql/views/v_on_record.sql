-- On record: how much there is of each party, place and country, and in all; one row each.
CREATE VIEW v_on_record AS
SELECT
    on_record.kind || ' ' || on_record.key AS id,  -- kind and key in one
    on_record.kind    AS kind,     -- operator, institution, official, place, country; all for the whole database
    on_record.key     AS key,      -- its slug; of a country ISO 3166-1 alpha-2; all for the whole database
    on_record.sites   AS sites,    -- sites that an operator runs or ran, or at a place or in one within it
    on_record.pledges AS pledges,  -- job pledges that name an operator as an employer, or for a country
    on_record.reports AS reports,  -- job reports in which it occurs, or that are about it
    on_record.sources AS sources   -- sources with claims in which it occurs, or that are about it; in all every source
FROM on_record
