-- Parties: operators, institutions and officials together, one row a party.
-- The rest of each party is in the view of its kind: v_operators, v_institutions, v_officials.
CREATE VIEW v_parties AS
SELECT
    party.id   AS id,    -- slug of the party
    party.kind AS kind,  -- operator, institution or official
    party.name AS name   -- the name that lists show
FROM party
